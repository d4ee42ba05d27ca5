const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "2 March 2027" */
export const dayWords = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));
