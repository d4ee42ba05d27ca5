import type { TrialDates } from './trial-date-contract.ts';

/** How many more dates can be had at once. Never below 0, though an area may have lowered the number since. */
export const trialsLeft = ({ most, held }: Pick<TrialDates, 'most' | 'held'>): number => Math.max(0, most - held);

/** Whether so many dates can be had as trial dates. @param trial null for a group that has none to take */
export const fitsTrial = (trial: TrialDates | null, dates: number): boolean =>
  trial !== null && dates > 0 && dates <= trialsLeft(trial);
