import { subscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:http';
import compression from 'compression';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import { bundleDir } from '../../test/support/server.ts';
import { makeApp } from '../../src/app.ts';
import { jobRunner } from '../../src/kernel/job-runner.ts';
import { requestLog } from '../../src/kernel/logging.ts';
import { answered } from '../support/timing.ts';
import { servicesOn } from './fill.ts';

/** Sizes in bytes; `cpu` in milliseconds since the start, all threads together. */
export type ServerState = { rss: number; peakRss: number; heap: number; cpu: number; queries: number };

/** The product's own server in a process of its own, with two routes more: what it uses, and what a stored reply would take. */
const services = servicesOn(process.env['DATABASE_URL'] ?? '');
const started = performance.now();
await services.sync.fill();
const indexMs = performance.now() - started;
services.sync.follow();
// What runs by the clock runs while the rest is measured.
await jobRunner(services).start();

let queries = 0;
// The look for changes runs by the clock, not for a page.
subscribe('meantime:statement', (told) => {
  if (!(told as { sql: string }).sql.includes('register_revision')) queries++;
});

const stored = new Map<string, Buffer>();
let url = '';

/** The same bytes through the same middleware, from memory. The first request for a path asks the product and keeps its reply. */
const floor: RequestHandler = async (req, res) => {
  const bytes = stored.get(req.url) ?? Buffer.from((await answered(url + req.url, { compressed: false })).text);
  stored.set(req.url, bytes);
  res.type(req.url.startsWith('/api/') ? 'application/json' : 'html').send(bytes);
};

const app = express();
app.get('/bench/state', (_req, res) => {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  res.json({
    rss,
    heap: heapUsed,
    peakRss: process.resourceUsage().maxRSS * 1024,
    cpu: (user + system) / 1000,
    queries,
  } satisfies ServerState);
});
app.get('/bench/forget', (_req, res) => {
  stored.clear();
  res.end();
});
app.use('/bench/floor', requestLog(services.logger), helmet(), compression(), floor);
app.use(makeApp(services, bundleDir()));

const server = createServer(app).listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  url = `http://127.0.0.1:${address.port}`;
  process.send?.({ url, indexMs });
});
process.once('disconnect', () => process.exit());
