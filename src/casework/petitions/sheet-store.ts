import type { Db } from '../../kernel/database.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Sheet, SheetLine } from './signature-contract.ts';

/** Sheets of paper, and their lines as each person has typed them. */
export function sheetsOn(db: Db) {
  const one = async (query: Promise<Row | undefined>): Promise<Sheet | undefined> => {
    const row = await query;
    return row && sheetFrom(row);
  };
  return {
    byId: (id: string) => one(db('petition_sheets').where({ id }).first()),
    lock: (id: string) => one(db('petition_sheets').where({ id }).forNoKeyUpdate().first()),
    bySubmission: (petitionId: string, submission: string) =>
      one(db('petition_sheets').where({ petition_id: petitionId, submission }).first()),
    async of(petitionId: string): Promise<Sheet[]> {
      return (await db('petition_sheets').where({ petition_id: petitionId }).orderBy('number')).map(sheetFrom);
    },
    async add(sheet: Sheet): Promise<void> {
      await db('petition_sheets').insert(columnsOf(sheet));
    },
    async change(sheet: Sheet): Promise<void> {
      await db('petition_sheets').where({ id: sheet.id }).update(columnsOf(sheet));
    },
    async addLines(sheetId: string, pass: number, lines: readonly SheetLine[]): Promise<void> {
      if (lines.length > 0)
        await db('petition_lines').insert(lines.map((line) => columnsOf({ ...line, sheetId, pass })));
    },
    async lines(sheetId: string, pass: number): Promise<SheetLine[]> {
      const rows: Row[] = await db('petition_lines').where({ sheet_id: sheetId, pass }).orderBy('line');
      return rows.map((row) => {
        const { line, name, postcode, basis, code } = fieldsOf(row) as unknown as SheetLine;
        return { line, name, postcode, basis, code };
      });
    },
    async hasLines(petitionIds: readonly string[]): Promise<boolean> {
      const row = await db('petition_lines')
        .whereIn(
          'sheet_id',
          db('petition_sheets')
            .whereIn('petition_id', [...petitionIds])
            .select('id'),
        )
        .first('sheet_id');
      return row !== undefined;
    },
    /** Removes what was typed of sheets of petitions that are over. @returns the files of their scans */
    async forgetOf(petitionIds: readonly string[]): Promise<string[]> {
      const sheets: { id: string; scan: string | null }[] = await db('petition_sheets')
        .whereIn('petition_id', [...petitionIds])
        .select('id', 'scan');
      const ids = sheets.map(({ id }) => id);
      if (ids.length === 0) return [];
      await db('petition_lines').whereIn('sheet_id', ids).delete();
      await db('petition_sheets').whereIn('id', ids).update({ scan: null });
      return sheets.flatMap(({ scan }) => scan ?? []);
    },
  };
}

function sheetFrom(row: Row): Sheet {
  const sheet = fieldsOf(row);
  return { ...sheet, sampled: Boolean(sheet['sampled']) } as unknown as Sheet;
}
