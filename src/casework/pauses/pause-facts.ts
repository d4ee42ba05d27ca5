/** What happens to the clock of a case beside the acts of its table. The subject of each is the proposal. */
export const PAUSE_FACTS = [
  'correction_asked',
  'correction_sent',
  'clock_paused',
  'clock_resumed',
  'court_order_stands',
  'stop_asked',
  'emergency_stopped',
  'emergency_ended',
] as const;
export type PauseFactKind = (typeof PAUSE_FACTS)[number];

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<PauseFactKind, true> {}
}
