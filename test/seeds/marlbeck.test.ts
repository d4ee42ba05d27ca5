import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { pointToLineDistance } from '@turf/point-to-line-distance';
import { expect } from 'chai';
import type { FeatureCollection, LineString, Point, Polygon, Position } from 'geojson';
import { marlbeckAssets } from '../../seeds/marlbeck/assets.ts';
import { marlbeckParts } from '../../seeds/marlbeck/area.ts';
import { drawing } from '../../seeds/marlbeck/drawing.ts';
import { marlbeckOwners } from '../../seeds/marlbeck/owners.ts';
import type { BasemapProperties } from '../../src/ground/areas/area-contract.ts';
import type { PostcodeLine } from '../../src/ground/areas/postcode-file.ts';
import type { WardOutline } from '../../src/ground/areas/ward-file.ts';
import type { Outline } from '../../src/kernel/geo.ts';
import { ROUTES } from '../../src/register/assets/asset-contract.ts';

type Basemap = FeatureCollection<Polygon | LineString | Point, BasemapProperties>;

/** Open water at the Dogger Bank, more than 100 km from any coast. */
const OPEN_SEA = { west: 1.9, south: 54.55, east: 2.1, north: 54.65 };
const TODAY = '2026-11-15';

describe('The demonstration borough', () => {
  let wards: WardOutline[];
  let boundary: Outline;
  let basemap: Basemap;
  let postcodes: PostcodeLine[];
  const assets = marlbeckAssets;
  before(async () => {
    const parts = await marlbeckParts();
    [wards, boundary, basemap] = [parts.wards, parts.boundary, JSON.parse(parts.basemap ?? '') as Basemap];
    postcodes = [];
    for await (const line of parts.postcodes) postcodes.push(line);
  });

  const wardsAt = (position: Position): number =>
    wards.filter(({ shape }) => booleanPointInPolygon(position, shape, { ignoreBoundary: true })).length;
  const within = (position: Position): boolean => booleanPointInPolygon(position, boundary);
  const inOpenSea = ([lon = 0, lat = 0]: Position): boolean =>
    lon > OPEN_SEA.west && lon < OPEN_SEA.east && lat > OPEN_SEA.south && lat < OPEN_SEA.north;
  const onLand = (position: Position): boolean =>
    basemap.features.some(
      ({ properties, geometry }) =>
        properties.layer === 'land' && geometry.type === 'Polygon' && booleanPointInPolygon(position, geometry),
    );
  const roads = (): { name: string | undefined; line: LineString; street: boolean }[] =>
    basemap.features.flatMap(({ properties, geometry }) =>
      properties.layer === 'road' && geometry.type === 'LineString'
        ? [{ name: properties.name, line: geometry, street: properties.class === 'street' }]
        : [],
    );

  it('has eight wards that share out the boundary, so that each place is in exactly one', () => {
    expect(wards).to.have.lengthOf(8);
    const tries = Array.from({ length: 64 * 64 }, (_, i): Position => [
      1.92 + (0.16 * ((i % 64) + 0.37)) / 64,
      54.56 + (0.08 * (Math.floor(i / 64) + 0.59)) / 64,
    ]);
    const inside = tries.filter(within);
    expect(inside.length).to.be.greaterThan(1000);
    expect(inside.filter((position) => wardsAt(position) !== 1)).to.deep.equal([]);
    expect(tries.filter((position) => !within(position) && wardsAt(position) !== 0)).to.deep.equal([]);
  });

  it('lies on open sea, where no real place can be taken for it', () => {
    const corners = [
      ...wards.flatMap(({ shape }) => shape.coordinates.flat() as Position[]),
      ...postcodes.map(({ point }): Position => [point.lon, point.lat]),
    ];
    expect(corners.filter((corner) => !inOpenSea(corner))).to.deep.equal([]);
  });

  it('has every postcode on land, in the ward it names, and only once', () => {
    expect(postcodes.length).to.be.within(240, 420);
    expect(new Set(postcodes.map(({ postcode }) => postcode)).size).to.equal(postcodes.length);
    for (const { postcode, point, wardCode } of postcodes) {
      const position = [point.lon, point.lat];
      const ward = wards.find(({ code }) => code === wardCode);
      expect(ward && booleanPointInPolygon(position, ward.shape), postcode).to.equal(true);
      expect(onLand(position), postcode).to.equal(true);
      expect(postcode).to.match(/^ZM[1-6] \d[ABD-HJLNP-UW-Z]{2}$/);
    }
  });

  it('is small enough to send and made of what the contract allows', () => {
    expect(JSON.stringify(basemap).length).to.be.lessThan(900_000);
    const streets = new Set(
      roads()
        .filter(({ street }) => street)
        .map(({ name }) => name),
    );
    expect(streets.size).to.be.greaterThan(90);
    for (const feature of basemap.features) {
      const expected =
        feature.properties.layer === 'road' || feature.properties.layer === 'rail'
          ? 'LineString'
          : feature.properties.layer === 'label' || feature.properties.layer === 'station'
            ? 'Point'
            : 'Polygon';
      expect(feature.geometry.type).to.equal(expected);
    }
  });

  it('has assets whose owners exist and whose codes are theirs alone', () => {
    const slugs = marlbeckOwners.map((owner) => owner.slug);
    expect(assets.filter((asset) => !slugs.includes(asset.owner))).to.deep.equal([]);
    expect(new Set(assets.map((asset) => `${asset.owner} ${asset.code}`)).size).to.equal(assets.length);
    expect(new Set(assets.flatMap((asset) => asset.identifiers.map((id) => id.value))).size).to.equal(assets.length);
    for (const id of assets.flatMap((asset) => asset.identifiers)) expect(id.value).to.match(/^9999\d{8}$/);
  });

  it('has every asset on land, in one ward and beside the street it names', () => {
    for (const asset of assets) {
      if (!asset.point) {
        expect(asset.precision, asset.name).to.equal('none');
        continue;
      }
      const position = [asset.point.lon, asset.point.lat];
      expect(within(position) && wardsAt(position) === 1, asset.name).to.equal(true);
      expect(onLand(position), asset.name).to.equal(true);
      for (const corner of (asset.shape?.coordinates.flat() as Position[]) ?? [])
        expect(onLand(corner), asset.name).to.equal(true);
      if (!asset.address.street) continue;
      const away = Math.min(
        ...roads()
          .filter(({ name }) => name === asset.address.street)
          .map(({ line }) => pointToLineDistance(position, line, { units: 'meters' })),
      );
      expect(away, `${asset.name}: metres from ${asset.address.street}`).to.be.lessThan(
        asset.precision === 'exact' ? 150 : 400,
      );
    }
  });

  it('shows every kind of case a visitor should meet', () => {
    const has = (test: (asset: (typeof assets)[number]) => boolean): number => assets.filter(test).length;
    for (const state of ['vacant', 'under_used', 'meanwhile_use', 'in_use', 'withdrawn'])
      expect(
        has((a) => a.state === state),
        state,
      ).to.be.greaterThan(1);
    for (const route of ROUTES)
      expect(
        has((a) => a.routes.some((r) => r.route === route)),
        route,
      ).to.be.greaterThan(0);
    const emptyBuildings = assets.filter((a) => a.kind === 'building' && a.state === 'vacant');
    expect(emptyBuildings.filter((a) => a.release)).to.have.lengthOf(2);
    expect(emptyBuildings.length).to.be.greaterThan(10);
    expect(has((a) => a.precision === 'none')).to.equal(2);
    expect(has((a) => a.lastCheck !== null && a.lastCheck.on < '2026-05-15')).to.be.greaterThan(0);
    expect(has((a) => a.costs.some((line) => line.annualPence === null))).to.be.greaterThan(5);
  });

  it('tells histories in order, ending in the present state, none of them in the future', () => {
    for (const asset of assets) {
      const days = asset.history.map((entry) => entry.on);
      expect(days, asset.name).to.deep.equal([...days].sort());
      expect(
        days.every((day) => day <= TODAY),
        asset.name,
      ).to.equal(true);
      expect([...asset.history].reverse().find((entry) => entry.state)?.state, asset.name).to.equal(asset.state);
    }
  });

  it('names every parent space, and draws every picture with words for those who cannot see it', () => {
    for (const asset of assets) {
      const names = asset.spaces.map((space) => space.name);
      expect(new Set(names).size).to.equal(names.length);
      for (const space of asset.spaces) if (space.parent) expect(names, asset.name).to.include(space.parent);
      for (const picture of asset.pictures) {
        expect(drawing(picture.scene)).to.match(/^<svg [^>]*width="1200" height="800"/);
        expect(picture.alt.length).to.be.greaterThan(20);
      }
    }
  });
});
