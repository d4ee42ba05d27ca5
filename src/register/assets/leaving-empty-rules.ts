import type { AssetState, LeavingEmpty } from './asset-contract.ts';
import type { PublicAsset } from './public-asset-contract.ts';

/** States in which a place stands empty, or nearly so. */
const EMPTY: readonly AssetState[] = ['vacant', 'under_used', 'asked_for'];
const MONTHS = 12;

/**
 * What it costs its owner a month to leave a place empty, by the owner’s own lines alone: never by what such places cost elsewhere.
 * A line whose sum nobody has told counts as nothing here, so that the answer is the least that it can be.
 * @returns pence, rounded down; `not_known` where no line has a sum, or the only ones are nothing beside others that nobody has told; null for a place that is not empty, and for a hidden one, of which nobody is told
 */
export function costOfLeavingEmpty({
  state,
  costs,
  redacted,
}: Pick<PublicAsset, 'state' | 'costs' | 'redacted'>): LeavingEmpty | null {
  if (redacted || !EMPTY.includes(state)) return null;
  const known = costs.flatMap(({ annualPence }) => annualPence ?? []);
  const year = known.reduce((sum, pence) => sum + pence, 0);
  const complete = known.length > 0 && known.length === costs.length;
  return year > 0 || complete ? Math.floor(year / MONTHS) : 'not_known';
}
