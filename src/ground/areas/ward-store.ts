import { type Db, insertAll } from '../../kernel/database.ts';
import { nameKey } from '../../kernel/text.ts';
import type { Ward } from './area-contract.ts';

export function wardsOn(db: Db) {
  return {
    async wards(areaId: string): Promise<Ward[]> {
      return (await db('wards').where({ area_id: areaId }).orderBy('name')).map(toWard);
    },
    /** Wards of every area, without their shapes. */
    async wardNames(): Promise<Pick<Ward, 'id' | 'areaId' | 'code' | 'name'>[]> {
      const rows = await db('wards').orderBy('name').select('id', 'area_id', 'code', 'name');
      return rows.map((row) => ({ id: row.id, areaId: row.area_id, code: row.code, name: row.name }));
    },
    /** Wards of that name, in any capitals; they are compared here because databases know different alphabets. */
    async wardsNamed(words: string): Promise<{ name: string; lon: number; lat: number; areaId: string }[]> {
      const wards: { name: string; lon: number; lat: number; areaId: string }[] = await db('wards').select({
        name: 'name',
        lon: 'lon',
        lat: 'lat',
        areaId: 'area_id',
      });
      return wards.filter(({ name }) => nameKey(name) === nameKey(words));
    },
    async addWards(wards: Ward[]): Promise<void> {
      await insertAll(
        db,
        'wards',
        wards.map((ward) => ({
          id: ward.id,
          area_id: ward.areaId,
          code: ward.code,
          name: ward.name,
          shape: JSON.stringify(ward.shape),
          lon: ward.centre.lon,
          lat: ward.centre.lat,
          residents: ward.residents ?? null,
        })),
      );
    },
    /** Gives a ward that is known by its code another name or shape. */
    async changeWard({ id, name, shape, centre, residents }: Ward): Promise<void> {
      await db('wards')
        .where({ id })
        .update({
          name,
          shape: JSON.stringify(shape),
          lon: centre.lon,
          lat: centre.lat,
          ...(residents !== undefined && { residents }),
        });
    },
    async removeWards(ids: readonly string[]): Promise<void> {
      await db('wards').whereIn('id', ids).delete();
    },
  };
}

type WardRow = { id: string; area_id: string; code: string; name: string; shape: string; lon: number; lat: number };

const toWard = (row: WardRow): Ward => ({
  id: row.id,
  areaId: row.area_id,
  code: row.code,
  name: row.name,
  shape: JSON.parse(row.shape),
  centre: { lon: row.lon, lat: row.lat },
});
