import type { Db } from '../../kernel/database.ts';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { ExplainedResult, Outcome } from './benefit-contract.ts';
import type { PathName } from './criteria-contract.ts';
import { OPEN_STATES, type Answers, type BenefitTest, type TestState } from './test-contract.ts';

type Row = {
  id: string;
  area_id: string;
  group_id: string;
  path: PathName;
  subject_kind: string | null;
  subject_id: string | null;
  improves_id: string | null;
  state: TestState;
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
};

/** Runs of the benefit test. */
export function testsOn(db: Db) {
  const passports = (groupIds: readonly string[]) =>
    db('benefit_tests').whereIn('group_id', groupIds).where({ path: 'room', subject_id: null });
  return {
    async byId(id: string): Promise<BenefitTest | undefined> {
      const row: Row | undefined = await db('benefit_tests').where({ id }).first();
      return row && fromRow(row);
    },
    /** A group's runs of the passport, the newest first. */
    async passportsOf(groupId: string): Promise<BenefitTest[]> {
      return (await passports([groupId]).orderBy('id', 'desc')).map(fromRow);
    },
    async passportsOfAll(groupIds: readonly string[]): Promise<BenefitTest[]> {
      return groupIds.length === 0 ? [] : (await passports(groupIds).orderBy('id', 'desc')).map(fromRow);
    },
    async openPassportOf(groupId: string): Promise<BenefitTest | undefined> {
      const row: Row | undefined = await passports([groupId]).whereIn('state', OPEN_STATES).first();
      return row && fromRow(row);
    },
    /** Adds a run, unless the group has one under way. Of several at once exactly one gets true. */
    async add(test: BenefitTest): Promise<boolean> {
      return (await db('benefit_tests').insert(toRow(test)).onConflict().ignore().returning('id')).length === 1;
    },
    /** Writes a run that this transaction has claimed. */
    async change(test: BenefitTest): Promise<void> {
      const { version, ...row } = toRow(test);
      await db('benefit_tests').where({ id: test.id }).update(row);
    },
    /** Takes a run for this transaction, and gives it as it is now: what others do to it at the same time waits its turn. */
    async lock(id: string): Promise<BenefitTest | undefined> {
      await db('benefit_tests').where({ id }).increment('version', 1);
      const row: Row | undefined = await db('benefit_tests').where({ id }).first();
      return row && fromRow(row);
    },
    /** Passes whose last day is not after `until`, by id from behind `after` on. */
    async endingBy(until: string, from: string, after: string, limit: number): Promise<BenefitTest[]> {
      return (
        await db('benefit_tests')
          .whereBetween('valid_until', [from, until])
          .where({ outcome: 'pass' })
          .where('id', '>', after)
          .orderBy('id')
          .limit(limit)
      ).map(fromRow);
    },
    /** Notes that a reminder goes out. Of several at once exactly one gets true. */
    async markReminded(testId: string, stage: string, now: Date): Promise<boolean> {
      return (
        (
          await db('passport_reminders')
            .insert({ test_id: testId, stage, sent_at: now.toISOString() })
            .onConflict(['test_id', 'stage'])
            .ignore()
            .returning('stage')
        ).length === 1
      );
    },
    async remindersOf(testId: string): Promise<string[]> {
      return (await db('passport_reminders').where({ test_id: testId }).select('stage')).map(({ stage }) => stage);
    },
    async draftsUntouchedSince(before: Date, limit: number): Promise<string[]> {
      return (
        await db('benefit_tests')
          .where({ state: 'draft' })
          .where('changed_at', '<', before.toISOString())
          .orderBy('id')
          .limit(limit)
          .select('id')
      ).map(({ id }) => id);
    },
    async removeDraft(id: string): Promise<void> {
      await db('benefit_tests').where({ id, state: 'draft' }).delete();
    },
  };
}

const toRow = (test: BenefitTest): Row => ({
  id: test.id,
  area_id: test.areaId,
  group_id: test.groupId,
  path: test.path,
  subject_kind: test.subject?.kind ?? null,
  subject_id: test.subject?.id ?? null,
  improves_id: test.improvesId,
  state: test.state,
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
});
const fromRow = (row: Row): BenefitTest => ({
  id: row.id,
  areaId: row.area_id,
  groupId: row.group_id,
  path: row.path,
  subject: row.subject_kind !== null && row.subject_id !== null ? { kind: row.subject_kind, id: row.subject_id } : null,
  improvesId: row.improves_id,
  state: row.state,
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
