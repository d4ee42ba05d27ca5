import type { Db } from '../../kernel/database.ts';
import type { AddressedLetter, Letter } from './letter-contract.ts';

type Row = {
  id: string;
  area_id: string;
  group_id: string | null;
  person_id: string;
  kind: string;
  subject: string;
  text: string;
  created_at: string;
  printed_at: string | null;
  printed_by: string | null;
  once_key: string | null;
};
type AddressedRow = Row & { name: string; postal_address: string | null; telephone: string | null };
export type LetterFilter = { areaId: string; printed: boolean; after: string | null; limit: number };

/** Letters that wait to be printed, and those that were. */
export function lettersOn(db: Db) {
  const addressed = () =>
    db('letters as l')
      .join('people as p', 'p.id', 'l.person_id')
      .select('l.*', 'p.name', 'p.postal_address', 'p.telephone');
  return {
    /** A letter with a key that is there already stays out. */
    async add(letter: Letter): Promise<void> {
      const row: Row = {
        id: letter.id,
        area_id: letter.areaId,
        group_id: letter.groupId,
        person_id: letter.personId,
        kind: letter.kind,
        subject: letter.subject,
        text: letter.text,
        created_at: letter.createdAt,
        printed_at: letter.printedAt,
        printed_by: letter.printedBy,
        once_key: letter.onceKey,
      };
      await db('letters').insert(row).onConflict('once_key').ignore();
    },
    async byId(id: string): Promise<AddressedLetter | undefined> {
      const row: AddressedRow | undefined = await addressed().where('l.id', id).first();
      return row && fromRow(row);
    },
    /** Those still to print come the oldest first, those printed the newest first. */
    async inArea({ areaId, printed, after, limit }: LetterFilter): Promise<AddressedLetter[]> {
      const query = addressed().where('l.area_id', areaId).limit(limit);
      const ordered = printed
        ? query
            .whereNotNull('l.printed_at')
            .orderBy('l.id', 'desc')
            .modify((rest) => void (after && rest.where('l.id', '<', after)))
        : query
            .whereNull('l.printed_at')
            .orderBy('l.id')
            .modify((rest) => void (after && rest.where('l.id', '>', after)));
      return (await ordered).map(fromRow);
    },
    /** How many are still to print in an area. */
    async countToPrint(areaId: string): Promise<number> {
      const row = await db('letters').where({ area_id: areaId }).whereNull('printed_at').count({ n: '*' }).first();
      return Number(row?.['n'] ?? 0);
    },
    /** Of several at once exactly one gets true. */
    async markPrinted(id: string, by: string, now: Date): Promise<boolean> {
      return (
        (await db('letters')
          .where({ id })
          .whereNull('printed_at')
          .update({ printed_at: now.toISOString(), printed_by: by })) === 1
      );
    },
  };
}

const fromRow = (row: AddressedRow): AddressedLetter => ({
  id: row.id,
  areaId: row.area_id,
  groupId: row.group_id,
  personId: row.person_id,
  kind: row.kind,
  subject: row.subject,
  text: row.text,
  createdAt: row.created_at,
  printedAt: row.printed_at,
  printedBy: row.printed_by,
  onceKey: row.once_key,
  name: row.name,
  postalAddress: row.postal_address,
  telephone: row.telephone,
});
