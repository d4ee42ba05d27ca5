import { parseArgs } from 'node:util';
import { CALLED } from '../../kernel/command-line.ts';
import { parse } from '../../kernel/endpoint.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { counted } from '../../kernel/text.ts';
import { areaChangeSchema, newAreaSchema, type Area } from './area-contract.ts';
import type { AreaService } from './area-service.ts';
import type { AreaParts, Placing } from './area-setup-service.ts';
import { readBasemap } from './basemap-file.ts';
import { readBoundary } from './outline-file.ts';
import { readPostcodes, type PostcodesLeftOut } from './postcode-file.ts';
import { readWards, type WardFile } from './ward-file.ts';
import type { AreaRead } from './postcode-filling-service.ts';

type Deps = {
  areas: AreaService;
  /** Who holds rights on areas, and ending one of them. */
  people: {
    holders(scope: 'area', areaIds: string[]): Promise<{ id: string }[]>;
    endRight(unit: UnitOfWork, rightId: string, actor: string, areaId: string): Promise<void>;
  };
  register: Placing;
  inOneTransaction: InOneTransaction;
  say(line: string): void;
};
type Given = Record<string, string | undefined>;
type Files = { parts: Partial<AreaParts>; taken: WardFile['taken'] | null; leftOut: PostcodesLeftOut };

const FILES = '--boundary FILE --wards FILE --postcodes FILE [--basemap FILE]';
export const AREA_USAGE = {
  create: `area create --slug S --name "N" ${FILES} --timezone Europe/London --holidays england-and-wales [--dry-run]`,
  change: `area change --area S [--name "N"] [--boundary FILE] [--wards FILE] [--postcodes FILE] [--basemap FILE] [--timezone Z] [--holidays H] [--dry-run]`,
  remove: 'area remove --area S',
};
const FILE_NAMES = ['boundary', 'wards', 'postcodes', 'basemap'];
const CHANGED_NOTHING = 'Nothing was stored: this was a dry run.';

/** Setting up, changing and removing an area from the command line. Each says what it read, so that a wrong file is seen before anything rests on it. */
export function areaCommands({ areas, people, register, inOneTransaction, say }: Deps) {
  return {
    async create(args: string[]): Promise<void> {
      const { dryRun, given } = optionsIn(args, ['slug', 'name', 'timezone', 'holidays', ...FILE_NAMES]);
      const defaults = { timezone: 'Europe/London', holidays: 'england-and-wales', slug: '', name: '' };
      const details = parse(newAreaSchema, { ...defaults, ...given });
      const { parts, taken, leftOut } = await filesIn(given);
      const whole = { ...complete(parts), basemap: parts.basemap ?? null };
      const work = (unit: UnitOfWork) => areas.setup.createIn(unit, details, whole);
      const { area, read } = await (dryRun ? onlyTried(work) : inOneTransaction(work));
      readWords(read, taken, leftOut).forEach(say);
      say(
        dryRun
          ? CHANGED_NOTHING
          : `${area.name} is ready. Next: ${CALLED} import FILE --area ${area.slug} --owner "Name of the owner"`,
      );
    },

    async change(args: string[]): Promise<void> {
      const { dryRun, given } = optionsIn(args, ['area', 'name', 'timezone', 'holidays', ...FILE_NAMES]);
      const area = await areaIn(given);
      const details = parse(areaChangeSchema, given);
      const { parts, taken, leftOut } = await filesIn(given);
      const work = (unit: UnitOfWork) => areas.setup.changeIn(unit, area, details, parts, register);
      const changed = await (dryRun ? onlyTried(work) : inOneTransaction(work));
      readWords(changed.read, taken, leftOut).forEach(say);
      say(`${counted(changed.placed, 'place')} looked up anew in them.`);
      say(dryRun ? CHANGED_NOTHING : `${changed.area.name} is changed.`);
    },

    async remove(args: string[]): Promise<void> {
      const area = await areaIn(optionsIn(args, ['area']).given);
      const held = await people.holders('area', [area.id]);
      await inOneTransaction(async (unit) => {
        for (const { id } of held) await people.endRight(unit, id, 'system', area.id);
        await areas.setup.removeIn(unit, area);
      });
      say(`${area.name} is removed${held.length > 0 ? `, and ${counted(held.length, 'right')} on it ended` : ''}.`);
    },
  };

  /** Does the work and takes it back: what it says is then what would be stored. */
  async function onlyTried<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    let result: T | undefined;
    const tried = new Problem(409, 'Tried', 'This was only tried.');
    await inOneTransaction(async (unit) => {
      result = await work(unit);
      throw tried;
    }).catch((error: unknown) => {
      if (error !== tried) throw error;
    });
    return result as T;
  }

  async function areaIn({ area: slug }: Given): Promise<Area> {
    const area = slug === undefined ? undefined : await areas.bySlug(slug);
    if (area) return area;
    const message = slug === undefined ? 'Name the area: --area SLUG.' : `There is no area "${slug}".`;
    throw invalid([{ field: 'area', message }]);
  }
}

async function filesIn({ boundary, wards, postcodes, basemap }: Given): Promise<Files> {
  const leftOut = { noGridReference: 0, unreadable: 0 };
  const wardFile = wards === undefined ? undefined : await readWards(wards);
  return {
    leftOut,
    taken: wardFile?.taken ?? null,
    parts: {
      ...(boundary !== undefined && { boundary: await readBoundary(boundary) }),
      ...(wardFile && { wards: wardFile.wards }),
      ...(postcodes !== undefined && { postcodes: readPostcodes(postcodes, leftOut) }),
      ...(basemap !== undefined && { basemap: await readBasemap(basemap) }),
    },
  };
}

function complete({ boundary, wards, postcodes }: Partial<AreaParts>): Omit<AreaParts, 'basemap'> {
  if (boundary && wards && postcodes) return { boundary, wards, postcodes };
  const missing = Object.entries({ boundary, wards, postcodes }).find(([, part]) => part === undefined)?.[0] ?? '';
  throw invalid([{ field: missing, message: `Name the ${missing} file: --${missing} FILE.` }]);
}

function readWords(read: AreaRead, taken: Files['taken'], leftOut: PostcodesLeftOut): string[] {
  const codes =
    taken?.code === undefined || taken.code === null
      ? 'their names also as codes, since no property tells codes'
      : `codes from "${taken.code}"`;
  const why: [count: number, words: string][] = [
    [leftOut.noGridReference, 'have no grid reference'],
    [leftOut.unreadable, 'have no full postcode or no place'],
    [read.tooFar, 'lie more than 30 km away'],
  ];
  const out = why.filter(([count]) => count > 0).map(([count, words]) => `${count.toLocaleString('en-GB')} ${words}`);
  return [
    `${counted(read.wards, 'ward')}${taken ? `: names from "${taken.name}", ${codes}` : ''}.`,
    `${counted(read.postcodes, 'postcode')}${out.length > 0 ? `; left out: ${out.join(', ')}` : ''}.`,
  ];
}

function optionsIn(args: string[], names: string[]): { dryRun: boolean; given: Given } {
  const text = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ args, options: { ...text, 'dry-run': { type: 'boolean' } } });
  const { 'dry-run': dryRun, ...given } = values;
  return { dryRun: dryRun === true, given };
}
