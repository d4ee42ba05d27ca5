/** What happens about speaking at a hearing. None says who it was or what they need. */
export const SPEAKING_FACTS = [
  'speaker_registered',
  'speaker_withdrawn',
  'floor_given',
  'floor_stopped',
  'floor_extended',
] as const;
export type SpeakingFactKind = (typeof SPEAKING_FACTS)[number];

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<SpeakingFactKind, true> {}
}
