import type { PetitionAct } from './petition-contract.ts';

/** The fact that each act on a petition leaves. */
export const PETITION_ACT_FACTS = {
  approve: 'petition_opened',
  let_open: 'petition_opened_by_silence',
  turn_back: 'petition_turned_back',
  send_again: 'petition_sent_again',
  drop: 'petition_dropped',
  close: 'petition_closed',
  verify: 'petition_verified',
  count_alone: 'petition_counted_alone',
  fall_short: 'petition_short',
  fall_short_alone: 'petition_short_alone',
  sponsor_counts: 'petition_sponsor_counts',
  lodge: 'petition_lodged',
  end: 'petition_ended',
  lapse: 'petition_lapsed',
  withdraw: 'petition_withdrawn',
} as const satisfies Record<PetitionAct, string>;

/** What else happens to one; the last ones are about signatures, and none says whose. */
type BesideFact =
  | 'petition_begun'
  | 'petition_sponsored'
  | 'signature_by_telephone'
  | 'sheet_typed'
  | 'sheet_typed_again'
  | 'sheet_settled'
  | 'signatures_struck'
  | 'strike_undone'
  | 'strike_redone'
  | 'double_judged';

export type PetitionFactKind = (typeof PETITION_ACT_FACTS)[PetitionAct] | BesideFact;

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<PetitionFactKind, true> {}
}
