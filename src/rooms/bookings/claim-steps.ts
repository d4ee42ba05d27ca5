import type { Db } from '../../kernel/database.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import type { NotFree, Occurrence, WhichDates } from './booking-contract.ts';
import { taken } from './booking-problem-words.ts';
import { claimsOf, type Claim } from './claim-contract.ts';
import { claimsOn, wasDivided } from './claim-store.ts';
import { notFreeBy } from './not-free-rules.ts';

/** What is to be taken, and what is given up for it, in one transaction. */
export type Swap = {
  dates: readonly Occurrence[];
  spaces: ReadonlyMap<string, BookableSpace>;
  kept: Pick<Claim, 'kind' | 'expires'>;
  /** Ids of dates whose time is let go. A date that changes its time is in both lists. */
  givingUp: readonly string[];
  which: WhichDates;
};

/** A wished date that could not be had. */
export type Missed = NotFree & { id: string };

/** Others may take and give back time while we look; more than this many rounds of it do not happen in earnest. */
const MOST_ROUNDS = 10;

/** Waits until nobody else claims in these spaces. To be done before anything of them is read that a claim rests on. */
export async function takeTurn(trx: Db, spaces: Iterable<Pick<BookableSpace, 'leaves'>>, now: number): Promise<void> {
  await claimsOn(trx).takeTurn([...new Set([...spaces].flatMap(({ leaves }) => leaves))], now);
}

/**
 * Takes the time of some dates in every undivided space they need: all of them, or those that are free. The database decides;
 * only when it has refused are the dates asked for that are in the way. The caller has taken its turn.
 * @returns the dates that could not be had; a date that should have changed its time keeps the old one
 * @throws Problem 409 that names the dates, when all were wanted or none is free
 */
export async function swapClaims(
  trx: Db,
  { dates, spaces, kept, givingUp, which }: Swap,
  now: number,
): Promise<Missed[]> {
  const claims = claimsOn(trx);
  let wished = [...dates];
  let letGo = new Set(givingUp);
  const notFree: Missed[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wanted = wished.flatMap((date) => claimsFor(date, spaces, kept));
    if (await swapped(claims, [...letGo], wanted, dates.length)) return notFree;
    if (round === 0 && (await claims.clearAway([...new Set(wanted.map(({ leaf }) => leaf))], now)) > 0) continue;
    const inTheWay = new Map((await claims.clashes(wanted, now, [...letGo])).map((clash) => [clash.holder, clash]));
    for (const date of wished) {
      const clash = inTheWay.get(date.id);
      if (clash) notFree.push({ id: date.id, ...notFreeBy(clash, date) });
    }
    const left = wished.filter(({ id }) => !inTheWay.has(id));
    if (which === 'all' ? inTheWay.size > 0 : left.length === 0) break;
    letGo = new Set([...letGo].filter((id) => !inTheWay.has(id)));
    wished = left;
  }
  throw taken(notFree, dates.length);
}

async function swapped(
  claims: ReturnType<typeof claimsOn>,
  letGo: readonly string[],
  wanted: readonly Claim[],
  of: number,
): Promise<boolean> {
  try {
    return await claims.swap(letGo, wanted);
  } catch (error) {
    throw wasDivided(error) ? taken([], of) : error;
  }
}

function claimsFor(date: Occurrence, spaces: Swap['spaces'], kept: Swap['kept']): Claim[] {
  const space = spaces.get(date.spaceId);
  // Without an undivided space there would be nothing that the database could guard.
  if (!space || space.leaves.length === 0) throw new Error(`The space ${date.spaceId} cannot be claimed.`);
  return claimsOf(space, date, kept);
}
