import type { Db } from '../../kernel/database.ts';
import { OPEN_STATES, type BenefitTest, type CaseSubject } from './test-contract.ts';
import { type BenefitTestRow, toRow, fromRow } from './test-row-store.ts';

/** Runs of the benefit test. */
export function testsOn(db: Db) {
  const passports = (groupIds: readonly string[]) =>
    db('benefit_tests').whereIn('group_id', groupIds).where({ path: 'room', subject_id: null });
  return {
    async byId(id: string): Promise<BenefitTest | undefined> {
      const row: BenefitTestRow | undefined = await db('benefit_tests').where({ id }).first();
      return row && fromRow(row);
    },
    /** A group's runs of the passport, the newest first. */
    async passportsOf(groupId: string): Promise<BenefitTest[]> {
      return (await passports([groupId]).orderBy('id', 'desc')).map(fromRow);
    },
    async passportsOfAll(groupIds: readonly string[]): Promise<BenefitTest[]> {
      return groupIds.length === 0 ? [] : (await passports(groupIds).orderBy('id', 'desc')).map(fromRow);
    },
    /** A case's runs, the newest first. */
    async ofSubject({ kind, id }: CaseSubject): Promise<BenefitTest[]> {
      return (await db('benefit_tests').where({ subject_kind: kind, subject_id: id }).orderBy('id', 'desc')).map(
        fromRow,
      );
    },
    async openPassportOf(groupId: string): Promise<BenefitTest | undefined> {
      const row: BenefitTestRow | undefined = await passports([groupId]).whereIn('state', OPEN_STATES).first();
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
      const row: BenefitTestRow | undefined = await db('benefit_tests').where({ id }).first();
      return row && fromRow(row);
    },
    /** Ids of passes for which a reminder may be due by a day, those first that wait longest. */
    toLookAt: (day: string, limit: number): Promise<string[]> =>
      db('benefit_tests').where('look_on', '<=', day).orderBy(['look_on', 'id']).limit(limit).pluck('id'),
    async byIds(ids: readonly string[]): Promise<BenefitTest[]> {
      return (
        await db('benefit_tests')
          .whereIn('id', [...ids])
          .orderBy('id')
      ).map(fromRow);
    },
    /** @param day when a reminder may be due next; null for never */
    async lookNext(ids: readonly string[], day: string | null): Promise<void> {
      await db('benefit_tests')
        .whereIn('id', [...ids])
        .update({ look_on: day });
    },
    /** Drafts of passports: one of a case goes with its case. */
    async draftsUntouchedSince(before: Date, limit: number): Promise<string[]> {
      return (
        await db('benefit_tests')
          .where({ state: 'draft', subject_id: null })
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
