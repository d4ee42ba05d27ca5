import type { Db } from '../../kernel/database.ts';

/** A room and a group as rights are asked about them. */
export type Wished = {
  spaceId: string;
  assetId: string;
  ownerId: string;
  roomsArea: string;
  hidden: boolean;
  groupId: string;
  groupsArea: string;
};

/** What a wish is about, before there is a booking. */
export function wishedOn(db: Db) {
  return {
    /** Undefined where the room or the group is not there. */
    async things(spaceId: string, groupId: string): Promise<Wished | undefined> {
      const row = await db('spaces')
        .join('public_assets', 'public_assets.id', 'spaces.asset_id')
        .join('groups', 'groups.id', db.raw('?', [groupId]))
        .where('spaces.id', spaceId)
        .first({
          spaceId: 'spaces.id',
          assetId: 'spaces.asset_id',
          ownerId: 'public_assets.owner_id',
          roomsArea: 'public_assets.area_id',
          hidden: 'public_assets.hidden',
          groupId: 'groups.id',
          groupsArea: 'groups.area_id',
        });
      return row && { ...row, hidden: Boolean(row.hidden) };
    },
  };
}
