import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { withoutRole } from './file-roles.ts';

/** Path from the root of the project → what stands in the file. */
export type Sources = ReadonlyMap<string, string>;
type Import = { from: string; to: string };
type Rule = { says: string; breaks(found: Import): boolean };

const ROOTS = ['src', 'client', 'db', 'seeds'];

/** Every TypeScript file of the product. */
export function productSources(root = '.'): Sources {
  const files = ROOTS.flatMap((dir) => readdirSync(join(root, dir), { recursive: true, withFileTypes: true }));
  const code = files.filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'));
  return new Map(
    code
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(root, path), readFileSync(path, 'utf8')]),
  );
}

/** What in these files goes against the directions that docs and design promise, one sentence each. */
export function violations(sources: Sources): string[] {
  const imports = [...sources].flatMap(([from, source]) => importsOf(from, source));
  const wrongWay = imports.flatMap((one) =>
    RULES.filter((rule) => rule.breaks(one)).map((rule) => `${one.from} imports ${one.to}: ${rule.says}`),
  );
  const inText = [...sources].flatMap(([path, source]) => textRules(path, source));
  return [...wrongWay, ...inText, ...cycles(imports), ...withoutRole(sources.keys())].toSorted();
}

const isRoot = (path: string): boolean => /^src\/([^/]+\.ts$|cli\/)/.test(path) || path.startsWith('seeds/');
const isKernel = (path: string): boolean => path.startsWith('src/kernel/');
const isClient = (path: string): boolean => path.startsWith('client/');
const isOurs = (path: string): boolean => /^(src|client|db|seeds)\//.test(path);
/** The folder of a feature, in its wing: register/assets; undefined for the kernel and for what wires things together. */
const featureOf = (path: string): string | undefined =>
  isKernel(path) ? undefined : /^src\/([^/]+\/[^/]+)\//.exec(path)?.[1];
/** What a wing contributes, all its features together. */
const isWing = (path: string): boolean => /^src\/[^/]+\/wing\.ts$/.test(path) && !isKernel(path);
/** Hands a feature what it needs of others: alone in seeing into them. */
const isWiring = (path: string): boolean => /-(wiring|ports)\.ts$/.test(path);
/** The wings of the house, from the ground up. Each may lean on those before it. */
const WINGS = [['ground'], ['register'], ['groups'], ['rooms', 'casework'], ['agreements'], ['front']];
const wingOf = (path: string): string | undefined => /^(?:src|client)\/([^/]+)\//.exec(path)?.[1];
const floorOf = (path: string): number => WINGS.findIndex((floor) => floor.includes(wingOf(path) ?? ''));
const isContract = (path: string): boolean => path.endsWith('-contract.ts');
/** What the browser may see of a feature: shapes, words and filters, none of which decides or stores. */
const isShown = (path: string): boolean => /-(contract|words|filter)\.ts$/.test(path);
/** Pure rules that are everybody’s: tables of transitions are all read in one way, and all days are counted in one way. */
const FOR_EVERY_FEATURE = new Set(['src/ground/cases/transition-rules.ts', 'src/casework/clocks/clock-rules.ts']);
/** What other features may see of it: that, and what it gathers from them. */
const isShared = (path: string): boolean => isShown(path) || isSlot(path) || FOR_EVERY_FEATURE.has(path);
const is =
  (role: string) =>
  (path: string): boolean =>
    featureOf(path) !== undefined && path.endsWith(`-${role}.ts`);
const [isStore, isService, isApi, isPages, isRules] = [is('store'), is('service'), is('api'), is('pages'), is('rules')];
const isSlot = is('slot');
const isTable = is('table');

/** What a hire is made of, from its core outwards. */
const LAYERS = ['bookings', 'ledger', 'requests', 'hires'];
const layerOf = (path: string): number => LAYERS.indexOf(/^(?:src|client)\/rooms\/([^/]+)\//.exec(path)?.[1] ?? '');

const RULES: Rule[] = [
  {
    says: 'the kernel knows nothing of ours, except what stands around every page.',
    breaks: ({ from, to }) => isKernel(from) && isOurs(to) && !isKernel(to) && !to.startsWith('client/kernel/'),
  },
  {
    says: 'a feature sees only contracts, words, filters and slots of another; state the need in Deps and let its wiring hand it over.',
    breaks: ({ from, to }) =>
      featureOf(from) !== undefined &&
      !isWiring(from) &&
      featureOf(to) !== undefined &&
      featureOf(from) !== featureOf(to) &&
      !isShared(to),
  },
  {
    says: 'a wing leans on those below it, never on one above or beside it.',
    breaks: ({ from, to }) =>
      floorOf(from) >= 0 &&
      floorOf(to) >= 0 &&
      (floorOf(to) > floorOf(from) || (floorOf(to) === floorOf(from) && wingOf(to) !== wingOf(from))),
  },
  {
    says: 'only wings and wirings see what a whole wing has.',
    breaks: ({ from, to }) => featureOf(from) !== undefined && !isWiring(from) && isWing(to),
  },
  {
    says: 'a slot rests on contracts and the kernel.',
    breaks: ({ from, to }) => isSlot(from) && isOurs(to) && !isKernel(to) && !isShared(to),
  },
  {
    says: 'bookings, ledger, requests and hires rest on those named before them, never on those after.',
    breaks: ({ from, to }) => layerOf(from) >= 0 && layerOf(to) > layerOf(from),
  },
  {
    says: 'only app.ts, services.ts, server.ts, the command line and seeds wire the whole together.',
    breaks: ({ from, to }) =>
      isOurs(from) && !isRoot(from) && (isRoot(to) || (to.startsWith('db/') && !from.startsWith('db/'))),
  },
  {
    says: 'the client sees only itself, contracts, words and filters.',
    breaks: ({ from, to }) => isClient(from) && isOurs(to) && !isClient(to) && !isShown(to),
  },
  {
    says: 'only pages, the wiring and the kernel show views.',
    breaks: ({ from, to }) =>
      isClient(to) && featureOf(from) !== undefined && !/-(pages?|map-data|wiring)\.ts$/.test(from),
  },
  {
    says: 'a contract rests on contracts alone.',
    breaks: ({ from, to }) => isContract(from) && isOurs(to) && !isContract(to),
  },
  {
    says: 'rules rest on contracts, tables and the kernel alone.',
    breaks: ({ from, to }) =>
      isRules(from) && isOurs(to) && !isShared(to) && !isKernel(to) && !isRules(to) && !isTable(to),
  },
  {
    says: 'a store knows nothing of those who use it.',
    breaks: ({ from, to }) => isStore(from) && [isService, isApi, isPages].some((above) => above(to)),
  },
  {
    says: 'a service knows nothing of HTTP.',
    breaks: ({ from, to }) => isService(from) && ([isApi, isPages].some((above) => above(to)) || to === 'express'),
  },
  {
    says: 'endpoints and pages ask the service, not the store.',
    breaks: ({ from, to }) => (isApi(from) || isPages(from)) && isStore(to),
  },
  {
    says: 'the true record of an asset is for the register alone; everybody else reads the public copies.',
    breaks: ({ from, to }) =>
      to === 'src/register/assets/asset-store.ts' && isOurs(from) && !isRoot(from) && !MAY_SEE_TRUE_RECORDS.has(from),
  },
  {
    says: 'only stores, the kernel and migrations know Knex.',
    breaks: ({ from, to }) => to === 'knex' && !knowsColumns(from),
  },
];

const MAY_SEE_TRUE_RECORDS = new Set([
  'src/register/assets/asset-register-service.ts',
  'src/register/assets/asset-placing-service.ts',
  'src/register/assets/asset-publishing-steps.ts',
  'src/register/assets/asset-owning-steps.ts',
  'src/register/assets/asset-placing-service.ts',
]);
const TRUE_RECORDS = 'src/register/assets/asset-store.ts';
const TELLS_ENGINES_APART = new Set(['src/kernel/database.ts', 'src/kernel/backup.ts', 'src/kernel/restore.ts']);

const knowsColumns = (path: string): boolean =>
  path.endsWith('-store.ts') || path.startsWith('src/kernel/') || path.startsWith('db/');

/** What no import shows: queries outside the stores, the table of true records, and telling the engines apart. */
function textRules(path: string, source: string): string[] {
  const found: string[] = [];
  if (!knowsColumns(path) && /\b(db|trx|knex)(\(\s*['"`]|\.raw\()/.test(source))
    found.push(`${path} queries the database: only stores know columns.`);
  if (
    path !== TRUE_RECORDS &&
    !path.startsWith('db/') &&
    /\b(db|trx)\(\s*['"`]assets['"`]|\b(from|join|into|update)\s+assets\b(?!\s+\w*public)/.test(queriesIn(source))
  )
    found.push(`${path} reads the table of true records: only asset-store.ts does.`);
  if (!TELLS_ENGINES_APART.has(path) && !path.startsWith('db/') && /\bisSqlite\b|client\.config\.client/.test(source))
    found.push(
      `${path} tells the engines apart: only kernel/database.ts, copies (kernel/backup.ts, restore.ts) and migrations do.`,
    );
  return found;
}

/** Lines that talk to a database, so that prose in comments does not count. */
function queriesIn(source: string): string {
  return source
    .split('\n')
    .filter((line) => /\b(db|trx|raw)\b/.test(line) && !/^\s*(\/?\*|\/\/)/.test(line))
    .join('\n');
}

function importsOf(from: string, source: string): Import[] {
  const names = ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName);
  return names.map((name) => ({ from, to: name.startsWith('.') ? join(dirname(from), name) : name }));
}

/** Circles of imports, each named once by the files on it. */
function cycles(imports: Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: string[]): void => {
    const start = way.indexOf(path);
    if (start >= 0) return void found.push(`${[...way.slice(start), path].join(' → ')}: imports go round in a circle.`);
    if (done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...way, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return found;
}
