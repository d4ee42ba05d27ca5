import type { Mover, StateRow, TransitionTable } from './transition-contract.ts';

type Table<S extends string, A extends string> = TransitionTable<S, A, string>;

/** The state that an act leads to; null where it is not open to whoever would do it. */
export function after<S extends string, A extends string>(table: Table<S, A>, state: S, act: A, by: Mover): S | null {
  const way = table[state].acts[act];
  return way?.who.includes(by) ? way.to : null;
}

/** What somebody may do in a state, in the order of the table. */
export const actsOf = <S extends string, A extends string>(table: Table<S, A>, state: S, by: Mover): A[] =>
  (Object.keys(table[state].acts) as A[]).filter((act) => after(table, state, act, by) !== null);

export const isEnd = <S extends string, A extends string>(table: Table<S, A>, state: S): boolean =>
  Object.keys(table[state].acts).length === 0;

/** States in which something is still to happen, in the order of the table. */
export const openStates = <S extends string, A extends string>(table: Table<S, A>): S[] =>
  (Object.keys(table) as S[]).filter((state) => !isEnd(table, state));

/** An end is nobody’s turn; what goes on by itself may be, where it says what happens then. */
const isTurnSaid = <S extends string, A extends string>(table: Table<S, A>, state: S): boolean => {
  const { turn, next } = table[state];
  return turn === 'nobody' ? isEnd(table, state) || next !== '' : !isEnd(table, state);
};

/** What is wrong with a table, one sentence each: a state without a limit that waits, silence that nobody wrote a way for, a state nobody reaches. */
export function faultsOf<S extends string, A extends string>(table: Table<S, A>, first: S): string[] {
  const reached = new Set<S>([first]);
  for (const state of reached) for (const to of waysOut(table[state], [])) reached.add(to);
  return (Object.keys(table) as S[]).flatMap((state) => {
    const { limit, silence } = table[state];
    const unwritten = silence.filter((act) => after(table, state, act, 'clock') === null);
    return [
      ...unwritten.map((act) => `${state}: the clock does “${act}” when nobody acts, and has no way for it.`),
      ...(isEnd(table, state) === (silence.length === 0) ? [] : [`${state}: nothing happens when nobody acts.`]),
      ...(isEnd(table, state) === (limit === null) ? [] : [`${state}: it is not said how long it lasts.`]),
      ...(isTurnSaid(table, state) ? [] : [`${state}: it is not said whose turn it is.`]),
      ...(reached.has(state) ? [] : [`${state}: no way leads there.`]),
    ];
  });
}

/**
 * States that would last for ever if those who are silent never did anything again. A sound table has none, whoever is silent, even if
 * everybody is: the clock takes every case to an end.
 * @param silent nobody of these acts; the clock always does
 */
export function stuckStates<S extends string, A extends string>(table: Table<S, A>, silent: readonly Mover[]): S[] {
  const ends = new Set((Object.keys(table) as S[]).filter((state) => isEnd(table, state)));
  for (let before = -1; before < ends.size;) {
    before = ends.size;
    for (const state of openStates(table))
      if (waysOut(table[state], silent).some((to) => ends.has(to))) ends.add(state);
  }
  return openStates(table).filter((state) => !ends.has(state));
}

/** Where a state may lead when some are silent. Somebody who may act need not: the clock alone is certain. */
function waysOut<S extends string, A extends string>({ acts }: StateRow<S, A, string>, silent: readonly Mover[]): S[] {
  const ways = Object.values<StateRow<S, A, string>['acts'][A]>(acts);
  return ways.flatMap((way) => (way?.who.some((by) => !silent.includes(by)) ? [way.to] : []));
}
