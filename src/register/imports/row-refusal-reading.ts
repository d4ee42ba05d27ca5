import type { RowNotes } from './row-note-tally.ts';
import type { RowOutcome } from './row-reading.ts';

export type Refusal = Exclude<RowOutcome, { kind: 'asset' }>;

/** The row cannot be used; its asset, if there is one, stays as it is. */
export function reject(notes: RowNotes, kind: string, message: string): Refusal {
  notes.note('rejected', kind, notes.header('code'), message);
  return { kind: 'rejected', code: notes.code, keeps: true, endedOn: null };
}

/** The row is left out on purpose. `keeps` says whether its asset, if there is one, is still on the list. */
export function skip(
  notes: RowNotes,
  kind: string,
  target: 'ownership_status' | 'organisation' | null,
  message: string,
  keeps: boolean,
): RowOutcome {
  notes.note('skipped', kind, target && notes.header(target), message);
  return { kind: 'skipped', code: notes.code, keeps, endedOn: null };
}
