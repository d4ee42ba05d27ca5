import type { EnquiryAct } from './enquiry-contract.ts';

/** The fact that each act leaves. */
export const ACT_FACTS = {
  acknowledge: 'enquiry_acknowledged',
  confirm: 'enquiry_confirmed',
  outside: 'enquiry_outside',
  park: 'enquiry_parked',
  escalate: 'enquiry_escalated',
  presume: 'enquiry_presumed',
  disprove: 'enquiry_disproved',
  let_stand: 'enquiry_stood',
  consent: 'enquiry_consented',
  decline: 'enquiry_declined',
  introduce: 'enquiry_introduced',
  lapse: 'enquiry_lapsed',
  look_again: 'enquiry_looked_again',
  close: 'enquiry_closed',
  withdraw: 'enquiry_withdrawn',
} as const satisfies Record<EnquiryAct, string>;

/** What else happens to a question. */
export const BESIDE_FACTS = [
  'enquiry_asked',
  'enquiry_source_checked',
  'enquiry_followed',
  'enquiry_unfollowed',
  'enquiry_photo_added',
  'enquiry_reworded',
  'enquiry_date_moved',
] as const;

export type EnquiryFactKind = (typeof ACT_FACTS)[EnquiryAct] | (typeof BESIDE_FACTS)[number];

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<EnquiryFactKind, true> {}
}
