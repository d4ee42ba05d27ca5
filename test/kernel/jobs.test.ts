import { expect } from 'chai';
import { pino } from 'pino';
import { openDatabase, type Database } from '../../src/kernel/database.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { Job } from '../../src/kernel/job.ts';
import { oneRound } from '../../src/kernel/job-round.ts';
import { jobRunner } from '../../src/kernel/job-runner.ts';
import { jobStatus } from '../../src/kernel/job-status.ts';
import { eachDatabase } from '../support/databases.ts';
import { until } from '../support/processes.ts';

const PACE = { leaseMs: 1_500, renewMs: 300, lookMs: 50, retryMs: 20 };
const silent = pino({ level: 'silent' });

/** A job that counts how often it was done. */
function counting(name: string, everyMs = 20): Job & { done: number } {
  const job = { name, everyMs, done: 0, run: () => Promise.resolve(`${name}: ${++job.done}.`) };
  return job;
}

eachDatabase('The jobs of the server', (open) => {
  let db: Database;
  let url: string;
  beforeEach(async () => {
    url = await open();
    db = openDatabase(url);
  });
  afterEach(() => db.destroy());
  const aRunner = (...jobs: Job[]) => jobRunner({ db, newId, logger: silent, jobs, pace: PACE });

  it('are done by one of two processes, and by the other when that one ends', async () => {
    const [ours, theirs] = [counting('mails'), counting('mails')];
    const [first, second] = [aRunner(ours), aRunner(theirs)];
    await first.start();
    await second.start();
    await until(() => Promise.resolve(ours.done > 3));
    expect(theirs.done).to.equal(0);
    await first.stop();
    const before = ours.done;
    await until(() => Promise.resolve(theirs.done > 3));
    expect(ours.done).to.equal(before);
    await second.stop();
  });

  it('go over to another process when the one that did them is cut off, and not before its lease is over', async () => {
    const [ours, theirs] = [counting('mails'), counting('mails')];
    const gone = openDatabase(url);
    const first = jobRunner({ db: gone, newId, logger: silent, jobs: [ours], pace: PACE });
    await first.start();
    const second = aRunner(theirs);
    await second.start();
    await until(() => Promise.resolve(ours.done > 3));
    // Whoever can no longer reach the database does not know whether it still has the lease: it stops by itself.
    await gone.destroy();
    await until(() => Promise.resolve(theirs.done > 3));
    const before = ours.done;
    await until(() => Promise.resolve(theirs.done > 10));
    expect(ours.done).to.equal(before);
    await Promise.all([first.stop(), second.stop()]);
  });

  it('hold up no other when one fails; that one is tried again, sooner than its turn would come', async () => {
    const other = counting('mails');
    let tries = 0;
    const failing: Job = {
      name: 'retention',
      everyMs: 3_600_000,
      run: () => (++tries < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve('Done.')),
    };
    const runner = aRunner(failing, other);
    await runner.start();
    await until(() => Promise.resolve(tries === 3 && other.done > 3));
    await runner.stop();
    const [one, two] = await jobStatus(db, [failing, other]);
    expect([one?.doneAt === null, one?.failedAt === null]).to.deep.equal([false, false]);
    expect([two?.doneAt === null, two?.failedAt]).to.deep.equal([false, null]);
  });

  it('tell an operator which of them have not ended well for long', async () => {
    const [mails, never] = [counting('mails', 2_000), counting('never', 3_600_000)];
    await oneRound(db, [mails], () => undefined);
    const at = async (now: Date) => (await jobStatus(db, [mails, never], now)).map(({ late }) => late);
    expect(await at(new Date())).to.deep.equal([false, true]);
    expect(await at(new Date(Date.now() + 6 * 60_000))).to.deep.equal([true, true]);
  });

  it('write one lease and one note for all of them, however often they run', async () => {
    const jobs = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => counting(name, 5));
    let writes = 0;
    db.on('query', ({ sql }: { sql: string }) => void (/^\s*(insert|update|delete)/i.test(sql) && writes++));
    const runner = aRunner(...jobs);
    await runner.start();
    const begun = Date.now();
    await until(() => Promise.resolve(Date.now() - begun > 4 * PACE.renewMs));
    await runner.stop();
    const rounds = Math.ceil((Date.now() - begun) / PACE.renewMs) + 2;
    expect(Math.min(...jobs.map(({ done }) => done))).to.be.above(rounds);
    // Each round: the lease and the note.
    expect(writes).to.be.at.most(2 * rounds);
  });
});

eachDatabase('A single round of the jobs', (open) => {
  it('does each once, what carries on the others’ work last, and the rest when one fails', async () => {
    const db = openDatabase(await open());
    const said: string[] = [];
    const jobs: Job[] = [
      { ...counting('mails'), comesLast: true, run: () => Promise.resolve('Mails sent.') },
      { name: 'broken', everyMs: 1, run: () => Promise.reject(new Error('broken')) },
      { name: 'papers', everyMs: 1, run: () => Promise.resolve('Reminded.') },
    ];
    const { failed } = await oneRound(db, jobs, (sentence) => said.push(sentence));
    expect(said).to.deep.equal(['Reminded.', 'Mails sent.']);
    expect(failed.map(({ name }) => name)).to.deep.equal(['broken']);
    const status = await jobStatus(db, jobs);
    expect(status.map(({ doneAt, failedAt }) => [doneAt !== null, failedAt !== null])).to.deep.equal([
      [true, false],
      [false, true],
      [true, false],
    ]);
    await db.destroy();
  });
});
