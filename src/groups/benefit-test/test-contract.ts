import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { ExplainedResult, GateAnswer, Outcome } from './benefit-contract.ts';
import type { PathName } from './criteria-contract.ts';
import type { GateId } from './criterion-contract.ts';

/**
 * draft: the group writes. scoring: two people mark it, apart from each other. settling: they differ and come to one mark.
 * deciding: the marks stand, gates are checked. published: the group has the result. withdrawn: the group took it back.
 */
export const TEST_STATES = ['draft', 'scoring', 'settling', 'deciding', 'published', 'withdrawn'] as const;
export type TestState = (typeof TEST_STATES)[number];
/** Under way: there is one of them at a time for each group's passport. */
export const OPEN_STATES: readonly TestState[] = ['draft', 'scoring', 'settling', 'deciding'];

/**
 * Who may score a test. scorers: those of its area. reserve: also members of the area's panel and scorers of other areas, once the
 * area's own were silent. panel: also whoever chairs hearings. It only ever opens wider.
 */
export const OPEN_TO = ['scorers', 'reserve', 'panel'] as const;
export type OpenTo = (typeof OPEN_TO)[number];

/** What a test is about: a case of a feature above. */
export type CaseSubject = { kind: string; id: string };

/** A group's own words, by question and by gate. */
export type Answers = {
  criteria: Readonly<Record<string, string>>;
  gates: Readonly<Record<string, string>>;
  /** What is new since a result that was no pass. */
  news: string;
};

/** One run of the benefit test. */
export type BenefitTest = {
  id: string;
  areaId: string;
  groupId: string;
  path: PathName;
  /** What is asked for; null for a room passport, which is good everywhere. */
  subject: CaseSubject | null;
  /** The test that this one improves. */
  improvesId: string | null;
  state: TestState;
  openTo: OpenTo;
  /** A draft whose answers were sent with their case: nobody changes them, and nobody scores them before they are handed in. */
  answersStand: boolean;
  criteriaId: string | null;
  answers: Answers;
  channel: Channel;
  enteredBy: string | null;
  onBehalfOf: string | null;
  readBack: string | null;
  /** The day on which the answers reached us, the day they were complete, and the day by which we aim to have a result. */
  receivedOn: string | null;
  completeOn: string | null;
  dueOn: string | null;
  outcome: Outcome | null;
  points: number | null;
  possible: number | null;
  result: ExplainedResult | null;
  resultOn: string | null;
  improveBy: string | null;
  validUntil: string | null;
  submission: string | null;
  createdAt: string;
  changedAt: string;
  version: number;
};

export type GateAnswerGiven = {
  id: string;
  testId: string;
  gate: GateId;
  answer: GateAnswer;
  note: string | null;
  by: string;
  at: string;
};

/** One line of the list of tests. */
export type TestSummary = {
  id: string;
  group: string;
  path: PathName;
  subject: CaseSubject | null;
  state: TestState;
  receivedOn: string;
  dueOn: string | null;
  /** How many of the two have scored; null in the list of what somebody could score. */
  scored: number | null;
  outcome: Outcome | null;
  provisional: boolean;
};
