import { WEEKDAYS, type Weekday } from '../../kernel/recurrence-contract.ts';

/** The inputs of one line of opening hours: `hours_days_1`, `hours_from_1`, … */
export const HOURS_COLUMNS = [
  'days',
  'from',
  'to',
  'term',
  'approval',
  'open',
  'staffed',
  'season_from',
  'season_to',
  'note',
] as const;
/** What may stand for several weekdays in one line; saving makes a line for each. */
export const DAY_SETS: Readonly<Record<string, readonly Weekday[]>> = {
  '1-5': [1, 2, 3, 4, 5],
  '6-7': [6, 7],
  '1-7': WEEKDAYS,
};
