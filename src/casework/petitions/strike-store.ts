import type { Db } from '../../kernel/database.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { SeenSignature } from './pattern-rules.ts';
import type { SignatureStanding, Strike } from './signature-contract.ts';
import { signatureCountsOn } from './signature-count-store.ts';

const AT_ONCE = 400;

/** Signatures struck together as made by a script, and what that is judged by. */
export function strikesOn(db: Db) {
  const valid = (petitionId: string) =>
    db('petition_signatures').where({ petition_id: petitionId, standing: 'valid', channel: 'online' });
  return {
    byId: async (id: string): Promise<Strike | undefined> => {
      const row = await db('petition_strikes').where({ id }).forNoKeyUpdate().first();
      return row && strikeFrom(row);
    },
    async of(petitionId: string): Promise<Strike[]> {
      const rows = await db('petition_strikes').where({ petition_id: petitionId }).orderBy('struck_at').orderBy('id');
      return rows.map(strikeFrom);
    },
    async add(strike: Strike): Promise<void> {
      await db('petition_strikes').insert(columnsOf(strike));
    },
    async change(strike: Strike): Promise<void> {
      await db('petition_strikes').where({ id: strike.id }).update(columnsOf(strike));
    },
    /** What the finder looks at: valid signatures that came online, in the order in which they came. */
    async seen(petitionId: string): Promise<SeenSignature[]> {
      const rows: Row[] = await valid(petitionId).select('id', 'network', 'confirmed_at', 'name_key', 'email');
      return rows.map((row) => ({
        id: String(row['id']),
        network: row['network'] as string | null,
        at: Date.parse(String(row['confirmed_at'])),
        nameKey: String(row['name_key'] ?? ''),
        email: row['email'] as string | null,
      }));
    },
    /** Marks those that are valid as struck. @returns how many */
    async strike(petitionId: string, ids: readonly string[], strikeId: string): Promise<number> {
      let all = 0;
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const some = ids.slice(from, from + AT_ONCE);
        await valid(petitionId).whereIn('id', some).update({ strike_id: strikeId });
      }
      all += await moved(petitionId, strikeId, 'valid', 'pattern');
      return all;
    },
    /** Takes a strike back: they count again. @returns how many */
    undo: (petitionId: string, strikeId: string) => moved(petitionId, strikeId, 'pattern', 'valid'),
    redo: (petitionId: string, strikeId: string) => moved(petitionId, strikeId, 'valid', 'pattern'),
  };

  async function moved(
    petitionId: string,
    strikeId: string,
    from: SignatureStanding,
    to: SignatureStanding,
  ): Promise<number> {
    const those = () => db('petition_signatures').where({ strike_id: strikeId, standing: from });
    const groups: Row[] = await those().groupBy('channel', 'ward_id').select('channel', 'ward_id').count({ n: '*' });
    await those().update({ standing: to });
    const counts = signatureCountsOn(db);
    let all = 0;
    for (const group of groups) {
      const { channel, wardId, n } = fieldsOf(group) as unknown as {
        channel: 'online';
        wardId: string | null;
        n: number | string;
      };
      await counts.bump({ petitionId, channel, wardId, standing: from }, -Number(n));
      await counts.bump({ petitionId, channel, wardId, standing: to }, Number(n));
      all += Number(n);
    }
    return all;
  }
}

function strikeFrom(row: Row): Strike {
  const strike = fieldsOf(row);
  return { ...strike, standing: Boolean(strike['standing']) } as unknown as Strike;
}
