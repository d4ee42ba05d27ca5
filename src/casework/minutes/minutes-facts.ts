/** What happens to the minutes of a hearing. */
export const MINUTES_FACTS = [
  'minutes_drafted',
  'minutes_changed',
  'minutes_correction_sent',
  'minutes_correction_answered',
  'minutes_final',
] as const;
export type MinutesFactKind = (typeof MINUTES_FACTS)[number];

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<MinutesFactKind, true> {}
}
