import { type Db, insertAll } from '../../kernel/database.ts';
import { grownBox, isSoundBox, type Box } from '../../kernel/geo.ts';
import { FARTHEST_POSTCODE_M, type Postcode } from './area-contract.ts';

type Middle = { lon: number; lat: number };
type Rows = ReturnType<Db>;

/** Postcodes and their districts. What does not lie near its area, in an older database, is passed over: it would move the middle of its district. */
export function postcodesOn(db: Db) {
  const near = async (areaId: string): Promise<(rows: Rows) => Rows> => {
    const row: { bbox: string } | undefined = await db('areas').where({ id: areaId }).first('bbox');
    const box = row && (JSON.parse(row.bbox) as Box);
    const [west, south, east, north] =
      box && isSoundBox(box) ? grownBox(box, FARTHEST_POSTCODE_M) : [-180, -90, 180, 90];
    return (rows) => rows.whereBetween('lon', [west, east]).whereBetween('lat', [south, north]);
  };

  return {
    async postcode(postcode: string): Promise<Postcode[]> {
      return (await db('postcodes').where({ postcode }).whereBetween('lat', [-90, 90])).map(toPostcode);
    },
    /** Any postcode of an area, to stand as an example. */
    async somePostcode(areaId: string): Promise<string | undefined> {
      return (await db('postcodes').where({ area_id: areaId }).orderBy('postcode').first('postcode'))?.postcode;
    },
    /** The middle of a postcode district in each area that has it. */
    async district(district: string): Promise<(Middle & { areaId: string })[]> {
      const areas: { area_id: string }[] = await db('postcodes')
        .where({ district })
        .distinct('area_id')
        .orderBy('area_id');
      const found: (Middle & { areaId: string })[] = [];
      for (const { area_id: areaId } of areas) {
        const within = await near(areaId);
        const rows = within(db('postcodes').where({ district, area_id: areaId }));
        const middle = await rows.avg({ lon: 'lon', lat: 'lat' }).first();
        if (middle?.lat !== null && middle?.lat !== undefined) found.push({ areaId, lon: middle.lon, lat: middle.lat });
      }
      return found;
    },
    async postcodesOf(areaId: string, postcodes: string[]): Promise<Postcode[]> {
      const within = await near(areaId);
      return (await within(db('postcodes').where({ area_id: areaId }).whereIn('postcode', postcodes))).map(toPostcode);
    },
    async districtsOf(areaId: string): Promise<(Middle & { district: string })[]> {
      const within = await near(areaId);
      return within(db('postcodes').where({ area_id: areaId }))
        .groupBy('district')
        .select('district')
        .avg({ lon: 'lon', lat: 'lat' });
    },
    async allPostcodes(areaId: string): Promise<Postcode[]> {
      return (await db('postcodes').where({ area_id: areaId }).orderBy('postcode')).map(toPostcode);
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
    async removePostcodes(areaId: string): Promise<void> {
      await db('postcodes').where({ area_id: areaId }).delete();
    },
  };
}

type PostcodeRow = { area_id: string; postcode: string; lon: number; lat: number; ward_id: string | null };

const toPostcode = (row: PostcodeRow): Postcode => ({
  areaId: row.area_id,
  postcode: row.postcode,
  point: { lon: row.lon, lat: row.lat },
  wardId: row.ward_id,
});
