import { expect } from 'chai';
import {
  basisOf,
  isNear,
  sponsoredFor,
  tallyOf,
  thresholdFor,
} from '../../../src/casework/petitions/petition-count-rules.ts';
import { publicTally } from '../../../src/casework/petitions/petition-page-service.ts';
import { PETITION_TABLE } from '../../../src/casework/petitions/petition-table.ts';
import {
  emailKeyOf,
  linesThatDiffer,
  signerKey,
  standingOfLine,
} from '../../../src/casework/petitions/signature-rules.ts';
import { withNeighbours } from '../../../src/casework/petitions/touching-rules.ts';
import { USUAL_CASE_TERMS } from '../../../src/casework/terms/case-term-contract.ts';
import { faultsOf, stuckStates } from '../../../src/ground/cases/transition-rules.ts';
import { aBox } from '../../support/domain.ts';
import { aLine } from './a-petition.ts';

const TERMS = USUAL_CASE_TERMS;

describe('Rules of a petition', () => {
  it('need 1 % of the residents, 25 at least, 100 at most, and 100 where nobody knows', () => {
    expect([900, 2_500, 4_001, 9_999, 60_000, null].map((n) => thresholdFor(n, TERMS))).to.deep.equal([
      25, 25, 41, 100, 100, 100,
    ]);
  });

  it('take a councillor’s word and 50 for as good as 100, and never ask for more with it than without', () => {
    const basis = (valid: number, sponsored: boolean, threshold = 100) =>
      basisOf({ valid, sponsored }, threshold, TERMS);
    expect([basis(100, false), basis(99, false), basis(97, true), basis(50, true), basis(49, true)]).to.deep.equal([
      'signatures',
      null,
      'sponsor',
      'sponsor',
      null,
    ]);
    expect([sponsoredFor(30, TERMS), basis(30, true, 30), basis(29, true, 30)]).to.deep.equal([30, 'signatures', null]);
  });

  it('have every sheet typed twice within a tenth of the threshold', () => {
    expect([89, 90, 97, 110, 111].map((valid) => isNear(valid, 100))).to.deep.equal([false, true, true, true, false]);
  });

  it('leave no state without an exit, whoever is silent', () => {
    expect(faultsOf(PETITION_TABLE, 'checking')).to.deep.equal([]);
    for (const silent of ['democratic_services', 'asker', 'ward_councillor', 'broker'] as const)
      expect(stuckStates(PETITION_TABLE, [silent])).to.deep.equal([]);
    expect(stuckStates(PETITION_TABLE, ['democratic_services', 'asker', 'ward_councillor'])).to.deep.equal([]);
  });

  it('compare names as people write them, and addresses without what stands behind a plus sign', () => {
    expect(signerKey('Mrs.  Ann O’Neill-Ray')).to.equal(signerKey('ann o neill ray'));
    expect(signerKey('Ann Ray')).not.to.equal(signerKey('Anne Ray'));
    expect(emailKeyOf('Ann+1@Example.org')).to.equal('ann@example.org');
  });

  it('say of a line why it does not count', () => {
    const of = (more: object, lies: Parameters<typeof standingOfLine>[1] = { wardId: 'w' }) =>
      standingOfLine(aLine(1, 1, more), lies);
    expect([
      of({}),
      of({ postcode: '' }),
      of({ postcode: 'ZZ1' }),
      of({ name: '' }),
      of({}, 'elsewhere'),
      of({ code: 'duplicate' }),
      of({ code: 'unreadable' }),
      of({}, { wardId: null }),
    ]).to.deep.equal([
      'valid',
      'no_address',
      'no_address',
      'no_address',
      'out_of_area',
      'duplicate',
      'unreadable',
      'valid',
    ]);
  });

  it('find the lines on which two people differ, and none that they only wrote otherwise', () => {
    const first = [
      aLine(1, 1),
      aLine(2, 2, { name: 'Ann Ray', postcode: 'zz11aa' }),
      aLine(3, 3),
      aLine(4, 4, { code: 'unreadable' }),
    ];
    const second = [
      aLine(1, 1, { postcode: 'ZZ1 2AA' }),
      aLine(2, 2, { name: 'ANN RAY' }),
      aLine(4, 4, { code: 'unreadable', name: '?' }),
      aLine(5, 5),
    ];
    expect(linesThatDiffer(first, second)).to.deep.equal([1, 3, 5]);
  });

  it('let the ward of the building and those that touch it sign, at a corner too, and no others', () => {
    const ward = (id: string, lon: number, lat: number) => ({ id, shape: aBox({ lon, lat }, 0.02, 0.01) });
    const all = [
      ward('own', 0, 50),
      ward('east', 0.02, 50),
      ward('corner', -0.02, 49.99),
      ward('far', 0.05, 50),
      ward('north', 0.01, 50.01),
    ];
    const [own] = all;
    expect(own && withNeighbours(own, all).map(({ id }) => id)).to.deep.equal(['own', 'east', 'corner', 'north']);
  });

  it('show wards with fewer than five together, and add up', () => {
    const count = (wardId: string, n: number, standing: 'valid' | 'duplicate' = 'valid') => ({
      channel: 'online' as const,
      wardId,
      standing,
      n,
    });
    const tally = tallyOf([count('a', 20), count('b', 4), count('', 2), count('a', 3, 'duplicate')]);
    expect(tally).to.deep.include({ valid: 26, all: 29 });
    const wards = ['a', 'b'].map((wardId) => ({ wardId, name: wardId.toUpperCase() }));
    expect(publicTally(tally, wards, { checked: 0, wrong: 0 }).byWard).to.deep.equal([
      { name: 'A', n: 20 },
      { name: 'Other wards, or not known', n: 6 },
    ]);
  });
});
