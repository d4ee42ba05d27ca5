import type { Db } from '../../kernel/database.ts';
import type { Check, DocumentKind, DocumentState, GroupDocument, WaitingDocument } from './document-contract.ts';

type Row = {
  id: string;
  group_id: string;
  kind: DocumentKind;
  file_name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  expires_on: string | null;
  received_on: string;
  uploaded_by: string;
  uploaded_at: string;
  state: DocumentState;
  checked_by: string | null;
  checked_at: string | null;
  reason: string | null;
  superseded_at: string | null;
};
export type WaitingFilter = {
  areaId: string;
  kind: DocumentKind | undefined;
  after: { on: string; id: string } | null;
  limit: number;
};

/** Groups' papers: what is known of them; the files themselves lie on disk. */
export function documentsOn(db: Db) {
  return {
    async add(document: GroupDocument): Promise<void> {
      await db('group_documents').insert(toRow(document));
    },
    async byId(id: string, groupId: string): Promise<GroupDocument | undefined> {
      const row: Row | undefined = await db('group_documents').where({ id, group_id: groupId }).first();
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
        .update({ superseded_at: now.toISOString() });
    },
    /** Puts all of a group's papers behind: it is closed. */
    async supersedeAll(groupId: string, now: Date): Promise<void> {
      await db('group_documents')
        .where({ group_id: groupId })
        .whereNull('superseded_at')
        .update({ superseded_at: now.toISOString() });
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
    /** What waits for a check in an area, the oldest first. */
    async waiting({ areaId, kind, after, limit }: WaitingFilter): Promise<WaitingDocument[]> {
      const rows = await db('group_documents as d')
        .join('groups as g', 'g.id', 'd.group_id')
        .where({ 'g.area_id': areaId, 'd.state': 'waiting' })
        .whereNull('d.superseded_at')
        .modify((query) => void (kind && query.where('d.kind', kind)))
        .modify(
          (query) =>
            void (
              after &&
              query.where((later) =>
                later
                  .where('d.received_on', '>', after.on)
                  .orWhere((same) => same.where('d.received_on', after.on).where('d.id', '>', after.id)),
              )
            ),
        )
        .orderBy('d.received_on')
        .orderBy('d.id')
        .limit(limit)
        .select('d.id', 'd.kind', 'd.received_on', 'd.expires_on', 'd.group_id', 'g.name');
      return rows.map((row: Row & { name: string }) => ({
        id: row.id,
        kind: row.kind,
        receivedOn: row.received_on,
        expiresOn: row.expires_on,
        group: { id: row.group_id, name: row.name },
      }));
    },
    async countWaiting(areaId: string): Promise<number> {
      const row = await db('group_documents as d')
        .join('groups as g', 'g.id', 'd.group_id')
        .where({ 'g.area_id': areaId, 'd.state': 'waiting' })
        .whereNull('d.superseded_at')
        .count({ n: '*' })
        .first();
      return Number(row?.n ?? 0);
    },
    /** Papers in force or waiting whose last day is not after `until`, by id from behind `after` on. */
    async expiringBy(until: string, after: string, limit: number): Promise<GroupDocument[]> {
      const rows: Row[] = await db('group_documents')
        .where('expires_on', '<=', until)
        .whereNull('superseded_at')
        .whereNot({ state: 'not_accepted' })
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit);
      return rows.map(fromRow);
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
    async remindersOf(documentId: string): Promise<string[]> {
      return (await db('document_reminders').where({ document_id: documentId }).select('stage')).map(
        ({ stage }) => stage,
      );
    },
    /** Notes that a reminder goes out. Of several at once exactly one gets true. */
    async markReminded(documentId: string, stage: string, now: Date): Promise<boolean> {
      const added = await db('document_reminders')
        .insert({ document_id: documentId, stage, sent_at: now.toISOString() })
        .onConflict(['document_id', 'stage'])
        .ignore()
        .returning('stage');
      return added.length === 1;
    },
  };
}

const toRow = (document: GroupDocument): Row => ({
  id: document.id,
  group_id: document.groupId,
  kind: document.kind,
  file_name: document.fileName,
  media_type: document.mediaType,
  bytes: document.bytes,
  sha256: document.sha256,
  expires_on: document.expiresOn,
  received_on: document.receivedOn,
  uploaded_by: document.uploadedBy,
  uploaded_at: document.uploadedAt,
  state: document.state,
  checked_by: document.checkedBy,
  checked_at: document.checkedAt,
  reason: document.reason,
  superseded_at: document.supersededAt,
});
const fromRow = (row: Row): GroupDocument => ({
  id: row.id,
  groupId: row.group_id,
  kind: row.kind,
  fileName: row.file_name,
  mediaType: row.media_type,
  bytes: row.bytes,
  sha256: row.sha256,
  expiresOn: row.expires_on,
  receivedOn: row.received_on,
  uploadedBy: row.uploaded_by,
  uploadedAt: row.uploaded_at,
  state: row.state,
  checkedBy: row.checked_by,
  checkedAt: row.checked_at,
  reason: row.reason,
  supersededAt: row.superseded_at,
});
