import type { Asset } from '../assets/asset-contract.ts';
import type { UnitOfWork } from '../kernel/facts.ts';
import type { BookableSpace, Space } from '../spaces/space-contract.ts';
import type { NewWindow } from '../spaces/space-edit-contract.ts';
import { DEFAULT_LIMITS } from './import-contract.ts';
import { ImportProblem } from './import-problem.ts';
import { guessedColumns } from './room-columns.ts';
import { hoursIn } from './room-hours.ts';
import { ROOM_LIMITS, ROOM_OUTCOMES, type RoomColumns, type RoomFile, type RoomOptions, type RoomOutcome, type RoomReport, type RoomRow, type RoomTarget } from './room-import-contract.ts';
import { roomImportsOn } from './room-import-store.ts';
import type { RoomArea, RoomImportDeps, RoomRegister } from './room-import-register.ts';
import { codeOf, sameBuilding } from './room-match-rules.ts';
import { knownRoom, merged, newRoom, type Merged } from './room-merge-rules.ts';
import { readRooms } from './room-rows.ts';

export type RoomImportWish = { file: RoomFile; area: string; owner: string; options: RoomOptions; actor: string };
type Building = { asset: Asset; rooms: BookableSpace[] };

/** Undoes a dry run: the same work as for real, thrown away at the end. */
class Undone extends Error {
  constructor(readonly report: RoomReport) {
    super('This was a dry run.');
  }
}

/** Bringing in a list of rooms: which building, which room, what is new about it. */
export function roomImportService({ area: areaCalled, inOneTransaction }: RoomImportDeps) {
  return {
    columnsOf,

    /** What would happen. Nothing is stored. @throws ImportProblem for a list that cannot be read as one of rooms */
    async check(wish: RoomImportWish): Promise<RoomReport> {
      try {
        return await run(wish, (report) => Promise.reject(new Undone({ ...report, applied: false })));
      } catch (error) {
        if (error instanceof Undone) return error.report;
        throw error;
      }
    },

    /** Brings the list in, whole or not at all. @param after what else is to be stored with it */
    apply: (wish: RoomImportWish, after: (unit: UnitOfWork, report: RoomReport) => Promise<void> = () => Promise.resolve()): Promise<RoomReport> => run(wish, (report, unit) => after(unit, report)),
  };

  async function run({ file, area: slug, owner, options, actor }: RoomImportWish, end: (report: RoomReport, unit: UnitOfWork) => Promise<void>): Promise<RoomReport> {
    const area = await areaCalled(slug);
    if (!area) throw new ImportProblem(`There is no area "${slug}". Its short name is what stands after "area create --slug".`);
    const columns = columnsOf(file, options);
    if (columns.building === undefined) throw new ImportProblem(`Say which column holds the building: without it nobody knows where a room is. On the command line: --asset-column "Venue". The columns are: ${file.header.join(', ')}.`);
    const windows = hoursIn(options.open);
    const { rows, rejected } = readRooms(file, { columns, room: options.room, area, reachM: DEFAULT_LIMITS.reachM });
    return inOneTransaction({ area, ownerName: owner, actor, source: file.name }, async (register, unit) => {
      const { outcomes, added, found } = await bringIn(register, unit, rows, windows);
      const lost = rejected.map(({ line, room, why }): RoomOutcome => ({ line, building: '', room, what: 'rejected', changes: [], missing: [], notes: [why] }));
      const report = reportOf({ area, owner, file, columns, rooms: [...outcomes, ...lost].toSorted((one, other) => one.line - other.line), buildings: { added, found } });
      await end(report, unit);
      return report;
    });
  }
}
export type RoomImportService = ReturnType<typeof roomImportService>;

/** What the columns hold: what was said about them, else what their names say. */
export function columnsOf({ header }: RoomFile, { columns }: RoomOptions): RoomColumns {
  const told = Object.entries(columns) as [RoomTarget, number][];
  if (told.length === 0) return guessedColumns(header);
  return Object.fromEntries(told.filter(([, at]) => at < header.length));
}

async function bringIn(register: RoomRegister, unit: UnitOfWork, rows: readonly RoomRow[], windows: readonly NewWindow[]) {
  const buildings = new Map<string, Building>();
  const [added, found, outcomes]: [string[], string[], RoomOutcome[]] = [[], [], []];
  for (const row of rows) {
    const key = codeOf(row.building);
    const known = buildings.get(key) ?? (await buildingOf(register, row, (name, isNew) => void (isNew ? added : found).push(name)));
    buildings.set(key, known);
    outcomes.push(await bringRoom(register, unit, row, known, windows));
  }
  return { added, found, outcomes };
}

async function buildingOf(register: RoomRegister, { building }: RoomRow, tell: (name: string, isNew: boolean) => void): Promise<Building> {
  const code = codeOf(building);
  const known = (await register.buildingWithCode(code)) ?? sameBuilding(building, await register.buildingsCalled(building.name));
  tell(known?.name ?? building.name, !known);
  const asset = known ?? (await register.addBuilding(building, code));
  if (asset.retiredOn) return { asset, rooms: [] };
  if (known) await register.openForBooking(known);
  return { asset, rooms: await register.rooms(asset.id) };
}

async function bringRoom(register: RoomRegister, unit: UnitOfWork, row: RoomRow, { asset, rooms }: Building, windows: readonly NewWindow[]): Promise<RoomOutcome> {
  if (asset.retiredOn) return { line: row.line, building: asset.name, room: row.room, what: 'rejected', changes: [], missing: [], notes: [`${asset.name} has left the register. It comes back with its owner’s list of buildings.`] };
  const store = roomImportsOn(unit.trx);
  const known = rooms.find(({ name }) => name.toLowerCase() === row.room.toLowerCase());
  const last = known ? ((await store.said([known.id])).get(known.id) ?? null) : {};
  const result = merged(known ? knownRoom(known) : newRoom(row.room), row.said, last);
  const space = await written(register, asset, known, result);
  const opens = windows.length > 0 && (known?.windows.length ?? 0) === 0;
  if (opens) await register.setHours(asset, space, windows);
  await store.remember(space.id, row.said);
  const changes = [...result.changes, ...(opens ? ['opening hours'] : [])];
  return {
    line: row.line, building: asset.name, room: row.room, what: !known ? 'added' : changes.length > 0 ? 'changed' : 'unchanged', changes: known ? changes : [],
    missing: missingOf(result, opens || (known?.windows.length ?? 0) > 0), notes: [...row.notes, ...result.notes],
  };
}

async function written(register: RoomRegister, asset: Asset, known: BookableSpace | undefined, { fields, tariffs, changes }: Merged): Promise<Space> {
  const space = known ?? (await register.addRoom(asset, fields));
  if (known && changes.some((what) => what !== 'prices')) await register.changeRoom(asset, known, fields);
  if (!known || changes.includes('prices')) await register.setPrices(asset, space, tariffs);
  return space;
}

const missingOf = ({ fields, tariffs }: Merged, isOpen: boolean): string[] => [...(isOpen ? [] : ['opening hours']), ...(tariffs.length === 0 ? ['the price'] : []), ...(fields.capacity === null ? ['how many people fit'] : [])];

function reportOf({ area, owner, file, columns, rooms, buildings }: { area: RoomArea; owner: string; file: RoomFile; columns: RoomColumns; rooms: RoomOutcome[]; buildings: RoomReport['buildings'] }): RoomReport {
  const counts = Object.fromEntries(ROOM_OUTCOMES.map((what) => [what, rooms.filter((room) => room.what === what).length])) as RoomReport['counts'];
  const holds = (at: number): RoomTarget | null => (Object.entries(columns) as [RoomTarget, number][]).find(([, place]) => place === at)?.[0] ?? null;
  return { applied: true, area: area.slug, owner, file: file.name, buildings, counts, rooms, columns: file.header.map((header, at) => ({ header, target: holds(at) })) };
}

/** @throws ImportProblem when the list is longer than one import may be */
export function refuseTooLong(file: RoomFile): RoomFile {
  if (file.rows.length > ROOM_LIMITS.rooms) throw new ImportProblem(`The list has ${file.rows.length.toLocaleString('en-GB')} rows; at most ${ROOM_LIMITS.rooms} rooms come in at once. Split it into several files.`);
  return file;
}
