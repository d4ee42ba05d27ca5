import { expect } from 'chai';
import { patternsIn, type SeenSignature } from '../../../src/casework/petitions/pattern-rules.ts';
import { nameOf } from './a-petition.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The same numbers every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/** People, each from a network of their own, some time in four weeks. */
export function honest(many: number, of = chance(7)): SeenSignature[] {
  return Array.from({ length: many }, (_, n) => ({
    id: `h${n}`,
    network: `net${n}`,
    at: Math.floor(of() * 28 * DAY),
    nameKey: nameOf(n).toLowerCase(),
    email: `${nameOf(n).toLowerCase().replace(' ', '.')}${n % 3 === 0 ? 60 + (n % 40) : ''}@mail${n % 50}.example`,
  }));
}
/** Neighbours behind one network: a library, over weeks, with names and addresses of their own. */
export const neighbours = (many: number, of = chance(11)): SeenSignature[] =>
  honest(many, of).map((one, n) => ({
    ...one,
    id: `n${n}`,
    network: 'library',
    email: `${nameOf(900 + n)
      .toLowerCase()
      .replace(' ', '_')}@home.example`,
  }));
/** One source that is fast, and one that takes its time and changes networks, with numbered addresses. */
export const scripted = (): SeenSignature[] =>
  Array.from({ length: 300 }, (_, n) =>
    n < 150
      ? {
          id: `s${n}`,
          network: 'one machine',
          at: 5 * DAY + n * 2_000,
          nameKey: nameOf(3_000 + n * 13),
          email: `${nameOf(4_000 + n * 7).replace(' ', '')}@many.example`,
        }
      : {
          id: `t${n}`,
          network: `hired ${n % 60}`,
          at: 9 * DAY + n * 7 * MINUTE + (n % 5) * 31_000,
          nameKey: nameOf(5_000 + n * 17),
          email: `reader${n + 1_000}@cheap.example`,
        },
  );

describe('The finder of patterns', () => {
  it('finds 300 of two sources among 5,000, and keeps 40 neighbours behind one network', () => {
    const all = [...honest(4_660), ...neighbours(40), ...scripted()];
    expect(all).to.have.length(5_000);
    const patterns = patternsIn(all);
    expect(patterns.map(({ kind, ids }) => [kind, ids.length])).to.have.deep.members([
      ['too_fast', 150],
      ['numbered_addresses', 150],
    ]);
    expect(new Set(patterns.flatMap(({ ids }) => ids))).to.deep.equal(new Set(scripted().map(({ id }) => id)));
  });

  it('finds an even source that is slow, and one that varies a name, and leaves a busy evening in a hall alone', () => {
    const even = honest(40).map((one, n) => ({ ...one, network: 'timer', at: n * 20 * MINUTE }));
    expect(patternsIn(even).map(({ kind, ids }) => [kind, ids.length])).to.deep.equal([['too_even', 40]]);
    const named = neighbours(40).map((one, n) => ({ ...one, nameKey: `john reader ${n}` }));
    expect(patternsIn(named).map(({ kind }) => kind)).to.deep.equal(['same_names']);
    const of = chance(3);
    const hall = neighbours(60).map((one) => ({ ...one, at: Math.floor(of() * 60 * MINUTE) }));
    expect(patternsIn(hall)).to.deep.equal([]);
  });

  it('looks at 100,000 in less than five seconds', () => {
    const all = [...honest(99_700), ...scripted()];
    const began = process.cpuUsage();
    const found = new Set(patternsIn(all).flatMap(({ ids }) => ids));
    // Processor time: what else the machine does says nothing of the finder.
    expect(process.cpuUsage(began).user / 1_000).to.be.below(5_000);
    expect(scripted().every(({ id }) => found.has(id))).to.equal(true);
  });
});
