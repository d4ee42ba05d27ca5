import { AT_ONCE } from '../../kernel/look-store.ts';
import type { PathName } from './criteria-contract.ts';
import type { TestState, BenefitTest, Answers, OpenTo } from './test-contract.ts';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { Outcome, ExplainedResult } from './benefit-contract.ts';

export type BenefitTestRow = {
  id: string;
  area_id: string;
  group_id: string;
  path: PathName;
  subject_kind: string | null;
  subject_id: string | null;
  improves_id: string | null;
  state: TestState;
  open_to: OpenTo;
  answers_stand: boolean | number;
  criteria_id: string | null;
  answers: string;
  channel: Channel;
  entered_by: string | null;
  on_behalf_of: string | null;
  read_back: string | null;
  received_on: string | null;
  complete_on: string | null;
  due_on: string | null;
  outcome: Outcome | null;
  points: number | null;
  possible: number | null;
  result: string | null;
  result_on: string | null;
  improve_by: string | null;
  valid_until: string | null;
  submission: string | null;
  created_at: string;
  changed_at: string;
  version: number;
  look_on: string | null;
};

/** A run as it lies in its table. */
export const toRow = (test: BenefitTest): BenefitTestRow => ({
  id: test.id,
  area_id: test.areaId,
  group_id: test.groupId,
  path: test.path,
  subject_kind: test.subject?.kind ?? null,
  subject_id: test.subject?.id ?? null,
  improves_id: test.improvesId,
  state: test.state,
  open_to: test.openTo,
  answers_stand: test.answersStand,
  criteria_id: test.criteriaId,
  answers: JSON.stringify(test.answers),
  channel: test.channel,
  entered_by: test.enteredBy,
  on_behalf_of: test.onBehalfOf,
  read_back: test.readBack,
  received_on: test.receivedOn,
  complete_on: test.completeOn,
  due_on: test.dueOn,
  outcome: test.outcome,
  points: test.points,
  possible: test.possible,
  result: test.result && JSON.stringify(test.result),
  result_on: test.resultOn,
  improve_by: test.improveBy,
  valid_until: test.validUntil,
  submission: test.submission,
  created_at: test.createdAt,
  changed_at: test.changedAt,
  version: test.version,
  look_on: test.outcome === 'pass' && test.validUntil !== null ? AT_ONCE : null,
});

/** A run as it is read from its table. */
export const fromRow = (row: BenefitTestRow): BenefitTest => ({
  id: row.id,
  areaId: row.area_id,
  groupId: row.group_id,
  path: row.path,
  subject: row.subject_kind !== null && row.subject_id !== null ? { kind: row.subject_kind, id: row.subject_id } : null,
  improvesId: row.improves_id,
  state: row.state,
  openTo: row.open_to,
  answersStand: Boolean(row.answers_stand),
  criteriaId: row.criteria_id,
  answers: JSON.parse(row.answers) as Answers,
  channel: row.channel,
  enteredBy: row.entered_by,
  onBehalfOf: row.on_behalf_of,
  readBack: row.read_back,
  receivedOn: row.received_on,
  completeOn: row.complete_on,
  dueOn: row.due_on,
  outcome: row.outcome,
  points: row.points,
  possible: row.possible,
  result: row.result === null ? null : (JSON.parse(row.result) as ExplainedResult),
  resultOn: row.result_on,
  improveBy: row.improve_by,
  validUntil: row.valid_until,
  submission: row.submission,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  version: row.version,
});
