import { batches, type Db } from '../../kernel/database.ts';

/** A hold on a space's time: minutes since 1970 (UTC), half-open. */
export type ClaimRow = {
  leaf: number;
  starts: number;
  ends: number;
  kind: 'booking' | 'hold' | 'closure';
  holder: string;
};

/** No claim is longer, so that what overlaps a stretch began at most so many minutes before it. */
const LONGEST_CLAIM = 2_880;

/** Reads the claims that keep time in spaces. A hold whose minute has come no longer counts. */
export function spaceClaimsOn(db: Db) {
  const live = (leaves: readonly number[], now: number) =>
    db('claims')
      .whereIn('leaf', leaves)
      .where((query) => query.whereNull('expires').orWhere('expires', '>', now));

  return {
    /** Everything that keeps some of these undivided spaces at some time between `starts` and `ends`. */
    async between(leaves: readonly number[], starts: number, ends: number, now: number): Promise<ClaimRow[]> {
      return live(leaves, now)
        .where('starts', '>', starts - LONGEST_CLAIM)
        .where('starts', '<', ends)
        .where('ends', '>', starts)
        .orderBy('starts')
        .orderBy('leaf')
        .select('leaf', 'starts', 'ends', 'kind', 'holder');
    },
    /** What everybody may read of those who hold claims: the neutral words of bookings, and why a room is closed. */
    async labels(holders: readonly string[]): Promise<Map<string, string>> {
      const found = new Map<string, string>();
      for (const batch of batches([...holders], 1)) {
        const dates: { id: string; label: string }[] = await db('occurrences')
          .join('bookings', 'bookings.id', 'occurrences.booking_id')
          .whereIn('occurrences.id', batch)
          .select({ id: 'occurrences.id', label: 'bookings.public_label' });
        const closures: { id: string; label: string | null }[] = await db('closures')
          .whereIn('id', batch)
          .select({ id: 'id', label: 'public_text' });
        for (const { id, label } of [...dates, ...closures]) if (label) found.set(id, label);
      }
      return found;
    },
    /** How many stretches lie ahead, and the minute in which the first begins. */
    async ahead(leaves: readonly number[], now: number): Promise<{ count: number; first: number | null }> {
      const rows: { starts: number }[] = await live(leaves, now)
        .where('starts', '>', now - LONGEST_CLAIM)
        .where('ends', '>', now)
        .groupBy('starts', 'holder')
        .orderBy('starts')
        .select('starts');
      return { count: rows.length, first: rows[0]?.starts ?? null };
    },
  };
}
