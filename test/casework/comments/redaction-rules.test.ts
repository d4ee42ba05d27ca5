import { expect } from 'chai';
import { isLeftOutOf, withoutPrivate } from '../../../src/casework/comments/redaction-rules.ts';

const OUT = '[left out]';

describe('What is left out of a comment by itself', () => {
  for (const given of [
    'ann.b+garden@mail.example.org',
    'ann (at) example (dot) org',
    'ann＠example.org',
    '0161 496 0123',
    '+44 (0)161 496 0123',
    '07700900123',
    '(0161) 496-0123',
    '496 0123',
    'WA14 1PF',
    'm33 7dz',
    'SW1A1AA',
  ])
    it(`leaves out ${given}`, () => {
      expect(withoutPrivate(`Write to ${given}, please.`)).to.equal(`Write to ${OUT}, please.`);
    });

  for (const kept of [
    'I have lived here since 1987.',
    'Use it 2027-2028, from 2027-03-22, or from 03/04/2027.',
    'It costs £1,250,000 or £1250000.',
    'Open from 0900 - 1700, 9:30 to 17:30.',
    'Plant 450 mm high, 180 m2, 12 months.',
    'Bus 15A stops at number 12, M60 junction 7.',
    'Mail me @ home',
  ])
    it(`keeps “${kept}”`, () => expect(withoutPrivate(kept)).to.equal(kept));

  it('is done at once, whatever somebody sends', () => {
    const began = Date.now();
    for (const hostile of [
      '0 '.repeat(2_000),
      'a@'.repeat(2_000),
      '(at) '.repeat(800),
      'a.'.repeat(2_000),
      '1'.repeat(4_000),
      'A1 '.repeat(1_300),
    ])
      withoutPrivate(hostile.slice(0, 4_000));
    expect(Date.now() - began).to.be.below(1_000);
  });
});

describe('Leaving something out of somebody’s words', () => {
  const written = 'Mr Bloggs of number 12 parks there. Keep the sightline!';
  for (const [given, may] of [
    [written, true],
    [`${OUT} parks there. Keep the sightline!`, true],
    [`Mr Bloggs of number 12 ${OUT}`, true],
    [`Mr ${OUT} parks ${OUT} Keep the sightline!`, true],
    [`Mr Bloggs of number 12\nparks there.  Keep the ${OUT}!`, true],
    ['Keep the sightline!', false],
    [`${OUT} parks there. Keep the sightlines!`, false],
    [`I am for it. ${OUT}`, false],
    [`Keep the sightline! ${OUT} Mr Bloggs`, false],
    [`Mr Bloggs of number 12 parks there. ${OUT} there. Keep the sightline!`, false],
  ] as const)
    it(`${may ? 'lets' : 'does not let'} “${given}” stand`, () => expect(isLeftOutOf(given, written)).to.equal(may));
});
