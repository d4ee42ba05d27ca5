import type { Weekday } from '../../kernel/recurrence-contract.ts';
import { lastMinuteOf } from '../spaces/time-contract.ts';
import type { AnswerDate } from './answer-contract.ts';
import type { DaysOnClocks } from './clock-rules.ts';
import { canPay, FINDER } from './finder-contract.ts';
import { lacking } from './fact-rules.ts';
import { answerDates, canFit, fitAt, fitOf, fitsButDates, isComplete, startsBetween } from './fit-rules.ts';
import { canBeHeld } from './shut-rules.ts';
import type { Asked } from './wish-rules.ts';
import type { Fit, Room, SpaceRules } from './fit-dates-rules.ts';

/** The same wish on other days: another weekday of each week, or a day close by. `name` is what is chosen instead. */
export type OtherDays = { name: { weekday: Weekday } | { date: string } } & DaysOnClocks;

/** How a room nearly fits. */
export type Near = { fit: Fit } & (
  | { kind: 'shift'; byMinutes: number }
  | { kind: 'dates'; missing: readonly AnswerDate[]; elsewhere: Fit | null }
  | { kind: 'price'; overPence: number | null }
  | { kind: 'unknown' }
  | { kind: 'facility' }
  | { kind: 'weekday'; instead: OtherDays['name'] }
);

/** The smallest change that makes a room fit; null when none does. @param others all rooms that were looked at, for missing dates */
export function nearMiss(
  room: Room,
  asked: Asked,
  otherDays: readonly OtherDays[],
  others: readonly Fit[],
  rules: SpaceRules,
): Near | null {
  const fit = fitOf(room, asked, rules);
  if (!asked.time || fit.dates.length === 0) return lacking(fit.facts).length > 0 ? onlyAtOtherHours(fit) : null;
  if (canBeHeld(fit.states, asked.time)) return tooDear(fit, asked) ?? onlyAtOtherHours(fit);
  return shifted(room, asked, rules) ?? someDates(fit, others) ?? elsewhen(room, asked, otherDays, rules);
}

/** A room that has all that was asked for as far as anybody knows, but of some of it nobody has said anything. */
export function perhaps(fit: Fit, { time }: Asked): Near | null {
  const lacks = lacking(fit.facts);
  if (lacks.length === 0 || lacks.some(({ value }) => value !== 'unknown') || (fit.tooDear && fit.price !== null))
    return null;
  return time === null || canBeHeld(fit.states, time) ? { kind: 'unknown', fit } : null;
}

function tooDear(fit: Fit, { most, time }: Asked): Near | null {
  if (!fit.tooDear || !most || lacking(fit.facts).length > 0) return null;
  if (!fit.price) return { kind: 'price', fit, overPence: null };
  const payable = canPay(most, fit.free.length, time?.minutes ?? 0);
  return fit.price.totalPence * 100 <= payable * FINDER.nearPricePercent
    ? { kind: 'price', fit, overPence: fit.price.totalPence - payable }
    : null;
}

function onlyAtOtherHours(fit: Fit): Near | null {
  return !fit.tooDear && lacking(fit.facts).every(({ value }) => value === 'not_at_that_time')
    ? { kind: 'facility', fit }
    : null;
}

/** A little earlier than the earliest start, or a little later than the latest. */
function shifted(room: Room, asked: Asked, rules: SpaceRules): Near | null {
  const { earliest, latest, minutes } = asked.time ?? { earliest: 0, latest: 0, minutes: 0 };
  const last = latest - minutes;
  const near = startsBetween(
    Math.max(0, earliest - FINDER.shiftMinutes),
    Math.min(lastMinuteOf(latest) - minutes, last + FINDER.shiftMinutes),
    FINDER.shiftStep,
  );
  const beyond = near
    .filter((start) => start < earliest || start > last)
    .toSorted((one, other) => beyondBy(one) - beyondBy(other));
  for (const start of beyond) {
    const fit = fitAt(room, asked, start, rules);
    if (isComplete(fit, asked)) return { kind: 'shift', fit, byMinutes: beyondBy(start) };
  }
  return null;

  function beyondBy(start: number): number {
    return start < earliest ? earliest - start : start - last;
  }
}

/** Everything that it must have, and most of the dates. */
export const isFreeOnMost = (fit: Fit): boolean =>
  fitsButDates(fit) && fit.free.length > 0 && fit.free.length * 100 >= fit.dates.length * FINDER.nearFreePercent;

/** @param others all rooms that were looked at, for the missing dates */
export function someDates(fit: Fit, others: readonly Fit[]): Near | null {
  if (!isFreeOnMost(fit)) return null;
  const missing = answerDates(fit).filter(({ state }) => state !== 'free');
  return { kind: 'dates', fit, missing, elsewhere: freeOn(missing, fit, others) };
}

/** Another room for the missing dates: a part of this one or its neighbour in the same place first, then the nearest. */
function freeOn(missing: readonly AnswerDate[], { room }: Fit, others: readonly Fit[]): Fit | null {
  const fits = others.filter((other) => {
    const free = new Set(other.free.map(({ date }) => date));
    return other.room.space.id !== room.space.id && fitsButDates(other) && missing.every(({ date }) => free.has(date));
  });
  const rank = (other: Fit): number =>
    other.room.space.parentId === room.space.id ? 0 : other.room.space.assetId === room.space.assetId ? 1 : 2;
  return (
    fits.toSorted(
      (one, other) => rank(one) - rank(other) || (one.room.distanceM ?? 0) - (other.room.distanceM ?? 0),
    )[0] ?? null
  );
}

function elsewhen(room: Room, asked: Asked, otherDays: readonly OtherDays[], rules: SpaceRules): Near | null {
  const found = otherDays.find((other) => canFit(room, { ...asked, ...other }, rules));
  return found ? { kind: 'weekday', fit: fitOf(room, { ...asked, ...found }, rules), instead: found.name } : null;
}
