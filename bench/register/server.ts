import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { answered, percentile } from '../support/timing.ts';
import type { ServerState } from './server-process.ts';

export type BenchServer = { url: string; indexMs: number; state(): Promise<ServerState>; stop(): void };

/** Starts the server on a database and waits until its index is full. */
export async function startServer(databaseUrl: string, execArgv: string[] = []): Promise<BenchServer> {
  const path = fileURLToPath(new URL('./server-process.ts', import.meta.url));
  const child = fork(path, { execArgv: ['--import', 'tsx', ...execArgv], env: { ...process.env, DATABASE_URL: databaseUrl } });
  const { url, indexMs } = await new Promise<{ url: string; indexMs: number }>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The server stopped at its start (${code}).`)));
  });
  return {
    url, indexMs,
    state: async () => JSON.parse((await answered(`${url}/bench/state`, { compressed: false })).text),
    stop: () => child.disconnect(),
  };
}

export type Measured = { p50: number; p95: number; floor50: number; floor95: number; bytes: number; queries: number };

/**
 * Asks for each path and for a stored copy of its reply, by turns, so that whatever else the machine does weighs on both alike.
 * @param paths of the product, each asked for once; the first tenth also beforehand, to warm up
 */
export async function measured({ url, state }: BenchServer, paths: readonly string[]): Promise<Measured> {
  for (const path of paths.slice(0, Math.ceil(paths.length / 10))) await answered(url + path);
  const before = (await state()).queries;
  const own: number[] = [];
  for (const path of paths) own.push((await answered(url + path)).took);
  const queries = ((await state()).queries - before) / paths.length;
  const floor: number[] = [];
  let bytes = 0;
  for (const path of paths) {
    const first = await answered(`${url}/bench/floor${path}`, { compressed: false });
    bytes += first.bytes / paths.length;
    floor.push((await answered(`${url}/bench/floor${path}`)).took);
  }
  await answered(`${url}/bench/forget`);
  return { p50: percentile(own, 0.5), p95: percentile(own, 0.95), floor50: percentile(floor, 0.5), floor95: percentile(floor, 0.95), bytes, queries };
}
