import type { Address, Asset, Precision, Shape } from '../../src/register/assets/asset-contract.ts';
import { bigRoads, pathRoads } from './roads.ts';
import type { XY } from './plane.ts';
import {
  add,
  at,
  band,
  blob,
  box,
  distance,
  lengthOf,
  pointAlong,
  ring,
  scale,
  signedArea,
  toLonLat,
  toPlane,
} from './plane.ts';
import { marlbeckPostcodes } from './postcodes.ts';
import { smallRoads } from './streets.ts';

/** Where an asset is, as far as its record says. */
export type Place = {
  address: Address;
  point: Asset['point'];
  precision: Precision;
  shape: Shape | null;
  areaM2: number | null;
};

const roads = [...bigRoads, ...smallRoads, ...pathRoads];
const postcodes = marlbeckPostcodes().map((row) => ({ ...row, at: toPlane(row.lon, row.lat) }));

/** A building by a street: share of the way along, metres to the left (or, negative, right), width along the street and depth. */
export function beside(
  street: string,
  share: number,
  offset: number,
  width: number,
  depth: number,
  number: string | null = null,
): Place {
  const here = pointAlong(longest(street), share);
  const centre = add(here.at, scale(here.normal, offset));
  return placed(centre, box(centre, width, depth, here.turn), street, number);
}

/** A strip of land along a street, between two shares of its way. */
export function verge(street: string, from: number, to: number, offset: number, width: number): Place {
  const points = longest(street);
  const parts = Array.from({ length: 9 }, (_, i) => pointAlong(points, from + ((to - from) * i) / 8));
  const middle = parts.map((part) => add(part.at, scale(part.normal, offset)));
  return placed(
    at(middle, 4),
    band(
      middle,
      () => width / 2,
      () => width / 2,
    ),
    street,
    null,
  );
}

/** A plot with straight sides. */
export const plot = (
  centre: XY,
  width: number,
  depth: number,
  turn: number,
  street: string,
  number: string | null = null,
): Place => placed(centre, box(centre, width, depth, turn), street, number);

/** Ground with a soft edge. */
export const ground = (centre: XY, rx: number, ry: number, seed: number, street: string): Place =>
  placed(centre, blob(centre, rx, ry, seed), street, null);

/** A place of which only the postcode is known. */
export function somewhereOn(street: string): Place {
  const postcode = nearestPostcode(pointAlong(longest(street), 0.5).at);
  return {
    address: address(null, street, postcode.postcode),
    point: { lon: postcode.lon, lat: postcode.lat },
    precision: 'postcode',
    shape: null,
    areaM2: null,
  };
}

/** A place of which only the postcode district is known; the point is the district's most central postcode. */
export function somewhereIn(district: string): Place {
  const rows = postcodes.filter((row) => row.postcode.startsWith(`${district} `));
  const centre: XY = [
    rows.reduce((sum, row) => sum + row.at[0] / rows.length, 0),
    rows.reduce((sum, row) => sum + row.at[1] / rows.length, 0),
  ];
  const middle = at(
    [...rows].sort((a, b) => distance(a.at, centre) - distance(b.at, centre)),
    0,
  );
  return {
    address: { number: null, street: null, town: 'Marlbeck', postcode: district },
    point: { lon: middle.lon, lat: middle.lat },
    precision: 'district',
    shape: null,
    areaM2: null,
  };
}

/** Listed, but not on the map. */
export const nowhere = (): Place => ({
  address: { number: null, street: null, town: 'Marlbeck', postcode: null },
  point: null,
  precision: 'none',
  shape: null,
  areaM2: null,
});

function placed(centre: XY, outline: XY[], street: string, number: string | null): Place {
  const [lon = 0, lat = 0] = toLonLat(centre);
  return {
    address: address(number, street, nearestPostcode(centre).postcode),
    point: { lon, lat },
    precision: 'exact',
    shape: { type: 'Polygon', coordinates: [ring(outline)] },
    areaM2: Math.round(Math.abs(signedArea(outline)) / 10) * 10,
  };
}
const address = (number: string | null, street: string, postcode: string): Address => ({
  number,
  street,
  town: 'Marlbeck',
  postcode,
});

function longest(street: string): XY[] {
  const parts = roads.filter((road) => road.name === street).map((road) => road.points);
  return at(
    [...parts].sort((a, b) => lengthOf(b) - lengthOf(a)),
    0,
  );
}
function nearestPostcode(p: XY): (typeof postcodes)[number] {
  return at(
    [...postcodes].sort((a, b) => distance(a.at, p) - distance(b.at, p)),
    0,
  );
}
