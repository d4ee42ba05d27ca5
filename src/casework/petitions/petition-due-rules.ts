import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { isUnit, type WorkedOut } from '../clocks/clock-contract.ts';
import { workedOut } from '../clocks/clock-rules.ts';
import { CASE_TERMS, type CaseTerms } from '../terms/case-term-contract.ts';
import type { Petition } from './petition-contract.ts';
import { PETITION_TABLE } from './petition-table.ts';

/** What the days of a petition are counted with: days off are bank holidays. */
export type Counting = { terms: CaseTerms; daysOff: DaysOff };
type Counted = Pick<Petition, 'state' | 'stateOn' | 'openedOn' | 'days'>;

/** The last day of the state that a petition is in, and every day that led to it; null for an end. */
export function petitionDue(
  { state, stateOn, openedOn, days }: Counted,
  { terms, daysOff }: Counting,
): WorkedOut | null {
  if (state === 'open') return workedOut({ from: openedOn ?? stateOn, count: days, unit: 'days', pauses: [] }, daysOff);
  const { limit } = PETITION_TABLE[state];
  if (limit === null) return null;
  const { unit } = CASE_TERMS[limit];
  return isUnit(unit) ? workedOut({ from: stateOn, count: terms[limit], unit, pauses: [] }, daysOff) : null;
}

/** Whether it can be signed on a day. */
export const isOpenOn = ({ state, closesOn }: Pick<Petition, 'state' | 'closesOn'>, today: Day): boolean =>
  state === 'open' && closesOn !== null && today <= closesOn;
