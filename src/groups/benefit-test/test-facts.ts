import { nothingFollows } from '../../kernel/reactions.ts';

/** The benefit test. A request that waits for its result looks for it by itself, at the next round of the clock. */
export const testReactions = nothingFollows(
  'criteria_set_adopted',
  'passport_sent',
  'passport_withdrawn',
  'passport_result',
  'passport_reminded',
  'test_gates_answered',
  'test_scored',
  'test_interest_declared',
  'test_mark_proposed',
  'test_mark_agreed',
  'test_mark_confirmed',
  'test_mark_decided',
  // What follows for a case is for the feature whose case it is.
  'case_test_handed_in',
  'case_test_opened',
  'case_test_differs',
  'case_test_agreed',
  'case_test_result',
  'case_test_heard',
  'case_test_withdrawn',
);

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof testReactions, true> {}
}
