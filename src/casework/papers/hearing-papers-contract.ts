import type { Day } from '../../kernel/recurrence-contract.ts';

/** A hearing as its papers and its minutes tell of it. No person stands in them. */
export type HearingFacts = {
  number: string;
  areaName: string;
  placeName: string;
  groupName: string;
  owner: string;
  use: string;
  from: Day | null;
  until: Day | null;
  /** Address of the page of the case. */
  url: string;
  /** The day that the file bears. */
  day: Day;
  hearing: {
    day: Day;
    begins: string;
    venue: string;
    access: string;
    online: string;
    calledOn: Day;
    policyLatest: Day;
    statuteLatest: Day | null;
    adjournedFrom: Day | null;
  };
  /** Minutes of each side. */
  sideMinutes: number;
  ways: readonly { name: string; words: string; came: string }[];
  /** The scorers’ marks, question by question; empty before there are any. */
  marks: readonly { question: string; mark: number; says: string }[];
  comments: { for: number; against: number; worried: number; question: number };
};

/** Minutes with all that was recorded, and what was corrected. */
export type MinutesFacts = HearingFacts & {
  final: boolean;
  /** Until when the draft can be corrected; null once the minutes are final. */
  correctedBy: Day | null;
  said: string;
  /** Whether the clock made the draft, because nobody had written it. */
  byClock: boolean;
  inRoom: number | null;
  onlineCount: number | null;
  spokeFor: number | null;
  spokeAgainst: number | null;
  interests: string;
  /** Seconds of each side by the clock; null where it was not used. */
  time: { for: number; against: number } | null;
  statements: readonly { side: string; words: string }[];
  /** The panel’s findings; empty before the result. */
  findings: readonly { question: string; was: number; mark: number; reason: string }[];
  outcome: string | null;
  corrections: readonly { who: string; words: string; state: 'open' | 'taken' | 'not_taken'; reply: string; on: Day }[];
};
