import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { copyUploads } from './backup-files.ts';
import { copyPostgres } from './backup-postgres.ts';
import { copySqlite } from './backup-sqlite.ts';
import { isSqlite, type Database } from './database.ts';
import { conflict } from './problem.ts';

type Wish = { db: Database; dataDir: string; file: string };

/**
 * Writes a whole copy while others go on working: the database to `file`, what was uploaded to the folder `file.uploads`. The database goes
 * first: every file that it names was written before. Both are readable by their owner only, and have their names only when both are whole.
 * @returns how many uploaded files there are in the copy
 * @throws Problem when there is something of that name already
 */
export async function backUp({ db, dataDir, file }: Wish): Promise<number> {
  const folder = uploadsBeside(file);
  for (const path of [file, folder])
    if (existsSync(path)) throw conflict(`There is ${path} already. Choose another name.`);
  const half = { file: `${file}.part`, folder: `${folder}.part` };
  try {
    await (isSqlite(db) ? copySqlite(db, half.file) : copyPostgres(db, half.file));
    const files = await copyUploads(dataDir, half.folder);
    await rename(half.folder, folder);
    await rename(half.file, file);
    return files;
  } catch (error) {
    for (const path of [half.file, half.folder]) await rm(path, { recursive: true, force: true });
    throw error;
  }
}

/** Where the uploads that belong to a copy lie. */
export const uploadsBeside = (file: string): string => `${file}.uploads`;
