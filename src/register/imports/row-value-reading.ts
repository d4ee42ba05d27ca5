import type { Target } from './import-contract.ts';
import { shortened } from './cell-identifier-reading.ts';
import { termOf, type TermAnswer, type Terms } from './cell-term-rules.ts';
import type { RowNotes } from './row-note-tally.ts';
import type { Meaning, ValueTarget } from './value-contract.ts';

/**
 * One value of a list: what somebody said that the word counts as, else what it is known to mean.
 * @param read what a word means; by default as the terms have it
 * @returns null for an empty cell, undefined (with a flag and a question) for a word that is not known
 */
export function valueOf<T extends ValueTarget>(
  notes: RowNotes,
  target: T,
  terms: Terms<Meaning<T>>,
  read: (text: string) => TermAnswer<Meaning<T>> = (text) => termOf(terms, text),
): Meaning<T> | null | undefined {
  const text = notes.text(target);
  const told = notes.told(target, text);
  if (told !== undefined) return told;
  if (text === '') return null;
  const answer = read(text);
  if ('value' in answer) return answer.value;
  leaveOpen(notes, target, text, answer.meant, Object.values<string>(terms.label));
  return undefined;
}

/** Flags a word that is not known and keeps it for the question what it counts as. */
export function leaveOpen(
  notes: RowNotes,
  target: ValueTarget,
  text: string,
  meant: string | null,
  known: string[],
): void {
  notes.ask({ target, text, meant });
  notes.flag('unknown_term', target, unknownSentence(target, text, meant, known));
}

/** What follows from leaving a word out, where something about the public's copy does. */
const FOLLOWS: Partial<Record<Target, string>> = {
  state: 'so a new building is kept from the public as if it were empty',
  tenure_detail: 'so a new building is kept from the public as if it were empty',
  kind: 'so it is left out, and a new place counts as a building',
  holding: 'so it is left out, and a new place counts as a building',
};

function unknownSentence(target: ValueTarget, text: string, meant: string | null, known: string[]): string {
  const advice = meant ? `Did you mean "${meant}"?` : `Say what it counts as, or use one of: ${known.join(', ')}.`;
  return `"${shortened(text)}" is not a value of this column, ${FOLLOWS[target] ?? 'so it is left out'}. ${advice}`;
}
