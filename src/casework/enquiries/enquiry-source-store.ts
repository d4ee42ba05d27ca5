import type { Db } from '../../kernel/database.ts';
import type { SourceCheck } from './enquiry-contract.ts';

type Row = {
  id: string;
  enquiry_id: string;
  source: SourceCheck['source'];
  outcome: SourceCheck['outcome'];
  words: string;
  owner_id: string | null;
  disproved: boolean | number;
  checked_on: string;
  checked_by: string;
  noted_at: string;
  submission: string;
};

/** Where was looked for an owner, and what came of it. */
export function enquirySourcesOn(db: Db) {
  return {
    async of(enquiryId: string): Promise<SourceCheck[]> {
      const rows: Row[] = await db('enquiry_sources')
        .where({ enquiry_id: enquiryId })
        .orderBy('checked_on')
        .orderBy('noted_at')
        .orderBy('id');
      return rows.map(fromRow);
    },
    /** @returns false where the same sending is there already */
    async add(check: SourceCheck): Promise<boolean> {
      const row: Row = {
        id: check.id,
        enquiry_id: check.enquiryId,
        source: check.source,
        outcome: check.outcome,
        words: check.words,
        owner_id: check.ownerId,
        disproved: check.disproved,
        checked_on: check.checkedOn,
        checked_by: check.checkedBy,
        noted_at: check.notedAt,
        submission: check.submission,
      };
      const added = await db('enquiry_sources')
        .insert(row)
        .onConflict(['enquiry_id', 'submission'])
        .ignore()
        .returning('id');
      return added.length === 1;
    },
    /** What named this owner counts for nothing any more. */
    async disprove(enquiryId: string, ownerId: string): Promise<void> {
      await db('enquiry_sources').where({ enquiry_id: enquiryId, owner_id: ownerId }).update({ disproved: true });
    },
  };
}

const fromRow = (row: Row): SourceCheck => ({
  id: row.id,
  enquiryId: row.enquiry_id,
  source: row.source,
  outcome: row.outcome,
  words: row.words,
  ownerId: row.owner_id,
  disproved: Boolean(row.disproved),
  checkedOn: row.checked_on,
  checkedBy: row.checked_by,
  notedAt: row.noted_at,
  submission: row.submission,
});
