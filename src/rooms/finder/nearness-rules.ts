import { FINDER } from './finder-contract.ts';
import { penceADate, ranked } from './finder-rules.ts';
import { lacking } from './fact-rules.ts';
import { isFreeOnMost, someDates, type Near } from './near-rules.ts';
import type { Asked } from './wish-rules.ts';
import type { Fit } from './fit-dates-rules.ts';

const ORDER = ['few dates', 'shift', 'dates', 'price', 'unknown', 'facility', 'weekday'] as const;

/** The least change first: a few dates, half an hour, more dates, a little money, what nobody knows, then another day. What lacks alike stands by cost, then distance. */
export function byNearness(asked: Pick<Asked, 'first' | 'people'>): (one: Near, other: Near) => number {
  return (one, other) =>
    ORDER.indexOf(changeOf(one)) - ORDER.indexOf(changeOf(other)) ||
    lackOf(one) - lackOf(other) ||
    (ranked([one.fit, other.fit], asked)[0] === one.fit ? -1 : 1);
}

const changeOf = (near: Near): (typeof ORDER)[number] =>
  near.kind === 'dates' && near.missing.length * 100 <= near.fit.dates.length * FINDER.fewMissingPercent
    ? 'few dates'
    : near.kind;

/** How much is lacking, among those that lack the same kind of thing: the share of the dates, minutes, pence. */
function lackOf(near: Near): number {
  switch (near.kind) {
    case 'dates':
      return near.missing.length / near.fit.dates.length;
    case 'shift':
      return near.byMinutes;
    case 'price':
      return near.overPence ?? Number.MAX_SAFE_INTEGER;
    case 'unknown':
      return lacking(near.fit.facts).length;
    case 'facility':
    case 'weekday':
      return 0;
  }
}

/** Those to look at again, of rooms that do not fit: what has most of its dates free, then the nearest. */
export function worthAnotherLook(fits: readonly Fit[]): Fit[] {
  const missing = (fit: Fit): number => (isFreeOnMost(fit) ? fit.dates.length - fit.free.length : Infinity);
  return fits
    .toSorted((one, other) =>
      missing(one) === missing(other)
        ? (one.room.distanceM ?? 0) - (other.room.distanceM ?? 0)
        : missing(one) - missing(other),
    )
    .slice(0, FINDER.nearLookedAt);
}

/** Rooms that lack only a few dates and cost less than every room that fits: people may like to know, however many fit. */
export function cheaperBesides(fits: readonly Fit[], complete: readonly Fit[], asked: Asked): Near[] {
  const least = Math.min(...complete.filter(({ price }) => price !== null).map(penceADate));
  const cheaper = fits.filter((fit) => fit.price !== null && penceADate(fit) < least && isFreeOnMost(fit));
  return cheaper
    .flatMap((fit) => someDates(fit, complete) ?? [])
    .filter((near) => changeOf(near) === 'few dates')
    .toSorted(byNearness(asked))
    .slice(0, FINDER.cheaperShown);
}
