import type { FormerDate, FormerRule } from '../calendars/calendar-contract.ts';
import { recurrenceSchema, type Day } from '../../kernel/recurrence-contract.ts';
import type { ChangeTold, When } from './told-contract.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a fact remembers of how something was or became. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Dates with their times, the earliest first. */
export function whensIn(value: unknown): When[] {
  const found = (Array.isArray(value) ? value : [value])
    .map(fieldsOf)
    .flatMap(({ date, from, to, clock }) =>
      typeof date === 'string' && typeof from === 'string' && typeof to === 'string'
        ? [{ date, from, to, ...(typeof clock === 'string' && { clock }) }]
        : [],
    );
  return found.toSorted((one, other) => one.date.localeCompare(other.date) || one.from.localeCompare(other.from));
}

/** Days, given as such or with more. */
export const daysIn = (value: unknown): Day[] =>
  (Array.isArray(value) ? value : []).flatMap((one: unknown) =>
    typeof one === 'string' ? [one] : [textOf(fieldsOf(one)['date'])].filter((day) => day !== ''),
  );

/** A change of dates as a fact tells it. */
export function changeToldBy({ before, after }: { before: unknown; after: unknown }): ChangeTold {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const what = textOf(is['what']);
  return {
    what: what === 'one' || what === 'add' ? what : 'rest',
    before: whensIn(was['dates']),
    after: whensIn(is['dates']),
    dropped: whensIn(is['dropped']),
    notFree: daysIn(is['notFree']),
  };
}

/** What a price went down by. Pence. */
export function creditIn({ before, after }: { before: unknown; after: unknown }): number {
  const [was, is] = [fieldsOf(before)['totalPence'], fieldsOf(after)['totalPence']];
  return typeof was === 'number' && typeof is === 'number' ? was - is : 0;
}

/** The rule that a fact remembers from before, and the dates that it has made or moved; undefined where it remembers no rule. */
export function ruleIn({ before, after }: { before: unknown; after: unknown }): FormerRule | undefined {
  const { recurrence, from, to } = fieldsOf(before);
  const wished = formerIn(fieldsOf(after)['dates']).map(({ id }) => id);
  const rule = recurrenceSchema.safeParse(recurrence);
  return rule.success && typeof from === 'string' && typeof to === 'string'
    ? { recurrence: rule.data, from, to, wished }
    : undefined;
}

/** Dates by their ids, as they were in calendars. */
export function formerIn(value: unknown): FormerDate[] {
  return (Array.isArray(value) ? value : []).map(fieldsOf).flatMap((one) => {
    const [when] = whensIn(one);
    const { id, spaceId } = one;
    return when && typeof id === 'string' && typeof spaceId === 'string' ? [{ ...when, id, spaceId }] : [];
  });
}
