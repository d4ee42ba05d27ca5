import type { Who } from '../../ground/people/role-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { keyedHashOf } from '../../kernel/secrets.ts';
import type { Upload } from '../../kernel/upload.ts';
import type { Petition } from './petition-contract.ts';
import type { PetitionDeps } from './petition-deps.ts';
import type { PetitionSteps } from './petition-steps.ts';
import { ONE_IN } from './sheet-rules.ts';
import { sheetSigning } from './sheet-signing-steps.ts';
import { sheetsOn } from './sheet-store.ts';
import type { Sheet, SheetLine } from './signature-contract.ts';
import { isSameLine, linesThatDiffer } from './signature-rules.ts';
import type { SignerPlaces } from './signer-place-steps.ts';

type Deps = PetitionDeps & { steps: PetitionSteps; places: SignerPlaces };
type Typed = { receivedOn: Day; lines: readonly SheetLine[]; submission: string | undefined };

/** Signatures on paper: typed, where it matters typed again by somebody who has not seen the first time, and settled by a third. */
export function sheetTyping(deps: Deps) {
  const { db, clock, newId, secret, inOneTransaction, scans, steps } = deps;
  const signing = sheetSigning(deps);
  return {
    /** Types a sheet. The same sending twice is once. @throws Problem 400, 409 */
    async type(who: Who, petitionId: string, { receivedOn, lines, submission }: Typed, upload: Upload | undefined) {
      const kept = upload ? await scans.keep(upload.path) : null;
      const scan = kept && `${kept.fileName}.${scans.endingOf(kept.mediaType)}`;
      const typed = await inOneTransaction(async (unit) => {
        const sent = await sheetsOn(unit.trx).bySubmission(petitionId, submission ?? '');
        if (sent) return { sheet: sent, added: false };
        const { petition, today } = await typing(unit, petitionId);
        if (lines.length === 0)
          throw invalid([{ field: 'name_1', message: 'Type at least one line, as it stands on the sheet.' }]);
        mustBeInTime(petition, receivedOn, today);
        const id = newId();
        const sheet: Sheet = {
          id,
          petitionId,
          number: (await sheetsOn(unit.trx).of(petitionId)).length + 1,
          receivedOn,
          state: 'typed',
          sampled: isDrawn(id),
          scan,
          typedBy: who.personId,
          secondBy: null,
          thirdBy: null,
          checked: 0,
          wrong: 0,
          submission: submission ?? id,
          createdAt: clock().toISOString(),
        };
        await sheetsOn(unit.trx).add(sheet);
        await sheetsOn(unit.trx).addLines(id, 1, lines);
        await signing.sign(unit, petition, sheet, lines);
        recorded(unit, petition, 'sheet_typed', who, lines.length);
        return { sheet, added: true };
      }).catch(async (error: unknown) => {
        if (kept) await scans.remove(kept.fileName);
        throw error;
      });
      if (kept && !typed.added) await scans.remove(kept.fileName);
      return typed.sheet;
    },

    /** Types it again without having seen the first time. @throws Problem 403 for whoever typed it first, 409 */
    again: (who: Who, petitionId: string, sheetId: string, lines: readonly SheetLine[]): Promise<Sheet> =>
      inOneTransaction(async (unit) => {
        const { petition } = await typing(unit, petitionId);
        const sheet = await known(unit, petitionId, sheetId);
        if (sheet.state !== 'typed') throw conflict('This sheet has been typed a second time already.');
        if (sheet.typedBy === who.personId)
          throw conflict('You typed this sheet first. Somebody else types it a second time.');
        const first = await sheetsOn(unit.trx).lines(sheetId, 1);
        await sheetsOn(unit.trx).addLines(sheetId, 2, lines);
        const differ = linesThatDiffer(first, lines);
        const checked = new Set([...first, ...lines].map(({ line }) => line)).size;
        const state = differ.length > 0 ? ('differs' as const) : ('done' as const);
        const now: Sheet = { ...sheet, secondBy: who.personId, state, checked };
        await sheetsOn(unit.trx).change(now);
        recorded(unit, petition, 'sheet_typed_again', who, differ.length);
        return now;
      }),

    /** A third person says how the lines read on which two differ. @throws Problem 400 for a line without a verdict, 409 */
    settle: (
      who: Who,
      petitionId: string,
      sheetId: string,
      verdict: (line: number) => 'first' | 'second' | SheetLine | null,
    ): Promise<Sheet> =>
      inOneTransaction(async (unit) => {
        const { petition } = await typing(unit, petitionId);
        const sheet = await known(unit, petitionId, sheetId);
        if (sheet.state !== 'differs') throw conflict('Nobody has to decide on this sheet.');
        if (sheet.typedBy === who.personId || sheet.secondBy === who.personId)
          throw conflict('You typed this sheet. Somebody who did not decides between the two.');
        const first = await sheetsOn(unit.trx).lines(sheetId, 1);
        const second = await sheetsOn(unit.trx).lines(sheetId, 2);
        const settled = linesThatDiffer(first, second).map((line) => {
          const typed = {
            first: first.find((one) => one.line === line),
            second: second.find((one) => one.line === line),
          };
          const said = verdict(line);
          if (said === null)
            throw invalid([
              { field: `line_${line}`, message: `Say how line ${line} reads: as it was typed first, or second.` },
            ]);
          return { line, was: typed.first, now: typeof said === 'string' ? typed[said] : said };
        });
        for (const { line, now } of settled) await signing.resign(unit, petition, sheet, line, now);
        const wrong = settled.filter(({ was, now }) => !isSameLine(was, now)).length;
        const done: Sheet = { ...sheet, thirdBy: who.personId, state: 'done', wrong };
        await sheetsOn(unit.trx).change(done);
        recorded(unit, petition, 'sheet_settled', who, wrong);
        return done;
      }),

    /** The scan of a sheet, for those who count. @throws Problem 404 */
    async scanOf(petitionId: string, sheetId: string): Promise<{ path: string; mediaType: string; name: string }> {
      const sheet = await sheetsOn(db).byId(sheetId);
      if (!sheet?.scan || sheet.petitionId !== petitionId) throw notFound('scan');
      const [fileName = '', ending = ''] = sheet.scan.split('.');
      return {
        path: scans.pathOf(fileName),
        mediaType: MEDIA[ending] ?? 'application/octet-stream',
        name: `sheet-${sheet.number}.${ending}`,
      };
    },
  };

  /** Drawn by a keyed hash of an id made by chance, so that nobody knows before which sheets it will be. */
  function isDrawn(id: string): boolean {
    return Number.parseInt(keyedHashOf(secret, 'second entry', id).slice(0, 8), 16) % ONE_IN === 0;
  }

  async function typing(unit: UnitOfWork, petitionId: string) {
    const locked = await steps.locked(unit, petitionId);
    const { state } = locked.petition;
    if (state !== 'open' && state !== 'verifying')
      throw conflict('Sheets are typed while the petition is open, and until its signatures are verified.');
    return locked;
  }

  async function known(unit: UnitOfWork, petitionId: string, sheetId: string): Promise<Sheet> {
    const sheet = await sheetsOn(unit.trx).lock(sheetId);
    if (!sheet || sheet.petitionId !== petitionId) throw notFound('sheet');
    return sheet;
  }
}

const MEDIA: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** Paper counts by the day on which it was handed in, not on which it was typed. @throws Problem 400 */
function mustBeInTime({ openedOn, closesOn }: Petition, receivedOn: Day, today: Day): void {
  if (receivedOn > today || receivedOn < (openedOn ?? '') || receivedOn > (closesOn ?? ''))
    throw invalid([
      {
        field: 'received_on',
        message:
          'Enter the day on which the sheet came in: from the day on which the petition opened until it closed, and not after today.',
      },
    ]);
}

function recorded(
  unit: UnitOfWork,
  { id, areaId }: Petition,
  kind: 'sheet_typed' | 'sheet_typed_again' | 'sheet_settled',
  who: Who,
  lines: number,
): void {
  unit.record({
    kind,
    areaId,
    subjectKind: 'petition',
    subjectId: id,
    actor: who.personId,
    channel: 'paper',
    after: { lines },
  });
}
