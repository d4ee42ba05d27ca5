import type { Db } from '../../kernel/database.ts';
import type { Check, DocumentKind, DocumentState, GroupDocument } from './document-contract.ts';
import { type DocumentRow, toRow, fromRow } from './document-row-store.ts';

/** Groups' papers: what is known of them; the files themselves lie on disk. */
export function documentsOn(db: Db) {
  return {
    async add(document: GroupDocument): Promise<void> {
      await db('group_documents').insert(toRow(document));
    },
    async byId(id: string, groupId: string): Promise<GroupDocument | undefined> {
      const row: DocumentRow | undefined = await db('group_documents').where({ id, group_id: groupId }).first();
      return row && fromRow(row);
    },
    /** Every version of a group's papers, the newest first. */
    async of(groupId: string): Promise<GroupDocument[]> {
      return (await db('group_documents').where({ group_id: groupId }).orderBy('id', 'desc')).map(fromRow);
    },
    async currentOf(groupIds: string[]): Promise<GroupDocument[]> {
      return groupIds.length === 0
        ? []
        : (await db('group_documents').whereIn('group_id', groupIds).whereNull('superseded_at').orderBy('id')).map(
            fromRow,
          );
    },
    /** Puts earlier versions in these states behind a new one. */
    async supersede(groupId: string, kind: DocumentKind, states: DocumentState[], now: Date): Promise<void> {
      await db('group_documents')
        .where({ group_id: groupId, kind })
        .whereIn('state', states)
        .whereNull('superseded_at')
        .update({ superseded_at: now.toISOString(), look_on: null });
    },
    /** Puts all of a group's papers behind: it is closed. */
    async supersedeAll(groupId: string, now: Date): Promise<void> {
      await db('group_documents')
        .where({ group_id: groupId })
        .whereNull('superseded_at')
        .update({ superseded_at: now.toISOString(), look_on: null });
    },
    /** Writes down what a check came to. False when it was checked before, or a newer version came in. */
    async check(id: string, { outcome, reason }: Check, by: string, now: Date): Promise<boolean> {
      const changed = await db('group_documents')
        .where({ id, state: 'waiting' })
        .whereNull('superseded_at')
        .update({
          state: outcome,
          reason: outcome === 'accepted' ? null : reason,
          checked_by: by,
          checked_at: now.toISOString(),
        });
      return changed === 1;
    },
    /** Ids of papers for which a reminder may be due by a day, those first that wait longest. */
    toLookAt: (day: string, limit: number): Promise<string[]> =>
      db('group_documents').where('look_on', '<=', day).orderBy(['look_on', 'id']).limit(limit).pluck('id'),
    async byIds(ids: readonly string[]): Promise<GroupDocument[]> {
      return (
        await db('group_documents')
          .whereIn('id', [...ids])
          .orderBy('id')
      ).map(fromRow);
    },
    /** @param day when a reminder may be due next; null for never */
    async lookNext(ids: readonly string[], day: string | null): Promise<void> {
      await db('group_documents')
        .whereIn('id', [...ids])
        .update({ look_on: day });
    },
    /** Versions that a newer one replaced before an instant, or whose group closed then. */
    async replacedBefore(before: Date, limit: number): Promise<GroupDocument[]> {
      return (
        await db('group_documents').where('superseded_at', '<', before.toISOString()).orderBy('id').limit(limit)
      ).map(fromRow);
    },
    async remove(ids: readonly string[]): Promise<void> {
      await db('document_reminders')
        .whereIn('document_id', [...ids])
        .delete();
      await db('group_documents')
        .whereIn('id', [...ids])
        .delete();
    },
    /** Which of these files belong to a paper. */
    async filesKnown(names: readonly string[]): Promise<string[]> {
      return db('group_documents')
        .whereIn('file_name', [...names])
        .pluck('file_name');
    },
  };
}
