import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { isUnit, type WorkedOut } from '../clocks/clock-contract.ts';
import { workedOut } from '../clocks/clock-rules.ts';
import { CASE_TERMS, type CaseTermName, type CaseTerms } from '../terms/case-term-contract.ts';
import type { Enquiry, EnquiryAct, EnquiryState, SourceCheck } from './enquiry-contract.ts';
import { PRESUMING } from './enquiry-contract.ts';
import { ENQUIRY_TABLE } from './enquiry-table.ts';

/** What a limit is counted with: days off are bank holidays, not days on which offices are shut by their own choice. */
export type Counting = { terms: CaseTerms; daysOff: DaysOff };

/** The last day of a limit that begins with an event on a day, and every day that led to it. */
export function limitFrom(limit: CaseTermName, from: Day, { terms, daysOff }: Counting): WorkedOut {
  const { unit } = CASE_TERMS[limit];
  const worked = isUnit(unit) ? workedOut({ from, count: terms[limit], unit, pauses: [] }, daysOff) : null;
  return worked ?? { due: from, days: [] };
}

/** Its last day alone. */
export const lastDayOf = (limit: CaseTermName, from: Day, counting: Counting): Day =>
  limitFrom(limit, from, counting).due;

/**
 * From which day a state is counted: the day on which it began, but looking for the first time from the day on which the question came
 * in, so that acknowledging late does not lengthen it.
 */
export const countedFrom = (
  { state, receivedOn }: Pick<Enquiry, 'state' | 'receivedOn'>,
  to: EnquiryState,
  on: Day,
): Day => (state === 'asked' && to === 'looking' ? receivedOn : on);

/** The last day of a state that is entered on a day; null for an end. */
export function dueIn(
  enquiry: Pick<Enquiry, 'state' | 'receivedOn'>,
  to: EnquiryState,
  on: Day,
  counting: Counting,
): Day | null {
  const { limit } = ENQUIRY_TABLE[to];
  return limit === null ? null : lastDayOf(limit, countedFrom(enquiry, to, on), counting);
}

/** The body that counts as owner if nobody says otherwise: the registered before the one that maintains the road; the newest look of each. */
export function presumedBody(checks: readonly SourceCheck[]): { ownerId: string; check: SourceCheck } | null {
  const named = checks.filter(
    ({ source, ownerId, outcome, disproved }) =>
      PRESUMING.includes(source) && outcome === 'body' && ownerId !== null && !disproved,
  );
  const registered = named.filter(({ source }) => source !== 'highway_records');
  const check = registered.at(-1) ?? named.at(-1);
  return check?.ownerId ? { ownerId: check.ownerId, check } : null;
}

/** What the clock does when a state is over: the first way whose guard holds. */
export function silentAct(
  { state, looks }: Pick<Enquiry, 'state' | 'looks'>,
  checks: readonly SourceCheck[],
  { enquiry_looks: mostLooks }: CaseTerms,
): EnquiryAct | null {
  const holds: Partial<Record<EnquiryAct, boolean>> = {
    presume: presumedBody(checks) !== null,
    look_again: looks < mostLooks,
  };
  return ENQUIRY_TABLE[state].silence.find((act) => holds[act] ?? true) ?? null;
}
