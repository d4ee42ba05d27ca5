import type { Contact } from '../../ground/contacts/contact-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';

/** `asking` from the declaration on; `commenting` once the clock has started. */
export const SIGN_STAGES = ['asking', 'commenting'] as const;
export type SignStage = (typeof SIGN_STAGES)[number];

/** What the sign 'Intentions for community use' is made of. */
export type SignFacts = {
  number: string;
  areaName: string;
  placeName: string;
  /** Where it is, in words: "beside the bus stop, opposite number 12". */
  whereWords: string;
  ward: string | null;
  groupName: string;
  /** What the group wants to do, in one or two sentences of its own. */
  intent: string;
  /** Of the use that it asks for; null where it is not said yet. */
  from: Day | null;
  until: Day | null;
  stage: SignStage;
  /** The last day for comments; null while nobody knows it. */
  commentUntil: Day | null;
  /** Null while nobody knows whose it is. */
  owner: string | null;
  /** The page of the case, with which one comments. */
  caseUrl: string;
  contact: Contact | null;
  map: { svg: string; alt: string } | null;
  /** The day on which it is made. */
  madeOn: Day;
};
