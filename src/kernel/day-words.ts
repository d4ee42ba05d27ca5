import type { Day } from './recurrence-contract.ts';

const LONG_DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "Tuesday 2 March 2027" */
export const dateWords = (day: Day): string => LONG_DAY.format(new Date(`${day}T00:00:00Z`)).replace(',', '');

const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "2 March 2027" */
export const shortDateWords = (day: Day): string => SHORT_DAY.format(new Date(`${day}T00:00:00Z`));
