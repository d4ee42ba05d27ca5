import type { Db } from '../../kernel/database.ts';
import { removeFound } from '../../kernel/remove-found.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Floor, Speaker } from './speaking-contract.ts';

type Person = { id: string; email: string | null };
/** What is left of whoever spoke once their name goes. */
const NOBODY = { name: '', email: null, person_id: null, needs: '' };

/** Who has registered to speak at hearings, and the clocks of hearings. */
export function speakersOn(db: Db) {
  const many = async (query: Promise<Row[]>): Promise<Speaker[]> => (await query).map(speakerFrom);
  const one = async (query: Promise<Row | undefined>): Promise<Speaker | undefined> => {
    const row = await query;
    return row && speakerFrom(row);
  };
  return {
    byKey: (keyHash: string) => one(db('hearing_speakers').where({ key_hash: keyHash }).first()),
    byId: (id: string) => one(db('hearing_speakers').where({ id }).first()),
    bySubmission: (proposalId: string, submission: string) =>
      one(db('hearing_speakers').where({ proposal_id: proposalId, submission }).first()),
    /** Those who are registered for a proposal, in the order in which they came. */
    registered: (proposalId: string) =>
      many(
        db('hearing_speakers')
          .where({ proposal_id: proposalId, state: 'registered' })
          .orderBy('received_on')
          .orderBy('created_at')
          .orderBy('id'),
      ),
    async add(speaker: Speaker): Promise<void> {
      await db('hearing_speakers').insert(columnsOf(speaker));
    },
    async change(speaker: Speaker): Promise<void> {
      await db('hearing_speakers').where({ id: speaker.id }).update(columnsOf(speaker));
    },
    /** What somebody registered for: with their account, or with its address. */
    ofPerson: (person: Person) => many(registeredBy(db, person).orderBy('created_at').orderBy('id')),
    /** Takes back what is unconfirmed, and lets go of whoever spoke. */
    async forgetPerson(person: Person): Promise<void> {
      await registeredBy(db, person).where({ state: 'unconfirmed' }).delete();
      await registeredBy(db, person).update(NOBODY);
    },
    /** Lets go of names in cases of an area that were over before a day; so many at once. @returns how many */
    async forgetOld(areaId: string, before: string, limit: number): Promise<number> {
      const ids: string[] = await oldIn(db, areaId, before).limit(limit).pluck('hearing_speakers.id');
      if (ids.length > 0) await db('hearing_speakers').whereIn('id', ids).update(NOBODY);
      return ids.length;
    },
    hasOld: async (areaId: string, before: string): Promise<boolean> =>
      (await oldIn(db, areaId, before).first('hearing_speakers.id')) !== undefined,
    /** Removes what nobody has confirmed. @returns how many */
    forgetUnconfirmed: (before: Date): Promise<number> =>
      removeFound(
        db('hearing_speakers').where({ state: 'unconfirmed' }).where('created_at', '<', before.toISOString()),
      ),
    async floor(proposalId: string): Promise<Floor | undefined> {
      const row = await db('hearing_floors').where({ proposal_id: proposalId }).first();
      return row && (fieldsOf(row) as unknown as Floor);
    },
    async setFloor(floor: Floor): Promise<void> {
      await db('hearing_floors').insert(columnsOf(floor)).onConflict('proposal_id').merge();
    },
  };
}

function oldIn(db: Db, areaId: string, before: string) {
  return db('hearing_speakers')
    .join('proposals', 'proposals.id', 'hearing_speakers.proposal_id')
    .where('hearing_speakers.area_id', areaId)
    .whereNot('hearing_speakers.name', '')
    .where('proposals.ended_on', '<', before);
}

function registeredBy(db: Db, { id, email }: Person) {
  return db('hearing_speakers').where((own) => {
    void own.where({ person_id: id });
    if (email !== null) void own.orWhere({ email: email.toLowerCase() });
  });
}

const speakerFrom = (row: Row): Speaker => fieldsOf(row) as unknown as Speaker;
