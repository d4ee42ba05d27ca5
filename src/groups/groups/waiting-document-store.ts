import type { DocumentKind, WaitingDocument } from './document-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { DocumentRow } from './document-row-store.ts';

export type WaitingFilter = {
  areaId: string;
  kind: DocumentKind | undefined;
  after: { on: string; id: string } | null;
  limit: number;
};

/** Papers that wait for a check. */
export function waitingDocumentsOn(db: Db) {
  return {
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
      return rows.map((row: DocumentRow & { name: string }) => ({
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
  };
}
