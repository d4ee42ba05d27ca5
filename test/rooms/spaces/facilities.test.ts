import { expect } from 'chai';
import { changeWords } from '../../../src/rooms/finder/nothing-words.ts';
import { guessedColumns } from '../../../src/rooms/room-lists/room-columns.ts';
import {
  ACCESS_FACILITIES,
  FACILITIES,
  FACILITY_TABLE,
  INSIDE_FACILITIES,
  bitsOf,
  facilityBits,
} from '../../../src/rooms/spaces/facility-contract.ts';

/** In the order in which databases have kept them from the beginning. */
const KEPT = [
  ...['step_free', 'accessible_toilet', 'ground_floor', 'lift', 'hearing_loop', 'parking', 'blue_badge_parking'],
  ...['quiet', 'adjustable_light', 'kitchen', 'tables_and_chairs', 'screen', 'wifi', 'stage', 'piano', 'storage'],
  'outdoor',
];

describe('The facilities of rooms', () => {
  it('have a bit each, and those that databases keep have not moved', () => {
    const bits = FACILITIES.map((name) => FACILITY_TABLE[name].bit).toSorted((a, b) => a - b);
    expect(bits).to.deep.equal(FACILITIES.map((_, place) => place));
    expect(bits.length).to.be.below(31);
    const byBit = FACILITIES.toSorted((a, b) => FACILITY_TABLE[a].bit - FACILITY_TABLE[b].bit);
    expect(byBit.slice(0, KEPT.length)).to.deep.equal(KEPT);
    expect(bitsOf(['step_free', 'kitchen'])).to.equal(1 + 2 ** 9);
    const no = { value: 'no', note: null, hours: null } as const;
    expect(facilityBits({ lift: { ...no, value: 'yes' }, stage: no })).to.equal(2 ** 3);
  });

  it('are either about access or inside, each once', () => {
    expect([...ACCESS_FACILITIES, ...INSIDE_FACILITIES]).to.have.members([...FACILITIES]);
  });

  for (const name of FACILITIES)
    it(`are known by the header of a list: ${name}`, () => {
      for (const header of FACILITY_TABLE[name].headers) {
        expect(guessedColumns(['building', header]), header).to.deep.equal({ building: 0, [`has_${name}`]: 1 });
      }
    });

  it('keep the capitals of a name in the middle of a sentence', () => {
    expect(changeWords.without('wifi')).to.equal('Without “Wi-Fi”');
    expect(changeWords.without('blue_badge_parking')).to.equal('Without “Blue Badge parking”');
    expect(changeWords.without('lift')).to.equal('Without “lift”');
  });
});
