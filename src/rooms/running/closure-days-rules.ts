import { Temporal } from 'temporal-polyfill';
import { CLOSURE_REASONS } from '../bookings/closure-contract.ts';
import type { Mistake } from '../../kernel/problem.ts';
import { dated } from '../../kernel/recurrence.ts';
import { clockTimeSchema, daySchema, type Day, type Stretch } from '../../kernel/recurrence-contract.ts';
import type { Term } from '../spaces/space-contract.ts';
import { daysBetween } from './building-calendar-rules.ts';
import {
  CLOSED_WHEN,
  type ClosedWhen,
  type ClosureChoices,
  type ClosureForm,
  type Gap,
  type WantedClosure,
} from './closure-form-contract.ts';
import { plusDays, startOf } from './tonight-rules.ts';

/** Longer closures are for the record of the building: it is closed. */
const MOST_DAYS = 400;
const MINUTE_MS = 60_000;
const LONGEST_TEXT = 300;

type Read = { wanted: WantedClosure; mistakes: Mistake[] };

/** What a form asks to close, and everything that is wrong with it. Days that are past are left out. */
export function readClosure(form: ClosureForm, choices: ClosureChoices): Read {
  const mistakes: Mistake[] = [];
  const wrong = (field: string, message: string): void => void mistakes.push({ field, message });
  const room = choices.rooms.find(({ id }) => id === form.where);
  if (!room && form.where !== 'building') wrong('where', 'Choose the whole building or one of its rooms.');
  const when = CLOSED_WHEN.find((one) => one === form.when);
  const days = when
    ? [...new Set(DAYS[when](form, choices, wrong))].toSorted().filter((day) => day >= choices.today)
    : [];
  if (!when) wrong('when', 'Choose when it is closed.');
  else if (mistakes.length === 0 && days.length === 0) wrong(FIELD[when], 'These days are past. Choose days to come.');
  if (days.length > MOST_DAYS) wrong(FIELD[when ?? 'range'], `Close for up to ${MOST_DAYS} days at a time.`);
  const hours = hoursIn(form, wrong);
  if (hours && hours.to <= choices.clock && days.includes(choices.today))
    wrong('to_time', 'This time is past today. Choose a later time or another day.');
  const reason = CLOSURE_REASONS.find((one) => one === form.reason);
  if (!reason) wrong('reason', 'Choose a reason.');
  if (form.public_text.length > LONGEST_TEXT) wrong('public_text', `Use up to ${LONGEST_TEXT} characters.`);
  return {
    wanted: {
      spaceId: room?.id ?? null,
      days: days.slice(0, MOST_DAYS),
      hours,
      reason: reason ?? 'other',
      publicText: form.public_text || null,
    },
    mistakes,
  };
}

const FIELD: Record<ClosedWhen, string> = {
  day: 'on',
  range: 'until',
  bank_holidays: 'year',
  school_holidays: 'gap',
  dates: 'pick',
};
type Wrong = (field: string, message: string) => void;
const isDay = (day: string): boolean => daySchema.safeParse(day).success;

const DAYS: Record<ClosedWhen, (form: ClosureForm, choices: ClosureChoices, wrong: Wrong) => Day[]> = {
  day({ on }, _choices, wrong) {
    if (isDay(on)) return [on];
    wrong('on', 'Enter the day, for instance 2027-05-06.');
    return [];
  },
  range({ from, until }, _choices, wrong) {
    if (!isDay(from)) wrong('from', 'Enter the first day that is closed.');
    if (!isDay(until)) wrong('until', 'Enter the last day that is closed.');
    if (!isDay(from) || !isDay(until)) return [];
    if (until < from) wrong('until', 'Enter a last day that is not before the first.');
    // Counted before any list is made: somebody may have typed the year 2199.
    return until < from ? [] : daysBetween(from, until < plusDays(from, MOST_DAYS) ? until : plusDays(from, MOST_DAYS));
  },
  bank_holidays({ year }, { years }, wrong) {
    const found = years.find((one) => one.year === year);
    if (!found) wrong('year', 'Choose a year whose bank holidays are known.');
    return [...(found?.days ?? [])];
  },
  school_holidays({ gap }, { gaps }, wrong) {
    const chosen = gaps.filter(({ from, to }) => gap.includes(`${from}_${to}`));
    if (chosen.length === 0) wrong('gap', 'Choose at least one of the school holidays.');
    return chosen.flatMap(({ from, to }) => daysBetween(from, to));
  },
  dates({ pick }, _choices, wrong) {
    const picked = pick.filter((day) => day.trim() !== '');
    if (picked.length === 0) wrong('pick', 'Enter at least one date.');
    if (!picked.every(isDay)) wrong('pick', 'Enter each date as on the calendar, for instance 2027-05-06.');
    return picked.filter(isDay);
  },
};

/** Both times or none; the same for every day. */
function hoursIn({ from_time: from, to_time: to }: ClosureForm, wrong: Wrong): WantedClosure['hours'] {
  if (from === '' && to === '') return null;
  if (!clockTimeSchema.safeParse(from).success)
    wrong(
      'from_time',
      'Enter the time from which it is closed, for instance 14:00, or leave both times empty for whole days.',
    );
  if (!clockTimeSchema.safeParse(to).success)
    wrong(
      'to_time',
      'Enter the time until which it is closed, for instance 22:00, or leave both times empty for whole days.',
    );
  if (to <= from && from !== '' && to !== '') wrong('to_time', 'Enter an end that is later than the start.');
  return { from, to };
}

/** Real time for some days: days that follow each other are one stretch, parts of days each their own. */
export function stretchesOf({ days, hours }: Pick<WantedClosure, 'days' | 'hours'>, zone: string): Stretch[] {
  if (hours)
    return days.map((day) => dated(day, hours.from, hours.to, zone)).map(({ starts, ends }) => ({ starts, ends }));
  return runsOf(days).map(({ from, to }) => ({ starts: minuteAt(from, zone), ends: minuteAt(plusDays(to, 1), zone) }));
}

/** Days that follow each other, as first and last. */
export function runsOf(days: readonly Day[]): { from: Day; to: Day }[] {
  const runs: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && plusDays(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}

/** Days of a closure that would touch what is held. */
export function blockedDays(
  { days, hours }: Pick<WantedClosure, 'days' | 'hours'>,
  held: readonly Stretch[],
  zone: string,
): Set<Day> {
  return new Set(
    days.filter((day) =>
      stretchesOf({ days: [day], hours }, zone).some((part) =>
        held.some(({ starts, ends }) => starts < part.ends && ends > part.starts),
      ),
    ),
  );
}

/** The holidays between terms that are not over yet. */
export function gapsBetween(terms: readonly Term[], today: Day): Gap[] {
  const sorted = terms.toSorted((one, other) => one.from.localeCompare(other.from));
  return sorted.slice(0, -1).flatMap(({ name, to }, index) => {
    const next = sorted[index + 1];
    const gap = { from: plusDays(to, 1), to: plusDays(next?.from ?? to, -1), after: name };
    return gap.from <= gap.to && gap.to >= today ? [gap] : [];
  });
}

/** A closure in days and hours of the wall clock, for showing it. */
export function daysOf(
  { starts, ends }: Stretch,
  zone: string,
): { from: Day; to: Day; hours: { from: string; to: string } | null } {
  const [begins, finishes] = [wall(starts, zone), wall(ends, zone)];
  const wholeDays = isMidnight(begins) && isMidnight(finishes);
  const lastDay = isMidnight(finishes) ? finishes.toPlainDate().subtract({ days: 1 }) : finishes.toPlainDate();
  const clock = (time: Temporal.PlainDateTime): string => time.toPlainTime().toString({ smallestUnit: 'minute' });
  return {
    from: begins.toPlainDate().toString(),
    to: lastDay.toString(),
    hours: wholeDays ? null : { from: clock(begins), to: isMidnight(finishes) ? '24:00' : clock(finishes) },
  };
}

const isMidnight = (time: Temporal.PlainDateTime): boolean => time.hour === 0 && time.minute === 0;
const wall = (minute: number, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime();
const minuteAt = (day: Day, zone: string): number => Math.floor(Date.parse(startOf(day, zone)) / MINUTE_MS);
