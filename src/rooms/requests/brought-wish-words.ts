import { seriesWords } from '../bookings/booking-words.ts';
import { dateWords } from '../../kernel/day-words.ts';
import { listed } from '../finder/measure-words.ts';
import { FACILITY_TABLE } from '../spaces/facility-contract.ts';
import type { Wish } from './request-contract.ts';

/** What somebody looked for, in one sentence: "Every Tuesday, 18:00 to 20:00, from Tuesday 9 March 2027 to …, for 8 people." */
export function broughtWords(wish: Wish): string {
  const { recurrence, people, needs } = wish;
  const period =
    recurrence.kind === 'weekly' || recurrence.kind === 'monthly'
      ? `, from ${dateWords(recurrence.from)} to ${dateWords(recurrence.until)}`
      : '';
  const series = seriesWords(wish);
  return `${series.charAt(0).toUpperCase()}${series.slice(1)}${period}, for ${people === 1 ? 'one person' : `${people} people`}${needs.length > 0 ? `, with ${listed(needs.map((need) => FACILITY_TABLE[need].noun))}` : ''}.`;
}
