/** What happens around decisions beside the acts of the table. The subject of each is the proposal. */
export const DECISION_FACTS = [
  'ground_shown',
  'ground_taken_back',
  'decision_signed',
  'decision_corrected',
  'call_in_asked',
  'proposal_warned',
] as const;
export type DecisionFactKind = (typeof DECISION_FACTS)[number];

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<DecisionFactKind, true> {}
}
