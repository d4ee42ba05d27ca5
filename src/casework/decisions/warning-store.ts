import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { dueIn, type DueRow } from '../../kernel/due-rows.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Warning, WarningMail } from './warning-contract.ts';

/** Warnings before silence grants. */
export function warningsOn(db: Db) {
  return {
    of: async (proposalId: string): Promise<Warning[]> =>
      (await db('proposal_warnings').where({ proposal_id: proposalId }).orderBy('warn_on').orderBy('nth')).map(
        warningOf,
      ),
    /** Those to give before a day, the longest ago first. @param after the last one that was looked at */
    due: (day: Day, after: DueRow | null, limit: number) =>
      dueIn(
        db('proposal_warnings').where({ state: 'planned' }),
        { id: 'proposal_id', day: 'warn_on' },
        day,
        after,
        limit,
      ),
    /** Puts those of a day there; what was sent stays as it is. */
    async plan(warnings: readonly Warning[]): Promise<void> {
      for (const warning of warnings) {
        const { proposalId, dueOn, nth } = warning;
        const added = await db('proposal_warnings')
          .insert(columnsOf(warning))
          .onConflict(['proposal_id', 'due_on', 'nth'])
          .ignore()
          .returning('id');
        if (added.length === 0)
          await db('proposal_warnings')
            .where({ proposal_id: proposalId, due_on: dueOn, nth, state: 'overtaken' })
            .update({ state: 'planned', warn_on: warning.warnOn });
      }
    },
    async overtake(proposalId: string): Promise<void> {
      await db('proposal_warnings').where({ proposal_id: proposalId, state: 'planned' }).update({ state: 'overtaken' });
    },
    async mark(ids: readonly string[], state: Warning['state'], on: Day | null): Promise<void> {
      await db('proposal_warnings')
        .whereIn('id', [...ids])
        .update({ state, sent_on: on });
    },
    async addMail(mail: WarningMail): Promise<void> {
      await db('proposal_warning_mails').insert(columnsOf(mail)).onConflict('id').ignore();
    },
    async mailsOf(proposalId: string): Promise<WarningMail[]> {
      const rows: Row[] = await db('proposal_warning_mails')
        .whereIn('warning_id', db('proposal_warnings').where({ proposal_id: proposalId }).select('id'))
        .orderBy('to_role', 'desc')
        .orderBy('id');
      return rows.map((row) => fieldsOf(row) as unknown as WarningMail);
    },
    async forgetPerson(personId: string): Promise<void> {
      await db('proposal_warning_mails').where({ person_id: personId }).update({ person_id: null, mail_key: null });
    },
  };
}

const warningOf = (row: Row): Warning => fieldsOf(row) as unknown as Warning;
