import { clockOf } from '../spaces/time-contract.ts';
import type { Answer, LeftOut } from './answer-contract.ts';
import { decidedBy, penceADate } from './finder-rules.ts';
import { factWords, nearWords, rankWords } from './finder-words.ts';
import { lacking } from './fact-rules.ts';
import { answerDates } from './fit-rules.ts';
import type { Near } from './near-rules.ts';
import { askParams, type Asked, type Wish } from './wish-rules.ts';
import type { Fit } from './fit-dates-rules.ts';

/** What everybody reads about a room that was found. */
export function answerOf(fit: Fit, { query, asked: { time } }: Wish, why: readonly string[]): Answer {
  const { space, found } = fit.room;
  return {
    id: space.id,
    name: space.name,
    assetId: found.assetId,
    place: found.assetName,
    capacity: space.capacity,
    floor: space.floor,
    distanceM: fit.room.distanceM === null ? null : Math.round(fit.room.distanceM),
    point: found.point,
    photo: null,
    from: time && clockOf(fit.start),
    to: time && clockOf(fit.start + time.minutes),
    dates: answerDates(fit),
    freeDates: fit.free.length,
    price: fit.price,
    approval: time ? fit.approval : null,
    publishedOpen: fit.publishedOpen,
    facts: fit.facts,
    why,
    ask: time && askParams(query, { ...time, earliest: fit.start, latest: fit.start + time.minutes }),
  };
}

/** What a room lacks of what was asked for, in the owner's own words where there are any. */
export function leftOutOf({ room: { space, found, distanceM }, facts, free, dates, tooDear, price }: Fit): LeftOut {
  const why = [
    ...lacking(facts).map(factWords),
    ...(free.length < dates.length ? [rankWords.freeOn(free.length, dates.length)] : []),
    ...(tooDear && price ? [rankWords.tooDear(price.totalPence)] : []),
  ];
  return {
    id: space.id,
    name: space.name,
    place: found.assetName,
    distanceM: distanceM === null ? null : Math.round(distanceM),
    why: why.join('. '),
  };
}

/** Why a room stands where it stands among those that fit, and what to know before asking for it. */
export function whyHere(fits: readonly Fit[], at: number, asked: Asked): string[] {
  const fit = fits[at];
  if (!fit) return [];
  return [...(asked.time ? [placeIn(fits, at, asked)] : []), ...toKnow(fit, asked)];
}

function placeIn(fits: readonly Fit[], at: number, asked: Asked): string {
  const [fit, before] = [fits[at], fits[at - 1]];
  if (!fit) return '';
  if (!before) return fits.length === 1 ? rankWords.only : firstWords(fit, fits, asked);
  const name = nameAmong(fits, before);
  const further = (fit.room.distanceM ?? 0) - (before.room.distanceM ?? 0);
  return {
    no_capacity: () => rankWords.afterKnownSizes,
    no_price: () => rankWords.unpriced,
    cost: () => dearerWords(before, fit, name),
    deposit: () => rankWords.deposit(costAs(before, fit), name),
    distance: () =>
      fit.price && asked.first === 'cost'
        ? rankWords.further(further, costAs(before, fit), name)
        : rankWords.nextNearest(further, name),
    shut: () => rankWords.shut(name),
    time: () => rankWords.later(name),
    name: () => rankWords.alike(name),
  }[decidedBy(before, fit, asked)]();
}

function firstWords(fit: Fit, fits: readonly Fit[], asked: Asked): string {
  const count = fits.length;
  const isNear = fit.room.distanceM !== null;
  if (asked.first === 'near' && isNear) return rankWords.firstNearest(count);
  if (!fit.price) return isNear ? rankWords.firstWithoutPrice(count) : rankWords.noneHasPrice(count);
  const isSure = ({ room: { space } }: Fit): boolean => asked.people === 0 || space.capacity !== null;
  const priced = fits.filter((other) => other.price !== null && isSure(other) === isSure(fit));
  if (fits.some((other) => isSure(other) !== isSure(fit))) return rankWords.firstLargeEnough(count);
  if (priced.some((other) => penceADate(other) < penceADate(fit))) return rankWords.firstOfCheap(count);
  return priced.every(({ free }) => free.length === fit.free.length)
    ? rankWords.first(count)
    : rankWords.firstADate(count);
}

/** In all where both are for as many dates; otherwise a sum for more dates would look dearer than it is. */
function dearerWords(before: Fit, fit: Fit, name: string): string {
  return fit.free.length === before.free.length
    ? rankWords.dearer((fit.price?.totalPence ?? 0) - (before.price?.totalPence ?? 0), name)
    : rankWords.dearerADate(Math.round(penceADate(fit) - penceADate(before)), name);
}

/** With its place where several rooms of the answer have that name. */
function nameAmong(fits: readonly Fit[], { room: { space, found } }: Fit): string {
  return fits.some(({ room }) => room.space.id !== space.id && room.space.name === space.name)
    ? `${space.name} at ${found.assetName}`
    : space.name;
}

const costAs = (before: Fit, fit: Fit): 'the same' | 'about the same' =>
  penceADate(before) === penceADate(fit) ? 'the same' : 'about the same';

/** What to know about a room before asking for it. */
export function toKnow({ room: { space }, approval, perhapsNotAllowed }: Fit, { people, time }: Asked): string[] {
  return [
    ...(time && approval === 'instant' ? [rankWords.instant] : []),
    ...(people > 0 && space.capacity === null ? [rankWords.capacityUnknown] : []),
    ...(space.conditions ? [rankWords.conditions(space.conditions)] : []),
    ...(perhapsNotAllowed && space.notAllowed ? [rankWords.perhapsNotAllowed(space.notAllowed)] : []),
  ];
}

/** What keeps a room from fitting, and how little that is. */
export function nearSays(near: Near): string {
  const { fit } = near;
  const [from, to] = [clockOf(fit.start), clockOf(fit.start + minutesOf(fit))];
  const dates = { free: fit.free.length, missing: answerDates(fit).filter(({ state }) => state !== 'free') };
  switch (near.kind) {
    case 'shift':
      return nearWords.shift(dates, from, to);
    case 'dates':
      return nearWords.dates(dates, near.elsewhere && named(near.elsewhere, fit));
    case 'price':
      return near.overPence === null ? nearWords.unpriced(dates) : nearWords.dearer(dates, near.overPence);
    case 'unknown':
      return nearWords.unknown(lacking(fit.facts));
    case 'facility':
      return nearWords.facility(lacking(fit.facts));
    case 'weekday':
      return 'weekday' in near.instead
        ? nearWords.weekday(dates, near.instead.weekday, from, to)
        : nearWords.otherDate(near.instead.date, from, to);
  }
}

const minutesOf = ({ dates: [first] }: Fit): number => (first ? first.wanted.to - first.wanted.from : 0);
/** "the Small Hall", and its place where that is another one. */
const named = ({ room: other }: Fit, { room }: Fit): string =>
  other.space.assetId === room.space.assetId ? other.space.name : `${other.space.name} at ${other.found.assetName}`;
