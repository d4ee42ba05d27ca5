import type { Db } from '../../kernel/database.ts';
import type { ChainPlace, Draw } from './draw-contract.ts';

const SUBJECT = 'room_draw';
const FIELDS = ['seq', 'at', 'hash'] as const;
type Row = { subject_id: string; area_id: string; at: string; after: string };

/** Draws on the record, and the places in it that seeds come from. */
export function drawsOn(db: Db) {
  return {
    /**
     * The last fact before an instant; the first one there is, where none is older. Read from the newest back: there is no index by time, since
     * every fact would pay for it, and draws are rare.
     */
    async lastFactBefore(instant: string): Promise<ChainPlace | undefined> {
      const found: (Omit<ChainPlace, 'seq'> & { seq: number | string }) | undefined =
        (await db('facts')
          .where('at', '<', instant)
          .orderBy('seq', 'desc')
          .first(...FIELDS)) ??
        (await db('facts')
          .orderBy('seq')
          .first(...FIELDS));
      return found && { ...found, seq: Number(found.seq) };
    },
    async byId(id: string): Promise<Draw | undefined> {
      const row: Row | undefined = await db('facts').where({ subject_kind: SUBJECT, subject_id: id }).first();
      return row && fromRow(row);
    },
    /** The newest first. */
    async latest(limit: number): Promise<Draw[]> {
      return (await db('facts').where({ subject_kind: SUBJECT }).orderBy('seq', 'desc').limit(limit)).map(fromRow);
    },
  };
}

const fromRow = ({ subject_id: id, area_id: areaId, at, after }: Row): Draw => ({
  ...(JSON.parse(after) as Omit<Draw, 'id' | 'areaId' | 'madeAt'>),
  id,
  areaId,
  madeAt: at,
});
