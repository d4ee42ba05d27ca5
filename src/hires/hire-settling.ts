import type { Entry } from '../ledger/ledger-contract.ts';
import { standing } from '../ledger/balance-contract.ts';
import { ledgerOn } from '../ledger/ledger-store.ts';
import type { HireDeps } from './hire-deps.ts';
import type { HireScene } from './hire-scene.ts';

/** What a new entry says of itself; who, when and for what is added. */
export type Line = Pick<Entry, 'account' | 'kind' | 'pence'> & Partial<Pick<Entry, 'onDay' | 'method' | 'receiptNo' | 'takenBy' | 'witness' | 'reason' | 'corrects'>>;

/** Writes lines into a booking's ledger, each under its own number of one form. */
export async function writeLines({ newId, clock }: Pick<HireDeps, 'newId' | 'clock'>, { unit, booking, today }: Pick<HireScene, 'unit' | 'booking' | 'today'>, personId: string, submission: string, lines: readonly Line[]): Promise<Entry[]> {
  const at = clock().toISOString();
  const entries = lines.map((line, part): Entry => ({
    id: newId(), areaId: booking.areaId, bookingId: booking.id, onDay: today, method: null, receiptNo: null, takenBy: null, witness: null, reason: null, corrects: null, dueOn: null, ...line,
    submission: `${submission}-${part}`, recordedBy: personId, recordedAt: at,
  }));
  for (const entry of entries) await ledgerOn(unit.trx).add(entry);
  return entries;
}

/**
 * Brings what is owed for hire in line with a price that has changed: less is credited, more is charged. Where nothing has been
 * charged yet, the new price is charged when the time comes.
 * @returns pence that are credited; below 0 what is charged more
 */
export async function settleHire(deps: Pick<HireDeps, 'newId' | 'clock'>, scene: Pick<HireScene, 'unit' | 'booking' | 'today'>, before: number, after: number, { personId, reason }: { personId: string; reason: string }): Promise<number> {
  const charged = standing(await ledgerOn(scene.unit.trx).of(scene.booking.id)).some(({ account, kind }) => account === 'hire' && kind === 'charged');
  const credit = before - after;
  if (!charged || credit === 0) return 0;
  await writeLines(deps, scene, personId, deps.newId(), [{ account: 'hire', kind: credit > 0 ? 'waived' : 'charged', pence: Math.abs(credit), reason }]);
  return credit;
}
