import { batches, type Db, insertAll } from '../kernel/database.ts';
import type { Stretch } from '../kernel/recurrence-contract.ts';
import { LONGEST_CLAIM, type Claim, type Clash } from './claim-contract.ts';

/** Values that one row of a look for clashes binds. */
const BOUND = 4;
/** PostgreSQL takes what is bound for text unless told otherwise. */
const ROW = `(${Array.from({ length: BOUND }, () => 'cast(? as integer)').join(', ')})`;

/** The holds on time. The database refuses two that overlap; here that refusal is told from other errors, once for all. */
export function claimsOn(db: Db) {
  return {
    /**
     * Waits until nobody else claims these undivided spaces, for the rest of the transaction, and clears away holds whose minute has
     * come. Without it PostgreSQL would have two who want the same time wait for each other.
     */
    async takeTurn(leaves: readonly number[], now: number): Promise<void> {
      await db('spaces').whereIn('number', leaves).orderBy('number').forNoKeyUpdate().select('number');
      await db('claims').whereIn('leaf', leaves).where('expires', '<=', now).delete();
    },
    /** Gives up what some holders have and takes the new claims, all of it or nothing. @returns false when some time is taken */
    async swap(givingUp: readonly string[], claims: readonly Claim[]): Promise<boolean> {
      try {
        await db.transaction(async (savepoint) => {
          await claimsOn(savepoint).release(givingUp);
          await insertAll(savepoint, 'claims', inOrder(claims));
        });
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },
    /** What lies in the way of wished claims: one look, bounded for each of them by the longest that a claim can be. */
    async clashes(wished: readonly Omit<Claim, 'kind' | 'expires'>[], now: number): Promise<Clash[]> {
      const found: Clash[] = [];
      for (const batch of batchesOf(wished)) {
        const rows: { nth: number; holder: string; kind: Clash['kind'] }[] = await db
          .with('wished', ['nth', 'leaf', 'starts', 'ends'], db.raw(`values ${batch.map(() => ROW).join(', ')}`, batch.flatMap(({ leaf, starts, ends }, nth) => [nth, leaf, starts, ends])))
          .from('wished').join('claims', 'claims.leaf', 'wished.leaf')
          .whereRaw(`claims.starts > wished.starts - ${LONGEST_CLAIM} and claims.starts < wished.ends and claims.ends > wished.starts`)
          .where((live) => live.whereNull('claims.expires').orWhere('claims.expires', '>', now))
          .distinct('wished.nth', 'claims.holder', 'claims.kind');
        for (const { nth, holder, kind } of rows) found.push({ wished: batch[nth]?.holder ?? '', by: holder, kind });
      }
      return found;
    },
    /** Where closures hold some undivided spaces already. */
    async closed(leaves: readonly number[], { starts, ends }: Stretch): Promise<(Stretch & { leaf: number })[]> {
      return db('claims').whereIn('leaf', leaves).where({ kind: 'closure' }).where('starts', '>', starts - LONGEST_CLAIM).where('starts', '<', ends).where('ends', '>', starts).select('leaf', 'starts', 'ends');
    },
    /** Lets go of everything that some holders have. */
    async release(holders: readonly string[]): Promise<void> {
      for (const batch of batches([...holders], 1)) await db('claims').whereIn('holder', batch).delete();
    },
    /** Ends a claim so many minutes earlier. */
    async shorten(holder: string, minutes: number): Promise<void> {
      await db('claims').where({ holder }).update({ ends: db.raw('ends - ?', [minutes]) });
    },
    /** Makes holds into bookings (`expires` null) or has them end at another minute, where they are. */
    async keep(holders: readonly string[], kept: Pick<Claim, 'kind' | 'expires'>): Promise<void> {
      for (const batch of batches([...holders], 1)) await db('claims').whereIn('holder', batch).update(kept);
    },
    /** How many claims each of these holders has. */
    async counts(holders: readonly string[]): Promise<Map<string, number>> {
      const counts = new Map<string, number>();
      for (const batch of batches([...holders], 1)) {
        const rows: { holder: string; count: number }[] = await db('claims').whereIn('holder', batch).groupBy('holder').select('holder').count({ count: '*' });
        for (const { holder, count } of rows) counts.set(holder, Number(count));
      }
      return counts;
    },
  };
}
export type ClaimStore = ReturnType<typeof claimsOn>;

/** The one place that knows how each engine says that time is taken: constraint and trigger of migration 0007. */
function isTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('constraint' in error && error.constraint === 'claims_taken') || /SQLITE_CONSTRAINT: claims_taken/.test(error.message);
}

/** Always in one order, so that no two transactions take rows in opposite ones. */
function inOrder(claims: readonly Claim[]): Record<string, unknown>[] {
  return claims.toSorted((one, other) => one.leaf - other.leaf || one.starts - other.starts).map(({ leaf, starts, ends, kind, holder, expires }) => ({ leaf, starts, ends, kind, holder, expires }));
}

function batchesOf<T>(wished: readonly T[]): T[][] {
  const size = Math.floor(32_000 / BOUND);
  return Array.from({ length: Math.ceil(wished.length / size) }, (_, index) => wished.slice(index * size, (index + 1) * size));
}
