import type { Taken } from '../../../src/rooms/finder/room-contract.ts';
import { finderSchema, type FinderQuery } from '../../../src/rooms/finder/finder-contract.ts';
import { wishOf, type Where, type Wish } from '../../../src/rooms/finder/wish-rules.ts';
import { WEEKDAYS } from '../../../src/kernel/recurrence-contract.ts';
import { isInTerm, ruleOf } from '../../../src/rooms/spaces/opening-rules.ts';
import { quote } from '../../../src/rooms/spaces/price-rules.ts';
import { UNTOLD, type BookableSpace, type OpeningWindow } from '../../../src/rooms/spaces/space-contract.ts';
import type { Room, SpaceRules } from '../../../src/rooms/finder/fit-dates-rules.ts';

export const RULES: SpaceRules = { ruleOf, quote, isInTerm };
export const TODAY = '2027-03-03';
const LONDON = 'Europe/London';
const WHERE: Where = {
  label: 'ZZ1 1AA',
  km: 3,
  centre: { lon: -2.3, lat: 53.4 },
  areas: [
    {
      id: 'area',
      slug: 'testborough',
      name: 'Testborough',
      timeZone: LONDON,
      holidays: 'england-and-wales',
      bbox: [-3, 53, -2, 54],
      hasBasemap: false,
    },
  ],
};

/** A query as it stands in an address. */
export const aQuery = (parameters: string): FinderQuery =>
  finderSchema.parse(Object.fromEntries(new URLSearchParams(parameters)));
/** Tuesdays from 18:00 to 20:00 in March 2027 from the ninth on, unless the test says otherwise. */
export const aWish = (parameters = '', where: Partial<Where> = {}): Wish =>
  wishOf(
    aQuery(`day=tue&start=18:00&hours=2&from=2027-03-09&until=2027-03-30&${parameters}`),
    { ...WHERE, ...where },
    TODAY,
  );

type Details = Partial<Omit<BookableSpace, 'windows'>> & {
  windows?: readonly Partial<OpeningWindow>[];
  taken?: readonly Taken[];
  distanceM?: number | null;
  daysOff?: readonly string[];
};
let made = 0;

/** Open every day from nine to ten, £10 an hour for community groups, unless the test says otherwise. */
export function roomOnPaper({
  windows = [{}],
  taken = [],
  distanceM = 500,
  daysOff = [],
  ...details
}: Details = {}): Room {
  const number = ++made;
  const space: BookableSpace = {
    ...UNTOLD,
    id: `room-${number}`,
    number,
    version: 1,
    assetId: 'asset',
    parentId: null,
    name: 'Group room',
    description: null,
    floor: null,
    floorAreaM2: null,
    capacity: 18,
    bookable: true,
    leaves: [number],
    tariffs: [{ id: '', audience: 'community', basis: 'hour', pence: 1_000, from: null }],
    terms: [],
    ...details,
    windows: windows.flatMap((window) =>
      WEEKDAYS.map((weekday): OpeningWindow => ({
        id: '',
        weekday,
        from: 9 * 60,
        to: 22 * 60,
        seasonFrom: null,
        seasonTo: null,
        term: 'always',
        approval: 'owner',
        publishedOpen: true,
        staffed: true,
        note: null,
        ...window,
      })),
    ),
  };
  return {
    space,
    found: {
      id: space.id,
      assetId: space.assetId,
      assetName: 'Library',
      areaId: 'area',
      facilityBits: 0,
      point: { lon: -2.3, lat: 53.4 },
    },
    distanceM,
    zone: LONDON,
    moment: { today: TODAY, minute: 540, daysOff: new Set(daysOff) },
    taken,
  };
}

/** Something that takes a stretch, by instants such as 2027-03-16T18:00Z. */
export const takenFrom = (starts: string, ends: string, kind: Taken['kind'] = 'booking'): Taken => ({
  starts: Date.parse(starts) / 60_000,
  ends: Date.parse(ends) / 60_000,
  kind,
});
