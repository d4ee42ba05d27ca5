import type { Knex } from 'knex';
import { batches, type Db, insertAll } from '../../kernel/database.ts';
import type { Stretch } from '../../kernel/recurrence-contract.ts';
import { LONGEST_CLAIM, type Claim, type ClaimKind, type Clash, type Overlap } from './claim-contract.ts';

/** So many wished claims are looked up by one statement. */
const AT_ONCE = 5_000;

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
    /**
     * For each wished claim what lies in its way, where something does: a booking before a closure before a hold. Each is looked up
     * by itself in the index, bounded by the longest that a claim can be.
     * @param besides holders that do not count: their time is given up
     */
    async clashes(
      wished: readonly Omit<Claim, 'kind' | 'expires'>[],
      now: number,
      besides: readonly string[] = [],
    ): Promise<Clash[]> {
      const found = new Map<string, ClaimKind>();
      for (let from = 0; from < wished.length; from += AT_ONCE) {
        const batch = wished.slice(from, from + AT_ONCE);
        // Written out rather than bound: binding thousands of values takes longer than the look itself.
        const values = batch.map(
          ({ leaf, starts, ends }, nth) => `(${[nth, leaf, starts, ends].map(whole).join(',')})`,
        );
        // A query of its own for each row: as a join, PostgreSQL would read the whole table.
        const inTheWay = live(db('claims'), now)
          .whereRaw(
            `claims.leaf = wished.leaf and claims.starts > wished.starts - ${LONGEST_CLAIM} and claims.starts < wished.ends and claims.ends > wished.starts`,
          )
          .whereNotIn('claims.holder', besides)
          .orderBy('claims.kind')
          .limit(1)
          .select('claims.kind');
        const rows: { nth: number; kind: ClaimKind | null }[] = await db
          .with('wished', ['nth', 'leaf', 'starts', 'ends'], db.raw(`values ${values.join(',')}`))
          .from('wished')
          .select('wished.nth', inTheWay.as('kind'));
        for (const { nth, kind } of rows) if (kind !== null) keepFirst(found, batch[nth]?.holder ?? '', kind);
      }
      return [...found].map(([holder, kind]) => ({ holder, kind }));
    },
    /** Everything that lies in the way of wished claims in a few spaces: read for the whole time between the first and the last, and compared here. */
    async overlapping(wished: readonly Omit<Claim, 'kind' | 'expires'>[], now: number): Promise<Overlap[]> {
      const [from, until] = [
        Math.min(...wished.map(({ starts }) => starts)),
        Math.max(...wished.map(({ ends }) => ends)),
      ];
      const leaves = [...new Set(wished.map(({ leaf }) => leaf))];
      const there: (Stretch & { leaf: number; holder: string; kind: ClaimKind })[] = await live(db('claims'), now)
        .whereIn('leaf', leaves)
        .where('starts', '>', from - LONGEST_CLAIM)
        .where('starts', '<', until)
        .where('ends', '>', from)
        .select('leaf', 'starts', 'ends', 'holder', 'kind');
      return wished.flatMap((one) =>
        there
          .filter((other) => other.leaf === one.leaf && other.starts < one.ends && other.ends > one.starts)
          .map(({ holder, kind }) => ({ wished: one.holder, by: holder, kind })),
      );
    },
    /** Dates that hold some of these undivided spaces at some time of a stretch. */
    async datesIn(leaves: readonly number[], { starts, ends }: Stretch, now: number): Promise<string[]> {
      const rows: { holder: string }[] = await live(db('claims'), now)
        .whereIn('leaf', leaves)
        .whereNot({ kind: 'closure' })
        .where('starts', '>', starts - LONGEST_CLAIM)
        .where('starts', '<', ends)
        .where('ends', '>', starts)
        .distinct('holder');
      return rows.map(({ holder }) => holder);
    },
    /** Where closures hold some undivided spaces already. */
    async closed(leaves: readonly number[], { starts, ends }: Stretch): Promise<(Stretch & { leaf: number })[]> {
      return db('claims')
        .whereIn('leaf', leaves)
        .where({ kind: 'closure' })
        .where('starts', '>', starts - LONGEST_CLAIM)
        .where('starts', '<', ends)
        .where('ends', '>', starts)
        .select('leaf', 'starts', 'ends');
    },
    /** Lets go of everything that some holders have. */
    async release(holders: readonly string[]): Promise<void> {
      for (const batch of batches([...holders], 1)) await db('claims').whereIn('holder', batch).delete();
    },
    /** Ends a claim so many minutes earlier. */
    async shorten(holder: string, minutes: number): Promise<void> {
      await db('claims')
        .where({ holder })
        .update({ ends: db.raw('ends - ?', [minutes]) });
    },
    /** Makes holds into bookings (`expires` null) or has them end at another minute, where they are. */
    async keep(holders: readonly string[], kept: Pick<Claim, 'kind' | 'expires'>): Promise<void> {
      for (const batch of batches([...holders], 1)) await db('claims').whereIn('holder', batch).update(kept);
    },
    /** How many claims each of these holders has. */
    async counts(holders: readonly string[]): Promise<Map<string, number>> {
      const counts = new Map<string, number>();
      for (const batch of batches([...holders], 1)) {
        const rows: { holder: string; count: number }[] = await db('claims')
          .whereIn('holder', batch)
          .groupBy('holder')
          .select('holder')
          .count({ count: '*' });
        for (const { holder, count } of rows) counts.set(holder, count);
      }
      return counts;
    },
  };
}

/** The one place that knows how each engine says that time is taken: constraint and trigger of migration 0007. */
function isTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ('constraint' in error && error.constraint === 'claims_taken') ||
    /SQLITE_CONSTRAINT: claims_taken/.test(error.message)
  );
}

/** Always in one order, so that no two transactions take rows in opposite ones. */
function inOrder(claims: readonly Claim[]): Record<string, unknown>[] {
  return claims
    .toSorted((one, other) => one.leaf - other.leaf || one.starts - other.starts)
    .map(({ leaf, starts, ends, kind, holder, expires }) => ({ leaf, starts, ends, kind, holder, expires }));
}

/** A hold whose minute has come no longer counts. */
const live = (query: Knex.QueryBuilder, now: number): Knex.QueryBuilder =>
  query.where((open) => open.whereNull('expires').orWhere('expires', '>', now));

/** Of what lies in the way of several parts of one date, the first in the order of the alphabet, as in the query. */
function keepFirst(found: Map<string, ClaimKind>, holder: string, kind: ClaimKind): void {
  const known = found.get(holder);
  if (known === undefined || kind < known) found.set(holder, kind);
}

/** A number that can stand in a statement as it is. */
function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is not a whole number.`);
  return String(value);
}
