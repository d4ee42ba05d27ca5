import { parseArgs, type ParseArgsConfig } from 'node:util';
import { migrate } from '../db/migrate.ts';
import { makeServices, type Services } from './app.ts';
import { AREA_USAGE, areaCommands } from './ground/areas/area-cli.ts';
import { ADOPT_USAGE, adoptCriteria, SHOW_USAGE, showCriteria } from './groups/benefit-test/criteria-cli.ts';
import { giveRightSchema } from './front/desk/rights-contract.ts';
import { backUp, backUpFiles } from './kernel/backup.ts';
import { ConfigProblem, readConfig } from './kernel/config.ts';
import { parse } from './kernel/endpoint.ts';
import { headOfFacts, stillHolds, verifyFacts } from './kernel/fact-chain.ts';
import { makeLogger } from './kernel/logging.ts';
import { invalid, Problem } from './kernel/problem.ts';
import { runImportCommand } from './register/imports/import-cli.ts';
import { ImportProblem } from './kernel/tables/import-problem.ts';
import { runRoomImport } from './rooms/room-lists/room-import-cli.ts';
import { ROLES } from './ground/people/role-contract.ts';

type Command = { usage: string; run(services: Services, args: string[]): Promise<void> };

const COMMANDS: Record<string, Command> = {
  migrate: {
    usage: 'migrate',
    run: async ({ db }) => migrate(db).then(() => console.log('The database is up to date.')),
  },
  seed: {
    usage: 'seed',
    async run(services) {
      await migrate(services.db);
      // Drawing the borough takes longer than most commands: only this one loads it.
      const { seedDemonstration } = await import('../seeds/demonstration.ts');
      await seedDemonstration(services);
      console.log('The demonstration borough is loaded.');
    },
  },
  'area create': {
    usage: AREA_USAGE.create,
    run: async (services, args) => (await withAreas(services)).create(args),
  },
  'area change': {
    usage: AREA_USAGE.change,
    run: async (services, args) => (await withAreas(services)).change(args),
  },
  'area remove': {
    usage: AREA_USAGE.remove,
    run: async (services, args) => (await withAreas(services)).remove(args),
  },
  import: {
    usage:
      'import FILE --area A --owner "Name" [--format lga|brownfield|geojson|csv] [--map col=field …] [--crs EPSG:n] [--apply] [--report FILE.json]',
    run: (services, args) => runImportCommand(services.imports, args),
  },
  'import-rooms': {
    usage:
      'import-rooms FILE --area A --owner "Name" [--asset-column COLUMN] [--map "COLUMN=what" …] [--open "Mon-Fri 09:00-21:00"] [--apply]',
    run: async ({ roomImports }, args) => void (process.exitCode = await runRoomImport(args, roomImports)),
  },
  'person add': {
    usage:
      'person add --email E --role broker --area A [--owner "Name"] [--asset REFERENCE] [--until 2027-03-31] [--name "N"]',
    run: addPerson,
  },
  'passkeys forget': {
    usage: 'passkeys forget --email E',
    async run({ passkeys }, args) {
      const removed = await passkeys.forgetAll(options(args, ['email'])['email']?.toLowerCase() ?? '');
      if (removed === null)
        throw invalid([
          { field: 'email', message: 'Nobody has that address. Give it as: passkeys forget --email name@example.org' },
        ]);
      console.log(
        `Removed ${removed}. Ask them to sign in with a code and add a new passkey, after you have made sure that it is them.`,
      );
    },
  },
  'audit verify': { usage: 'audit verify [--noted NUMBER:HASH]', run: verifyRecord },
  'criteria adopt': {
    usage: ADOPT_USAGE,
    run: ({ benefitTests, areas }, args) => adoptCriteria({ criteria: benefitTests.criteria, areas }, args),
  },
  'criteria show': {
    usage: SHOW_USAGE,
    run: ({ benefitTests, areas }, args) => showCriteria({ criteria: benefitTests.criteria, areas }, args),
  },
  tick: { usage: 'tick', run: tick },
  backup: { usage: 'backup FILE', run: copyEverything },
};

/** Brings the database up to date first: setting up an area is the first thing that an installation does. */
async function withAreas({ db, areas, people, register, inOneTransaction }: Services) {
  await migrate(db);
  return areaCommands({ areas, people, register, inOneTransaction, say: (line) => console.log(line) });
}

/** Gives somebody a right, as on the page of an area's people: the first administrator of an area has to come from somewhere. */
async function addPerson({ areas, desk }: Services, args: string[]): Promise<void> {
  const {
    area: slug,
    owner: ownerName,
    asset,
    until,
    ...given
  } = options(args, ['email', 'role', 'area', 'owner', 'asset', 'until', 'name']);
  const area = slug === undefined ? undefined : await areas.bySlug(slug);
  if (!area)
    throw invalid([
      {
        field: 'area',
        message:
          slug === undefined
            ? 'Name the area: --area SLUG.'
            : `There is no area "${slug}". Its short name is what stands after "area create --slug".`,
      },
    ]);
  const owner =
    ownerName === undefined
      ? undefined
      : (await areas.owners()).find(
          (one) => one.areaId === area.id && one.name.toLowerCase() === ownerName.toLowerCase(),
        );
  if (ownerName !== undefined && !owner)
    throw invalid([
      { field: 'owner', message: `There is no owner "${ownerName}" in ${area.name}. An import makes owners.` },
    ]);
  const on = owner ? `owner:${owner.id}` : asset === undefined ? 'area' : 'asset';
  const wish = parse(giveRightSchema, { ...given, on, asset, ends_on: until });
  await desk.rights.give(area, wish, { id: 'system', name: 'The administrator of this site' });
  console.log(
    `${wish.email} is now ${ROLES[wish.role].words.toLowerCase()} for ${owner?.name ?? asset ?? area.name}${until ? ` until ${until}` : ''}. A mail says how to sign in.`,
  );
}

/** The database and, in a folder beside it, everything that was uploaded. */
async function copyEverything({ db, config }: Services, [file]: string[]): Promise<void> {
  if (!file)
    throw invalid([
      { field: 'file', message: 'Name the file to write, for instance: backup ./meantime-2026-11-20.db' },
    ]);
  await backUp(db, file);
  console.log(`The database is in ${file}.`);
  const folder = `${file}.uploads`;
  console.log(
    `Everything that was uploaded is in ${folder} (files: ${await backUpFiles(config.dataDir, folder)}). Keep the two together.`,
  );
}

/** Goes through the record of what happened. Ends with 1 when any of it is not as it was written. */
async function verifyRecord({ db }: Services, args: string[]): Promise<void> {
  const { noted } = options(args, ['noted']);
  const [length, hash] = noted?.split(':') ?? [];
  const [{ checked, brokenAt }, head] = [await verifyFacts(db), await headOfFacts(db)];
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

/** Runs everything that is due, once. Safe to repeat: hiding again what was released only until a day, and reminders of papers that run out. */
async function tick({
  inOneTransaction,
  hires,
  requests,
  areas,
  register,
  groups,
  benefitTests,
  needs,
  retention,
  mails,
}: Services): Promise<void> {
  const [all, owners] = [await areas.all(), await areas.owners()];
  const count = await inOneTransaction(({ trx }) => register.republish(trx, all, owners));
  console.log(`Public copies of ${count} assets are up to date.`);
  console.log(`Reminders of papers that run out: ${await groups.remindDue()}.`);
  console.log(`Reminders of room passports that end: ${await benefitTests.passports.remindDue()}.`);
  console.log(`People told that a room has opened: ${await needs.tellOpened()}.`);
  const requestsRan = Object.entries(await requests.runDue()).map(([kind, count]) => `${count} ${kind}`);
  console.log(`Requests for rooms: ${requestsRan.join(', ')}.`);
  const hiresRan = Object.entries(await hires.runDue()).map(([kind, count]) => `${count} ${kind}`);
  console.log(`Bookings: ${hiresRan.join(', ')}.`);
  console.log(`Offered from waiting lists: ${await requests.waiting.settle()}.`);
  const forgotten = Object.entries(await retention.apply()).map(([kind, removed]) => `${removed} ${kind}`);
  console.log(`Removed because their time was over: ${forgotten.join(', ') || 'nothing'}.`);
  let sent = 0;
  for (let more = await mails.sendDue(); more > 0; more = await mails.sendDue()) sent += more;
  console.log(`Mails sent: ${sent}.`);
}

function options(args: string[], names: string[]): Record<string, string> {
  const config: ParseArgsConfig = {
    args,
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    allowPositionals: false,
  };
  return { ...parseArgs(config).values } as Record<string, string>;
}

function help(): string {
  return ['Usage: npm run cli -- COMMAND', '', ...Object.values(COMMANDS).map(({ usage }) => `  ${usage}`)].join('\n');
}

async function main(words: string[]): Promise<void> {
  const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((one) => one in COMMANDS);
  const command = name === undefined ? undefined : COMMANDS[name];
  if (name === undefined || !command) {
    console.error(help());
    process.exitCode = words.length === 0 || words[0] === 'help' ? 0 : 2;
    return;
  }
  const services = makeServices(readConfig(process.env), makeLogger('warn'));
  try {
    await command.run(services, words.slice(name.split(' ').length));
  } finally {
    services.sync.stop();
    await services.db.destroy();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const understood =
    error instanceof Problem ||
    error instanceof ConfigProblem ||
    error instanceof ImportProblem ||
    (error instanceof TypeError && 'code' in error);
  console.error(understood && error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
