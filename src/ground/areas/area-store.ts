import { type Db, insertAll } from '../../kernel/database.ts';
import type { Area, Owner, Postcode, Ward } from './area-contract.ts';
import type { Shape } from '../../kernel/geo-contract.ts';

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
    async wards(areaId: string): Promise<Ward[]> {
      return (await db('wards').where({ area_id: areaId }).orderBy('name')).map(toWard);
    },
    /** Wards of every area, without their shapes. */
    async wardNames(): Promise<Pick<Ward, 'id' | 'areaId' | 'code' | 'name'>[]> {
      const rows = await db('wards').orderBy('name').select('id', 'area_id', 'code', 'name');
      return rows.map((row) => ({ id: row.id, areaId: row.area_id, code: row.code, name: row.name }));
    },
    async wardsNamed(words: string): Promise<{ name: string; lon: number; lat: number; areaId: string }[]> {
      return db('wards')
        .whereRaw('lower(name) = ?', [words.toLowerCase()])
        .select({ name: 'name', lon: 'lon', lat: 'lat', areaId: 'area_id' });
    },
    async postcode(postcode: string): Promise<Postcode[]> {
      return (await db('postcodes').where({ postcode })).map(toPostcode);
    },
    /** The middle of a postcode district in each area that has it. */
    async district(district: string): Promise<{ areaId: string; lon: number; lat: number }[]> {
      return db('postcodes')
        .where({ district })
        .groupBy('area_id')
        .select({ areaId: 'area_id' })
        .avg({ lon: 'lon', lat: 'lat' });
    },
    async postcodesOf(areaId: string, postcodes: string[]): Promise<Postcode[]> {
      return (await db('postcodes').where({ area_id: areaId }).whereIn('postcode', postcodes)).map(toPostcode);
    },
    async districtsOf(areaId: string): Promise<{ district: string; lon: number; lat: number }[]> {
      return db('postcodes')
        .where({ area_id: areaId })
        .groupBy('district')
        .select('district')
        .avg({ lon: 'lon', lat: 'lat' });
    },
    /** Bank holidays of the area's calendar, and the days on which its own offices are closed. */
    async daysOff(areaId: string): Promise<string[]> {
      const rows: { day: string }[] = await db('bank_holidays')
        .whereIn('calendar', db('areas').where({ id: areaId }).select('holidays'))
        .select('day')
        .union(db('area_days_off').where({ area_id: areaId }).select('day'));
      return rows.map(({ day }) => day);
    },
    /** The same for several areas in one query, from a day on. */
    async daysOffOf(areaIds: readonly string[], from: string): Promise<{ areaId: string; day: string }[]> {
      return db('areas')
        .join('bank_holidays', 'bank_holidays.calendar', 'areas.holidays')
        .whereIn('areas.id', areaIds)
        .where('bank_holidays.day', '>=', from)
        .select({ areaId: 'areas.id', day: 'bank_holidays.day' })
        .union(
          db('area_days_off')
            .whereIn('area_id', areaIds)
            .where('day', '>=', from)
            .select({ areaId: 'area_id', day: 'day' }),
        );
    },
    async owners(): Promise<Owner[]> {
      return (await db('owners').orderBy('name')).map(toOwner);
    },
    async ownerNamed(areaId: string, name: string): Promise<Owner | undefined> {
      const row = await db('owners')
        .where({ area_id: areaId })
        .whereRaw('lower(name) = ?', [name.toLowerCase()])
        .first();
      return row && toOwner(row);
    },
    /** The slug, or the slug with the first number behind it that nobody has: names that differ only in signs make the same slug. */
    async freeOwnerSlug(areaId: string, slug: string): Promise<string> {
      const rows: { slug: string }[] = await db('owners')
        .where({ area_id: areaId })
        .where('slug', 'like', `${slug}%`)
        .select('slug');
      const taken = new Set(rows.map((row) => row.slug));
      if (!taken.has(slug)) return slug;
      return (
        Array.from({ length: taken.size + 1 }, (_, index) => `${slug}-${index + 2}`).find((one) => !taken.has(one)) ??
        slug
      );
    },
    /** Takes an owner for this transaction: whoever else writes a list of theirs waits. */
    async holdOwner(id: string): Promise<void> {
      await db('owners').where({ id }).forUpdate().first('id');
    },
    async addOwner(owner: Owner): Promise<void> {
      await db('owners').insert({
        id: owner.id,
        area_id: owner.areaId,
        slug: owner.slug,
        name: owner.name,
        uri: owner.uri,
        kind: owner.kind,
      });
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
        })),
      );
    },
    async addPostcodes(postcodes: (Postcode & { district: string })[]): Promise<void> {
      await insertAll(
        db,
        'postcodes',
        postcodes.map((entry) => ({
          area_id: entry.areaId,
          postcode: entry.postcode,
          district: entry.district,
          lon: entry.point.lon,
          lat: entry.point.lat,
          ward_id: entry.wardId,
        })),
      );
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
type WardRow = { id: string; area_id: string; code: string; name: string; shape: string; lon: number; lat: number };
type PostcodeRow = { area_id: string; postcode: string; lon: number; lat: number; ward_id: string | null };
type OwnerRow = { id: string; area_id: string; slug: string; name: string; uri: string | null; kind: Owner['kind'] };

const toArea = (row: AreaRow): Area => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  timeZone: row.time_zone,
  holidays: row.holidays,
  bbox: JSON.parse(row.bbox),
  hasBasemap: Boolean(row.has_basemap),
});
const toWard = (row: WardRow): Ward => ({
  id: row.id,
  areaId: row.area_id,
  code: row.code,
  name: row.name,
  shape: JSON.parse(row.shape),
  centre: { lon: row.lon, lat: row.lat },
});
const toPostcode = (row: PostcodeRow): Postcode => ({
  areaId: row.area_id,
  postcode: row.postcode,
  point: { lon: row.lon, lat: row.lat },
  wardId: row.ward_id,
});
const toOwner = (row: OwnerRow): Owner => ({
  id: row.id,
  areaId: row.area_id,
  slug: row.slug,
  name: row.name,
  uri: row.uri,
  kind: row.kind,
});
