import type { StoredSet } from './criteria-contract.ts';

/** A set with the first and the last day on which it is in force; no last day while none follows. */
export type DatedSet = { stored: StoredSet; from: string; until: string | null; is: 'past' | 'in_force' | 'coming' };

/**
 * The set in force on a day: of those that have begun, the one that began last.
 * @param sets what an area has, the proposal first; before any has begun, the proposal goes
 */
export function inForceOn(sets: readonly [StoredSet, ...StoredSet[]], day: string): StoredSet {
  return (
    sets
      .filter(({ set }) => set.valid_from <= day)
      .toSorted(byBegin)
      .at(-1) ?? sets[0]
  );
}

/** Every set that was, is or will be in force, the newest first. */
export function periodsOf(sets: readonly [StoredSet, ...StoredSet[]], today: string): DatedSet[] {
  const ordered = sets.toSorted(byBegin);
  const current = inForceOn(sets, today);
  return (
    ordered
      .map((stored, index): DatedSet => {
        const next = ordered[index + 1];
        return {
          stored,
          from: stored.set.valid_from,
          until: next ? dayBefore(next.set.valid_from) : null,
          is: stored === current ? 'in_force' : stored.set.valid_from > today ? 'coming' : 'past',
        };
      })
      // One that another took over on its very first day was never in force.
      .filter(({ from, until }) => until === null || until >= from)
      .toReversed()
  );
}

/** Of two that begin on one day the later stored goes. */
const byBegin = (one: StoredSet, other: StoredSet): number =>
  one.set.valid_from.localeCompare(other.set.valid_from) ||
  (one.storedAt ?? '').localeCompare(other.storedAt ?? '') ||
  (one.id ?? '').localeCompare(other.id ?? '');

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
