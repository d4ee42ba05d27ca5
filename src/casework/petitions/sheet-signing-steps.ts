import type { Clock } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Petition } from './petition-contract.ts';
import type { Sheet, SheetLine, Signature } from './signature-contract.ts';
import { signerKey, standingOfLine, wholePostcode } from './signature-rules.ts';
import { signaturesOn } from './signature-store.ts';
import type { SignerPlaces } from './signer-place-steps.ts';

type Deps = { clock: Clock; newId: NewId; places: SignerPlaces };

/** Signatures of the lines of a sheet, as they were typed and as they are put right. */
export function sheetSigning({ clock, newId, places }: Deps) {
  return {
    async sign(unit: UnitOfWork, petition: Petition, sheet: Sheet, lines: readonly SheetLine[]): Promise<void> {
      for (const line of lines) await add(unit, petition, sheet, line);
    },

    /** A line reads otherwise than it was typed first; `undefined`: there is no such line. */
    async resign(
      unit: UnitOfWork,
      petition: Petition,
      sheet: Sheet,
      line: number,
      now: SheetLine | undefined,
    ): Promise<void> {
      const before = (await signaturesOn(unit.trx).ofSheet(sheet.id)).find((one) => one.line === line);
      if (!before) {
        if (now) await add(unit, petition, sheet, now);
        return;
      }
      // What nobody finds on the sheet is no signature: it stays as a line that cannot be read.
      const read = await asRead(
        unit,
        petition,
        now ?? { line, name: '', postcode: '', basis: 'live', code: 'unreadable' },
      );
      await change(unit, before, { ...before, ...read });
    },
  };

  async function add(unit: UnitOfWork, petition: Petition, sheet: Sheet, line: SheetLine): Promise<void> {
    const read = await asRead(unit, petition, line);
    const now = clock().toISOString();
    const signature: Signature = {
      id: newId(),
      petitionId: petition.id,
      areaId: petition.areaId,
      age: 'adult',
      email: null,
      emailKey: null,
      seat: null,
      keyHash: null,
      channel: 'paper',
      sameAs: null,
      strikeId: null,
      sheetId: sheet.id,
      line: line.line,
      network: null,
      enteredBy: sheet.typedBy,
      readBack: null,
      told: null,
      createdAt: now,
      confirmedAt: now,
      ...read,
    };
    const sameAs = signature.standing === 'valid' ? await signaturesOn(unit.trx).another(signature) : null;
    await signaturesOn(unit.trx).add({ ...signature, sameAs });
  }

  async function change(unit: UnitOfWork, before: Signature, now: Signature): Promise<void> {
    const store = signaturesOn(unit.trx);
    await store.change(before, { ...now, sameAs: now.standing === 'valid' ? await store.another(now) : null });
  }

  async function asRead(unit: UnitOfWork, petition: Petition, line: SheetLine) {
    const postcode = wholePostcode(line.postcode);
    const lies = await places.lieOf(unit.trx, petition, postcode);
    return {
      name: line.name,
      nameKey: signerKey(line.name),
      postcode: postcode ?? line.postcode.trim(),
      wardId: lies === 'elsewhere' ? null : lies.wardId,
      basis: line.basis,
      standing: standingOfLine(line, lies),
    };
  }
}
