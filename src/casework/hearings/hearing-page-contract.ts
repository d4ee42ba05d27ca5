import type { ExplainedResult } from '../../groups/benefit-test/benefit-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { ProposalShown } from '../proposals/proposal-page-contract.ts';
import type { Hearing, OfferedWay } from './hearing-contract.ts';

/** What of hearings the page of a case shows. */
export type HearingShown = {
  shown: ProposalShown;
  /** The one that is called or was held, or the newest that was cancelled. */
  hearing: Hearing | null;
  ways: readonly OfferedWay[];
  /** For whoever may call one: the first day with notice, and the last on which it may be held. */
  possible: { first: Day; last: Day; clear: number } | null;
  /** The marks, for the panel to decide on. */
  marks: ExplainedResult['lines'] | null;
  /** Who had the floor, counted by the clock; null where it was not used. */
  spoken: { for: number; against: number } | null;
  may: Readonly<Record<'ask' | 'call' | 'change' | 'adjourn' | 'hold' | 'conclude' | 'record', boolean>>;
};
