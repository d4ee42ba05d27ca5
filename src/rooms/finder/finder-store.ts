import { LONGEST_CLAIM, type ClaimKind } from '../bookings/claim-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { boxAround, type LonLat } from '../../kernel/geo.ts';
import type { FoundRoom, Taken } from './room-contract.ts';

/** What a room must have to be looked at. `bits` are facilities, as `bitsOf` makes them. */
/** `without`: facilities of which at least one must be missing, for telling what was left out. */
export type RoomFilter = {
  areaIds: readonly string[];
  circle: { centre: LonLat; metres: number } | null;
  people: number;
  bits: number;
  without?: number;
};
/** How many rooms there are around, and what they would have: for saying why nothing fits. */
export type RoomCounts = { all: number; roomy: number; largest: number; each: number[] };

/**
 * Which claims to fetch: those of a period, and of these only what can touch a wanted stretch. `phases` are where in a cycle of
 * `cycle` minutes the wanted stretches begin, as minutes since 1970, and `minutes` how long they are. Without phases all of the period.
 */
export type ClaimFilter = {
  from: number;
  to: number;
  now: number;
  cycle: number;
  phases: readonly number[];
  minutes: number;
};

/** What the finder reads: rooms of places that the public may see, and when they are taken. One query for all rooms, never one each. */
export function finderOn(db: Db) {
  return {
    /** Rooms that may be asked for, the nearest first when there is a centre. */
    async rooms(filter: RoomFilter, limit: number): Promise<FoundRoom[]> {
      const query = within(filter)
        .where('spaces.bookable', true)
        .limit(limit)
        .select(
          'spaces.id',
          'spaces.asset_id',
          'spaces.facility_bits',
          'public_assets.lon',
          'public_assets.lat',
          'public_assets.area_id',
        )
        .select({ asset_name: 'public_assets.name' });
      if (filter.people > 0)
        void query.where((fits) => fits.whereNull('spaces.capacity').orWhere('spaces.capacity', '>=', filter.people));
      if (filter.bits > 0) void query.whereRaw('(spaces.facility_bits & ?) = ?', [filter.bits, filter.bits]);
      if (filter.without) void query.whereRaw('(spaces.facility_bits & ?) <> ?', [filter.without, filter.without]);
      if (filter.circle) void query.orderByRaw(`${SQUARED} asc`, squaredFrom(filter.circle.centre));
      return (await query.orderBy('spaces.number')).map(roomFrom);
    },

    /** The same rooms before anything is asked of them: how many there are, are large enough, and have each of some facilities. */
    async counts(filter: RoomFilter, bits: readonly number[]): Promise<RoomCounts> {
      const roomy = 'spaces.capacity is null or spaces.capacity >= ?';
      const row = await within(filter)
        .where('spaces.bookable', true)
        .count({ all: '*' })
        .max({ largest: 'spaces.capacity' })
        .select({ roomy: db.raw(`sum(case when ${roomy} then 1 else 0 end)`, [filter.people]) })
        .select(
          bits.map((bit, at) =>
            db.raw(`sum(case when (${roomy}) and (spaces.facility_bits & ?) = ? then 1 else 0 end) as each${at}`, [
              filter.people,
              bit,
              bit,
            ]),
          ),
        )
        .first<Record<string, number | string | null>>();
      const whole = (name: string): number => Number(row[name] ?? 0);
      return {
        all: whole('all'),
        roomy: whole('roomy'),
        largest: whole('largest'),
        each: bits.map((_, at) => whole(`each${at}`)),
      };
    },

    /** What is taken of these undivided spaces, by their numbers. A hold that has run out no longer counts. */
    async taken(
      leaves: readonly number[],
      { from, to, now, cycle, phases, minutes }: ClaimFilter,
    ): Promise<Map<number, Taken[]>> {
      // One row a space, with its claims as one text: rows are what costs time on the way here.
      const query = db('claims')
        .whereIn('leaf', leaves)
        .where('starts', '>', from - LONGEST_CLAIM)
        .where('starts', '<', to)
        .where('ends', '>', from)
        .where((live) => live.whereNull('expires').orWhere('expires', '>', now))
        .groupBy('leaf')
        .select(
          'leaf',
          db.raw(`string_agg(cast(starts as text) || ' ' || cast(ends as text) || ' ' || kind, ',') as claims`),
        );
      if (phases.length > 0 && minutes < cycle) {
        void query.where((touching) => {
          for (const phase of phases)
            touching.orWhereRaw(
              ...touches(phase - Math.ceil((phase - from + LONGEST_CLAIM) / cycle) * cycle, cycle, minutes),
            );
        });
      }
      const rows: { leaf: number; claims: string }[] = await query;
      return new Map(rows.map(({ leaf, claims }) => [leaf, claims.split(',').map(takenFrom)]));
    },
  };

  function within({ areaIds, circle }: RoomFilter) {
    const query = db('public_assets')
      .join('spaces', 'spaces.asset_id', 'public_assets.id')
      .where('public_assets.hidden', false)
      .whereNull('public_assets.retired_on')
      .whereIn('public_assets.area_id', areaIds);
    if (!circle) return query;
    const [west, south, east, north] = boxAround(circle.centre, circle.metres);
    return query
      .whereBetween('public_assets.lat', [south, north])
      .whereBetween('public_assets.lon', [west, east])
      .whereRaw(`${SQUARED} <= ?`, [...squaredFrom(circle.centre), (circle.metres / DEGREE_M) ** 2]);
  }
}

/** One degree of latitude on the sphere that distances are measured on, in metres. */
const DEGREE_M = 111_195;
/** Squared distance in degrees of latitude, on a plane: within the few kilometres that are asked for, the earth is flat enough. */
const SQUARED =
  '(public_assets.lat - ?) * (public_assets.lat - ?) + (public_assets.lon - ?) * (public_assets.lon - ?) * ?';
const squaredFrom = ({ lon, lat }: LonLat): number[] => [lat, lat, lon, lon, Math.cos((lat * Math.PI) / 180) ** 2];

/**
 * Whether a claim overlaps one of the stretches that begin every `cycle` minutes from `first` on: either it begins in one, or the
 * next one begins in it. `first` lies before every claim that is asked about, so that no remainder is negative.
 */
function touches(first: number, cycle: number, minutes: number): [sql: string, bindings: number[]] {
  return [
    '(starts - ?) % ? < ? or (starts - ?) % ? > ? - (ends - starts)',
    [first, cycle, minutes, first, cycle, cycle],
  ];
}

function takenFrom(claim: string): Taken {
  const [starts, ends, kind] = claim.split(' ');
  return { starts: Number(starts), ends: Number(ends), kind: kind as ClaimKind };
}

type Row = {
  id: string;
  asset_id: string;
  asset_name: string;
  area_id: string;
  facility_bits: number;
  lon: number | null;
  lat: number | null;
};
const roomFrom = (row: Row): FoundRoom => ({
  id: row.id,
  assetId: row.asset_id,
  assetName: row.asset_name,
  areaId: row.area_id,
  facilityBits: row.facility_bits,
  point: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
});
