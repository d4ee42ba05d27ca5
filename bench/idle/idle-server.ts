import { createServer } from 'node:http';
import { makeApp } from '../../src/app.ts';
import { jobRunner } from '../../src/kernel/job-runner.ts';
import { bundleDir } from '../../test/support/server.ts';
import { servicesOn } from '../register/fill.ts';
import type { Used } from './idle-minute.ts';
import type { Sent } from './whole-reads.ts';

/** The product's own server with its jobs, which tells what it has used so far when it is asked. */
const services = servicesOn(process.env['DATABASE_URL'] ?? '');
let [statements, transactions] = [0, 0];
const sent = new Map<string, Sent>();
services.db.on('query', ({ sql, bindings = [] }: { sql: string; bindings?: unknown[] }) => {
  statements++;
  sent.set(sql, { sql, bindings });
  if (/^begin/i.test(sql)) transactions++;
});
await services.sync.fill();
services.sync.follow();
await jobRunner(services).start();
createServer(makeApp(services, bundleDir())).listen(0, '127.0.0.1');

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1000, statements, transactions, sent: [...sent.values()] } satisfies Used);
  sent.clear();
});
process.once('disconnect', () => process.exit());
