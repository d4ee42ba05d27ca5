import type { Db } from '../../kernel/database.ts';
import type { EnquiryPhoto } from './enquiry-contract.ts';

type Row = { id: string; enquiry_id: string; alt: string; width: number; height: number };

/** Photos that whoever asked has added. */
export function enquiryPhotosOn(db: Db) {
  return {
    async of(enquiryId: string): Promise<EnquiryPhoto[]> {
      return (await db('enquiry_photos').where({ enquiry_id: enquiryId }).orderBy('added_at').orderBy('id')).map(
        fromRow,
      );
    },
    /** @returns false where the same sending is there already */
    async add({ enquiryId, ...photo }: EnquiryPhoto & { submission: string; addedAt: string }): Promise<boolean> {
      const { addedAt, ...row } = photo;
      const added = await db('enquiry_photos')
        .insert({ ...row, enquiry_id: enquiryId, added_at: addedAt })
        .onConflict(['enquiry_id', 'submission'])
        .ignore()
        .returning('id');
      return added.length === 1;
    },
    /** @returns ids of the photos that went */
    async removeOf(enquiryIds: readonly string[]): Promise<string[]> {
      const ids: string[] = await db('enquiry_photos')
        .whereIn('enquiry_id', [...enquiryIds])
        .pluck('id');
      await db('enquiry_photos').whereIn('id', ids).delete();
      return ids;
    },
  };
}

const fromRow = ({ id, enquiry_id, alt, width, height }: Row): EnquiryPhoto => ({
  id,
  enquiryId: enquiry_id,
  alt,
  width,
  height,
});
