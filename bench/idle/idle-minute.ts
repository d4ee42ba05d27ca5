import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../src/kernel/database.ts';
import { homeOf, type Engine } from '../support/engines.ts';
import { fillWithBookings } from './live-bookings.ts';
import { wholeReads, type Sent } from './whole-reads.ts';

/** What the server has used since its start, `cpu` in milliseconds, all threads together; each statement that it sent since it was last asked. */
export type Used = { cpu: number; statements: number; transactions: number; sent: Sent[] };
type Minute = { cpuMs: number; statements: number; transactions: number; commits: number | null; whole: number };
type Length = { bookings: number; settle: number; seconds: number };

/** A server of its own with its jobs, over many live bookings: what it uses while nobody asks for anything. */
export async function measureIdle(engine: Engine, { bookings, settle, seconds }: Length): Promise<Minute> {
  const home = await homeOf(engine, { lasting: true });
  await home.create('idle');
  await fillWithBookings(home.url('idle'), bookings);
  const db = openDatabase(home.url('idle'));
  const commits = async (): Promise<number> =>
    engine === 'sqlite'
      ? 0
      : (await db('pg_stat_database').where({ datname: 'idle' }).first('xact_commit')).xact_commit;
  const server = fork(new URL('idle-server.ts', import.meta.url), {
    env: { ...process.env, DATABASE_URL: home.url('idle'), DEMO: 'off', LOG_LEVEL: 'error' },
  });
  // A start does every job once.
  await wait(settle * 1_000);
  const before = await usedBy(server);
  const committed = await commits();
  await wait(seconds * 1_000);
  const after = await usedBy(server);
  const since = await commits();
  server.disconnect();
  const whole = await wholeReads(db, after.sent);
  for (const { table, sql } of whole) console.log(`  reads all of ${table}: ${sql.slice(0, 300)}`);
  await db.destroy();
  await home.stop();
  return {
    cpuMs: after.cpu - before.cpu,
    statements: after.statements - before.statements,
    transactions: after.transactions - before.transactions,
    whole: whole.length,
    commits: engine === 'sqlite' ? null : since - committed,
  };
}

function usedBy(server: ChildProcess): Promise<Used> {
  return new Promise((resolve) => {
    server.once('message', (used) => resolve(used as Used));
    server.send('used?');
  });
}
