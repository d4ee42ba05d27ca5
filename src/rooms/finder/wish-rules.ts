import type { Area } from '../../ground/areas/area-contract.ts';
import type { LonLat } from '../../kernel/geo.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Facility } from '../spaces/facility-contract.ts';
import type { Audience } from '../spaces/space-contract.ts';
import { daysOnClocks, type DaysOnClocks } from './clock-rules.ts';
import { finderParams, type FinderQuery, type First, type Most, type WantedTime } from './finder-contract.ts';
import { daysOf, wantedTime } from './wanted-rules.ts';

/** Where to look. Without a centre everywhere in the areas, in no order. */
export type Where = { label: string | null; km: number | null; centre: LonLat | null; areas: readonly Area[] };

/** What is asked of each room. */
export type Asked = DaysOnClocks & {
  /** Null when no dates are asked for: then every room is looked at as it is. */
  time: WantedTime | null;
  people: number;
  needs: readonly Facility[];
  text: string;
  audience: Audience;
  ownInsurance: boolean;
  most: Most | null;
  first: First;
};

/** What somebody looks for, with what was left open filled in. */
export type Wish = { query: FinderQuery; where: Where; asked: Asked; dates: readonly Day[] };

/**
 * A wish, ready to be held against rooms.
 * @throws Problem 400 for days that are over, and for too many of them
 */
export function wishOf(query: FinderQuery, where: Where, today: Day): Wish {
  const time = wantedTime(query, today);
  const dates = time ? daysOf(time, today) : [];
  return {
    query,
    where,
    dates,
    asked: {
      time,
      ...daysOnClocks(dates, zonesOf(where), time?.minutes ?? 0),
      people: query.people ?? 0,
      needs: query.need ?? [],
      text: query.for ?? '',
      audience: query.as ?? 'community',
      ownInsurance: query.insured === 'yes',
      most: query.most === undefined ? null : { pence: query.most, per: query.most_for ?? 'all' },
      first: query.first ?? 'cost',
    },
  };
}

/** The time zones of all places where is looked. */
export const zonesOf = ({ areas }: Where): string[] => areas.map(({ timeZone }) => timeZone);

/** The wish as the page that asks for a room reads it: its own dates and one exact time, nothing of where. */
export function askParams(
  { for: text, people, day, nth, as, insured, need, most, most_for: mostFor, off }: FinderQuery,
  { recurrence, term, earliest, latest }: WantedTime,
): string {
  const period =
    recurrence.kind === 'weekly' || recurrence.kind === 'monthly'
      ? { from: recurrence.from, until: recurrence.until, term: term ?? undefined, off }
      : {};
  const often =
    recurrence.kind === 'once'
      ? { repeat: 'once' as const, on: recurrence.date }
      : recurrence.kind === 'weekly'
        ? { repeat: 'weekly' as const, day, every: recurrence.every }
        : { repeat: 'monthly' as const, day, nth };
  return finderParams({
    for: text,
    people,
    ...often,
    ...period,
    start: earliest,
    end: latest,
    need,
    most,
    most_for: mostFor,
    as,
    insured,
  }).toString();
}
