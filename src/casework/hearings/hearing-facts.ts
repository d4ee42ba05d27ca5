import { nothingFollows } from '../../kernel/reactions.ts';

/** What happens about a hearing beside the steps of its proposal; its page shows it. */
export const hearingReactions = nothingFollows('hearing_way_recorded');
export type HearingFactKind = keyof typeof hearingReactions;

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<HearingFactKind, true> {}
}
