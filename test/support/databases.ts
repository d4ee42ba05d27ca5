import { copyFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../../db/migrate.ts';
import { openDatabase } from '../../src/kernel/database.ts';
import { sharedCluster } from './postgres.ts';
import { aFolder } from './temp-files.ts';

export const ENGINES = ['SQLite', 'PostgreSQL'] as const;
export type Engine = (typeof ENGINES)[number];

/** Makes a database that nobody else uses, and gives its DATABASE_URL. */
export type Open = (content?: 'migrated' | 'empty') => Promise<string>;

/** Runs a suite once on SQLite and once on PostgreSQL. Call `open` in a hook or a test of the suite. */
export function eachDatabase(title: string, suite: (open: Open, engine: Engine) => void): void {
  for (const engine of ENGINES) {
    describe(`${title} (${engine})`, () => suite((content = 'migrated') => NEW_DATABASE[engine](content), engine));
  }
}

/** A database for suites that need one engine only. */
export function aDatabase(engine: Engine, content: 'migrated' | 'empty' = 'migrated'): Promise<string> {
  return NEW_DATABASE[engine](content);
}

/** A copy of a database that nobody is connected to, and how to be rid of it. */
export async function aCopyOf(url: string): Promise<{ url: string; remove(): Promise<void> }> {
  if (!url.startsWith('sqlite:')) {
    const copy = await createPostgres(`copy_${++made}`, new URL(url).pathname.slice(1));
    return { url: copy, remove: () => dropPostgres(copy) };
  }
  const folder = aFolder('sqlite');
  const file = join(folder, 'meantime.db');
  copyFileSync(url.slice('sqlite:'.length), file);
  return { url: `sqlite:${file}`, remove: () => rm(folder, { recursive: true }) };
}

const NEW_DATABASE: Record<Engine, (content: 'migrated' | 'empty') => Promise<string>> = {
  SQLite: newSqlite,
  PostgreSQL: newPostgres,
};

let sqliteTemplate: Promise<string> | undefined;
let postgresTemplate: Promise<string> | undefined;
let made = 0;

async function newSqlite(content: 'migrated' | 'empty'): Promise<string> {
  const file = join(aFolder('sqlite'), 'meantime.db');
  if (content === 'migrated') copyFileSync(await (sqliteTemplate ??= migratedFile()), file);
  return `sqlite:${file}`;
}

async function migratedFile(): Promise<string> {
  const file = join(aFolder('sqlite'), 'template.db');
  await migrated(`sqlite:${file}`);
  return file;
}

async function newPostgres(content: 'migrated' | 'empty'): Promise<string> {
  const template = content === 'migrated' ? await (postgresTemplate ??= migratedDatabase()) : 'template0';
  return createPostgres(`suite_${++made}`, template);
}

async function migratedDatabase(): Promise<string> {
  await migrated(await createPostgres('migrated', 'template0'));
  return 'migrated';
}

async function createPostgres(name: string, template: string): Promise<string> {
  const cluster = await sharedCluster();
  const db = openDatabase(cluster.url('postgres'));
  // As the files lie there: through the log, as it does by itself, takes twice the work.
  await db.raw('create database ?? template ?? strategy file_copy', [name, template]);
  await db.destroy();
  return cluster.url(name);
}

async function dropPostgres(url: string): Promise<void> {
  const cluster = await sharedCluster();
  const db = openDatabase(cluster.url('postgres'));
  await db.raw('drop database ??', [new URL(url).pathname.slice(1)]);
  await db.destroy();
}

async function migrated(url: string): Promise<void> {
  const db = openDatabase(url);
  await migrate(db);
  await db.destroy();
}
