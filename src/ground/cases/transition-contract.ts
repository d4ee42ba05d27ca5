import type { Role } from '../people/role-contract.ts';
import type { Turn } from './standing-contract.ts';

/** Who takes a case from one state to the next: somebody with a role, whoever began it, or the clock once a limit has passed. */
export type Mover = Role | 'asker' | 'clock';

/** One way out of a state. */
export type Transition<State extends string> = {
  to: State;
  who: readonly Mover[];
  /** What must hold before, in words for whoever is refused and for the diagram; null where nothing must. */
  guard: string | null;
};

/**
 * A state: what it is called, whose turn it is and for what, how long it may last, and what happens when nobody does anything. A state
 * with no way out is an end.
 */
export type StateRow<State extends string, Act extends string, Limit extends string> = {
  /** In a word or two: "Looking for the owner". */
  stage: string;
  turn: Turn;
  /** What is next, said to whoever has the turn: "say who owns it". */
  next: string;
  /** The name under which the area's terms keep how long; null where the state ends in the moment it begins, or is an end. */
  limit: Limit | null;
  /** What the clock does once the limit has passed: the first of these whose guard holds. Only an end has none. */
  silence: readonly Act[];
  acts: Readonly<Partial<Record<Act, Transition<State>>>>;
};

/**
 * Every state of a kind of case and every way between them: the one piece of data that code, tests, screens, mails and the diagram in
 * docs/ go by. Whatever is not in it is refused.
 */
export type TransitionTable<State extends string, Act extends string, Limit extends string> = Readonly<
  Record<State, StateRow<State, Act, Limit>>
>;
