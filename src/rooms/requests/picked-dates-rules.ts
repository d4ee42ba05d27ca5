import type { Mistake } from '../../kernel/problem.ts';
import { type Recurrence, MOST_DATES, type Day, daySchema } from '../../kernel/recurrence-contract.ts';

export function pickedDates(text: string, mistakes: Mistake[]): Recurrence | null {
  const typed = text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const read = typed.map((line) => ({ line, day: dayFrom(line) }));
  const unread = read.find(({ day }) => day === null);
  if (typed.length === 0) return wrong(mistakes, 'dates', 'Enter the dates, one on each line.');
  if (typed.length > MOST_DATES) return wrong(mistakes, 'dates', `Enter up to ${MOST_DATES} dates.`);
  if (unread)
    return wrong(
      mistakes,
      'dates',
      `Enter “${unread.line.slice(0, 40)}” as a date, for instance 2 March 2027 or 2/3/2027.`,
    );
  return { kind: 'dates', dates: [...new Set(read.flatMap(({ day }) => day ?? []))].toSorted() };
}

/** A day as people in Britain write it: "2 March 2027", "2/3/2027", "2027-03-02". */
function dayFrom(text: string): Day | null {
  const numbers = /^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$/.exec(text);
  const named = /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?\s+(\d{4})$/i.exec(text);
  const month = named ? MONTHS.indexOf((named[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0;
  const iso = numbers
    ? `${numbers[3]}-${padded(numbers[2])}-${padded(numbers[1])}`
    : named && month > 0
      ? `${named[3]}-${padded(String(month))}-${padded(named[1])}`
      : text;
  return daySchema.safeParse(iso).success ? iso : null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const padded = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

export function wrong(mistakes: Mistake[], field: string, message: string): null {
  mistakes.push({ field, message });
  return null;
}
