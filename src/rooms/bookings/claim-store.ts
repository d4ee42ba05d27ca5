import type { Knex } from 'knex';
import { batches, takeRows, type Db, insertAll } from '../../kernel/database.ts';
import type { Stretch } from '../../kernel/recurrence-contract.ts';
import {
  besideOf,
  insideOf,
  LONGEST_CLAIM,
  type Claim,
  type ClaimKind,
  type Clash,
  type WishedClaim,
} from './claim-contract.ts';

/** So many wished claims are looked up by one statement. */
const AT_ONCE = 5_000;
const CLAIM_COLUMNS = 8;

/** The holds on time. The database refuses two that overlap; here that refusal is told from other errors, once for all. */
export function claimsOn(db: Db) {
  const datesBetween = (leaves: readonly number[], { starts, ends }: Stretch, now: number): Knex.QueryBuilder =>
    live(db('claims'), now)
      .whereIn('leaf', leaves)
      .whereNot({ kind: 'closure' })
      .where('starts', '>', starts - LONGEST_CLAIM)
      .where('starts', '<', ends)
      .where('ends', '>', starts)
      .distinct('holder');
  return {
    /**
     * Waits until nobody else claims these undivided spaces, for the rest of the transaction, and clears away holds whose minute has
     * come. Without it PostgreSQL would have two who want the same time wait for each other.
     */
    async takeTurn(leaves: readonly number[], now: number): Promise<void> {
      await takeRows(db, db('spaces').whereIn('number', leaves).orderBy('number').select('number'));
      await claimsOn(db).clearAway(leaves, now);
    },
    /** The same for the undivided spaces of some rooms, before anything is known of them. Nothing is cleared away. */
    takeTurnIn: (spaceIds: readonly string[]): Promise<void> =>
      takeRows(
        db,
        db('spaces')
          .whereIn('number', db('space_leaves').whereIn('space_id', spaceIds).select('leaf'))
          .orderBy('number')
          .select('number'),
      ),
    /** Removes holds whose minute has come. @returns how many */
    clearAway: (leaves: readonly number[], now: number): Promise<number> =>
      db('claims').whereIn('leaf', leaves).where('expires', '<=', now).delete(),
    /** Gives up what some holders have and takes the new claims, all of it or nothing. @returns false when some time is taken */
    async swap(givingUp: readonly string[], claims: readonly Claim[]): Promise<boolean> {
      if (givingUp.length === 0) return claimsOn(db).takeAll(claims);
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
     * Takes new claims, all of them or none, and needs no savepoint for it. @returns false when some time is taken
     * @throws what `wasDivided` knows, when a space is no longer one that can be claimed
     */
    async takeAll(claims: readonly Claim[]): Promise<boolean> {
      const made: { id: number }[] = [];
      try {
        for (const batch of batches(inOrder(claims), CLAIM_COLUMNS))
          made.push(...(await db('claims').insert(batch).onConflict().ignore().returning('id')));
      } catch (error) {
        if (!isTaken(error) || endsTransaction(error)) throw error;
      }
      if (made.length === claims.length) return true;
      const ids = made.map(({ id }) => id);
      for (const batch of batches(ids, 1)) await db('claims').whereIn('id', batch).delete();
      return false;
    },
    /**
     * For each wished claim what lies in its way, where something does: whatever is inside at that time before what only makes the
     * room ready; and of these a booking before a closure before a hold. Each is looked up by itself in the index, bounded by the
     * longest that a claim can be.
     * @param besides holders that do not count: their time is given up
     */
    async clashes(wished: readonly WishedClaim[], now: number, besides: readonly string[] = []): Promise<Clash[]> {
      const found = new Map<string, Clash>();
      for (let from = 0; from < wished.length; from += AT_ONCE) {
        const batch = wished.slice(from, from + AT_ONCE);
        // Written out rather than bound: binding thousands of values takes longer than the look itself.
        const values = batch.map((one, nth) => {
          const inside = insideOf(one);
          return `(${[nth, one.leaf, one.starts, one.ends, inside.starts, inside.ends].map(whole).join(',')})`;
        });
        // A query of its own for each row: as a join, PostgreSQL would read the whole table.
        const inTheWay = live(db('claims'), now)
          .whereRaw(
            `claims.leaf = wished.leaf and claims.starts > wished.starts - ${LONGEST_CLAIM} and claims.starts < wished.ends and claims.ends > wished.starts`,
          )
          .whereRaw(`(claims.kind <> 'closure' or (claims.starts < wished.leaves and claims.ends > wished.enters))`)
          .whereNotIn('claims.holder', besides)
          .orderByRaw(
            'case when claims.starts + claims.before_minutes < wished.leaves and claims.ends - claims.after_minutes > wished.enters then 0 else 1 end, claims.kind',
          )
          .limit(1)
          .select(db.raw(IN_THE_WAY));
        const rows: { nth: number; claim: string | null }[] = await db
          .with('wished', ['nth', 'leaf', 'starts', 'ends', 'enters', 'leaves'], db.raw(`values ${values.join(',')}`))
          .from('wished')
          .select('wished.nth', inTheWay.as('claim'));
        for (const { nth, claim } of rows) {
          const one = batch[nth];
          if (claim !== null && one) keepFirst(found, clashFrom(one, claim));
        }
      }
      return [...found.values()];
    },
    /** Dates that hold some of these undivided spaces at some time of a stretch. */
    datesIn: (leaves: readonly number[], stretch: Stretch, now: number): Promise<string[]> =>
      datesBetween(leaves, stretch, now).pluck('holder'),
    /** Dates for which somebody is inside some of these undivided spaces at some time of a stretch. Who cleans does not count. */
    datesInside: (leaves: readonly number[], stretch: Stretch, now: number): Promise<string[]> =>
      datesBetween(leaves, stretch, now)
        .whereRaw('starts + before_minutes < ? and ends - after_minutes > ?', [stretch.ends, stretch.starts])
        .pluck('holder'),
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

/** PostgreSQL passes over what overlaps, and ends the transaction for a space that has been divided since it was read. */
const endsTransaction = (error: unknown): boolean => error instanceof Error && 'constraint' in error;
export const wasDivided = (error: unknown): boolean => isTaken(error) && endsTransaction(error);

/** The one place that knows how each engine says that time is taken: constraints and triggers of migrations 0007, 0012 and 0048. */
function isTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    ('constraint' in error && (error.constraint === 'claims_taken' || error.constraint === 'claims_in_use')) ||
    /SQLITE_CONSTRAINT: claims_taken/.test(error.message)
  );
}

/** Always in one order, so that no two transactions take rows in opposite ones. */
function inOrder(claims: readonly Claim[]): Record<string, unknown>[] {
  return claims
    .toSorted((one, other) => one.leaf - other.leaf || one.starts - other.starts)
    .map(({ leaf, starts, ends, before, after, kind, holder, expires }) => ({
      leaf,
      starts,
      ends,
      before_minutes: before,
      after_minutes: after,
      kind,
      holder,
      expires,
    }));
}

/** A hold whose minute has come no longer counts. */
const live = (query: Knex.QueryBuilder, now: number): Knex.QueryBuilder =>
  query.where((open) => open.whereNull('expires').orWhere('expires', '>', now));

/** A claim that is in the way, as one value. */
const IN_THE_WAY = `claims.kind || ' ' || ${['starts', 'ends', 'before_minutes', 'after_minutes'].map((column) => `cast(claims.${column} as text)`).join(" || ' ' || ")}`;

function clashFrom(wished: WishedClaim, claim: string): Clash {
  const [kind, ...numbers] = claim.split(' ');
  const [starts = 0, ends = 0, before = 0, after = 0] = numbers.map(Number);
  const beside = besideOf(wished, { starts, ends, before, after });
  return { holder: wished.holder, kind: kind as ClaimKind, beside };
}

/** Of what lies in the way of several parts of one date, the first in the same order as in the query. */
function keepFirst(found: Map<string, Clash>, clash: Clash): void {
  const known = found.get(clash.holder);
  const rank = ({ kind, beside }: Clash): string => `${beside ? 1 : 0} ${kind}`;
  if (known === undefined || rank(clash) < rank(known)) found.set(clash.holder, clash);
}

/** A number that can stand in a statement as it is. */
function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is not a whole number.`);
  return String(value);
}
