import { Temporal } from 'temporal-polyfill';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { lastMinuteOf } from '../spaces/time-contract.ts';
import type { NearMiss } from './answer-contract.ts';
import { answerOf, nearSays, toKnow } from './answer-rules.ts';
import type { Changed } from './change-rules.ts';
import type { DaysOnClocks, WantedDay } from './clock-rules.ts';
import { dayNamed, FINDER, finderParams, type FinderQuery, type WantedTime } from './finder-contract.ts';
import type { Near, OtherDays } from './near-rules.ts';
import type { Wish } from './wish-rules.ts';

/** A near miss as it is told. What it is asked for with is what it says: the other day, where that is what fits. */
export const toldOf = (near: Near, wish: Wish): NearMiss => ({
  kind: near.kind,
  answer: answerOf(near.fit, wishedInstead(wish, near), toKnow(near.fit, wish.asked)),
  says: nearSays(near),
  wish: wishFor(wish.query, near),
});

function wishedInstead(wish: Wish, near: Near): Wish {
  const { time } = wish.asked;
  if (near.kind !== 'weekday' || !time) return wish;
  const { instead } = near;
  const recurrence = 'date' in instead ? { kind: 'once' as const, date: instead.date } : time.recurrence;
  return { ...wish, query: onTheOther(wish.query, instead), asked: { ...wish.asked, time: { ...time, recurrence } } };
}

const onTheOther = (query: FinderQuery, instead: OtherDays['name']): FinderQuery =>
  'date' in instead ? { ...query, on: instead.date } : { ...query, day: [dayNamed(instead.weekday)] };

/** Keeps the first of each kind, and all that are of none. */
export const firstOfKind = (
  { kind }: { kind: Changed['kind'] },
  at: number,
  all: readonly { kind: Changed['kind'] }[],
): boolean => kind === undefined || all.findIndex((one) => one.kind === kind) === at;

/** All wanted days, whatever the clock. */
export const daysIn = ({ days }: Pick<DaysOnClocks, 'days'>): WantedDay[] => [...days.values()].flat();

/** The wanted hours, with minutes more before and after; within the day, or the night. */
export function widened({ earliest, latest }: WantedTime, minutes: number): { earliest: number; latest: number } {
  return { earliest: Math.max(0, earliest - minutes), latest: Math.min(lastMinuteOf(latest), latest + minutes) };
}

/** The closest first. */
export function daysAround(date: Day): Day[] {
  const day = Temporal.PlainDate.from(date);
  return Array.from({ length: FINDER.daysAround }, (_, at) => at + 1)
    .flatMap((days) => [day.add({ days }), day.subtract({ days })])
    .map(String);
}

/** The wish that a near miss would fulfil; null where it is the wish itself. */
function wishFor(query: FinderQuery, near: Near): string | null {
  if (near.kind === 'shift') {
    const { start } = near.fit;
    const [first] = near.fit.free;
    return finderParams({ ...query, start, end: first?.to, hours: undefined }).toString();
  }
  return near.kind === 'weekday' ? finderParams(onTheOther(query, near.instead)).toString() : null;
}
