import { standing } from '../ledger/balance-contract.ts';
import type { NewLine } from '../ledger/ledger-contract.ts';
import type { HireDeps } from './hire-deps.ts';
import type { HireScene } from './hire-scene.ts';

/** The booking of a scene, as the ledger knows it. */
export const lineFor = ({ booking, today }: Pick<HireScene, 'booking' | 'today'>) => ({
  areaId: booking.areaId,
  bookingId: booking.id,
  today,
});

/**
 * Brings what is owed for hire in line with a price that has changed: less is credited, more is charged. Where nothing has been
 * charged yet, the new price is charged when the time comes.
 * @returns pence that are credited; below 0 what is charged more
 */
export async function settleHire(
  { ledger, newId }: Pick<HireDeps, 'ledger' | 'newId'>,
  scene: Pick<HireScene, 'unit' | 'booking' | 'today'>,
  before: number,
  after: number,
  { personId, reason }: { personId: string; reason: string },
): Promise<number> {
  const {
    unit: { trx },
    booking,
  } = scene;
  const charged = standing(await ledger.of(trx, booking.id)).some(
    ({ account, kind }) => account === 'hire' && kind === 'charged',
  );
  const credit = before - after;
  if (!charged || credit === 0) return 0;
  const line: NewLine = { account: 'hire', kind: credit > 0 ? 'waived' : 'charged', pence: Math.abs(credit), reason };
  await ledger.write(trx, lineFor(scene), personId, newId(), [line]);
  return credit;
}
