import type { Db } from '../../kernel/database.ts';
import type { Role, Scope } from '../../ground/people/role-contract.ts';

export type StoredRight = {
  id: string;
  personId: string;
  name: string;
  email: string | null;
  role: Role;
  scope: Scope;
  scopeId: string;
  endsOn: string | null;
  assetName: string | null;
};

/** Rights as an area's administrators see them: on the area, on its owners, on its places and their rooms. */
export function areaRightsOn(db: Db) {
  return {
    async inArea(areaId: string, ownerIds: readonly string[]): Promise<StoredRight[]> {
      const places = db('desk_assets').where({ area_id: areaId }).select('asset_id');
      const rows: Row[] = await rights(db).where((any) =>
        any
          .where({ scope_kind: 'area', scope_id: areaId })
          .orWhere((owned) => owned.where({ scope_kind: 'owner' }).whereIn('scope_id', [...ownerIds]))
          .orWhere((placed) => placed.where({ scope_kind: 'asset' }).whereIn('scope_id', places))
          .orWhere((inside) =>
            inside
              .where({ scope_kind: 'space' })
              .whereIn('scope_id', db('spaces').whereIn('asset_id', places).select('id')),
          ),
      );
      return rows.map(fromRow);
    },
    /** Every right on one place or on a room of it. */
    async onPlace(assetId: string): Promise<StoredRight[]> {
      const rows: Row[] = await rights(db).where((any) =>
        any
          .where({ scope_kind: 'asset', scope_id: assetId })
          .orWhere((inside) =>
            inside
              .where({ scope_kind: 'space' })
              .whereIn('scope_id', db('spaces').where({ asset_id: assetId }).select('id')),
          ),
      );
      return rows.map(fromRow);
    },
    /** Whether somebody holds exactly this already. */
    async isHeld(
      personId: string,
      { role, scope, scopeId, endsOn }: { role: Role; scope: Scope; scopeId: string; endsOn: string | null },
    ): Promise<boolean> {
      return (
        (await db('rights')
          .where({ person_id: personId, role, scope_kind: scope, scope_id: scopeId, ends_on: endsOn })
          .whereNull('ended_at')
          .first('id')) !== undefined
      );
    },
    /** Makes whoever else changes the area's rights wait until this transaction ends: two people cannot end each other's last right. */
    async lock(areaId: string): Promise<void> {
      await db('areas').where({ id: areaId }).forUpdate().first('id');
    },
  };
}

type Row = {
  id: string;
  person_id: string;
  role: Role;
  scope_kind: Scope;
  scope_id: string;
  ends_on: string | null;
  person_name: string;
  email: string | null;
  asset_name: string | null;
  room: string | null;
  home: string | null;
};

/** Rights that nobody has ended, with the names of who holds them and of what they are on. */
const rights = (db: Db) =>
  db('rights')
    .join('people', 'people.id', 'rights.person_id')
    .leftJoin('desk_assets', 'desk_assets.asset_id', 'rights.scope_id')
    .leftJoin('spaces', 'spaces.id', 'rights.scope_id')
    .leftJoin('desk_assets as homes', 'homes.asset_id', 'spaces.asset_id')
    .whereNull('rights.ended_at')
    .orderBy(['people.name', 'people.email', 'rights.id'])
    .select(
      'rights.id',
      'rights.person_id',
      'rights.role',
      'rights.scope_kind',
      'rights.scope_id',
      'rights.ends_on',
      'people.email',
      { person_name: 'people.name', asset_name: 'desk_assets.name', room: 'spaces.name', home: 'homes.name' },
    );

/** A room goes by its own name and its building's. */
const fromRow = (row: Row): StoredRight => ({
  id: row.id,
  personId: row.person_id,
  name: row.person_name,
  email: row.email,
  role: row.role,
  scope: row.scope_kind,
  scopeId: row.scope_id,
  endsOn: row.ends_on,
  assetName: row.room === null ? row.asset_name : [row.room, row.home].filter((name) => name !== null).join(', '),
});
