import type { Asset } from '../../register/assets/asset-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import type { NewWindow } from '../spaces/space-edit-contract.ts';
import type { RoomGap, RoomOutcome, RoomRow, RoomSaid } from './room-import-contract.ts';
import type { NewBuilding, RoomRegister } from './room-import-deps.ts';
import { roomImportsOn } from './room-import-store.ts';
import { codeOf, sameBuilding } from './room-match-rules.ts';
import { knownRoom, merged, newRoom, type Merged } from './room-merge-rules.ts';
import type { RoomTally } from './room-report-tally.ts';
import { isClosing } from './room-use-rules.ts';

type Batch = { register: RoomRegister; unit: UnitOfWork; windows: readonly NewWindow[]; tally: RoomTally };
type Placed = { row: RoomRow; asset: Asset; known: BookableSpace | undefined; result: Merged; opens: boolean };

/**
 * Makes the function that brings in one batch of lines after the other: rooms that are new all at once, rooms that are there one by one
 * and only where something changed.
 */
export function batchImport({ register, unit, windows, tally }: Batch): (rows: readonly RoomRow[]) => Promise<void> {
  const met = new Set<string>();
  return async (rows) => {
    const buildings = await buildingsOf(rows);
    const present = await register.rooms([
      ...new Set([...buildings.values()].filter(({ retiredOn }) => !retiredOn).map(({ id }) => id)),
    ]);
    const placed = await roomsOf(rows, buildings, present);
    await sayWhatIsLet(placed, present);
    const added = placed.filter(({ known }) => !known);
    const ids = await register.addRooms(
      added.map(({ row, asset, result: { fields, tariffs }, opens }) => ({
        asset,
        fields: { ...fields, name: row.room },
        tariffs,
        windows: opens ? windows : [],
      })),
    );
    for (const one of placed) if (one.known) await changeRoom(one, one.known);
    const idOf = new Map(added.map((one, at) => [one.row.line, ids[at]]));
    await roomImportsOn(unit.trx).remember(
      placed.map(({ row, known }) => ({ spaceId: known?.id ?? idOf.get(row.line) ?? '', said: row.said })),
    );
    for (const one of placed) tally.room(outcomeOf(one));
  };

  /** Each building that these lines name, by its code: found, or added. */
  async function buildingsOf(rows: readonly RoomRow[]): Promise<Map<string, Asset>> {
    const wanted = new Map(rows.map(({ building }) => [codeOf(building), building]));
    const found = await register.buildingsWithCodes([...wanted.keys()]);
    const missing: NewBuilding[] = [];
    const letting = new Set(rows.filter(({ said }) => !isClosing(said.use)).map(({ building }) => codeOf(building)));
    for (const [code, building] of wanted) {
      if (found.has(code)) continue;
      const same = sameBuilding(building, await register.buildingsCalled(building.name));
      if (same) found.set(code, same);
      else missing.push({ building, code, letsRooms: letting.has(code) });
    }
    for (const code of wanted.keys()) if (!met.has(code)) tally.building(!found.has(code));
    for (const code of wanted.keys()) met.add(code);
    for (const [at, asset] of (await register.addBuildings(missing)).entries())
      found.set(missing[at]?.code ?? '', asset);
    return found;
  }

  /** Each line with its room, if that is there, and what becomes of it. Lines that cannot be taken are told at once. */
  async function roomsOf(
    rows: readonly RoomRow[],
    buildings: ReadonlyMap<string, Asset>,
    present: readonly BookableSpace[],
  ): Promise<Placed[]> {
    const known = new Map(present.map((room) => [keyOf(room.assetId, room.name), room]));
    const last = await roomImportsOn(unit.trx).said(present.map(({ id }) => id));
    const taken = new Set<string>();
    return rows.flatMap((row): Placed[] => {
      const asset = buildings.get(codeOf(row.building));
      if (!asset) throw new Error(`The building of line ${row.line} was not stored.`);
      const key = keyOf(asset.id, row.room);
      const why = asset.retiredOn
        ? `${asset.name} has left the register. It comes back with its owner’s list of buildings.`
        : taken.has(key)
          ? `The same room of ${asset.name} is on an earlier line already. Leave one of the two.`
          : null;
      if (why)
        tally.room({
          line: row.line,
          building: asset.name,
          room: row.room,
          what: 'rejected',
          changes: [],
          missing: [],
          notLet: false,
          notes: [why],
        });
      if (why) return [];
      taken.add(key);
      return [placedIn(row, asset, known.get(key), last)];
    });
  }

  /** A building of which groups can ask for no room must not say that rooms can be booked. */
  async function sayWhatIsLet(placed: readonly Placed[], present: readonly BookableSpace[]): Promise<void> {
    const named = new Set(placed.map(({ known }) => known?.id));
    const others = present.filter(({ id, bookable }) => bookable && !named.has(id)).map(({ assetId }) => assetId);
    const letting = new Set([
      ...others,
      ...placed.filter(({ result }) => result.fields.bookable).map(({ asset }) => asset.id),
    ]);
    const assets = [...new Map(placed.map(({ asset }) => [asset.id, asset])).values()];
    await register.openForBooking(assets.filter(({ id }) => letting.has(id)));
    await register.closeForBooking(assets.filter(({ id }) => !letting.has(id)));
  }

  function placedIn(
    row: RoomRow,
    asset: Asset,
    known: BookableSpace | undefined,
    last: ReadonlyMap<string, RoomSaid>,
  ): Placed {
    const result = merged(
      known ? knownRoom(known) : newRoom(row.room),
      row.said,
      known ? (last.get(known.id) ?? null) : {},
    );
    return {
      row,
      asset,
      known,
      result,
      opens: result.fields.bookable && windows.length > 0 && (known?.windows.length ?? 0) === 0,
    };
  }

  async function changeRoom(
    { asset, opens, result: { fields, tariffs, changes } }: Placed,
    known: BookableSpace,
  ): Promise<void> {
    if (changes.some((what) => what !== 'prices')) await register.changeRoom(asset, known, fields);
    if (changes.includes('prices')) await register.setPrices(asset, known, tariffs);
    if (opens) await register.setHours(asset, known, windows);
  }
}

const keyOf = (assetId: string, name: string): string => `${assetId} ${name.toLowerCase()}`;

function outcomeOf({ row, asset, known, result, opens }: Placed): RoomOutcome {
  const changes = known ? [...result.changes, ...(opens ? ['opening hours'] : [])] : [];
  return {
    line: row.line,
    building: asset.name,
    room: row.room,
    what: !known ? 'added' : changes.length > 0 ? 'changed' : 'unchanged',
    changes,
    missing: gapsOf(result, opens || (known?.windows.length ?? 0) > 0),
    notLet: !result.fields.bookable,
    notes: [...row.notes, ...result.notes],
  };
}

/** Of a room that groups cannot ask for nothing is missing. */
function gapsOf({ fields, tariffs }: Merged, isOpen: boolean): RoomGap[] {
  if (!fields.bookable) return [];
  return [
    ...(isOpen ? [] : (['opening hours'] as const)),
    ...(tariffs.length === 0 ? (['the price'] as const) : []),
    ...(fields.capacity === null ? (['how many people fit'] as const) : []),
  ];
}
