import { shortDateWords } from '../../src/kernel/day-words.ts';

export { dateWords as longDay } from '../../src/kernel/day-words.ts';

const POUNDS = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 2,
  minimumFractionDigits: 0,
});
const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

const HECTARE_M2 = 10_000;
/** From this size on hectares are easier to grasp than square metres. */
const HECTARES_FROM_M2 = 10_000;
const MILE_M = 1_609.344;

/** "2 March 2027"; a year alone stays a year. */
export function shortDay(day: string): string {
  return day.length === 4 ? day : shortDateWords(day);
}

/** Square metres as people say them: "180 m²", "4.1 hectares". */
export function area(squareMetres: number): string {
  if (squareMetres < HECTARES_FROM_M2) return `${WHOLE.format(squareMetres)} m²`;
  const hectares = TENTHS.format(squareMetres / HECTARE_M2);
  return `${hectares} ${hectares === '1' ? 'hectare' : 'hectares'}`;
}

/** A distance as people walk it: "350 metres", "1.2 miles". */
export function distance(metres: number): string {
  if (metres < 800) return `${WHOLE.format(Math.max(10, Math.round(metres / 10) * 10))} metres`;
  const miles = TENTHS.format(metres / MILE_M);
  return `${miles} ${miles === '1' ? 'mile' : 'miles'}`;
}

/** Pence as pounds: 125000 becomes "£1,250", 1250 becomes "£12.50". */
export function pounds(pence: number): string {
  return POUNDS.format(pence / 100).replace(/\.(\d)$/, '.$10');
}

/** "1 place", "2 places". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${WHOLE.format(count)} ${count === 1 ? one : many}`;
}

/** "land, rooms and buildings" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** “From six”: the same words at the beginning of a line. */
export const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
