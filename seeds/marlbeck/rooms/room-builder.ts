import type { Weekday } from '../../../src/kernel/recurrence-contract.ts';
import type { Facilities, Facility } from '../../../src/rooms/spaces/facility-contract.ts';
import { UNTOLD, type HirersLiability } from '../../../src/rooms/spaces/space-contract.ts';
import type { NewTariff, NewWindow, SpaceFields } from '../../../src/rooms/spaces/space-edit-contract.ts';
import { minuteOf } from '../../../src/rooms/spaces/time-contract.ts';

/** A room that groups can ask for: whose, where, which, and all that decides about booking it. */
export type DemoRoom = {
  owner: string;
  code: string;
  name: string;
  fields: Partial<SpaceFields>;
  windows: NewWindow[];
  tariffs: NewTariff[];
};
type Telling = Partial<Omit<SpaceFields, 'facilities'>> & {
  open: NewWindow[][];
  prices: NewTariff[];
  has?: Facilities;
};

export function letRoom(
  owner: string,
  code: string,
  name: string,
  { open, prices, has = {}, ...fields }: Telling,
): DemoRoom {
  return {
    owner,
    code,
    name,
    fields: { ...UNTOLD, bookable: true, ...fields, facilities: has },
    windows: open.flat(),
    tariffs: prices,
  };
}

/** The same hours on several days. By default the owner decides, and the hours are published as open. */
export function on(days: readonly Weekday[], from: string, to: string, more: Partial<NewWindow> = {}): NewWindow[] {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  if (start === undefined || end === undefined) throw new Error(`${from} to ${to} are no times.`);
  return days.map((weekday) => ({
    weekday,
    from: start,
    to: end,
    seasonFrom: null,
    seasonTo: null,
    term: 'always',
    approval: 'owner',
    publishedOpen: true,
    staffed: false,
    note: null,
    ...more,
  }));
}

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
export const WEEKEND: readonly Weekday[] = [6, 7];

/** Facilities that are there, those that are not, and what is special about some. What is named in neither is not known. */
export function facts(
  yes: readonly Facility[],
  no: readonly Facility[] = [],
  notes: Partial<Record<Facility, string>> = {},
): Facilities {
  const fact =
    (value: 'yes' | 'no') =>
    (name: Facility): [Facility, Facilities[Facility]] => [name, { value, note: notes[name] ?? null, hours: null }];
  return Object.fromEntries([...yes.map(fact('yes')), ...no.map(fact('no'))]);
}

/** Pounds an hour for community groups, and for businesses where that is known. */
export function hourly(community: number, commercial?: number): NewTariff[] {
  const hour = (audience: NewTariff['audience'], pounds: number): NewTariff => ({
    audience,
    basis: 'hour',
    pence: Math.round(pounds * 100),
    from: null,
  });
  return [
    hour('community', community),
    hour('charity', community),
    ...(commercial === undefined ? [] : [hour('private', commercial), hour('commercial', commercial)]),
  ];
}
/** A price of another kind, or one that holds from a day on. */
export const price = (
  audience: NewTariff['audience'],
  basis: NewTariff['basis'],
  pounds: number,
  from: string | null = null,
): NewTariff => ({ audience, basis, pence: Math.round(pounds * 100), from });

export const COVER_FREE: HirersLiability = {
  available: true,
  cost: { kind: 'free' },
  exclusions: 'Businesses, martial arts and bouncy castles are not covered.',
};
export const COVER_PERCENT: HirersLiability = {
  available: true,
  cost: { kind: 'percent', percent: 12, minimumPence: 500 },
  exclusions: 'Businesses, political meetings and martial arts are not covered.',
};
export const OWN_COVER: HirersLiability = { available: false, note: 'For at least £5 million.' };
