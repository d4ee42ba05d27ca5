import type { Db } from '../../kernel/database.ts';
import { fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Signature, SignatureCount } from './signature-contract.ts';

/** How many signatures there are of each kind, by petition, channel, ward and standing: added to with every change, and read by key. */
export function signatureCountsOn(db: Db) {
  return {
    /** What nobody has confirmed is not counted. */
    async bump(
      { petitionId, channel, wardId, standing }: Pick<Signature, 'petitionId' | 'channel' | 'wardId' | 'standing'>,
      by: number,
    ): Promise<void> {
      if (standing === 'unconfirmed' || by === 0) return;
      await db('petition_counts')
        .insert({ petition_id: petitionId, channel, ward_id: wardId ?? '', standing, n: by })
        .onConflict(['petition_id', 'channel', 'ward_id', 'standing'])
        .merge({ n: db.raw('petition_counts.n + ?', [by]) });
    },
    async of(petitionId: string): Promise<SignatureCount[]> {
      const rows: Row[] = await db('petition_counts').where({ petition_id: petitionId }).whereNot({ n: 0 });
      return rows.map((row) => {
        const { channel, wardId, standing, n } = fieldsOf(row) as unknown as Omit<SignatureCount, 'n'> & {
          n: number | string;
        };
        return { channel, wardId, standing, n: Number(n) };
      });
    },
    /** Of several petitions, how many are valid. */
    async validOf(petitionIds: readonly string[]): Promise<Map<string, number>> {
      if (petitionIds.length === 0) return new Map();
      const rows: Row[] = await db('petition_counts')
        .whereIn('petition_id', [...petitionIds])
        .where({ standing: 'valid' })
        .groupBy('petition_id')
        .select('petition_id')
        .sum({ n: 'n' });
      return new Map(rows.map((row) => [String(row['petition_id']), Number(row['n'])]));
    },
  };
}
