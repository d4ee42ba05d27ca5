import type { Db } from '../../kernel/database.ts';
import type { Building, BuildingChoice, LookedAfter } from './running-contract.ts';

/** So many buildings can be chosen from. */
const MOST_CHOICES = 500;

/** Buildings and rooms as those who run them know them. */
export function buildingsOn(db: Db) {
  return {
    async byId(id: string): Promise<Building | undefined> {
      const row = await db('desk_assets')
        .where({ asset_id: id })
        .first('asset_id', 'name', 'place', 'owner_id', 'area_id');
      return row && { id: row.asset_id, name: row.name, place: row.place, ownerId: row.owner_id, areaId: row.area_id };
    },
    /** Buildings with rooms among what somebody looks after, by name. */
    async choices(after: LookedAfter, familyIds: readonly string[]): Promise<BuildingChoice[]> {
      return db('desk_assets')
        .whereNull('desk_assets.retired_on')
        .where((any) =>
          any
            .whereIn('area_id', after.areaIds)
            .orWhereIn('owner_id', after.ownerIds)
            .orWhereIn('asset_id', after.assetIds)
            .orWhereIn('asset_id', db('spaces').whereIn('id', familyIds).select('asset_id')),
        )
        .whereIn('asset_id', db('spaces').whereNull('retired_on').select('asset_id'))
        .orderBy('name')
        .orderBy('asset_id')
        .limit(MOST_CHOICES)
        .select({ id: 'asset_id' }, 'name');
    },
    /** The rooms of a building that are let, by name. */
    async rooms(assetId: string): Promise<{ id: string; name: string; parentId: string | null }[]> {
      return db('spaces')
        .where({ asset_id: assetId })
        .whereNull('retired_on')
        .orderBy('name')
        .orderBy('id')
        .select('id', 'name', { parentId: 'parent_id' });
    },
    /** Which of these rooms are in a building. */
    async within(assetId: string, spaceIds: readonly string[]): Promise<string[]> {
      return spaceIds.length === 0
        ? []
        : db('spaces')
            .where({ asset_id: assetId })
            .whereIn('id', [...spaceIds])
            .pluck('id');
    },
    /** Rooms that share their walls with some: a hall with its parts, a part with its hall. Whoever opens one opens the other. */
    async family(spaceIds: readonly string[]): Promise<string[]> {
      if (spaceIds.length === 0) return [];
      const leaves = db('space_leaves')
        .whereIn('space_id', [...spaceIds])
        .select('leaf');
      const related: string[] = await db('space_leaves').whereIn('leaf', leaves).distinct('space_id').pluck('space_id');
      return [...new Set([...spaceIds, ...related])];
    },
  };
}
