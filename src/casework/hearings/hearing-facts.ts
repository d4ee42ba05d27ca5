/** What happens about a hearing beside the steps of its proposal; its page shows it. */
export type HearingFactKind = 'hearing_way_recorded' | 'hearing_called_off';

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<HearingFactKind, true> {}
}
