import type { Db } from '../../kernel/database.ts';
import type { Where } from './tonight-store.ts';

export type ClosedRow = {
  assetId: string;
  building: string;
  room: string | null;
  reason: string;
  publicText: string | null;
  starts: number;
  ends: number;
};

/** What is closed between two minutes in rooms that somebody looks after. */
export async function closedBetween(
  db: Db,
  { after, familyIds, building }: Where,
  from: number,
  until: number,
): Promise<ClosedRow[]> {
  const query = db('closures')
    .join('desk_assets', 'desk_assets.asset_id', 'closures.asset_id')
    .leftJoin('spaces', 'spaces.id', 'closures.space_id')
    .whereNull('closures.removed_at')
    .where('closures.ends', '>', from)
    .where('closures.starts', '<', until)
    .where((any) =>
      any
        .whereIn('desk_assets.area_id', after.areaIds)
        .orWhereIn('desk_assets.owner_id', after.ownerIds)
        .orWhereIn('closures.asset_id', after.assetIds)
        .orWhereIn('closures.space_id', familyIds)
        .orWhere((whole) =>
          whole
            .whereNull('closures.space_id')
            .whereIn('closures.asset_id', db('spaces').whereIn('id', familyIds).select('asset_id')),
        ),
    );
  if (building) void query.where('closures.asset_id', building);
  return query.orderBy('desk_assets.name').orderBy('closures.starts').select(
    {
      assetId: 'closures.asset_id',
      building: 'desk_assets.name',
      room: 'spaces.name',
      publicText: 'closures.public_text',
    },
    'closures.reason',
    'closures.starts',
    'closures.ends',
  );
}
