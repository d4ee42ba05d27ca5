const POUNDS = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  minimumFractionDigits: 0,
  maximumFractionDigits: 2,
});

const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

const FULL_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** "£12.50", "£1,200" */
export const pounds = (pence: number): string => POUNDS.format(pence / 100).replace(/\.(\d)$/, '.$10');

/** "22 Dec" */
export const shortDay = (day: string): string => SHORT_DAY.format(at(day));

/** "22 December 2026" */
export const fullDay = (day: string): string => FULL_DAY.format(at(day));

export const monthOf = (day: string): string => MONTH.format(at(day));

export const dayOfMonth = (day: string): string => String(Number(day.slice(8)));

/** "floor 1", "ground floor": floors as owners write them. */
export const floorWords = (floor: string): string =>
  /^-?\d+$/.test(floor) ? `floor ${floor}` : /^ground$/i.test(floor) ? 'ground floor' : floor;

/** "a, b and c" */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** "350 metres", "1.2 miles" */
export function away(metres: number): string {
  if (metres < 800) return `${Math.max(10, Math.round(metres / 10) * 10)} metres`;
  const miles = (metres / 1_609.344).toFixed(1).replace(/\.0$/, '');
  return `${miles} ${miles === '1' ? 'mile' : 'miles'}`;
}
