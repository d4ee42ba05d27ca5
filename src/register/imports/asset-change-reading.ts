import { isDeepStrictEqual } from 'node:util';
import type { Asset, AssetState, ImportableField } from '../assets/asset-contract.ts';
import { textOfCell } from '../../kernel/tables/cell-text.ts';
import type { RowReading } from './row-reading.ts';
import type { PublicAsset } from '../assets/public-asset-contract.ts';
import type { FieldChange } from './import-report-contract.ts';
import { withOwnPoint, FROM_CASEWORK, wanted, type ImportedFields, isNews } from './row-asset-reading.ts';
export type Comparison = {
  fields: ImportedFields;
  changes: FieldChange[];
  /** What the file says otherwise than a person did; the person's correction stays. */
  locked: FieldChange[];
  /** The file's state, where the register's own casework goes before it. */
  stateKept: AssetState | null;
};

/**
 * What a row changes. A value that equals what the register has, or what the public was shown of it, changes nothing:
 * the published list of a hidden building may come back without wiping out where it is.
 */
export function compare(before: Asset, shown: PublicAsset, reading: RowReading): Comparison {
  const result: Comparison = { fields: {}, changes: [], locked: [], stateKept: null };
  const [truth, copy] = [withOwnPoint(before), withOwnPoint(shown)];
  const [forTruth, forShown] = [wanted(truth, reading), wanted(copy, reading)];
  for (const field of Object.keys(forTruth) as ImportableField[]) {
    if (
      isSame(forTruth[field], truth[field]) ||
      isSame(forShown[field], copy[field]) ||
      isSame(forShown[field], shown[field])
    )
      continue;
    const change = { field, before: truth[field], after: forTruth[field] };
    if (field === 'state' && before.heldBy !== null) result.stateKept = forTruth.state ?? null;
    else if (before.lockedFields.includes(field)) result.locked.push(change);
    else {
      Object.assign(result.fields, { [field]: forTruth[field] });
      result.changes.push(change);
    }
  }
  const said = reading.state;
  if (
    said &&
    said.state !== before.state &&
    [said.state, before.state].some((state) => FROM_CASEWORK.includes(state)) &&
    isNews(before, said)
  )
    result.stateKept = said.state;
  return result;
}

/** Texts that read alike are the same, and so are areas that differ by less than anybody measures. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isText(a) && isText(b)) return textOfCell(a ?? '') === textOfCell(b ?? '');
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 0.01;
  if (Array.isArray(a) && Array.isArray(b) && a.every((one) => typeof one === 'string'))
    return isDeepStrictEqual(a.toSorted(), b.toSorted());
  if (isRecord(a) && isRecord(b) && 'postcode' in a)
    return Object.keys({ ...a, ...b }).every((part) => isSame(a[part], b[part]));
  return isDeepStrictEqual(a, b);
}

function isText(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
