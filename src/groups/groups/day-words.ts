import { dayOf } from '../../kernel/day-contract.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "2 March 2027"; of an instant, the day by the clock of the house. */
export const dayWords = (day: string): string => DAY.format(new Date(`${dayOf(day)}T00:00:00Z`));
