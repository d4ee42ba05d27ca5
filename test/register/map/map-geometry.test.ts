import { expect } from 'chai';
import type { Feature } from 'geojson';
import { featuresIn, prepareBasemap } from '../../../client/register/map/basemap-rules.ts';
import {
  boxesMeet,
  parseBoundingBox,
  pixelsFor,
  printBoundingBox,
  project,
  TILE,
  tileBox,
} from '../../../client/register/map/mercator-rules.ts';
import { midlineOf } from '../../../client/register/map/midline-rules.ts';
import { directionFrom, nearestFirst } from '../../../client/register/map/nearest-rules.ts';
import { insideRings } from '../../../client/register/map/point-in-rings-rules.ts';

describe('The geometry of the map', () => {
  it('puts null island in the middle of the world, and the north above it', () => {
    expect(project(0, 0)).to.deep.equal([128, 128]);
    expect(project(0, 54)[1]).to.be.below(128);
    expect(project(180, 89)[1]).to.be.closeTo(0, 1e-6);
  });

  it('gives each tile its own box, which meets its neighbour only at the border', () => {
    const here = tileBox({ x: 5, y: 3, z: 4 }, 0);
    expect(here).to.deep.equal([80, 48, 96, 64]);
    expect(boxesMeet(here, tileBox({ x: 6, y: 3, z: 4 }, 0))).to.equal(true);
    expect(boxesMeet(here, tileBox({ x: 7, y: 3, z: 4 }, 0))).to.equal(false);
  });

  it('reads a box only when it is four sensible numbers', () => {
    expect(parseBoundingBox('-2.5, 53.3,-2.2,53.5')).to.deep.equal([-2.5, 53.3, -2.2, 53.5]);
    for (const wrong of ['', '1,2,3', '1,2,3,4,5', '3,2,1,4', '1,4,3,2', 'a,2,3,4', '1,,3,4'])
      expect(parseBoundingBox(wrong), wrong).to.equal(null);
    expect(printBoundingBox([-2.123456789, 53, -2, 53.5])).to.equal('-2.123457,53,-2,53.5');
  });

  it('measures metres on the ground', () => {
    expect(pixelsFor(40_075_016.686, 0, 0)).to.be.closeTo(TILE, 1e-9);
    expect(pixelsFor(100, 60, 10)).to.be.closeTo(pixelsFor(200, 0, 10), 1e-9);
  });

  it('knows inside from outside, holes included', () => {
    const square = [0, 0, 10, 0, 10, 10, 0, 10];
    const hole = [4, 4, 6, 4, 6, 6, 4, 6];
    expect(insideRings([square], 5, 5)).to.equal(true);
    expect(insideRings([square, hole], 5, 5)).to.equal(false);
    expect(insideRings([square], 11, 5)).to.equal(false);
  });

  it('finds the line down the middle of a river, but not of a pond', () => {
    expect([...(midlineOf([0, 0, 50, 0, 100, 0, 100, 4, 50, 4, 0, 4, 0, 0]) ?? [])]).to.deep.equal([
      0, 2, 50, 2, 100, 2,
    ]);
    expect(midlineOf([0, 0, 10, 0, 10, 10, 0, 10])).to.equal(null);
  });

  it('orders by nearness and tells the direction', () => {
    const centre = { lon: 0, lat: 54 };
    const far = { lon: 0.3, lat: 54 };
    const near = { lon: 0, lat: 54.2 };
    // A degree of longitude is short up here: 0.3 of it is less ground than 0.2 of latitude.
    expect(nearestFirst([near, far], centre, 1)).to.deep.equal([far]);
    expect(directionFrom(centre, far)).to.equal('east');
    expect(directionFrom(centre, { lon: -1, lat: 53.4 })).to.equal('south-west');
  });
});

describe('What a tile of the drawn map has to paint', () => {
  const road = (name: string, lon: number, minZoom: number): Feature => ({
    type: 'Feature',
    properties: { layer: 'road', class: 'street', name, minZoom },
    geometry: {
      type: 'LineString',
      coordinates: [
        [lon, 0.001],
        [lon + 0.001, 0.002],
      ],
    },
  });
  const basemap = prepareBasemap({
    type: 'FeatureCollection',
    features: [road('Near', 0.001, 13), road('Late', 0.001, 16), road('Far', 5, 13)],
  });
  const names = (zoom: number) =>
    featuresIn(basemap, tileBox({ x: 2 ** (zoom - 1), y: 2 ** (zoom - 1) - 1, z: zoom }, 0), zoom).map(
      (feature) => feature.name,
    );

  it('is what touches its box and is due at its zoom', () => {
    expect(names(13)).to.deep.equal(['Near']);
    expect(names(16)).to.deep.equal(['Near', 'Late']);
  });

  it('also is what lies outside by less than the widest stroke', () => {
    const beside = { x: 2 ** 12 - 1, y: 2 ** 12 - 1, z: 13 };
    expect(featuresIn(basemap, tileBox(beside, 0), 13)).to.have.length(0);
    expect(featuresIn(basemap, tileBox(beside, 34), 13)).to.have.length(1);
  });
});
