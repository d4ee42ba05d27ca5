import type { PathName } from './criteria-contract.ts';
import type { GateId } from './criterion-contract.ts';

export const OUTCOMES = ['pass', 'nearly', 'not_yet'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const GATE_ANSWERS = ['yes', 'not_yet', 'no', 'not_needed'] as const;
export type GateAnswer = (typeof GATE_ANSWERS)[number];

/** Marks by question, each a whole number from 0 to 4. */
export type Marks = Readonly<Record<string, number>>;
/** Points out of the points there are; whole numbers, so that comparing never rounds. */
export type Tally = { points: number; possible: number };

/** One scorer's mark for one question. No evidence means that the scorer said "none". */
export type Score = { id: string; value: number; reason: string; evidence: readonly string[] };

/** A mark that stands, with the reasons that led to it. */
export type AgreedMark = { id: string; mark: number; reasons: readonly string[] };

/** Raising the mark of one question. */
export type Rise = { id: string; from: number; to: number };
/** What would have brought a pass: any one of `single`, or else all of `together`; and each of these gates a yes. */
export type Changes = { single: readonly Rise[]; together: readonly Rise[]; gates: readonly GateId[] };

export type GateState = { id: GateId; answer: GateAnswer; note: string | null };

/** The days that hang on a result, `YYYY-MM-DD`; each includes itself. For a case its own way says what comes when: only `resultOn` is there. */
export type ResultDays = {
  resultOn: string;
  reviewBy: string | null;
  improveBy: string | null;
  validUntil: string | null;
};

/** What a public hearing changed: what stood before, and each mark with its reason. */
export type HeardResult = {
  on: string;
  before: Tally & { outcome: Outcome };
  changes: readonly (Rise & { reason: string })[];
};

/** A result with everything that explains it, as it is stored, shown and given out. Names nobody. */
export type ExplainedResult = ResultDays & {
  version: string;
  /** Of the criteria set. */
  sha256: string;
  /** Of everything that the result was made from: same inputs, same hash. */
  inputs: string;
  language: string;
  /** Published because its time was up, as far as it was. */
  provisional?: true;
  /** How many had scored a provisional one. */
  sheets?: number;
  /** Questions on which the two had not come to one mark when a provisional one was published. */
  lowered?: readonly string[];
  heard?: HeardResult;
  path: PathName;
  outcome: Outcome;
  points: number;
  possible: number;
  /** Of the questions on benefit by which two uses of one place are compared. */
  benefit: Tally;
  passMark: number;
  lines: readonly ResultLine[];
  failedMinima: readonly string[];
  gates: readonly (GateState & { question: string; beforeStart: string | null })[];
  changes: Changes;
};
export type ResultLine = {
  id: string;
  question: string;
  mark: number;
  /** What the mark stands for. */
  anchor: string;
  reasons: readonly string[];
  points: number;
  possible: number;
  /** The least mark without which there is no pass; 0 for none. */
  min: number;
};
