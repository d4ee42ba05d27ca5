import { expect } from 'chai';
import {
  clusterAction,
  clusterWords,
  inViewWords,
  kindAndState,
  listedWords,
  numberedPlace,
  placesHereWords,
  stateMeaning,
  unplacedWords,
} from '../../../client/register/assets/asset-map-words.ts';
import { firstBox, onePlace, widestBox } from '../../../client/register/assets/asset-map-start-rules.ts';
import { shortCount } from '../../../client/register/map/short-count-words.ts';

describe('The words of the map', () => {
  const cases: [string | null, string | null][] = [
    [inViewWords(23, 61), '23 of 61 places in view'],
    [inViewWords(0, 1), '0 of 1 place in view'],
    [inViewWords(1, 1), '1 place in view'],
    [inViewWords(61, 61), 'All 61 places in view'],
    [inViewWords(1200, 50000), '1,200 of 50,000 places in view'],
    [unplacedWords(0), null],
    [unplacedWords(1), '1 more has no place on the map: see the list.'],
    [unplacedWords(3), '3 more have no place on the map: see the list.'],
    [clusterWords(14, 'Harbour'), '14 places near Harbour'],
    [clusterWords(14, null), '14 places'],
    [clusterAction('north-east', true), 'To the north-east – zoom in'],
    [clusterAction('west', false), 'To the west – show them'],
    [listedWords(20, 20), null],
    [listedWords(20, 34), 'The 20 nearest the middle of the map are listed.'],
    [kindAndState('building', 'vacant'), 'Building, vacant'],
    [stateMeaning('vacant'), 'Vacant: nobody uses it now.'],
    [numberedPlace(2, 5), 'Place 2 of 5'],
    [placesHereWords(5), '5 places at this point'],
    [[999, 1240, 12_400].map(shortCount).join(' '), '999 1.2k 12k'],
  ];
  for (const [said, wanted] of cases) it(`can say ${wanted ?? 'nothing'}`, () => expect(said).to.equal(wanted));
});

describe('Where the map begins', () => {
  const nothing = { focusId: null, point: null, precision: null, kind: null, state: null, label: null };

  it('is the box it was given, or the whole country', () => {
    expect(firstBox(null, '1,2,3,4')).to.deep.equal([1, 2, 3, 4]);
    expect(firstBox(null, 'nonsense')).to.deep.equal([-8.7, 49.8, 1.9, 60.9]);
  });

  it('is around the one place, wider when its point is rough', () => {
    const heightFor = (precision: 'exact' | 'ward') => {
      const [, south, , north] = firstBox(onePlace({ ...nothing, point: '2,54.6', precision }), null);
      return north - south;
    };
    expect(heightFor('ward')).to.be.above(heightFor('exact'));
  });

  it('lets one wander further than the first view of one place', () => {
    const place = onePlace({ ...nothing, point: '2,54.6' });
    expect(widestBox(place, '1.99,54.59,2.01,54.61')[0]).to.be.below(1.99);
    expect(widestBox(null, '1,2,3,4')).to.deep.equal([1, 2, 3, 4]);
  });

  it('needs a point that is a point', () => {
    expect(onePlace({ ...nothing, point: 'here' })).to.equal(null);
    expect(onePlace({ ...nothing, focusId: 'verge', point: '2, 54.6' })).to.include({ id: 'verge', lon: 2, lat: 54.6 });
  });
});
