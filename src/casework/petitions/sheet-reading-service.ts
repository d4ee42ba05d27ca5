import { notFound } from '../../kernel/problem.ts';
import type { PetitionDeps } from './petition-deps.ts';
import { nearOf, type PetitionPages } from './petition-page-service.ts';
import { needsSecond } from './sheet-rules.ts';
import { sheetsOn } from './sheet-store.ts';
import type { Sheet, SheetLine } from './signature-contract.ts';
import { linesThatDiffer } from './signature-rules.ts';

/** What somebody has to do with a sheet: type it again, decide between two, or nothing. */
export type SheetTask = 'second' | 'third' | 'own' | 'nothing';
export type SheetRow = Pick<Sheet, 'id' | 'number' | 'receivedOn' | 'state' | 'checked' | 'wrong'> & {
  task: SheetTask;
  scan: boolean;
};

/** Sheets as clerks see them. Whoever types one again learns nothing of what the first has typed. */
export function sheetReading({ db, pages }: Pick<PetitionDeps, 'db'> & { pages: PetitionPages }) {
  return {
    async rows(petitionId: string, personId: string): Promise<SheetRow[]> {
      const near = nearOf(await pages.known(petitionId), await pages.counts(petitionId));
      return (await sheetsOn(db).of(petitionId)).map((sheet) => rowOf(sheet, near, personId));
    },

    /** One sheet with what this person has to do; the lines only for whoever decides between two. @throws Problem 404 */
    async one(
      petitionId: string,
      sheetId: string,
      personId: string,
    ): Promise<{ row: SheetRow; differing: { line: number; first: SheetLine | null; second: SheetLine | null }[] }> {
      const sheet = await sheetsOn(db).byId(sheetId);
      if (!sheet || sheet.petitionId !== petitionId) throw notFound('sheet');
      const near = nearOf(await pages.known(petitionId), await pages.counts(petitionId));
      const row = rowOf(sheet, near, personId);
      if (row.task !== 'third') return { row, differing: [] };
      const first = await sheetsOn(db).lines(sheetId, 1);
      const second = await sheetsOn(db).lines(sheetId, 2);
      return {
        row,
        differing: linesThatDiffer(first, second).map((line) => ({
          line,
          first: first.find((one) => one.line === line) ?? null,
          second: second.find((one) => one.line === line) ?? null,
        })),
      };
    },
  };

  function rowOf(sheet: Sheet, near: boolean, personId: string): SheetRow {
    const { id, number, receivedOn, state, checked, wrong, scan } = sheet;
    return { id, number, receivedOn, state, checked, wrong, scan: scan !== null, task: taskOf(sheet, near, personId) };
  }
}

function taskOf(sheet: Sheet, near: boolean, personId: string): SheetTask {
  const typed = [sheet.typedBy, sheet.secondBy];
  if (sheet.state === 'differs') return typed.includes(personId) ? 'own' : 'third';
  if (!needsSecond(sheet, near)) return 'nothing';
  return sheet.typedBy === personId ? 'own' : 'second';
}
