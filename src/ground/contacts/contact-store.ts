import type { Db } from '../../kernel/database.ts';
import { NO_CONTACT, type Contact } from './contact-contract.ts';

type Subject = { kind: string; id: string; areaId: string };
type Row = {
  subject_id: string;
  subject_kind: string;
  area_id: string;
  ask_for: string | null;
  telephone: string | null;
  hours: string | null;
  counter: string | null;
  email: string | null;
  paying: string | null;
};

/** How areas and owners are reached. */
export function contactsOn(db: Db) {
  return {
    /** Of some areas and owners, by id. */
    async of(ids: readonly string[]): Promise<Map<string, Contact>> {
      const rows: Row[] = await db('contacts').whereIn('subject_id', ids);
      return new Map(rows.map((row) => [row.subject_id, fromRow(row)]));
    },
    async all(): Promise<Map<string, Contact>> {
      const rows: Row[] = await db('contacts').select();
      return new Map(rows.map((row) => [row.subject_id, fromRow(row)]));
    },
    /** One for each area, filled in or not. */
    async ofAreas(): Promise<Contact[]> {
      return (await db('areas').leftJoin('contacts', 'contacts.subject_id', 'areas.id').select('contacts.*')).map(
        fromRow,
      );
    },
    async save({ kind, id, areaId }: Subject, contact: Contact, by: string, at: string): Promise<void> {
      const { person, ...ways } = contact;
      await db('contacts')
        .insert({
          subject_id: id,
          subject_kind: kind,
          area_id: areaId,
          ask_for: person,
          ...ways,
          changed_by: by,
          changed_at: at,
        })
        .onConflict('subject_id')
        .merge();
    },
  };
}

const fromRow = ({ ask_for: person, telephone, hours, counter, email, paying }: Row): Contact => ({
  ...NO_CONTACT,
  person,
  telephone,
  hours,
  counter,
  email,
  paying,
});
