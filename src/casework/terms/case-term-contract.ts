import { z } from 'zod';
import { daySchema, type Day } from '../../kernel/recurrence-contract.ts';
import type { Unit } from '../clocks/clock-contract.ts';

/** What a term counts: working days, calendar days, minutes, how often, whole pounds, or points of a hundred. */
export type TermUnit = Unit | 'minutes' | 'times' | 'pounds' | 'points';
export type CaseTerm = { unit: TermUnit; usual: number; least: number; most: number };

/**
 * Limits of cases of land and buildings: an area adopts its own. What is usual are the days of the casework reference, section 8.1, and
 * of its second part, section 3. Whoever adds a kind of case adds its limits here and their words in `case-term-words.ts`.
 */
export const CASE_TERMS = {
  enquiry_acknowledged_wd: { unit: 'working_days', usual: 5, least: 1, most: 20 },
  enquiry_looked_wd: { unit: 'working_days', usual: 20, least: 5, most: 60 },
  enquiry_escalated_wd: { unit: 'working_days', usual: 10, least: 1, most: 40 },
  enquiry_presumed_days: { unit: 'days', usual: 365, least: 30, most: 1_100 },
  enquiry_consent_wd: { unit: 'working_days', usual: 20, least: 5, most: 60 },
  enquiry_letter_wd: { unit: 'working_days', usual: 5, least: 1, most: 20 },
  enquiry_introduced_wd: { unit: 'working_days', usual: 60, least: 10, most: 120 },
  enquiry_parked_days: { unit: 'days', usual: 90, least: 14, most: 365 },
  enquiry_looks: { unit: 'times', usual: 4, least: 0, most: 12 },
  enquiries_a_day: { unit: 'times', usual: 5, least: 1, most: 50 },
  interest_answered_wd: { unit: 'working_days', usual: 5, least: 1, most: 20 },
  interest_chased_wd: { unit: 'working_days', usual: 5, least: 1, most: 20 },
  interest_viewing_wd: { unit: 'working_days', usual: 15, least: 5, most: 60 },
  interest_viewing_chased_wd: { unit: 'working_days', usual: 5, least: 1, most: 20 },
  interest_viewed_days: { unit: 'days', usual: 1, least: 1, most: 14 },
  interest_open_days: { unit: 'days', usual: 180, least: 30, most: 365 },
  interests_a_day: { unit: 'times', usual: 5, least: 1, most: 50 },
  proposal_draft_days: { unit: 'days', usual: 90, least: 14, most: 365 },
  proposal_owner_days: { unit: 'days', usual: 730, least: 90, most: 1_460 },
  proposal_checked_wd: { unit: 'working_days', usual: 10, least: 1, most: 40 },
  proposal_missing_wd: { unit: 'working_days', usual: 20, least: 5, most: 60 },
  proposal_reopen_wd: { unit: 'working_days', usual: 60, least: 5, most: 250 },
  proposal_sign_wd: { unit: 'working_days', usual: 20, least: 5, most: 60 },
  proposal_comments_wd: { unit: 'working_days', usual: 15, least: 5, most: 60 },
  proposal_assessed_wd: { unit: 'working_days', usual: 5, least: 1, most: 40 },
  proposal_reserve_wd: { unit: 'working_days', usual: 10, least: 1, most: 40 },
  proposal_panel_wd: { unit: 'working_days', usual: 15, least: 1, most: 60 },
  proposal_improve_wd: { unit: 'working_days', usual: 20, least: 5, most: 60 },
  proposal_again_wd: { unit: 'working_days', usual: 10, least: 1, most: 40 },
  rivals_compared_wd: { unit: 'working_days', usual: 40, least: 5, most: 120 },
  rivals_close_points: { unit: 'points', usual: 5, least: 0, most: 20 },
  rivals_sharing_wd: { unit: 'working_days', usual: 10, least: 1, most: 40 },
  rivals_choosing_wd: { unit: 'working_days', usual: 10, least: 1, most: 40 },
  rivals_waiting_days: { unit: 'days', usual: 365, least: 90, most: 730 },
  proposal_window_wd: { unit: 'working_days', usual: 10, least: 5, most: 60 },
  proposal_default_wd: { unit: 'working_days', usual: 30, least: 10, most: 120 },
  proposal_extension_wd: { unit: 'working_days', usual: 30, least: 1, most: 60 },
  proposal_warn_first_wd: { unit: 'working_days', usual: 10, least: 1, most: 30 },
  proposal_warn_again_wd: { unit: 'working_days', usual: 5, least: 1, most: 20 },
  proposal_warn_last_wd: { unit: 'working_days', usual: 1, least: 1, most: 10 },
  proposal_filed_wd: { unit: 'working_days', usual: 5, least: 1, most: 20 },
  proposal_filed_late_wd: { unit: 'working_days', usual: 5, least: 1, most: 20 },
  proposal_call_in_wd: { unit: 'working_days', usual: 5, least: 1, most: 20 },
  proposal_called_in_wd: { unit: 'working_days', usual: 15, least: 5, most: 40 },
  proposal_review_wd: { unit: 'working_days', usual: 20, least: 5, most: 60 },
  proposal_in_review_wd: { unit: 'working_days', usual: 20, least: 5, most: 60 },
  proposal_external_wd: { unit: 'working_days', usual: 10, least: 1, most: 40 },
  building_comments_wd: { unit: 'working_days', usual: 20, least: 5, most: 60 },
  building_assessed_wd: { unit: 'working_days', usual: 10, least: 1, most: 40 },
  building_default_wd: { unit: 'working_days', usual: 60, least: 10, most: 160 },
  hearing_objections: { unit: 'times', usual: 10, least: 1, most: 1_000 },
  hearing_notice_wd: { unit: 'working_days', usual: 10, least: 5, most: 30 },
  hearing_call_wd: { unit: 'working_days', usual: 15, least: 6, most: 40 },
  hearing_held_wd: { unit: 'working_days', usual: 45, least: 20, most: 120 },
  hearing_land_wd: { unit: 'working_days', usual: 25, least: 10, most: 60 },
  hearing_adjourn_wd: { unit: 'working_days', usual: 10, least: 1, most: 20 },
  hearing_side_minutes: { unit: 'minutes', usual: 15, least: 3, most: 120 },
  hearing_draft_wd: { unit: 'working_days', usual: 10, least: 1, most: 40 },
  hearing_corrections_wd: { unit: 'working_days', usual: 5, least: 1, most: 20 },
  hearing_result_wd: { unit: 'working_days', usual: 5, least: 1, most: 20 },
  hearing_papers_wd: { unit: 'working_days', usual: 10, least: 1, most: 40 },
  proposal_deciding_wd: { unit: 'working_days', usual: 10, least: 1, most: 40 },
  pause_group_wd: { unit: 'working_days', usual: 20, least: 0, most: 40 },
  pause_advert_wd: { unit: 'working_days', usual: 30, least: 0, most: 60 },
  pause_court_days: { unit: 'days', usual: 30, least: 7, most: 60 },
  pause_all_wd: { unit: 'working_days', usual: 60, least: 0, most: 120 },
  pause_emergency_wd: { unit: 'working_days', usual: 10, least: 1, most: 20 },
  comment_again_wd: { unit: 'working_days', usual: 3, least: 1, most: 20 },
  ground_gate_wd: { unit: 'working_days', usual: 20, least: 5, most: 60 },
  ground_cost_pounds: { unit: 'pounds', usual: 5_000, least: 0, most: 1_000_000 },
  petition_wording_wd: { unit: 'working_days', usual: 3, least: 1, most: 20 },
  petition_again_wd: { unit: 'working_days', usual: 20, least: 5, most: 60 },
  petition_open_days: { unit: 'days', usual: 28, least: 7, most: 90 },
  petition_most_days: { unit: 'days', usual: 90, least: 28, most: 180 },
  petition_verified_wd: { unit: 'working_days', usual: 5, least: 1, most: 20 },
  petition_lodged_wd: { unit: 'working_days', usual: 60, least: 10, most: 120 },
  petition_case_days: { unit: 'days', usual: 730, least: 180, most: 1_460 },
  petition_percent: { unit: 'points', usual: 1, least: 1, most: 20 },
  petition_least: { unit: 'times', usual: 25, least: 1, most: 1_000 },
  petition_most: { unit: 'times', usual: 100, least: 10, most: 10_000 },
  petition_sponsored: { unit: 'times', usual: 50, least: 1, most: 5_000 },
  proposals_a_group: { unit: 'times', usual: 5, least: 1, most: 50 },
} as const satisfies Record<string, CaseTerm>;
export type CaseTermName = keyof typeof CASE_TERMS;
const CASE_TERM_NAMES = Object.keys(CASE_TERMS) as CaseTermName[];
export type CaseTerms = Readonly<Record<CaseTermName, number>>;

const caseTermsSchema = z.object(
  Object.fromEntries(CASE_TERM_NAMES.map((name) => [name, numberOf(CASE_TERMS[name])])) as Record<
    CaseTermName,
    ReturnType<typeof numberOf>
  >,
);
export const USUAL_CASE_TERMS: CaseTerms = caseTermsSchema.parse({});

/** Terms as an area adopted them; `minuteRef` is null for what is usual, which nobody has adopted. */
export type AdoptedCaseTerms = { terms: CaseTerms; from: Day | null; minuteRef: string | null };

export const newCaseTermsSchema = caseTermsSchema.extend({
  minute_ref: z
    .string('Say where the decision is recorded.')
    .trim()
    .min(3, 'Say where the decision is recorded, for instance “Cabinet, 3 March 2026, minute 41”.')
    .max(200, 'Shorten the reference to 200 characters.'),
  from: daySchema,
});
export type NewCaseTerms = z.infer<typeof newCaseTermsSchema>;

function numberOf({ usual, least, most }: CaseTerm) {
  return z.coerce
    .number('Enter a whole number.')
    .int('Enter a whole number.')
    .min(least, `Enter ${least} or more.`)
    .max(most, `Enter at most ${most}.`)
    .default(usual);
}
