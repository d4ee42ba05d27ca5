import { type EditField, EDIT_FIELDS, type FormValues, LOCKABLE_FIELDS, type Seen } from './asset-edit-contract.ts';

/** Which fields the person changed, and which somebody else did since the form was made. */
export function comparedWith(seen: Seen, typed: Seen, now: Seen): { mine: EditField[]; theirs: EditField[] } {
  const shown = EDIT_FIELDS.filter((field) => seen.fields[field] !== undefined);
  return {
    mine: shown.filter((field) => typed.fields[field] !== seen.fields[field]),
    theirs: shown.filter((field) => now.fields[field] !== seen.fields[field]),
  };
}

/**
 * The locks after an edit: what is locked now, less those the person opened, more those the person set;
 * and what the person has just corrected, unless told otherwise or opened in the same breath.
 */
export function locksAfter(
  now: readonly string[],
  seen: Seen,
  values: FormValues,
  edited: readonly EditField[],
  lockEdited: boolean,
): string[] {
  const ticked = LOCKABLE_FIELDS.filter((field) => values[`lock_${field}`] === 'yes');
  const opened = seen.locked.filter((field) => !(ticked as readonly string[]).includes(field));
  const set = ticked.filter((field) => !seen.locked.includes(field));
  const corrected = lockEdited ? LOCKABLE_FIELDS.filter((field) => (edited as readonly string[]).includes(field)) : [];
  return [...new Set([...now, ...set, ...corrected])].filter((field) => !opened.includes(field)).toSorted();
}

export function sameLocks(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join() === other.toSorted().join();
}
