/** What those who open a building note. */
export const RUNNING_FACTS = [
  'date_used',
  'date_no_show',
  'check_in_undone',
  'no_show_call_made',
  'arrival_notes_changed',
] as const;
export type RunningFactKind = (typeof RUNNING_FACTS)[number];

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<RunningFactKind, true> {}
}
