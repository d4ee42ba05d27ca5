import { daySchema } from '../../kernel/recurrence-contract.ts';
import type { Mistake } from '../../kernel/problem.ts';
import { MOST_DAYS_OFF, MOST_TERMS, type DayOff } from './calendar-days-contract.ts';
import { highestRow, rowsIn, rowValues, type Reading } from './row-form-rules.ts';
import type { Term } from './space-contract.ts';
import type { FormValues } from './space-edit-contract.ts';

const TERM_COLUMNS = ['name', 'from', 'to'] as const;
const DAY_COLUMNS = ['day', 'name'] as const;
const isDay = (text: string | undefined): boolean => daySchema.safeParse(text).success;

export const termsForm = (terms: readonly Term[]): FormValues => rowValues('term', terms);
export const daysOffForm = (days: readonly DayOff[]): FormValues => rowValues('off', days);

/** Reads term dates: the first and the last day of each. They may not overlap, so that a day is in one term or in none. */
export function readTerms(values: FormValues): Reading<Term> {
  const mistakes: Mistake[] = [];
  const rows = rowsIn(values, 'term', TERM_COLUMNS, TERM_COLUMNS, MOST_TERMS);
  const read = rows.map(({ at, cells: { name = '', from = '', to = '' } }) => {
    const wrong = (column: string, message: string): void =>
      void mistakes.push({ field: `term_${column}_${at}`, message });
    if (name === '' || name.length > 100)
      wrong('name', 'Enter what the term is called, for instance “Spring 2027”, in up to 100 characters.');
    if (!isDay(from)) wrong('from', 'Enter the first day of the term, for instance 2027-01-04.');
    if (!isDay(to)) wrong('to', 'Enter the last day of the term, for instance 2027-03-25.');
    if (isDay(from) && isDay(to) && to < from) wrong('to', 'Enter a last day that is not before the first.');
    return { at, term: { name, from, to } };
  });
  if (highestRow(values, 'term') > MOST_TERMS)
    mistakes.push({ field: '', message: `Enter up to ${MOST_TERMS} terms.` });
  if (mistakes.length === 0) {
    for (const { at, term } of read) {
      const other = read.find(
        (earlier) => earlier.at < at && earlier.term.from <= term.to && term.from <= earlier.term.to,
      );
      if (other)
        mistakes.push({
          field: `term_from_${at}`,
          message: `Change the dates of ${term.name} or ${other.term.name}: they overlap.`,
        });
    }
  }
  return { items: read.map(({ term }) => term).toSorted((one, other) => one.from.localeCompare(other.from)), mistakes };
}

/** Reads days off. A day that is written twice is kept once, under its first name. */
export function readDaysOff(values: FormValues): Reading<DayOff> {
  const mistakes: Mistake[] = [];
  const rows = rowsIn(values, 'off', DAY_COLUMNS, DAY_COLUMNS, MOST_DAYS_OFF);
  const days = rows.map(({ at, cells: { day = '', name = '' } }) => {
    if (!isDay(day))
      mistakes.push({
        field: `off_day_${at}`,
        message: 'Enter the day off as on the calendar, for instance 2027-12-29.',
      });
    if (name === '' || name.length > 100)
      mistakes.push({
        field: `off_name_${at}`,
        message: 'Say why it is a day off, for instance “Between Christmas and New Year”, in up to 100 characters.',
      });
    return { day, name };
  });
  if (highestRow(values, 'off') > MOST_DAYS_OFF)
    mistakes.push({ field: '', message: `Enter up to ${MOST_DAYS_OFF} days off.` });
  const once = days.filter(({ day }, index) => days.findIndex((other) => other.day === day) === index);
  return { items: once.toSorted((one, other) => one.day.localeCompare(other.day)), mistakes };
}
