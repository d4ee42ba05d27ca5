import type { Db } from '../../kernel/database.ts';
import type { PublicAsset } from './public-asset-contract.ts';
import { publicAssetsOn } from './public-asset-store.ts';

/** What everybody may know of a place, as other features ask for it: in the transaction in hand. */
export const shownAsset = (db: Db, id: string): Promise<PublicAsset | undefined> => publicAssetsOn(db).byId(id);

/** The same for several, by their ids. */
export const shownAssets = (db: Db, ids: readonly string[]): Promise<Map<string, PublicAsset>> =>
  publicAssetsOn(db).byIds([...ids]);
