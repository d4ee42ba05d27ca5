import { expect } from 'chai';
import type { Feature } from 'geojson';
import { prepareBasemap } from '../../../client/register/map/basemap-rules.ts';
import { labelCandidates } from '../../../client/register/map/label-candidate-rules.ts';
import type { Candidate } from '../../../client/register/map/label-candidate-rules.ts';
import type { Setting } from '../../../client/register/map/label-style-table.ts';
import { boxAround, boxesMeet, TILE } from '../../../client/register/map/mercator-rules.ts';
import { placeLabels } from '../../../client/register/map/label-placing-rules.ts';
import { lineOf, runsAlong } from '../../../client/register/map/text-along-rules.ts';

const setting: Setting = { font: '12px serif', colour: 'label', size: 12, spacing: 0, capitals: false };
const measure = (text: string) => text.length * 6;
const name = (text: string, x: number, y: number, rank = 3): Candidate => ({
  text,
  style: 'place',
  rank,
  anchor: 'centre',
  x,
  y,
  path: null,
  room: Infinity,
});
const place = (candidates: Candidate[]) => placeLabels(candidates, 0, () => setting, measure);

describe('Names on the map', () => {
  it('never overlap: the first asked wins', () => {
    expect(
      place([name('Harbour', 100, 100), name('Old Town', 120, 104), name('Thornby', 100, 140)]).map(
        (label) => label.text,
      ),
    ).to.deep.equal(['Harbour', 'Thornby']);
  });

  it('that cross the border of a tile are known to both tiles', () => {
    const [label] = place([name('Harbour', TILE, 100)]);
    const tiles = [0, 1].map((x) => boxAround((x + 0.5) * TILE, TILE / 2, TILE / 2, TILE / 2));
    expect(tiles.map((tile) => label && boxesMeet(label.box, tile))).to.deep.equal([true, true]);
  });

  it('break in two lines when they are long', () => {
    expect(place([name('Northmoor Recreation Ground', 300, 100)])[0]?.runs.map((run) => run.text)).to.deep.equal([
      'Northmoor',
      'Recreation Ground',
    ]);
  });

  it('of stations step aside when the right side is taken', () => {
    const station: Candidate = { ...name('Halt', 100, 100), anchor: 'beside' };
    const [, label] = place([name('Mill', 130, 100), station]);
    expect(label?.runs[0]?.x).to.be.below(100);
  });

  it('are left out where the thing they name is too small', () => {
    expect(place([{ ...name('Mill Pond', 100, 100), room: 20 }])).to.have.length(0);
  });

  it('of a road drawn in two pieces are not said twice', () => {
    const along = (from: number): Candidate => ({
      ...name('Moor Road', 0, 0),
      anchor: 'along',
      path: Float64Array.from([from, 10, from + 100, 10]),
    });
    expect(place([along(0), along(100)])).to.have.length(1);
    expect(place([along(0), along(900)])).to.have.length(2);
  });
});

describe('Names along a line', () => {
  const letters = ['a', 'b', 'c'];
  const widths = [10, 10, 10];

  it('stand on the line, and read from left to right on a line drawn the other way', () => {
    expect(runsAlong(lineOf([0, 0, 100, 0]), letters, widths, 50)?.map((run) => run.x)).to.deep.equal([40, 50, 60]);
    const back = runsAlong(lineOf([100, 0, 0, 0]), letters, widths, 50);
    expect(back?.map((run) => run.x)).to.deep.equal([40, 50, 60]);
    expect(back?.every((run) => Math.abs(run.angle) < 1e-9)).to.equal(true);
  });

  it('need room, and no sharp corner', () => {
    expect(runsAlong(lineOf([0, 0, 25, 0]), letters, widths, 12)).to.equal(null);
    expect(runsAlong(lineOf([0, 0, 50, 0, 50, 50]), letters, widths, 50)).to.equal(null);
  });
});

describe('Which names ask for a place', () => {
  const square = [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ];
  const features: Feature[] = [
    { type: 'Feature', properties: { layer: 'land' }, geometry: { type: 'Polygon', coordinates: square } },
    {
      type: 'Feature',
      properties: { layer: 'park', name: 'Victoria Park' },
      geometry: { type: 'Polygon', coordinates: square },
    },
    ...(
      [
        ['Victoria Park', 0.5, 4],
        ['Harbour', 0.6, 3],
        ['Marl Bay', 3, 2],
        ['Marlbeck', 0.2, 1],
      ] as const
    ).map(([text, lon, rank]): Feature => ({
      type: 'Feature',
      properties: { layer: 'label', name: text, rank, minZoom: 9 },
      geometry: { type: 'Point', coordinates: [lon, 0.5] },
    })),
  ];
  const styles = (zoom: number) =>
    labelCandidates(prepareBasemap({ type: 'FeatureCollection', features }), zoom).map(({ text, style }) => [
      text,
      style,
    ]);

  it('is decided by rank, and their style by the ground they stand on', () => {
    expect(styles(12)).to.deep.equal([
      ['Marlbeck', 'town'],
      ['Marl Bay', 'water'],
      ['Harbour', 'district'],
      ['Victoria Park', 'green'],
    ]);
  });

  it("changes close by: the town's name goes", () => {
    expect(styles(16).flat()).not.to.include('Marlbeck');
  });
});
