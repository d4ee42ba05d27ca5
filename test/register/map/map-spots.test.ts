import { expect } from 'chai';
import { clusterRadius, layOut, spotAt } from '../../../client/register/map/spot-rules.ts';
import type { MapCluster, MapPlace } from '../../../src/register/assets/map-contract.ts';

const toScreen = (lon: number, lat: number) => ({ x: lon * 100, y: lat * 100 });
const aPlace = (given: Partial<MapPlace> = {}): MapPlace => ({
  type: 'place',
  lon: 1,
  lat: 1,
  id: 'verge',
  name: 'Verge',
  kind: 'land',
  state: 'vacant',
  precision: 'exact',
  shape: null,
  ...given,
});
const aCluster: MapCluster = { type: 'cluster', lon: 3, lat: 1, count: 12, ids: [], bbox: [2, 0, 4, 2] };

describe('What is under the pointer', () => {
  const spots = layOut([aPlace(), aPlace({ id: 'plot', lon: 1.2 }), aCluster], toScreen, 14);

  it('is the nearest sign within its size', () => {
    expect(spotAt(spots, 101, 101, 0)?.key).to.equal('verge');
    expect(spotAt(spots, 115, 100, 0)?.key).to.equal('plot');
    expect(spotAt(spots, 300, 110, 0)?.feature).to.equal(aCluster);
  });

  it('is nothing on open ground, though a finger is given more room', () => {
    expect(spotAt(spots, 80, 100, 0)).to.equal(null);
    expect(spotAt(spots, 80, 100, 10)?.key).to.equal('verge');
  });

  it('is the outline of a place, once outlines are drawn', () => {
    const field = aPlace({
      shape: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [2, 0],
            [2, 2],
            [0, 2],
            [0, 0],
          ],
        ],
      },
    });
    expect(spotAt(layOut([field], toScreen, 14), 20, 20, 0)).to.equal(null);
    expect(spotAt(layOut([field], toScreen, 15), 20, 20, 0)?.key).to.equal('verge');
  });
});

describe('The size of things on the map', () => {
  it('of clusters grows with the magnitude, not with the number', () => {
    expect(clusterRadius(1000) - clusterRadius(100)).to.be.closeTo(clusterRadius(100) - clusterRadius(10), 1e-9);
  });

  it('says by a halo where a place is not exact, never smaller than the sign nor larger than a view', () => {
    const halo = (given: Partial<MapPlace>, zoom: number) => layOut([aPlace(given)], toScreen, zoom)[0]?.halo;
    expect(halo({}, 14)).to.equal(0);
    expect(halo({ precision: 'ward' }, 5)).to.equal(20);
    expect(halo({ precision: 'ward' }, 18)).to.equal(90);
  });
});
