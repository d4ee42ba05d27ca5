import { z } from 'zod';
import { FACILITIES } from '../spaces/facility-contract.ts';
import { AUDIENCES } from '../spaces/space-contract.ts';
import { clockOf, endAfter } from '../spaces/time-contract.ts';
import { DAY_NAMES, FIRSTS, MOST_FOR, NTH_NAMES, REPEATS } from './wish-contract.ts';
import { oneOf, text, anyOf, number, whole, day, time, pounds } from './typed-value-contract.ts';

export * from './wish-contract.ts';

const TIME_WORDS = 'as hours and minutes, for instance 18:00.';
const PLACE_WORDS = 'Leave the place out, or give both lat and lon in degrees, for instance lat=53.41 and lon=-2.3.';

/** What somebody looks for, as parameters of an address that can be kept and sent on. Nothing in it says who they are. */
const finderShape = {
  for: text(200, 'Say what for in up to 200 characters.').describe('What for, in a few words; shown in the address'),
  people: whole(1, 10_000, 'Enter how many people will come, as a number from 1 to 10,000.').describe(
    'How many people will come',
  ),
  repeat: oneOf(REPEATS, 'Choose one date, every week or so, or once a month.').describe(
    'once, weekly or monthly; worked out from the rest when left out',
  ),
  on: day('Enter the date as year, month and day, for instance 2027-03-02.').describe('The one date, YYYY-MM-DD'),
  day: anyOf(DAY_NAMES, 'Choose days of the week from the list: mon, tue, wed, thu, fri, sat, sun.').describe(
    'Days of the week: mon to sun, several separated by commas',
  ),
  every: whole(1, 26, 'Enter every how many weeks, as a number from 1 to 26.').describe(
    'Every how many weeks, 1 unless told',
  ),
  nth: oneOf(NTH_NAMES, 'Choose the first to the fifth or the last such day of the month.').describe(
    'Once a month: which of the month’s days of that name',
  ),
  from: day('Enter the first day as year, month and day, for instance 2027-03-02.').describe(
    'First day, YYYY-MM-DD; a week from today unless told',
  ),
  until: day('Enter the last day as year, month and day, for instance 2027-07-20.').describe(
    'Last day, YYYY-MM-DD; twelve weeks on unless told',
  ),
  weeks: whole(1, 110, 'Enter for how many weeks, as a number from 1 to 110.').describe(
    'Instead of until: for how many weeks from the first day on',
  ),
  term: oneOf(['only', 'never'], 'Choose term time only, holidays only, or both.').describe(
    'only: in school terms; never: outside them',
  ),
  off: oneOf(['skip', 'every'], 'Choose what happens on bank holidays from the list.').describe(
    'skip: not on bank holidays and other days off of the area; every: on all dates without exception; unless told, rooms that are shut on a few of many dates fit, and these are left out',
  ),
  start: time(`Enter the earliest start ${TIME_WORDS}`).describe('Earliest start, HH:MM'),
  end: time(`Enter the latest end ${TIME_WORDS}`).describe(
    'Latest end, HH:MM, up to 24:00; before the start, it is on the next day, at most twelve hours later',
  ),
  hours: number(0.25, 24, 'Enter how many hours, for instance 2 or 1.5.').describe(
    'How long, in hours; from start to end unless told',
  ),
  area: text(60, 'Choose an area from the list.').describe('Slug of an area'),
  near: text(100, 'Type a postcode or the name of a ward: 100 characters at most.').describe(
    'Postcode, postcode district or ward',
  ),
  lat: number(-90, 90, PLACE_WORDS).describe('Instead of near: latitude in degrees'),
  lon: number(-180, 180, PLACE_WORDS).describe('Instead of near: longitude in degrees'),
  km: number(0.1, 50, 'Enter a distance between 0.1 and 50 kilometres.').describe(
    'How far away at most, in kilometres; 5 unless told',
  ),
  need: anyOf(FACILITIES, 'Choose what the room must have from the list.').describe(
    'What it must have, several separated by commas',
  ),
  most: pounds('Enter the most you can pay in pounds, for instance 120 or 12.50.').describe(
    'The most that can be paid, in pounds, without the deposit',
  ),
  most_for: oneOf(MOST_FOR, 'Choose whether that is for everything, for each date or for each hour.').describe(
    'Whether most is for all dates together, for each, or for each hour',
  ),
  first: oneOf(FIRSTS, 'Choose what to show first from the list.').describe(
    'near: the nearest first; unless told, what costs least in full',
  ),
  as: oneOf(AUDIENCES, 'Choose who you are from the list.').describe('The price list that goes: community unless told'),
  insured: oneOf(['yes'], 'Leave “insured” out, or say yes.').describe(
    'yes: the group has public liability cover of its own',
  ),
};

export const finderSchema = z.object(finderShape).superRefine((given, context) => {
  const wrong = (field: keyof typeof finderShape, message: string): void =>
    context.addIssue({ code: 'custom', path: [field], message });
  if ((given.lat === undefined) !== (given.lon === undefined))
    wrong(given.lat === undefined ? 'lat' : 'lon', PLACE_WORDS);
  const repeat = repeatOf(given);
  if (!repeat) {
    if (given.start !== undefined || given.hours !== undefined)
      wrong(
        given.repeat === undefined || given.repeat === 'once' ? 'on' : 'day',
        'Choose the date, or the day of the week.',
      );
    return;
  }
  if (repeat === 'once' && given.on === undefined) wrong('on', 'Choose the date.');
  if (repeat !== 'once' && !given.day?.length) wrong('day', 'Choose at least one day of the week.');
  if (repeat === 'monthly' && (given.day?.length ?? 0) > 1)
    wrong('day', 'Choose one day of the week for something that is once a month.');
  if (repeat === 'monthly' && given.nth === undefined)
    wrong('nth', 'Choose which such day of the month: the first to the fifth, or the last.');
  if (given.from !== undefined && given.until !== undefined && given.until < given.from)
    wrong('until', 'Give a last day that is not before the first.');
  if (given.until !== undefined && given.weeks !== undefined)
    wrong('weeks', 'Give a last day or a number of weeks, not both.');
  checkTimes(given, wrong);
});
export type FinderQuery = z.infer<typeof finderSchema>;

type Wrong = (field: 'start' | 'end' | 'hours', message: string) => void;

function checkTimes({ start, end, hours }: Pick<FinderQuery, 'start' | 'end' | 'hours'>, wrong: Wrong): void {
  if (start === undefined) return wrong('start', 'Enter the earliest start, for instance 18:00.');
  if (start >= 24 * 60) return wrong('start', 'Enter a start before midnight.');
  if (end === undefined && hours === undefined) return wrong('hours', 'Enter how long, or the latest end.');
  if (hours !== undefined && (hours * 60) % 15 !== 0)
    return wrong('hours', 'Enter how long in quarters of an hour, for instance 1.5 or 2.25.');
  if (end === undefined) return;
  const over = endAfter(start, end);
  if (over === undefined) return wrong('end', 'Enter an end time after the start time.');
  if (hours !== undefined && start + hours * 60 > over)
    return wrong(
      'end',
      'Between that start and that end there is less time than you need. Move one of them, or ask for fewer hours.',
    );
}

/** Whether it is wanted once, every so many weeks or once a month; undefined when no date is wanted yet. */
export function repeatOf({
  repeat,
  on,
  day: days,
  nth,
}: Pick<FinderQuery, 'repeat' | 'on' | 'day' | 'nth'>): (typeof REPEATS)[number] | undefined {
  if (repeat === 'once' && on === undefined && !days?.length) return undefined;
  if (repeat && repeat !== 'once' && !days?.length && on === undefined) return undefined;
  if (repeat) return repeat;
  if (days?.length) return nth ? 'monthly' : 'weekly';
  return on ? 'once' : undefined;
}

/** The same wish as parameters again, in a fixed order: the same wish always makes the same address. */
export function finderParams(query: FinderQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of Object.keys(finderShape) as (keyof FinderQuery)[]) {
    const value = query[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    params.set(name, Array.isArray(value) ? value.join(',') : asTyped(name, value));
  }
  return params;
}

function asTyped(name: keyof FinderQuery, value: string | number | readonly string[]): string {
  if (typeof value !== 'number') return String(value);
  if (name === 'start' || name === 'end') return clockOf(value);
  return name === 'most' ? (value / 100).toFixed(2).replace(/\.00$/, '') : String(value);
}
