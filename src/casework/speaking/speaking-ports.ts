import type { Db } from '../../kernel/database.ts';
import { SIDES, type Side } from './speaking-contract.ts';
import { speakersOn } from './speaker-store.ts';

/** How many have spoken at a hearing or were read out, by side; null where nobody has. */
export async function spokenAt(db: Db, proposalId: string): Promise<Record<Side, number> | null> {
  const all = (await speakersOn(db).registered(proposalId)).filter(({ seconds }) => seconds !== null);
  if (all.length === 0) return null;
  return Object.fromEntries(SIDES.map((side) => [side, all.filter((one) => one.side === side).length])) as Record<
    Side,
    number
  >;
}
