import type { Recurrence } from '../../kernel/recurrence-contract.ts';
import { counted } from '../../kernel/text.ts';
import { endWords, timeWords } from '../bookings/booking-words.ts';
import { FACILITY_TABLE } from '../spaces/facility-contract.ts';
import { WEEKDAY_WORDS } from '../spaces/space-words.ts';
import { clockOf, lengthOf } from '../spaces/time-contract.ts';
import type { FinderQuery, WantedTime } from './finder-contract.ts';
import { plural } from './finder-words.ts';
import { fullDay, listed, pounds } from './measure-words.ts';
import { dateWords } from '../../kernel/day-words.ts';

/** What a wish needs for being said. */
type Said = {
  query: FinderQuery;
  where: { label: string | null; km: number | null };
  asked: { time: WantedTime | null };
  dates: readonly string[];
};

/** A wish in one sentence: "For 12 people, every Tuesday from 2 March 2027 to 25 May 2027 (13 dates), from 18:00 to 20:00, within 3 km of ZZ1 1AA." */
export function wishWords({ query, where, asked: { time }, dates }: Said): string {
  const parts = [
    query.people ? `for ${counted(query.people, 'person', 'people')}` : '',
    time ? daysWords(time.recurrence, dates.length) : '',
    time?.term ? { only: 'in school term only', never: 'in school holidays only' }[time.term] : '',
    time?.daysOff ? { skip: 'not on bank holidays', every: 'on every one of them' }[time.daysOff] : '',
    time ? timesWords(time) : '',
    where.label === null ? '' : where.km === null ? `in ${where.label}` : `within ${where.km} km of ${where.label}`,
    query.need?.length ? `with ${listed(query.need.map((need) => FACILITY_TABLE[need].noun))}` : '',
    query.most === undefined
      ? ''
      : `for ${pounds(query.most)} at most ${{ all: 'in all', date: 'a date', hour: 'an hour' }[query.most_for ?? 'all']}`,
  ].filter((part) => part !== '');
  const [first = 'anywhere', ...others] = parts;
  return `${[`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...others].join(', ')}.`;
}

const NTH = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', [-1]: 'last' } as const;

function daysWords(recurrence: Recurrence, count: number): string {
  if (recurrence.kind === 'once') return `on ${dateWords(recurrence.date)}`;
  if (recurrence.kind === 'dates') return `on ${counted(count, 'date')}`;
  const period = `from ${fullDay(recurrence.from)} to ${fullDay(recurrence.until)} (${counted(count, 'date')})`;
  if (recurrence.kind === 'monthly')
    return `on the ${NTH[recurrence.nth]} ${WEEKDAY_WORDS[recurrence.weekday]} of the month ${period}`;
  const days = listed(recurrence.weekdays.map((day) => (recurrence.every === 1 ? WEEKDAY_WORDS[day] : plural(day))));
  return recurrence.every === 1
    ? `every ${days} ${period}`
    : `every ${recurrence.every === 2 ? 'second week' : `${recurrence.every} weeks`} on ${days} ${period}`;
}

const timesWords = ({ earliest, latest, minutes }: WantedTime): string =>
  latest - earliest === minutes
    ? `from ${timeWords(clockOf(earliest), clockOf(latest))}`
    : `for ${lengthOf(minutes)} between ${clockOf(earliest)} and ${endWords(clockOf(earliest), clockOf(latest))}`;
