import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { expect } from 'chai';
import type { Position } from 'geojson';
import { marlbeckAssets } from '../../seeds/marlbeck/assets.ts';
import {
  allRoads,
  marlbeckBasemap,
  marlbeckBoundary,
  marlbeckPostcodes,
  marlbeckWards,
} from '../../seeds/marlbeck/geography.ts';
import { onLand } from '../../seeds/marlbeck/coast.ts';
import { marlbeckOwners } from '../../seeds/marlbeck/owners.ts';
import { scene } from '../../seeds/marlbeck/pictures.ts';
import { chance, nearestOn, toPlane } from '../../seeds/marlbeck/plane.ts';
import { ROUTES } from '../../src/register/assets/asset-contract.ts';

/** Open water at the Dogger Bank, more than 100 km from any coast. */
const OPEN_SEA = { west: 1.9, south: 54.55, east: 2.1, north: 54.65 };
const TODAY = '2026-11-15';

describe('The demonstration borough', () => {
  const wards = marlbeckWards().features;
  const [boundary] = marlbeckBoundary().features;
  const basemap = marlbeckBasemap();
  const assets = marlbeckAssets;
  const wardsAt = (position: Position): number =>
    wards.filter((ward) => booleanPointInPolygon(position, ward, { ignoreBoundary: true })).length;
  const within = (position: Position): boolean => boundary !== undefined && booleanPointInPolygon(position, boundary);
  const inOpenSea = ([lon = 0, lat = 0]: Position): boolean =>
    lon > OPEN_SEA.west && lon < OPEN_SEA.east && lat > OPEN_SEA.south && lat < OPEN_SEA.north;

  it('has eight wards that share out the boundary, so that each place is in exactly one', () => {
    expect(wards).to.have.lengthOf(8);
    const tries = Array.from({ length: 4000 }, (_, i): Position => [
      1.92 + 0.16 * chance(1, i),
      54.56 + 0.08 * chance(2, i),
    ]);
    const inside = tries.filter(within);
    expect(inside.length).to.be.greaterThan(1000);
    expect(inside.filter((position) => wardsAt(position) !== 1)).to.deep.equal([]);
    expect(tries.filter((position) => !within(position) && wardsAt(position) !== 0)).to.deep.equal([]);
  });

  it('lies on open sea, where no real place can be taken for it', () => {
    const corners = [
      ...wards.flatMap((ward) => ward.geometry.coordinates.flat()),
      ...marlbeckPostcodes().map((row): Position => [row.lon, row.lat]),
    ];
    expect(corners.filter((corner) => !inOpenSea(corner))).to.deep.equal([]);
  });

  it('has every postcode on land, in the ward it names, and only once', () => {
    const rows = marlbeckPostcodes();
    expect(rows.length).to.be.within(240, 420);
    expect(new Set(rows.map((row) => row.postcode)).size).to.equal(rows.length);
    for (const row of rows) {
      const ward = wards.find((candidate) => candidate.properties.area_code === row.ward_code);
      expect(ward && booleanPointInPolygon([row.lon, row.lat], ward), row.postcode).to.equal(true);
      expect(onLand(toPlane(row.lon, row.lat)), row.postcode).to.equal(true);
      expect(row.postcode).to.match(/^ZM[1-6] \d[ABD-HJLNP-UW-Z]{2}$/);
    }
  });

  it('is small enough to send and made of what the contract allows', () => {
    expect(JSON.stringify(basemap).length).to.be.lessThan(900_000);
    const streets = new Set(allRoads.filter((road) => road.class === 'street').map((road) => road.name));
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
      expect(onLand(toPlane(asset.point.lon, asset.point.lat)), asset.name).to.equal(true);
      for (const [lon = 0, lat = 0] of (asset.shape?.coordinates.flat() as Position[]) ?? [])
        expect(onLand(toPlane(lon, lat)), asset.name).to.equal(true);
      if (!asset.address.street) continue;
      const lines = allRoads.filter((road) => road.name === asset.address.street);
      const away = Math.min(
        ...lines.map((road) => nearestOn(road.points, toPlane(asset.point?.lon ?? 0, asset.point?.lat ?? 0)).distance),
      );
      expect(away, `${asset.name}: metres from ${asset.address.street}`).to.be.lessThan(
        asset.precision === 'exact' ? 150 : 400,
      );
    }
  });

  it('shows every kind of case a visitor should meet', () => {
    const has = (test: (asset: (typeof assets)[number]) => boolean): number => assets.filter(test).length;
    for (const state of ['vacant', 'under_used', 'asked_for', 'meanwhile_use', 'in_use', 'withdrawn'])
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
        expect(scene(picture.scene)).to.match(/^<svg [^>]*width="1200" height="800"/);
        expect(picture.alt.length).to.be.greaterThan(20);
      }
    }
  });
});
