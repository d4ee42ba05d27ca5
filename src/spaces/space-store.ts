import { type Db, insertAll } from '../kernel/database.ts';
import type { Space } from './space-contract.ts';

export function spacesOn(db: Db) {
  return {
    async inAsset(assetId: string): Promise<Space[]> {
      const rows = await db('spaces').where({ asset_id: assetId }).orderBy('name');
      return rows.map((row) => ({
        id: row.id, assetId: row.asset_id, parentId: row.parent_id, name: row.name, description: row.description, floor: row.floor,
        capacity: row.capacity, floorAreaM2: row.floor_area_m2,
      }));
    },
    async add(spaces: Space[]): Promise<void> {
      await insertAll(db, 'spaces', spaces.map((space) => ({
        id: space.id, asset_id: space.assetId, parent_id: space.parentId, name: space.name, description: space.description, floor: space.floor,
        capacity: space.capacity, floor_area_m2: space.floorAreaM2,
      })));
    },
  };
}
export type SpaceStore = ReturnType<typeof spacesOn>;
