import type { Db } from '../../kernel/database.ts';
import type { Addressee } from './undelivered-contract.ts';

type Row = {
  email: string;
  name: string | null;
  telephone: string | null;
  group_id: string | null;
  group_name: string | null;
};

/** Whose addresses these are, among the people of one area: those with rights there, of its groups, and those invited into one. */
export function addresseesOn(db: Db) {
  return {
    async inArea(
      areaId: string,
      ownerIds: readonly string[],
      addresses: readonly string[],
    ): Promise<Map<string, Addressee>> {
      if (addresses.length === 0) return new Map();
      const places = db('desk_assets').where({ area_id: areaId }).select('asset_id');
      const holders: Row[] = await db('people')
        .join('rights', 'rights.person_id', 'people.id')
        .leftJoin(
          'groups',
          (join) => void join.on('groups.id', 'rights.scope_id').andOnVal('rights.scope_kind', 'group'),
        )
        .whereIn('people.email', [...addresses])
        .whereNull('rights.ended_at')
        .where((any) =>
          any
            .where({ scope_kind: 'area', scope_id: areaId })
            .orWhere((owned) => owned.where({ scope_kind: 'owner' }).whereIn('scope_id', [...ownerIds]))
            .orWhere((placed) => placed.where({ scope_kind: 'asset' }).whereIn('scope_id', places))
            .orWhere('groups.area_id', areaId),
        )
        .orderBy('groups.name')
        .select(
          'people.email',
          'people.name',
          'people.telephone',
          'groups.id as group_id',
          'groups.name as group_name',
        );
      const invited: Row[] = await db('invitations')
        .join('groups', 'groups.id', 'invitations.scope_id')
        .where({ scope_kind: 'group', 'groups.area_id': areaId })
        .whereIn('invitations.email', [...addresses])
        .select('invitations.email', 'groups.id as group_id', 'groups.name as group_name');
      return new Map([...invited, ...holders].map((row) => [row.email, fromRow(row)]));
    },
  };
}

const fromRow = ({ name, telephone, group_id, group_name }: Row): Addressee => ({
  name: name ?? '',
  telephone: telephone ?? null,
  group: group_id !== null && group_name !== null ? { id: group_id, name: group_name } : null,
});
