import { expect } from 'chai';
import { booleanClockwise } from '@turf/turf';
import type { Shape } from '../../../src/register/assets/asset-contract.ts';
import {
  outlineFeature,
  outlineFeatureSchema,
  pointFeature,
  pointFeatureSchema,
} from '../../../src/register/open-data/feature-text.ts';
import { boxWith, outlineGeometry } from '../../../src/register/open-data/feature-geometry-text.ts';
import { aHiddenBuilding, aPublicAsset } from './a-public-asset.ts';

const SQUARE = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];
const HOLE = [
  [1, 1],
  [2, 1],
  [2, 2],
  [1, 2],
  [1, 1],
];
const BASE = 'https://meantime.example.org';

describe('GeoJSON features', () => {
  const wrongWay: Shape = { type: 'Polygon', coordinates: [SQUARE.toReversed(), HOLE] };

  it('have outer rings anticlockwise and holes clockwise, whichever way they came', () => {
    for (const shape of [wrongWay, { type: 'Polygon', coordinates: [SQUARE, HOLE.toReversed()] } as Shape]) {
      const turned = outlineGeometry(shape);
      expect(turned).to.deep.equal({ type: 'Polygon', coordinates: [SQUARE, HOLE.toReversed()] });
    }
    const several = outlineGeometry({ type: 'MultiPolygon', coordinates: [[SQUARE.toReversed(), HOLE]] });
    const rings = several.type === 'MultiPolygon' ? several.coordinates.flat() : [];
    expect(rings.map((ring) => booleanClockwise(ring))).to.deep.equal([false, true]);
  });

  it('have six decimals', () => {
    const feature = pointFeature(aPublicAsset({ point: { lon: -2.123456789, lat: 53.00000049 } }), BASE);
    expect(feature.geometry).to.deep.equal({ type: 'Point', coordinates: [-2.123457, 53] });
  });

  it('have an outline where there is one, else a point, else nothing', () => {
    expect(outlineFeature(aPublicAsset({ shape: wrongWay }), BASE).geometry).to.have.property('type', 'Polygon');
    expect(outlineFeature(aPublicAsset(), BASE).geometry).to.have.property('type', 'Point');
    expect(outlineFeature(aPublicAsset({ point: null, precision: 'none' }), BASE).geometry).to.equal(null);
    expect(pointFeature(aPublicAsset({ shape: wrongWay }), BASE).geometry).to.have.property('type', 'Point');
  });

  it('have flat properties, named as the filters are', () => {
    const { properties } = pointFeature(
      aPublicAsset({
        routes: [
          { route: 'meanwhile_use', reason: '' },
          { route: 'right_to_bid', reason: '' },
        ],
      }),
      BASE,
    );
    expect(properties).to.include({
      kind: 'land',
      state: 'vacant',
      owner: 'testborough-council',
      ward: 'E99000003',
      can: 'meanwhile_use | right_to_bid',
      url: `${BASE}/assets/01900000-0000-7000-8000-000000000001`,
    });
    expect(Object.values(properties).filter((value) => typeof value === 'object' && value !== null)).to.deep.equal([]);
  });

  it('are as the API description says', () => {
    for (const asset of [
      aPublicAsset({ shape: wrongWay }),
      aHiddenBuilding(),
      aPublicAsset({ point: null, precision: 'none', ward: null }),
    ]) {
      expect(outlineFeatureSchema.safeParse(outlineFeature(asset, BASE)).error).to.equal(undefined);
      expect(pointFeatureSchema.safeParse(pointFeature(asset, BASE)).error).to.equal(undefined);
    }
  });

  it('add up to a box', () => {
    expect(boxWith(null, null)).to.equal(null);
    expect(boxWith(boxWith(null, { type: 'Point', coordinates: [-2, 53] }), outlineGeometry(wrongWay))).to.deep.equal([
      -2, 0, 4, 53,
    ]);
    expect(boxWith([-2, 0, 4, 53], null)).to.deep.equal([-2, 0, 4, 53]);
  });
});
