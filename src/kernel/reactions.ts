import type { Fact, FactKind, UnitOfWork } from './fact.ts';

/**
 * What follows from a fact, in the transaction that records it. It reads the present by id, never from what the fact remembers, may
 * record further facts, and may be repeated without harm. It cannot refuse: what can refuse is part of the act.
 */
export type Reaction = (unit: UnitOfWork, fact: Fact) => Promise<void>;
/** What follows from each kind, in this order. */
export type Reactions = Readonly<Record<FactKind, readonly Reaction[]>>;
/** What one feature does about some kinds. */
export type ReactionTable = Partial<Reactions>;
export type ReactTo = (kind: FactKind) => readonly Reaction[];

/** A chain of facts that each follow from the one before is never longer in earnest: it would go round. */
const LONGEST_CHAIN = 20;

/** Kinds from which nothing follows; a comment beside it says why. */
export function nothingFollows<K extends string>(...kinds: K[]): Record<K, readonly never[]> {
  return Object.fromEntries(kinds.map((kind) => [kind, []])) as unknown as Record<K, readonly never[]>;
}

/** What several features do, kind by kind, in the order of the features. Its type knows every kind that one of them has a row for. */
export function together<T extends readonly ReactionTable[]>(
  ...tables: T
): Record<KeysOf<T[number]>, readonly Reaction[]> {
  const all: Record<string, Reaction[]> = {};
  for (const table of tables)
    for (const [kind, reactions] of Object.entries<readonly Reaction[] | undefined>(table))
      (all[kind] ??= []).push(...(reactions ?? []));
  return all;
}
type KeysOf<T> = T extends unknown ? keyof T & string : never;

/**
 * Does what follows from some facts and from those that are recorded meanwhile, one after the other as they were recorded.
 * @param facts grows while reactions record
 * @throws Error when facts follow from each other without end
 */
export async function react(unit: UnitOfWork, facts: readonly Fact[], to: ReactTo): Promise<void> {
  const depths = facts.map(() => 0);
  for (let at = 0; at < facts.length; at++) {
    const [fact, depth] = [facts[at], depths[at] ?? 0];
    if (!fact) return;
    if (depth > LONGEST_CHAIN) throw new Error(`Facts go round: ${fact.kind} follows from itself.`);
    for (const reaction of to(fact.kind)) await reaction({ ...unit, because: fact.id }, fact);
    while (depths.length < facts.length) depths.push(depth + 1);
  }
}
