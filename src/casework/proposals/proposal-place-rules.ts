import type { AssetState } from '../../register/assets/asset-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Proposal } from './proposal-contract.ts';

/** Places that are used, or that nobody offers any more. */
const NOT_EMPTY: readonly AssetState[] = ['meanwhile_use', 'in_use', 'withdrawn'];

/**
 * Why a place that is on the register cannot be asked for, as a sentence that says what to do; null where it can.
 * @param granted the proposal to which it has been granted for good, and whose days are not over
 */
export function whyNotAsked(
  { state }: Pick<PublicAsset, 'state'>,
  granted: Pick<Proposal, 'number'> | undefined,
): string | null {
  if (granted)
    return `This place has been granted to a group (${granted.number}), so it cannot be asked for. Look for another one near it.`;
  if (NOT_EMPTY.includes(state))
    return 'This place is in use, so it cannot be asked for. Look for another one near it.';
  return null;
}
