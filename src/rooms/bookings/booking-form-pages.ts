import type { FormState } from '../../../client/kernel/form-fields.ts';
import { mistakesOf } from '../../kernel/form-page.ts';
import { notFound, type Problem } from '../../kernel/problem.ts';
import type { BookingState, ShownDate } from './booking-page-contract.ts';

/** The title of a page that shows a form, or shows it again with mistakes. */
export const titled = (status: number, title: string): string => `${status === 200 ? '' : 'Error: '}${title}`;

/** @throws Problem 404 when the booking has no such date */
export function dateIn({ dates }: BookingState, day: string): ShownDate {
  const found = dates.find(({ originalDate }) => originalDate === day);
  if (!found) throw notFound('date');
  return found;
}

/** Mistakes about single dates have no input of their own to lead to. */
export const shownAgain = (values: Record<string, unknown>, problem: Problem): FormState => ({
  values,
  mistakes: mistakesOf(problem).map((one) => (/^\d{4}-/.test(one.field) ? { ...one, field: '' } : one)),
});
