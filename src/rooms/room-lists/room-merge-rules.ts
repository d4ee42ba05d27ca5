import type { Facilities, Facility } from '../spaces/facility-contract.ts';
import { AUDIENCES, UNTOLD, type Audience, type BookableSpace, type Layout } from '../spaces/space-contract.ts';
import type { NewTariff, SpaceFields } from '../spaces/space-edit-contract.ts';
import type { RoomSaid } from './room-import-contract.ts';
import { accessWords, AVAILABILITY_INTRO, USE_INTRO } from './room-import-words.ts';
import { lettingOf } from './room-use-rules.ts';

/** A room as the register has it, or as it would begin. */
export type KnownRoom = SpaceFields & { tariffs: readonly NewTariff[] };
export type Merged = {
  fields: SpaceFields;
  tariffs: readonly NewTariff[];
  changes: readonly string[];
  notes: readonly string[];
};

export const newRoom = (name: string): KnownRoom => ({
  ...UNTOLD,
  name,
  description: null,
  floor: null,
  floorAreaM2: null,
  capacity: null,
  bookable: true,
  tariffs: [],
});
export const knownRoom = ({
  id,
  assetId,
  parentId,
  number,
  version,
  leaves,
  windows,
  terms,
  tariffs,
  retiredOn,
  ...fields
}: BookableSpace): KnownRoom => ({ ...fields, tariffs: tariffs.map(({ id: _, ...tariff }) => tariff) });

/**
 * What a row makes of a room. Only what the list says anew counts: a value that it said last time already leaves alone what people
 * have put right since, and what people said before any list did is never overwritten.
 * @param before what the list said last time; null when this room was never in one
 */
export function merged(room: KnownRoom, said: RoomSaid, before: RoomSaid | null): Merged {
  const changes: string[] = [];
  const notes: string[] = [];
  const pick = <T>(what: string, now: T | undefined, last: T | undefined, present: T | null): T | null => {
    if (now === undefined || now === last || now === present) return present;
    if (before === null && present !== null) {
      notes.push(`The register says something else about ${what}, and keeps it.`);
      return present;
    }
    changes.push(what);
    return now;
  };
  const most = (row: RoomSaid | null): number | undefined =>
    row?.capacity ?? (row?.layouts ? Math.max(...Object.values(row.layouts)) : undefined);
  const layouts = { ...room.layouts };
  for (const [layout, seats] of entries<Layout, number>(said.layouts))
    layouts[layout] = pick('how many people fit', seats, before?.layouts?.[layout], layouts[layout] ?? null) ?? seats;
  const facilities: Facilities = { ...room.facilities };
  for (const [name, value] of entries<Facility, 'yes' | 'no'>(said.facilities)) {
    const kept = pick('access and facilities', value, before?.facilities?.[name], facilities[name]?.value ?? null);
    if (kept && kept !== facilities[name]?.value) facilities[name] = { value: kept, note: null, hours: null };
  }
  const access = (row: RoomSaid | null): string | undefined => accessWords(row?.accessRemarks ?? {}, row?.accessNotes);
  const { note, ...letting } = lettingOf(room, said.use, before);
  if (letting.bookable !== room.bookable || letting.whyNotBookable !== room.whyNotBookable)
    changes.push('whether groups may ask for it');
  if (note) notes.push(note);
  const fields: SpaceFields = {
    ...fieldsOf(room),
    ...letting,
    layouts,
    facilities,
    accessNotes: pick('access and facilities', access(said), access(before), room.accessNotes),
    description: pick('description', said.description, before?.description, room.description),
    floor: pick('floor', said.floor, before?.floor, room.floor),
    floorAreaM2: pick('floor area', said.floorAreaM2, before?.floorAreaM2, room.floorAreaM2),
    capacity: pick('how many people fit', most(said), most(before), room.capacity),
    conditions: isByHand(room.conditions)
      ? room.conditions
      : (pick('when and by whom it can be had', ownWords(said), ownWords(before), room.conditions) ?? room.conditions),
  };
  const tariffs = AUDIENCES.reduce(
    (list, audience) => withPrice(list, audience, said.prices?.[audience], before?.prices?.[audience], pick),
    room.tariffs,
  );
  return { fields, tariffs, changes: [...new Set(changes)], notes: [...new Set(notes)] };
}

/** What a list says in words that decide nothing, as conditions of the room. */
function ownWords(row: RoomSaid | null): string | undefined {
  const lines = [
    row?.availability === undefined ? '' : AVAILABILITY_INTRO + row.availability,
    row?.use?.is === 'unclear' ? USE_INTRO + row.use.words : '',
  ];
  return lines.filter((line) => line !== '').join('\n') || undefined;
}

/** Conditions that a person wrote are never exchanged for words of a list. */
const isByHand = (conditions: string | null): boolean =>
  conditions !== null && ![AVAILABILITY_INTRO, USE_INTRO].some((intro) => conditions.startsWith(intro));

type Pick = <T>(what: string, now: T | undefined, last: T | undefined, present: T | null) => T | null;

/** The list's price for an hour, which holds from now on; prices with a start of their own stay. */
function withPrice(
  tariffs: readonly NewTariff[],
  audience: Audience,
  now: number | undefined,
  last: number | undefined,
  pick: Pick,
): readonly NewTariff[] {
  const isIt = (tariff: NewTariff): boolean =>
    tariff.audience === audience && tariff.basis === 'hour' && tariff.from === null;
  const present = tariffs.find(isIt)?.pence ?? null;
  const pence = pick('prices', now, last, present);
  if (pence === present || pence === null) return tariffs;
  return [...tariffs.filter((tariff) => !isIt(tariff)), { audience, basis: 'hour', pence, from: null }];
}

const fieldsOf = ({ tariffs, ...fields }: KnownRoom): SpaceFields => fields;
const entries = <K extends string, V>(record: Partial<Record<K, V>> | undefined): [K, V][] =>
  Object.entries(record ?? {}) as [K, V][];
