import { migrate } from '../../db/migrate.ts';
import { options, type Command } from '../kernel/command.ts';
import { headOfFacts, stillHolds, verifyFacts } from '../kernel/fact-chain.ts';
import { oneRound } from '../kernel/job-round.ts';
import type { Services } from '../services.ts';
import { copyCommands } from './copy-commands.ts';
import { statusCommand } from './status-commands.ts';

/** What an administrator does with the installation as a whole. */
export function houseCommands(services: Services): Command[] {
  const { db } = services;
  return [
    {
      name: 'migrate',
      usage: 'migrate',
      run: () => migrate(db).then(() => console.log('The database is up to date.')),
    },
    { name: 'seed', usage: 'seed', migrates: true, run: () => seed(services) },
    { name: 'audit verify', usage: 'audit verify [--noted NUMBER:HASH]', run: (args) => verifyRecord(services, args) },
    { name: 'tick', usage: 'tick', run: () => tick(services) },
    statusCommand(services),
    ...copyCommands(services),
  ];
}

async function seed(services: Services): Promise<void> {
  // Drawing the borough takes longer than most commands: only this one loads it.
  const { seedDemonstration } = await import('../../seeds/demonstration.ts');
  await seedDemonstration(services);
  console.log('The demonstration borough is loaded.');
}

/** Goes through the record of what happened. Ends with 1 when any of it is not as it was written. */
async function verifyRecord({ db }: Services, args: string[]): Promise<void> {
  const { noted } = options(args, ['noted']);
  const [length, hash] = noted?.split(':') ?? [];
  const { checked, brokenAt } = await verifyFacts(db);
  const head = await headOfFacts(db);
  const rewritten = length !== undefined && !(await stillHolds(db, { length: Number(length), hash: hash ?? '' }));
  if (brokenAt === null && !rewritten) {
    console.log(
      `All ${checked} facts are as they were written. Note this elsewhere, to compare with later: ${head.length}:${head.hash}`,
    );
    return;
  }
  console.error(
    brokenAt === null
      ? `The record has been written anew since ${length}:${hash} was noted.`
      : `The record is broken at fact ${brokenAt}; the ${checked} before it are as they were written.`,
  );
  process.exitCode = 1;
}

/** Runs everything that is due, once: the very jobs that the server does by itself. Safe to repeat. Ends with 1 when one fails. */
async function tick({ db, jobs }: Services): Promise<void> {
  const { failed } = await oneRound(db, jobs, (sentence) => console.log(sentence));
  for (const { name, error } of failed) console.error(`The job “${name}” failed.`, error);
  if (failed.length > 0) process.exitCode = 1;
}
