import type { AssetKind, AssetState } from '../../../src/register/assets/asset-contract.ts';
import { KIND_WORDS, STATE_WORDS } from '../../../src/register/assets/asset-words.ts';
import type { Choice } from '../../kernel/form-fields.ts';

export const KINDS_SHOWN: Choice[] = (Object.keys(KIND_WORDS) as AssetKind[]).map((value) => ({
  value,
  label: KIND_WORDS[value],
}));
export const ASSET_STATES_SHOWN: Choice[] = (Object.keys(STATE_WORDS) as AssetState[]).map((value) => ({
  value,
  label: STATE_WORDS[value],
}));
