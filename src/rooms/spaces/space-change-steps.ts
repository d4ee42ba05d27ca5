import type { Db } from '../../kernel/database.ts';
import { gone, invalid, Problem } from '../../kernel/problem.ts';
import type { Space } from './space-contract.ts';
import { seenSchema, type FormValues, type Seen } from './space-edit-contract.ts';
import { spacesOn } from './space-store.ts';

/** @throws Problem 400 for what is no mark of ours */
export function readSeen(text: string | undefined): Seen {
  try {
    return seenSchema.parse(JSON.parse(text ?? ''));
  } catch {
    throw invalid([{ field: '', message: 'Open the form again and send it as it is on the page.' }]);
  }
}

/** Refuses what is asked of a space that has left the lists. */
export const retired = (): Problem => gone('This space is no longer let.');

/** People tell spaces of one place apart by their names, and so does a list that is imported again. */
export async function refuseTwins(
  trx: Db,
  { id, assetId, name }: Pick<Space, 'id' | 'assetId' | 'name'>,
): Promise<void> {
  const twin = (await spacesOn(trx).inAsset(assetId)).find(
    (other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase(),
  );
  if (twin)
    throw invalid([
      { field: 'name', message: `Choose another name: there is a “${twin.name}” in this place already.` },
    ]);
}

/** What differs between two states of a space, for the record. */
export function differences(before: Space, after: Space): { before: Partial<Space>; after: Partial<Space> } {
  const fields = (Object.keys(after) as (keyof Space)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const only = (space: Space): Partial<Space> => Object.fromEntries(fields.map((field) => [field, space[field]]));
  return { before: only(before), after: only(after) };
}

/** Somebody else changed the space while the form was open. `merged` is the form again: theirs, with one's own changes on top. */
export class SpaceConflict extends Problem {
  readonly labels: readonly string[];
  readonly merged: FormValues;
  readonly by: string;

  constructor(labels: readonly string[], merged: FormValues, by: string) {
    super(
      409,
      'Somebody else changed this meanwhile',
      `${by} changed this while you were writing: ${labels.join(', ')}. Nothing of yours is lost. Look at both and save again.`,
    );
    this.labels = labels;
    this.merged = merged;
    this.by = by;
  }
}
