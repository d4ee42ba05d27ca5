import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { answered, percentile } from '../support/timing.ts';
import type { ServerState } from './server-process.ts';

export type BenchServer = { url: string; indexMs: number; state(): Promise<ServerState>; stop(): void };

/** Starts the server on a database and waits until its index is full. */
export async function startServer(databaseUrl: string, execArgv: string[] = []): Promise<BenchServer> {
  const path = fileURLToPath(new URL('./server-process.ts', import.meta.url));
  const child = fork(path, {
    execArgv: ['--import', 'tsx', ...execArgv],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  const { url, indexMs } = await new Promise<{ url: string; indexMs: number }>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The server stopped at its start (${code}).`)));
  });
  return {
    url,
    indexMs,
    state: async () => JSON.parse((await answered(`${url}/bench/state`, { compressed: false })).text),
    stop: () => child.disconnect(),
  };
}

/** Milliseconds and bytes a reply. Processor time says what a reply takes when nobody else is at work on the machine. */
export type Measured = {
  p50: number;
  p95: number;
  cpu: number;
  floor50: number;
  floorCpu: number;
  bytes: number;
  queries: number;
};

/**
 * Asks for each path, then for a stored copy of each reply.
 * @param paths of the product, each asked for once; the first tenth also beforehand, to warm up
 */
export async function measured(server: BenchServer, paths: readonly string[]): Promise<Measured> {
  const floorPaths = paths.map((path) => `/bench/floor${path}`);
  for (const path of paths.slice(0, Math.ceil(paths.length / 10))) await answered(server.url + path);
  const own = await pass(server, paths);
  let bytes = 0;
  for (const path of floorPaths)
    bytes += (await answered(server.url + path, { compressed: false })).bytes / paths.length;
  const floor = await pass(server, floorPaths);
  await answered(`${server.url}/bench/forget`);
  return { ...own, floor50: floor.p50, floorCpu: floor.cpu, bytes };
}

async function pass(
  { url, state }: BenchServer,
  paths: readonly string[],
): Promise<{ p50: number; p95: number; cpu: number; queries: number }> {
  const before = await state();
  const took: number[] = [];
  for (const path of paths) took.push((await answered(url + path)).took);
  const after = await state();
  const each = (name: 'cpu' | 'queries'): number => (after[name] - before[name]) / paths.length;
  return { p50: percentile(took, 0.5), p95: percentile(took, 0.95), cpu: each('cpu'), queries: each('queries') };
}
