import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { aFreePort } from './ports.ts';
import { NOW } from './server.ts';
import { aFolder } from './temp-files.ts';
import { atTheEnd } from './the-end.ts';

type Settings = {
  databaseUrl: string;
  env?: Record<string, string>;
};
export type Ended = { code: number | null; signal: NodeJS.Signals | null; output: string };
export type ServerProcess = {
  url: string;
  /** What it has printed so far, both streams. */
  output(): string;
  /** Asks it to stop, as a service manager does, and waits until it has. */
  terminate(): Promise<Ended>;
  /** Sends SIGTERM and does not wait. */
  askToStop(): void;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<Ended>;
  ended: Promise<Ended>;
};

/** A mail server that is away: a server without any would not start. */
const NOBODY_ANSWERS = 'smtp://127.0.0.1:9';
/** Nothing is wrong with a server that takes its time on a busy machine; one that ends says so at once. */
const READY_WITHIN_MS = 240_000;

/** Node's arguments that run a program: as `npm run build` compiled it, which starts in a third of the time, unless its source has changed since. */
const program = (name: 'server' | 'cli'): string[] =>
  (builtLately ??= isBuilt()) ? [`dist/src/${name}.js`] : ['--import', 'tsx', `src/${name}.ts`];
let builtLately: boolean | undefined;

/** Whether what lies in dist/ was built from the source as it is. */
export function isBuilt(): boolean {
  const server = statSync(join('dist', 'src', 'server.js'), { throwIfNoEntry: false });
  const sources = ['src', 'client', 'db', 'seeds'].flatMap((dir) =>
    readdirSync(dir, { recursive: true, withFileTypes: true }),
  );
  return (
    server !== undefined &&
    sources.every((entry) => !entry.isFile() || statSync(join(entry.parentPath, entry.name)).mtimeMs < server.mtimeMs)
  );
}

/** A server in a process of its own, ready to answer; it needs a built client (`npm run build`). What is left of them ends with the tests. */
export async function aServerProcess({ databaseUrl, env = {} }: Settings): Promise<ServerProcess> {
  const port = await aFreePort();
  const url = `http://127.0.0.1:${port}`;
  const { child, output, ended } = startServer({
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    BASE_URL: url,
    DEMO: 'off',
    LOG_LEVEL: 'warn',
    MEANTIME_NOW: NOW,
    SMTP_URL: NOBODY_ANSWERS,
    ...env,
  });
  atTheEnd(() => void child.kill('SIGKILL'));
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`The server stopped at its start (${child.exitCode}):\n${output()}`);
    return (await fetch(`${url}/healthz`).catch(() => null))?.status === 200;
  }, READY_WITHIN_MS);
  return {
    url,
    output,
    ended,
    askToStop: () => void child.kill('SIGTERM'),
    terminate() {
      child.kill('SIGTERM');
      return ended;
    },
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** Starts the server with just these variables and waits until it ends by itself: for starts that must fail. */
export function serverThatEnds(env: Record<string, string>): Promise<Ended> {
  return startServer(env).ended;
}

/** Runs the command line as people do: `cli('area', 'create', …)`. */
export function cli(databaseUrl: string, ...words: string[]): Promise<Ended> {
  return cliWith({}, databaseUrl, ...words);
}

/** The same with more environment variables. */
export function cliWith(env: Record<string, string>, databaseUrl: string, ...words: string[]): Promise<Ended> {
  return watched(
    spawn(process.execPath, [...program('cli'), ...words], {
      env: environment({ DATABASE_URL: databaseUrl, DEMO: 'off', LOG_LEVEL: 'warn', ...env }),
    }),
  ).ended;
}

/** Tries again until `check` is true; gives back how many milliseconds that took. The limit is for what never comes, not for what is slow. */
export async function until(check: () => Promise<boolean>, withinMs = 240_000): Promise<number> {
  const start = Date.now();
  while (!(await check())) {
    if (Date.now() - start > withinMs) throw new Error(`It did not happen within ${withinMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return Date.now() - start;
}

function startServer(env: Record<string, string>): Watched {
  return watched(spawn(process.execPath, program('server'), { env: environment(env) }));
}

/** The machine's own variables without any that configure us. */
function environment(env: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, DATA_DIR: aFolder('data'), ...env };
}

/** A process, what it has printed so far, and how it ended. */
export type Watched = { child: ChildProcess; output(): string; ended: Promise<Ended> };

export function watched(child: ChildProcess): Watched {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, output: said }));
  });
  return { child, output: () => said, ended };
}
