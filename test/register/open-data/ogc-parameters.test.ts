import { expect } from 'chai';
import { cursorOf, itemsQuery } from '../../../src/register/open-data/ogc-items-endpoint.ts';

const parsed = (query: Record<string, unknown>) => itemsQuery.safeParse(query);

const GOOD: [title: string, query: Record<string, unknown>, gives: Record<string, unknown>][] = [
  ['nothing', {}, { limit: 100 }],
  ['a limit', { limit: '7' }, { limit: 7 }],
  ['a limit above the maximum, which counts as the maximum', { limit: '1001' }, { limit: 1000 }],
  ['a very large limit', { limit: '1000000000' }, { limit: 1000 }],
  ['a box', { bbox: '-2.4,53.3,-2.2,53.5' }, { bbox: [-2.4, 53.3, -2.2, 53.5] }],
  ['a box with heights', { bbox: '-2.4,53.3,-10,-2.2,53.5,100' }, { bbox: [-2.4, 53.3, -2.2, 53.5] }],
  ['a box across the antimeridian', { bbox: '177,-20,-178,-10' }, { bbox: [177, -20, -178, -10] }],
  ['an instant', { datetime: '2027-03-01T00:00:00Z' }, {}],
  ['an interval', { datetime: '2027-03-01T00:00:00Z/2027-03-02T00:00:00+01:00' }, {}],
  ['an interval open at its end', { datetime: '2027-03-01T00:00:00Z/..' }, {}],
  ['an interval open at its start', { datetime: '/2027-03-01T00:00:00Z' }, {}],
  [
    'filters',
    { kind: 'land', state: 'vacant,in_use', can: 'book_space', owner: 'x', ward: 'y' },
    { kind: 'land', state: ['vacant', 'in_use'] },
  ],
  ['a cursor', { cursor: cursorOf(42) }, { cursor: 42 }],
];

const BAD: [title: string, query: Record<string, unknown>][] = [
  ['an unknown parameter', { colour: 'red' }],
  ['the area, which the collection says', { area: 'testborough' }],
  ['a limit of nothing', { limit: '0' }],
  ['a negative limit', { limit: '-1' }],
  ['half a limit', { limit: '1.5' }],
  ['an empty limit', { limit: '' }],
  ['a limit in words', { limit: 'ten' }],
  ['a limit given twice', { limit: ['1', '2'] }],
  ['a box of three numbers', { bbox: '1,2,3' }],
  ['a box of five numbers', { bbox: '1,2,3,4,5' }],
  ['a box of words', { bbox: 'a,b,c,d' }],
  ['a box with a hole', { bbox: '1,,3,4' }],
  ['a box outside the world', { bbox: '-200,0,0,10' }],
  ['a box upside down', { bbox: '0,10,1,0' }],
  ['a box of infinities', { bbox: '-Infinity,0,1,1' }],
  ['no time at all', { datetime: 'yesterday' }],
  ['a day that is not', { datetime: '2027-13-01' }],
  ['an interval open on both sides', { datetime: '../..' }],
  ['an interval that ends before it begins', { datetime: '2027-03-02T00:00:00Z/2027-03-01T00:00:00Z' }],
  ['three times', { datetime: '2027-03-01/2027-03-02/2027-03-03' }],
  ['a cursor of somebody else', { cursor: 'abc' }],
  ['a form there is not', { f: 'xml' }],
];

describe('The parameters of OGC API – Features', () => {
  for (const [title, query, gives] of GOOD) {
    it(`take ${title}`, () => {
      const result = parsed(query);
      expect(result.error?.issues ?? []).to.deep.equal([]);
      expect(result.data).to.deep.include(gives);
    });
  }
  for (const [title, query] of BAD) it(`refuse ${title}`, () => expect(parsed(query).success).to.equal(false));
});
