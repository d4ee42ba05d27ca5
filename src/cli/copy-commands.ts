import { parseArgs } from 'node:util';
import { migrate } from '../../db/migrate.ts';
import { backUp, uploadsBeside } from '../kernel/backup.ts';
import { aNameIn, keepNewest } from '../kernel/backup-rotation.ts';
import type { Command } from '../kernel/command.ts';
import { verifyFacts } from '../kernel/fact-chain.ts';
import { invalid } from '../kernel/problem.ts';
import { restore } from '../kernel/restore.ts';
import type { Services } from '../services.ts';

const BACKUP_USAGE = 'backup FILE | backup --into FOLDER [--keep 14]';
const RESTORE_USAGE = 'restore FILE';

/** Copying all that there is, and putting it back. */
export function copyCommands(services: Services): Command[] {
  return [
    { name: 'backup', usage: BACKUP_USAGE, run: (args) => copyEverything(services, args) },
    { name: 'restore', usage: RESTORE_USAGE, run: (args) => restoreEverything(services, args) },
  ];
}

/** Copies the database and everything that was uploaded, under a given name or one made from the time; then only the newest stay. */
async function copyEverything({ db, config, clock }: Services, args: string[]): Promise<void> {
  const { file: given, into, keep } = copyWish(args);
  const file = given ?? (await aNameIn(into, clock()));
  const files = await backUp({ db, dataDir: config.dataDir, file });
  console.log(`The database is in ${file}.`);
  console.log(
    `Everything that was uploaded is in ${uploadsBeside(file)} (files: ${files}). Keep the two together, also on another machine.`,
  );
  if (keep !== null) console.log(`Older copies removed: ${await keepNewest(into, keep, file)}.`);
}

/** Puts a copy back where nothing is yet, and goes through its record. Ends with 1 when the record is not as it was written. */
async function restoreEverything({ db, config }: Services, [file]: string[]): Promise<void> {
  if (!file) throw invalid([{ field: 'file', message: `Name the copy: ${RESTORE_USAGE}` }]);
  const files = await restore({ db, dataDir: config.dataDir, file, migrate });
  const { checked, brokenAt } = await verifyFacts(db);
  console.log(`The database is back, and so is what was uploaded (files: ${files}).`);
  if (brokenAt === null) return console.log(`All ${checked} facts are as they were written.`);
  console.error(`The record is broken at fact ${brokenAt}. It was so before the copy was made; see "audit verify".`);
  process.exitCode = 1;
}

type CopyWish = { file: string | undefined; into: string; keep: number | null };

/** What the words after `backup` ask for. @throws Problem that says how it is used */
export function copyWish(args: string[]): CopyWish {
  const { values, positionals } = parseArgs({
    args,
    options: { into: { type: 'string' }, keep: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, more] = positionals;
  if ((file === undefined) === (values.into === undefined) || more !== undefined)
    throw invalid([{ field: 'file', message: `Name the file to write, or a folder for many: ${BACKUP_USAGE}` }]);
  const keep = values.keep === undefined ? null : Number(values.keep);
  if (keep !== null && (values.into === undefined || !Number.isInteger(keep) || keep < 1))
    throw invalid([
      { field: 'keep', message: 'Say how many copies stay in the folder, 1 or more: --into FOLDER --keep 14' },
    ]);
  return { file, into: values.into ?? '', keep };
}
