import type { Db } from '../../kernel/database.ts';
import { removeFound } from '../../kernel/remove-found.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Signature, SignatureCount } from './signature-contract.ts';
import { signatureCountsOn } from './signature-count-store.ts';

/** What is left of whoever signed once their name goes: the signature counts on. */
const NOBODY = { name: '', name_key: null, email: null, email_key: null, seat: null, key_hash: null, network: null };

/** Who has signed which petition. Every change of what counts is counted in the same transaction. */
export function signaturesOn(db: Db) {
  const counts = signatureCountsOn(db);
  const one = async (query: Promise<Row | undefined>): Promise<Signature | undefined> => {
    const row = await query;
    return row && signatureFrom(row);
  };
  const many = async (query: Promise<Row[]>): Promise<Signature[]> => (await query).map(signatureFrom);
  return {
    byId: (id: string) => one(db('petition_signatures').where({ id }).first()),
    lock: (id: string) => one(db('petition_signatures').where({ id }).forNoKeyUpdate().first()),
    byKey: (keyHash: string) => one(db('petition_signatures').where({ key_hash: keyHash }).first()),
    byIds: (ids: readonly string[]) => many(db('petition_signatures').whereIn('id', [...ids])),
    /** @returns false where somebody of that name has signed with that address, or its seat is taken */
    async add(signature: Signature): Promise<boolean> {
      const added = await db('petition_signatures').insert(columnsOf(signature)).onConflict().ignore().returning('id');
      if (added.length === 1) await counts.bump(signature, 1);
      return added.length === 1;
    },
    /** The signature of a name with an address. */
    ofAddress: (petitionId: string, emailKey: string, nameKey: string) =>
      one(db('petition_signatures').where({ petition_id: petitionId, email_key: emailKey, name_key: nameKey }).first()),
    async change(before: Signature, now: Signature): Promise<void> {
      await db('petition_signatures').where({ id: now.id }).update(columnsOf(now));
      if (before.standing === now.standing && before.wardId === now.wardId) return;
      await counts.bump(before, -1);
      await counts.bump(now, 1);
    },
    /** Another valid one of the same name and postcode. */
    async another({ petitionId, nameKey, postcode, id }: Signature): Promise<string | null> {
      if (nameKey === null || nameKey === '') return null;
      const row = await db('petition_signatures')
        .where({ petition_id: petitionId, name_key: nameKey, postcode, standing: 'valid' })
        .whereNot({ id })
        .orderBy('created_at')
        .orderBy('id')
        .first('id');
      return row?.id ?? null;
    },
    /** Valid ones that may be of somebody who has signed already: for a person to judge. */
    doubles: (petitionId: string, limit: number) =>
      many(
        db('petition_signatures')
          .where({ petition_id: petitionId, standing: 'valid' })
          .whereNotNull('same_as')
          .orderBy('id')
          .limit(limit),
      ),
    async countDoubles(petitionId: string): Promise<number> {
      const row = await db('petition_signatures')
        .where({ petition_id: petitionId, standing: 'valid' })
        .whereNotNull('same_as')
        .count({ n: '*' })
        .first();
      return Number(row?.['n'] ?? 0);
    },
    ofSheet: (sheetId: string) => many(db('petition_signatures').where({ sheet_id: sheetId }).orderBy('line')),
    ofEmail: (email: string) =>
      many(db('petition_signatures').where({ email: email.toLowerCase() }).orderBy('created_at').orderBy('id')),
    countsOf: (petitionId: string): Promise<SignatureCount[]> => counts.of(petitionId),
    /** So many, not told yet, who have an address. */
    toTell: (petitionId: string, told: string, limit: number) =>
      many(
        db('petition_signatures')
          .where({ petition_id: petitionId, standing: 'valid' })
          .whereNotNull('email')
          .where((open) => open.whereNull('told').orWhereNot('told', told))
          .orderBy('id')
          .limit(limit)
          .forNoKeyUpdate(),
      ),
    async told(ids: readonly string[], told: string): Promise<void> {
      await db('petition_signatures')
        .whereIn('id', [...ids])
        .update({ told });
    },
    /** Lets go of who it was; what counts goes on counting. */
    async forget(ids: readonly string[]): Promise<void> {
      if (ids.length > 0)
        await db('petition_signatures')
          .whereIn('id', [...ids])
          .update(NOBODY);
    },
    /** Removes signatures of petitions that are over, so many at once; their counts stay. @returns how many */
    async removeOf(petitionIds: readonly string[], limit: number): Promise<number> {
      const ids: string[] = await db('petition_signatures')
        .whereIn('petition_id', [...petitionIds])
        .limit(limit)
        .pluck('id');
      if (ids.length > 0) await db('petition_signatures').whereIn('id', ids).delete();
      return ids.length;
    },
    async hasOf(petitionIds: readonly string[]): Promise<boolean> {
      return (
        (await db('petition_signatures')
          .whereIn('petition_id', [...petitionIds])
          .first('id')) !== undefined
      );
    },
    /** Removes what nobody has confirmed. @returns how many */
    forgetUnconfirmed: (before: Date): Promise<number> =>
      removeFound(
        db('petition_signatures').where({ standing: 'unconfirmed' }).where('created_at', '<', before.toISOString()),
      ),
  };
}

const signatureFrom = (row: Row): Signature => fieldsOf(row) as unknown as Signature;
