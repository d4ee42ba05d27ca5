import { nothingFollows } from '../../kernel/reactions.ts';

/** What happened to a place on the register, and to photos of places and rooms. The public copy is written by the act; the index follows the commit. */
export const assetReactions = nothingFollows(
  'asset_added',
  'asset_changed',
  'asset_checked',
  'asset_hidden',
  'asset_noted',
  'asset_owned',
  'asset_released',
  'asset_retired',
  'state_changed',
  'photo_added',
  'photo_described',
  'photo_removed',
  'photos_ordered',
);

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof assetReactions, true> {}
}
