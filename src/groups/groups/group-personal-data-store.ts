import type { Db } from '../../kernel/database.ts';

export type LetterTo = { subject: string; text: string; createdAt: string; printedAt: string | null };
export type PaperBy = { kind: string; uploadedAt: string; state: string };

/** What groups keep about one person beside their part in a group: letters to them, and papers they handed in. */
export function groupPersonalDataOn(db: Db) {
  return {
    async lettersTo(personId: string): Promise<LetterTo[]> {
      return (await db('letters').where({ person_id: personId }).orderBy('id')).map((row) => ({
        subject: row.subject,
        text: row.text,
        createdAt: row.created_at,
        printedAt: row.printed_at,
      }));
    },
    async papersBy(personId: string): Promise<PaperBy[]> {
      return (await db('group_documents').where({ uploaded_by: personId }).orderBy('id')).map((row) => ({
        kind: row.kind,
        uploadedAt: row.uploaded_at,
        state: row.state,
      }));
    },
    /** Takes a person's number out of the groups that gave it as theirs. */
    async forgetTelephone(telephone: string): Promise<void> {
      await db('groups').where({ telephone }).update({ telephone: null });
    },
    /** Letters that wait go unprinted; of the others only that there was one is left. */
    async forgetLettersTo(personId: string): Promise<void> {
      await db('letters').where({ person_id: personId }).whereNull('printed_at').delete();
      await db('letters').where({ person_id: personId }).update({ subject: 'A letter, no longer kept', text: '' });
    },
  };
}
