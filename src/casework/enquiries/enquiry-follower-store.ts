import type { Db } from '../../kernel/database.ts';

/** Who wants to know what comes of a question that somebody else asked. */
export function enquiryFollowersOn(db: Db) {
  return {
    /** @returns false for somebody who follows already */
    async add(enquiryId: string, personId: string, since: Date): Promise<boolean> {
      const added = await db('enquiry_followers')
        .insert({ enquiry_id: enquiryId, person_id: personId, since: since.toISOString() })
        .onConflict(['enquiry_id', 'person_id'])
        .ignore()
        .returning('person_id');
      return added.length === 1;
    },
    async remove(enquiryId: string, personId: string): Promise<boolean> {
      return (await db('enquiry_followers').where({ enquiry_id: enquiryId, person_id: personId }).delete()) > 0;
    },
    async of(enquiryId: string): Promise<string[]> {
      return db('enquiry_followers').where({ enquiry_id: enquiryId }).orderBy('since').pluck('person_id');
    },
    async followedBy(personId: string): Promise<string[]> {
      return db('enquiry_followers').where({ person_id: personId }).orderBy('since').pluck('enquiry_id');
    },
    async removeOfPerson(personId: string): Promise<void> {
      await db('enquiry_followers').where({ person_id: personId }).delete();
    },
    async removeOf(enquiryIds: readonly string[]): Promise<void> {
      await db('enquiry_followers')
        .whereIn('enquiry_id', [...enquiryIds])
        .delete();
    },
  };
}
