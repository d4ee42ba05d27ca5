import type { InterestAct } from './interest-contract.ts';

/** The fact that each act leaves. */
export const INTEREST_FACTS = {
  answer: 'interest_answered',
  decline: 'interest_declined',
  chase: 'interest_chased',
  answer_by_register: 'interest_answered_by_register',
  offer: 'interest_times_offered',
  chase_viewing: 'interest_viewing_chased',
  leave_unseen: 'interest_left_unseen',
  lose_times: 'interest_times_lost',
  see: 'interest_seen',
  close: 'interest_closed',
  withdraw: 'interest_withdrawn',
} as const satisfies Record<InterestAct, string>;
/** What else happens about an interest. */
type BesideFact = 'interest_registered' | 'interest_noted' | 'interest_note_used' | 'interest_date_moved';
/** What happens to a time, and to a place in it. */
type ViewingFact =
  | 'viewing_offered'
  | 'viewing_changed'
  | 'viewing_cancelled'
  | 'viewing_place_taken'
  | 'viewing_place_given_back'
  | 'viewing_came_noted';

export type InterestFactKind = (typeof INTEREST_FACTS)[InterestAct] | BesideFact | ViewingFact;

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<InterestFactKind, true> {}
}
