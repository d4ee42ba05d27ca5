import { open } from 'node:fs/promises';
import type { Database } from './database.ts';

/** A compact copy that SQLite makes of itself at one instant. @param file must not be there */
export async function copySqlite(db: Database, file: string): Promise<void> {
  // SQLite fills an empty file, and would make one that everybody may read.
  await (await open(file, 'wx', 0o600)).close();
  await db.raw('vacuum into ?', [file]);
}
