import { Temporal } from 'temporal-polyfill';
import { mayBook, type Moment } from './opening-rules.ts';
import { priceOrder } from './price-form-rules.ts';
import { quote } from './price-rules.ts';
import type { PriceList, WorkedExample } from './public-space-contract.ts';
import { AUDIENCES, TARIFF_BASES, type Audience, type BookableSpace, type OpeningWindow } from './space-contract.ts';
import type { NewTariff } from './space-edit-contract.ts';

/** A price list for each kind of group that the owner has named a price for. What has been followed by a newer price is left out. */
export function priceLists(tariffs: readonly NewTariff[], today: string): PriceList[] {
  return AUDIENCES.flatMap((audience) => {
    const own = priceOrder(tariffs).filter((tariff) => tariff.audience === audience);
    const lines = TARIFF_BASES.flatMap((basis) => {
      const same = own.filter((tariff) => tariff.basis === basis);
      const later = same.flatMap(({ from, pence }) => (from !== null && from > today ? [{ from, pence }] : []));
      const now = same.filter(({ from }) => (from ?? '') <= today).at(-1)?.pence ?? null;
      return same.length === 0 ? [] : [{ basis, now, later }];
    });
    return lines.length === 0 ? [] : [{ audience, lines }];
  });
}

/** When people mostly meet, in minutes of the day. Where the room is not open then, the example begins when it opens. */
const USUAL_STARTS = [18 * 60, 10 * 60];
const EXAMPLE = { minutes: 120, dates: 10, lookAheadDays: 400 };

/**
 * Two hours a week on the next ten dates of an opening time, as a community group without insurance of its own pays them: the first of
 * the week that is published as open, else one that need not be talked over.
 */
export function workedExample(
  space: BookableSpace,
  moment: Moment,
  audience: Audience = 'community',
): WorkedExample | null {
  for (const window of space.windows.toSorted((one, other) => doubts(one) - doubts(other))) {
    const length = Math.min(
      Math.max(EXAMPLE.minutes, space.shortestMinutes),
      space.longestMinutes,
      window.to - window.from,
    );
    const from = USUAL_STARTS.find((start) => start % space.stepMinutes === 0 && fits(window, start, length));
    const times = { from: from ?? window.from, to: (from ?? window.from) + length };
    const dates = datesOf(space, window, times, moment);
    if (dates.length === 0) continue;
    const priced = dates.map((date) => ({ date, ...times, staffed: window.staffed }));
    return { audience, dates, ...times, quote: quote(space, audience, priced, false) };
  }
  return null;
}

const fits = (window: OpeningWindow, start: number, length: number): boolean =>
  start >= window.from && start + length <= window.to;

const doubts = ({ approval, publishedOpen }: OpeningWindow): number =>
  (approval === 'negotiation' ? 2 : 0) + (publishedOpen ? 0 : 1);

function datesOf(
  space: BookableSpace,
  { weekday }: OpeningWindow,
  times: { from: number; to: number },
  moment: Moment,
): string[] {
  const dates: string[] = [];
  const today = Temporal.PlainDate.from(moment.today);
  for (
    let ahead = (weekday - today.dayOfWeek + 7) % 7;
    ahead <= EXAMPLE.lookAheadDays && dates.length < EXAMPLE.dates;
    ahead += 7
  ) {
    const date = today.add({ days: ahead }).toString();
    if (mayBook({ ...space, bookable: true }, { date, ...times }, 0, moment).ok) dates.push(date);
  }
  return dates;
}
