import type { Weekday } from '../../kernel/recurrence-contract.ts';
import { counted } from '../../kernel/text.ts';
import type { PriceLine, Quote } from '../spaces/space-contract.ts';
import { FACILITY_TABLE } from '../spaces/facility-contract.ts';
import { reckonedWords, WEEKDAY_WORDS } from '../spaces/space-words.ts';
import type { AnswerDate, AnswerFact, DateState } from './answer-contract.ts';
import { pounds, shortDay, listed, away } from './measure-words.ts';
import { dateWords } from '../../kernel/day-words.ts';
import { timeWords } from '../bookings/booking-words.ts';

/** A date on the strip, as text. */
export const STATE_WORDS: Record<DateState, { one: string; many: string; strip: string }> = {
  free: { one: 'is free', many: 'are free', strip: 'free' },
  booked: { one: 'is booked', many: 'are booked', strip: 'booked' },
  held: {
    one: 'is kept for somebody who has asked',
    many: 'are kept for somebody who has asked',
    strip: 'kept for somebody',
  },
  closed: { one: 'is closed', many: 'are closed', strip: 'closed' },
  bank_holiday: { one: 'is a day off there', many: 'are days off there', strip: 'day off' },
  outside_terms: {
    one: 'is outside the times of year when it opens',
    many: 'are outside the times of year when it opens',
    strip: 'not open at that time of year',
  },
  not_open: {
    one: 'is a day on which it is not open then',
    many: 'are days on which it is not open then',
    strip: 'not open then',
  },
  past: { one: 'is over', many: 'are over', strip: 'over' },
  too_soon: { one: 'is too soon to ask for', many: 'are too soon to ask for', strip: 'too soon' },
  too_far_ahead: {
    one: 'is further ahead than it can be booked',
    many: 'are further ahead than it can be booked',
    strip: 'too far ahead',
  },
  too_short: { one: 'is shorter than it is let', many: 'are shorter than it is let', strip: 'too short' },
  too_long: { one: 'is longer than it is let', many: 'are longer than it is let', strip: 'too long' },
  wrong_start: {
    one: 'would begin at a time at which it cannot',
    many: 'would begin at a time at which it cannot',
    strip: 'cannot begin then',
  },
  wrong_end: {
    one: 'would end at an odd minute',
    many: 'would end at an odd minute',
    strip: 'cannot end then',
  },
  too_many_people: {
    one: 'is for more people than fit',
    many: 'are for more people than fit',
    strip: 'too many people',
  },
  not_bookable: { one: 'cannot be booked', many: 'cannot be booked', strip: 'cannot be booked' },
};

const MOST_NAMED = 4;

/** "22 Dec and 29 Dec are closed; 5 Jan is booked" */
export function missingWords(missing: readonly AnswerDate[]): string {
  const byState = groupedByState(missing);
  return [...byState]
    .map(([state, dates]) => {
      const named = dates.slice(0, MOST_NAMED).map(({ date }) => shortDay(date));
      const names = dates.length > MOST_NAMED ? [...named, `${dates.length - MOST_NAMED} more`] : named;
      return `${listed(names)} ${dates.length === 1 ? STATE_WORDS[state].one : STATE_WORDS[state].many}`;
    })
    .join('; ');
}

function groupedByState(dates: readonly AnswerDate[]): Map<DateState, AnswerDate[]> {
  const groups = new Map<DateState, AnswerDate[]>();
  for (const one of dates) groups.set(one.state, [...(groups.get(one.state) ?? []), one]);
  return groups;
}

/** "all 40 dates", "the date" */
export const allDates = (count: number): string =>
  count === 1 ? 'the date' : count === 2 ? 'both dates' : `all ${count} dates`;

/** Letters of what an owner says beside a room; all of it stands on the room’s own page. */
const MOST_TOLD = 240;

export const rankWords = {
  only: 'The only room that fits.',
  first: (count: number) => `First of the ${count} rooms that fit, because it costs the least in all.`,
  firstADate: (count: number) => `First of the ${count} rooms that fit, because it costs the least for each date.`,
  firstOfCheap: (count: number) =>
    `First of the ${count} rooms that fit, because it is the nearest of those that cost the least, give or take a pound a date.`,
  firstLargeEnough: (count: number) =>
    `First of the ${count} rooms that fit, because it costs the least of those that are known to be large enough.`,
  firstNearest: (count: number) => `First of the ${count} rooms that fit, because it is the nearest.`,
  noneHasPrice: (count: number) =>
    `First of the ${count} rooms that fit, in order of time and name. No price is known for any of them.`,
  firstWithoutPrice: (count: number) =>
    `First of the ${count} rooms that fit, because it is the nearest. No price is known for any of them.`,
  dearer: (pence: number, name: string) => `Costs ${pounds(pence)} more in all than ${name}.`,
  dearerADate: (pence: number, name: string) => `Costs ${pounds(pence)} more for each date than ${name}.`,
  deposit: (as: string, name: string) => `Costs ${as} as ${name}, and its deposit is higher.`,
  further: (metres: number, as: string, name: string) => `Costs ${as} as ${name}, and is ${away(metres)} further.`,
  shut: (name: string) => `Costs the same as ${name}, but is shut on more of the dates.`,
  later: (name: string) => `The same as ${name}, but it begins later.`,
  alike: (name: string) => `Fits as well as ${name}; they stand in order of name.`,
  unpriced: 'Further down because its owner has given no price for your kind of group.',
  nextNearest: (metres: number, name: string) => `${away(metres)} further than ${name}.`,
  afterKnownSizes: 'Further down because it may be too small.',
  freeOn: (free: number, all: number) => (free === 0 ? 'Not free then' : `Free on ${free} of ${all} dates`),
  tooDear: (pence: number) => `Costs ${pounds(pence)} in all`,
  conditions: (text: string) =>
    `${text.length > MOST_TOLD ? `${text.slice(0, MOST_TOLD).replace(/\s+\S*$/, '')} …` : text.replace(/\.$/, '')}.`.replace(
      '….',
      '…',
    ),
  instant:
    'A group that has passed the test has it at once; while its test is being scored it may have trial dates, as many as the area allows.',
  perhapsNotAllowed: (text: string) =>
    `The owner does not allow: ${text.replace(/\.$/, '')}. Ask whether what you do is meant.`,
  capacityUnknown: 'Nobody has told us how many people fit. Ask.',
} as const;

/** The whole price in one line, before anybody asks. */
export function priceWords(price: Quote | null, dates: number): string {
  if (dates === 0) return '';
  if (!price) return 'Price not known: the owner has given none for your kind of group; ask before you agree';
  const deposit =
    price.depositPence > 0 ? `, and a deposit of ${pounds(price.depositPence)} that you get back` : '; no deposit';
  if (price.totalPence === 0) return `Free of charge${price.depositPence > 0 ? deposit : ''}`;
  const each = dates > 1 ? ` for ${dates} dates, about ${pounds(Math.round(price.totalPence / dates))} each` : '';
  return `${pounds(price.totalPence)} in all${each}${deposit}`;
}
export function priceLine(line: PriceLine): string {
  const reckoned = reckonedWords(line);
  return `${line.label}${reckoned ? `, ${reckoned}` : ''}: ${pounds(line.pence)}`;
}

export function factWords({ facility, value, note }: AnswerFact): string {
  const words = FACILITY_TABLE[facility];
  const says = {
    yes: words.yes,
    no: words.no,
    unknown: `${words.label}: not known`,
    not_at_that_time: `${words.label}: not at that time`,
  }[value];
  return note ? `${says} (${note.replace(/\.$/, '')})` : says;
}

export const plural = (weekday: Weekday): string => `${WEEKDAY_WORDS[weekday]}s`;

/** The dates of a room that nearly fits: how many are free, and the others. */
type Dates = { free: number; missing: readonly AnswerDate[] };
/** "all 12 dates", "11 of 12 dates" */
const freeOf = ({ free, missing }: Dates, all = allDates(free), many = 'dates'): string =>
  missing.length === 0 ? all : `${free} of ${free + missing.length} ${many}`;
const except = ({ missing }: Dates): string => (missing.length === 0 ? '' : ` – ${missingWords(missing)}`);

export const nearWords = {
  shift: (dates: Dates, from: string, to: string) =>
    `Free on ${freeOf(dates)} from ${timeWords(from, to)}${except(dates)}.`,
  dates: ({ free, missing }: Dates, elsewhere: string | null) =>
    `${free} of ${counted(free + missing.length, 'date')} free – ${missingWords(missing)}${elsewhere ? `; ${elsewhere} is free on ${missing.length === 1 ? 'it' : missing.length === 2 ? 'both' : 'all of them'}` : ''}.`,
  dearer: (dates: Dates, overPence: number) =>
    `Free on ${freeOf(dates)}, but ${pounds(overPence)} more than you can pay${except(dates)}.`,
  unpriced: (dates: Dates) =>
    `Free on ${freeOf(dates)}, but its owner has given no price, so nobody can say whether you can pay it${except(dates)}. Ask.`,
  unknown: (facts: readonly AnswerFact[]) =>
    `Nobody has told us about ${listed(facts.map(({ facility }) => `“${FACILITY_TABLE[facility].noun}”`))}. Ask before you rely on it.`,
  facility: (facts: readonly AnswerFact[]) =>
    `Has what you need, but not at that time: ${listed(facts.map(({ facility, note }) => `${FACILITY_TABLE[facility].noun}${note ? ` (${note.replace(/\.$/, '')})` : ''}`))}.`,
  weekday: (dates: Dates, weekday: Weekday, from: string, to: string) =>
    `Free on ${freeOf(dates, dates.free === 1 ? `the ${WEEKDAY_WORDS[weekday]}` : `all ${dates.free} ${plural(weekday)}`, plural(weekday))} from ${timeWords(from, to)}${except(dates)}.`,
  otherDate: (date: string, from: string, to: string) => `Free on ${dateWords(date)} from ${timeWords(from, to)}.`,
} as const;
