import { z } from 'zod';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { CasePlace } from '../../ground/cases/case-contract.ts';
import type { ExplainedResult, Outcome } from './benefit-contract.ts';
import type { PathName, PathRules } from './criteria-contract.ts';
import type { Evidence } from './evidence-contract.ts';
import type { Answers, BenefitTest, CaseSubject, OpenTo, TestState } from './test-contract.ts';

/** A case whose benefit is tested. `actor` is the id of the person who begins it. */
export type CaseToTest = {
  areaId: string;
  groupId: string;
  path: Exclude<PathName, 'room'>;
  subject: CaseSubject;
  answers?: Answers;
  /** Another case of the same group, whose answers, evidence and result come along. */
  evidenceFrom?: string | null;
  actor: string;
};

/** How a case is handed in. The day on which it was complete decides which criteria it is measured by. */
export type HandingIn = {
  completeOn: string;
  dueOn: string;
  channel: Channel;
  enteredBy: string | null;
  onBehalfOf: string | null;
  /** Who handed it in; without it whoever typed it, or the clock. */
  actor?: string;
};

/** A question or a statement for a gate that the group has still to answer, and where. */
export type Unanswered = { id: string; text: string; href: string };
export type CaseDraft = {
  answers: Answers;
  evidence: readonly Evidence[];
  /** All that there is to answer, and those without an answer. */
  asked: readonly AskedOne[];
  missing: readonly Unanswered[];
};

/** A mark as the panel leaves or changes it after a hearing; the reason is needed where it changes. */
export type HeardMark = { id: string; mark: number; reason: string };

/** How the newest test of a case stands. Nothing of any mark before there is a result. */
export type CaseTestSummary = {
  id: string;
  state: TestState;
  outcome: Outcome | null;
  points: number | null;
  possible: number | null;
  result: ExplainedResult | null;
  resultOn: string | null;
  provisional: boolean;
  dueOn: string | null;
  openTo: OpenTo;
  improvesId: string | null;
  /** How many sheets with marks are in. */
  sheets: number;
  /** The version of the criteria that it is measured by; null before it is handed in. */
  criteria: string | null;
};

/** One thing that a group is asked: a question of the test, or a statement for a gate, which has a shorter title for lists. */
export type AskedOne = {
  id: string;
  kind: 'answer' | 'gate';
  title: string;
  text: string;
  answer: string;
  evidence: number;
};

/** What the pages on which a case's questions are answered show. */
export type CaseTestPage = {
  test: BenefitTest;
  group: { id: string; name: string };
  area: { name: string; reach: string | null };
  /** Whether answers can still be changed. */
  open: boolean;
  path: PathRules;
  asked: readonly AskedOne[];
  evidence: readonly Evidence[];
  about: CasePlace | null;
};

/**
 * One answer, under the name of its question. `do` is the button: on to the next question, to the list, or to what shows
 * it; with `then` “check” one goes on to where the whole case is checked.
 */
export const oneAnswerSchema = z.looseObject({
  do: z.enum(['next', 'list', 'evidence'], 'Choose where to go on.').default('list'),
  seen: z.string().max(64).optional(),
  then: z.string().max(10).optional(),
});
/** Whether somebody came from the answers of their case, and wants to go back there. */
export const questionQuery = z.object({ then: z.string().max(10).optional().catch(undefined) });
