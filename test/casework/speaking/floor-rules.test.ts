import { expect } from 'chai';
import { clockOf, whyNotFloor } from '../../../src/casework/speaking/floor-rules.ts';
import { clockWords } from '../../../src/casework/speaking/speaking-words.ts';
import type { Floor, Side } from '../../../src/casework/speaking/speaking-contract.ts';

const NOW = new Date('2027-05-13T18:10:00Z');
const floor = (more: Partial<Floor> = {}): Floor => ({
  ...{ proposalId: 'p', sideSeconds: 900, speakerId: null, since: null, version: 3 },
  ...more,
});
const one = (id: string, side: Side, seconds: number | null, manner: 'in_room' | 'statement' = 'in_room') => ({
  ...{ id, side, seconds, manner },
});

describe('The clock of a hearing', () => {
  it('takes from each side what its own have said, and from neither what is asked', () => {
    const speakers = [
      one('a', 'for', 200),
      one('b', 'against', 60, 'statement'),
      one('c', 'other', 45),
      one('d', 'for', null),
    ];
    expect(clockOf(floor(), speakers, NOW)).to.deep.equal({
      left: { for: 700, against: 840 },
      other: 45,
      running: null,
      spoke: { for: 1, against: 1, other: 1 },
      version: 3,
    });
  });

  it('runs for whoever has the floor, and never below nothing', () => {
    const has = floor({ speakerId: 'a', since: '2027-05-13T18:09:20Z' });
    expect(clockOf(has, [one('a', 'for', 100)], NOW)).to.deep.include({
      left: { for: 760, against: 900 },
      running: { side: 'for', read: false },
    });
    expect(clockOf(has, [one('a', 'for', 890)], NOW).left.for).to.equal(0);
    // A clock that was put back does not give time.
    expect(clockOf({ ...has, since: '2027-05-13T19:00:00Z' }, [one('a', 'for', 100)], NOW).left.for).to.equal(800);
  });

  it('refuses the floor where a side has had its time, also what is read out, and never a question', () => {
    const clock = clockOf(floor(), [one('a', 'for', 900)], NOW);
    expect(whyNotFloor(clock, one('b', 'for', null))).to.include('Give both sides more time');
    expect(whyNotFloor(clock, one('b', 'for', null, 'statement'))).to.include('read out count too');
    expect(whyNotFloor(clock, one('c', 'against', null))).to.equal(null);
    expect(whyNotFloor(clock, one('c', 'other', null))).to.equal(null);
  });

  it('says minutes and seconds', () => {
    expect([0, 7, 65, 900].map(clockWords)).to.deep.equal(['0:00', '0:07', '1:05', '15:00']);
  });
});
