import type { Services } from '../../src/app.ts';
import type { Asset } from '../../src/register/assets/asset-contract.ts';
import type { Weekday } from '../../src/kernel/recurrence-contract.ts';
import type { NewTariff, NewWindow, SpaceFields } from '../../src/rooms/spaces/space-edit-contract.ts';
import type { Facility } from '../../src/rooms/spaces/facility-contract.ts';
import { UNTOLD, type BookableSpace, type Term } from '../../src/rooms/spaces/space-contract.ts';
import { minuteOf } from '../../src/rooms/spaces/time-contract.ts';
import { anAsset, found, inTown, type AssetDetails, type Town } from './domain.ts';

type Writer = Pick<Services, 'inOneTransaction' | 'areas' | 'register' | 'spaceEditing' | 'spaces' | 'db'>;

/** What a test wants to say about a space; the rest is chosen for it: 20 people, bookable, an hour's notice, open on bank holidays. */
export type SpaceDetails = Partial<SpaceFields> & {
  windows?: readonly NewWindow[];
  /** What an hour costs a community group; free of charge when left out. `null` is a price that nobody has told. */
  pence?: number | null;
  tariffs?: readonly NewTariff[];
  /** Facilities that it has for certain. */
  has?: readonly Facility[];
  /** Names of parts to divide it into. */
  parts?: readonly string[];
};

/** A window on a weekday, half-open: by default the owner decides, published as open, somebody is there. */
const onWeekday = (weekday: Weekday, from: string, to: string, more: Partial<NewWindow> = {}): NewWindow => ({
  weekday,
  from: found(minuteOf(from)),
  to: found(minuteOf(to)),
  seasonFrom: null,
  seasonTo: null,
  term: 'always',
  approval: 'owner',
  publishedOpen: true,
  staffed: true,
  note: null,
  ...more,
});
type OnDay = (from: string, to: string, more?: Partial<NewWindow>) => NewWindow;
export const monday: OnDay = (from, to, more) => onWeekday(1, from, to, more);
export const tuesday: OnDay = (from, to, more) => onWeekday(2, from, to, more);
export const wednesday: OnDay = (from, to, more) => onWeekday(3, from, to, more);
export const thursday: OnDay = (from, to, more) => onWeekday(4, from, to, more);
/** Open on every day at the same time. */
export const everyDay = (from: string, to: string, more: Partial<NewWindow> = {}): NewWindow[] =>
  ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => onWeekday(weekday, from, to, more));

/** A space in a place, with its opening hours and prices: open on every day from 08:00 to 22:00 unless the test says otherwise. */
export async function aSpace(
  services: Writer,
  asset: Pick<Asset, 'id' | 'ownerId' | 'areaId'>,
  details: SpaceDetails = {},
): Promise<BookableSpace> {
  const {
    windows = everyDay('08:00', '22:00'),
    pence = 0,
    tariffs = pence === null ? [] : [anHour(pence)],
    has = [],
    parts = [],
    ...fields
  } = details;
  const { spaceEditing, spaces, inOneTransaction } = services;
  const place = { assetId: asset.id, ownerId: asset.ownerId, areaId: asset.areaId, timeZone: 'Europe/London' };
  const facilities = Object.fromEntries(has.map((name) => [name, { value: 'yes' as const, note: null, hours: null }]));
  const space = await inOneTransaction(async (unit) => {
    const added = await spaceEditing.addIn(
      unit,
      'test',
      place,
      { ...USUAL, name: `Room ${++made}`, facilities, ...fields },
      { parentId: null, submission: null },
    );
    await spaceEditing.hours.setHoursIn(unit, 'test', added, asset.areaId, windows);
    await spaceEditing.hours.setPricesIn(unit, 'test', added, asset.areaId, tariffs, added);
    if (parts.length > 0)
      await spaceEditing.parts.divideIn(
        unit,
        'test',
        place,
        added,
        parts.map((name) => ({ name, capacity: null, floorAreaM2: null })),
      );
    return added;
  });
  return found((await spaces.bookable([space.id]))[0]);
}

/** The same in a public building of its own in the town's middle. */
export async function aRoom(
  services: Writer,
  town: Pick<Town, 'area' | 'owner'>,
  details: SpaceDetails & { asset?: AssetDetails } = {},
): Promise<BookableSpace> {
  const { asset, ...space } = details;
  return aSpace(services, await aBuilding(services, town, asset), space);
}

/** A building in use whose rooms may be booked. */
export async function aBuilding(
  services: Writer,
  town: Pick<Town, 'area' | 'owner'>,
  details: AssetDetails = {},
): Promise<Asset> {
  return anAsset(services, town, {
    kind: 'building',
    state: 'in_use',
    point: inTown(0.5, 0.5),
    routes: [{ route: 'book_space', reason: 'Rooms may be booked.' }],
    ...details,
  });
}

/** The parts of a space, by name. */
export async function partsOf(
  { spaces }: Pick<Services, 'spaces'>,
  whole: Pick<BookableSpace, 'id' | 'assetId'>,
): Promise<BookableSpace[]> {
  const parts = (await spaces.inAsset(whole.assetId)).filter(({ parentId }) => parentId === whole.id);
  const bookable = await spaces.bookable(parts.map(({ id }) => id));
  return parts.map(({ id }) => found(bookable.find((one) => one.id === id)));
}

/** School terms of a whole area, or of one place. */
export async function someTerms(
  { inOneTransaction, spaceEditing }: Pick<Services, 'inOneTransaction' | 'spaceEditing'>,
  areaId: string,
  terms: readonly Term[],
  assetId: string | null = null,
): Promise<void> {
  await inOneTransaction((unit) => spaceEditing.days.setTermsIn(unit, 'test', { areaId, assetId }, terms));
}

/** What one hour costs. */
export const anHour = (pence: number, more: Partial<NewTariff> = {}): NewTariff => ({
  audience: 'community',
  basis: 'hour',
  pence,
  from: null,
  ...more,
});

const USUAL: SpaceFields = {
  ...UNTOLD,
  name: '',
  description: null,
  floor: null,
  floorAreaM2: null,
  capacity: 20,
  bookable: true,
  shortestMinutes: 30,
  noticeHours: 1,
  closedOnBankHolidays: false,
};
let made = 0;
