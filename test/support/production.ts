import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { watched, type Ended, type Watched } from './processes.ts';
import { aFolder } from './temp-files.ts';

/** What a machine runs that was given the built application and nothing to build with. */
export type Production = {
  dir: string;
  start(program: string, args: readonly string[], env: Record<string, string>): Watched;
  /** The command line by its documented name. */
  meantime(env: Record<string, string>, ...words: string[]): Promise<Ended>;
};

const SQLITE = join('node_modules', 'sqlite3', 'build', 'Release');

/** Lays out what the image and docs/operating.md lay out: what was built, and the packages of `npm ci --omit=dev`. */
export function aProduction(): Production {
  const dir = aFolder('production');
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(file, join(dir, file));
  for (const folder of ['bin', 'dist']) cpSync(folder, join(dir, folder), { recursive: true });
  // No install scripts: the one that counts compiles SQLite for a minute, as it did for this machine before.
  const words = ['ci', '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  execFileSync('npm', words, { cwd: dir, stdio: 'pipe', shell: process.platform === 'win32' });
  mkdirSync(join(dir, SQLITE), { recursive: true });
  copyFileSync(join(SQLITE, 'node_sqlite3.node'), join(dir, SQLITE, 'node_sqlite3.node'));

  const start: Production['start'] = (program, args, env) => {
    const { PATH, HOME } = process.env;
    return watched(spawn(program, args, { cwd: aFolder('anywhere'), env: { PATH, HOME, ...env } }));
  };
  return { dir, start, meantime: (env, ...words) => start(join(dir, 'bin', 'meantime'), words, env).ended };
}
