import type { Db } from '../../kernel/database.ts';
import type { CalendarThing, ClosedStretch } from './calendar-contract.ts';

/** More closed stretches than these are not sent: the nearest come first. */
const MOST_CLOSED = 2_000;

/** What calendars can be asked of: rooms, buildings and groups, with the names that everybody may read, and when they are closed. */
export function calendarThingsOn(db: Db) {
  return {
    async spacesOf(assetIds: readonly string[], ownerIds: readonly string[]): Promise<string[]> {
      return db('spaces')
        .join('public_assets', 'public_assets.id', 'spaces.asset_id')
        .where((any) => any.whereIn('public_assets.id', assetIds).orWhereIn('public_assets.owner_id', ownerIds))
        .pluck('spaces.id');
    },
    async space(id: string): Promise<CalendarThing | undefined> {
      const row = await db('spaces')
        .join('public_assets', 'public_assets.id', 'spaces.asset_id')
        .where('spaces.id', id)
        .first('spaces.name', {
          building: 'public_assets.name',
          areaId: 'public_assets.area_id',
          ownerId: 'public_assets.owner_id',
          assetId: 'public_assets.id',
        });
      return (
        row && {
          name: `${row.name}, ${row.building}`,
          areaId: row.areaId,
          ownerId: row.ownerId,
          assetId: row.assetId,
          spaceId: id,
        }
      );
    },
    async building(id: string): Promise<CalendarThing | undefined> {
      const row = await db('public_assets').where({ id }).first('name', { areaId: 'area_id', ownerId: 'owner_id' });
      return row && { name: row.name, areaId: row.areaId, ownerId: row.ownerId, assetId: id };
    },
    async group(id: string): Promise<CalendarThing | undefined> {
      const row = await db('groups').where({ id }).first('name', { areaId: 'area_id' });
      return row && { name: row.name, areaId: row.areaId, groupId: id };
    },
    /** Rooms with all that share their walls: who is in a hall is in its parts, and the other way round. */
    async family(spaceIds: readonly string[]): Promise<string[]> {
      const leaves = db('space_leaves').whereIn('space_id', spaceIds).select('leaf');
      const related: string[] = await db('space_leaves').whereIn('leaf', leaves).distinct('space_id').pluck('space_id');
      return [...new Set([...spaceIds, ...related])];
    },
    /** When rooms are closed, alone or with their whole building, from a minute on. */
    async closed(spaceIds: readonly string[], from: number): Promise<ClosedStretch[]> {
      return db('closures')
        .join('public_assets', 'public_assets.id', 'closures.asset_id')
        .join('areas', 'areas.id', 'closures.area_id')
        .leftJoin('spaces', 'spaces.id', 'closures.space_id')
        .whereNull('closures.removed_at')
        .where('closures.ends', '>', from)
        .where((any) =>
          any
            .whereIn('closures.space_id', spaceIds)
            .orWhere((whole) =>
              whole
                .whereNull('closures.space_id')
                .whereIn('closures.asset_id', db('spaces').whereIn('id', spaceIds).select('asset_id')),
            ),
        )
        .orderBy('closures.starts')
        .orderBy('closures.id')
        .limit(MOST_CLOSED)
        .select('closures.id', 'closures.starts', 'closures.ends', 'closures.reason', {
          zone: 'areas.time_zone',
          building: 'public_assets.name',
          space: 'spaces.name',
          publicText: 'closures.public_text',
        });
    },
  };
}
