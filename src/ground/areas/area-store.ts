import { isReferredTo, type Db } from '../../kernel/database.ts';
import type { Shape } from '../../kernel/geo-contract.ts';
import type { Area } from './area-contract.ts';
import { daysOffOn } from './days-off-store.ts';
import { ownersOn } from './owner-store.ts';
import { postcodesOn } from './postcode-store.ts';
import { wardsOn } from './ward-store.ts';

/** Areas, wards, postcodes and owners. Boundaries and base maps are large, so they are read only when asked for. */
export function areasOn(db: Db) {
  const light = () =>
    db('areas').select(
      'id',
      'slug',
      'name',
      'time_zone',
      'holidays',
      'bbox',
      db.raw('basemap is not null as has_basemap'),
    );

  return {
    ...wardsOn(db),
    ...postcodesOn(db),
    ...daysOffOn(db),
    ...ownersOn(db),
    async all(): Promise<Area[]> {
      return (await light().orderBy('name')).map(toArea);
    },
    async bySlug(slug: string): Promise<Area | undefined> {
      const row = await light().where({ slug }).first();
      return row && toArea(row);
    },
    async boundary(areaId: string): Promise<Shape | undefined> {
      const row = await db('areas').where({ id: areaId }).first('boundary');
      return row && JSON.parse(row.boundary);
    },
    /** The drawn base map as GeoJSON text. */
    async basemap(areaId: string): Promise<string | null> {
      const row = await db('areas').where({ id: areaId }).first('basemap');
      return row?.basemap ?? null;
    },
    async add(area: Omit<Area, 'hasBasemap'>, boundary: Shape, basemap: string | null): Promise<void> {
      await db('areas').insert({
        id: area.id,
        slug: area.slug,
        name: area.name,
        time_zone: area.timeZone,
        holidays: area.holidays,
        bbox: JSON.stringify(area.bbox),
        boundary: JSON.stringify(boundary),
        basemap,
      });
    },
    /** @param boundary undefined where it stays as it is, like the base map */
    async change(area: Omit<Area, 'hasBasemap'>, boundary?: Shape, basemap?: string): Promise<void> {
      await db('areas')
        .where({ id: area.id })
        .update({
          name: area.name,
          time_zone: area.timeZone,
          holidays: area.holidays,
          bbox: JSON.stringify(area.bbox),
          ...(boundary && { boundary: JSON.stringify(boundary) }),
          ...(basemap !== undefined && { basemap }),
        });
    },
    /** Removes an area and what it is made of. @returns false while anything else belongs to it */
    async remove(id: string): Promise<boolean> {
      try {
        for (const table of ['postcodes', 'wards', 'area_days_off']) await db(table).where({ area_id: id }).delete();
        await db('areas').where({ id }).delete();
        return true;
      } catch (error) {
        if (isReferredTo(error)) return false;
        throw error;
      }
    },
  };
}
export type AreaStore = ReturnType<typeof areasOn>;

type AreaRow = {
  id: string;
  slug: string;
  name: string;
  time_zone: string;
  holidays: string;
  bbox: string;
  has_basemap: number | boolean;
};

const toArea = (row: AreaRow): Area => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  timeZone: row.time_zone,
  holidays: row.holidays,
  bbox: JSON.parse(row.bbox),
  hasBasemap: Boolean(row.has_basemap),
});
