import { openStates } from './transition-rules.ts';
import type { TransitionTable } from './transition-contract.ts';

/** A table of transitions as a Mermaid state diagram, for docs/. @returns lines of text, with a last line break */
export function diagramOf<S extends string, A extends string>(
  table: TransitionTable<S, A, string>,
  first: S,
  named: { act(act: A): string; limit(limit: string): string },
): string {
  const states = Object.keys(table) as S[];
  const ways = openStates(table).flatMap((from) =>
    (Object.entries(table[from].acts) as [A, { to: S; who: readonly string[] }][]).map(
      ([act, { to, who }]) =>
        `  ${from} --> ${to} : ${named.act(act)} (${whoWords(who, table[from].limit, named.limit)})`,
    ),
  );
  const ends = states.filter((state) => !openStates(table).includes(state)).map((state) => `  ${state} --> [*]`);
  const names = states.map((state) => `  state "${table[state].stage}" as ${state}`);
  return ['stateDiagram-v2', ...names, `  [*] --> ${first}`, ...ways, ...ends, ''].join('\n');
}

function whoWords(who: readonly string[], limit: string | null, named: (limit: string) => string): string {
  return who
    .map((one) => (one === 'clock' && limit !== null ? `after ${named(limit)}` : one.replaceAll('_', ' ')))
    .join(', ');
}
