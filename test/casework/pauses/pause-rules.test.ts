import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { lengthWords } from '../../../src/casework/clocks/clock-words.ts';
import { PAUSE_KINDS, type PauseKind } from '../../../src/casework/pauses/pause-kind-contract.ts';
import { lastDayOf } from '../../../src/casework/pauses/pause-rules.ts';
import { PAUSE_TABLE } from '../../../src/casework/pauses/pause-table.ts';
import { PAUSE_WORDS } from '../../../src/casework/pauses/pause-words.ts';
import { PROPOSAL_TABLE } from '../../../src/casework/proposals/proposal-table.ts';
import { CASE_TERMS, USUAL_CASE_TERMS } from '../../../src/casework/terms/case-term-contract.ts';

/** England: Good Friday 26 and Easter Monday 29 March 2027. */
const counting = { terms: USUAL_CASE_TERMS, daysOff: new Set(['2027-03-26', '2027-03-29']) };
const took = (kind: PauseKind, begins: string, endedOn: string) => ({
  id: begins,
  kind,
  begins,
  endedOn,
  until: endedOn,
});

describe('The table of pauses', () => {
  it('is drawn in docs as it is', () => {
    const roles = (held: readonly string[]): string => held.map((role) => role.replaceAll('_', ' ')).join(', ');
    const rows = PAUSE_KINDS.map((kind) => {
      const { states, begins, ends, limit, shares } = PAUSE_TABLE[kind];
      const { unit, usual } = CASE_TERMS[limit];
      const together = shares.length > 1 ? ', together' : '';
      return `| ${PAUSE_WORDS[kind].name} | ${states.join(', ')} | ${roles(begins)} | ${roles(ends)} | ${lengthWords(usual, unit === 'days' ? unit : 'working_days')}${together} | ${PAUSE_WORDS[kind].silence} |`;
    });
    const page = readFileSync('docs/proposal-states.md', 'utf8').replaceAll(/ +/g, ' ');
    expect(page, `Put this into docs/proposal-states.md:\n${rows.join('\n')}`).to.include(rows.join('\n'));
  });

  it('lets the clock stand still only where there is one, and for nobody who answers for the owner', () => {
    for (const kind of PAUSE_KINDS) {
      const { states, begins, ends } = PAUSE_TABLE[kind];
      for (const state of states) expect(PROPOSAL_TABLE[state].limit, `${kind}: ${state}`).not.to.equal(null);
      expect([...begins, ...ends], kind).not.to.include('owner_representative');
    }
    expect(PAUSE_TABLE.advert.states).not.to.include('window');
  });

  const LAST: [
    title: string,
    kind: PauseKind,
    begins: string,
    others: Parameters<typeof lastDayOf>[2],
    last: string,
  ][] = [
    ['twenty working days for the group, the first of them the day itself', 'correct', '2027-03-03', [], '2027-04-01'],
    [
      'less those that it took before',
      'wish',
      '2027-03-03',
      [took('correct', '2027-02-01', '2027-02-12')],
      '2027-03-16',
    ],
    ['nothing where it took all', 'wish', '2027-03-03', [took('correct', '2027-02-01', '2027-02-26')], '2027-03-02'],
    [
      'thirty for an advert, whatever the group took',
      'advert',
      '2027-04-01',
      [took('correct', '2027-03-01', '2027-03-05')],
      '2027-05-12',
    ],
    ['no more than sixty in all', 'advert', '2027-04-01', [took('court', '2027-01-04', '2027-03-12')], '2027-04-14'],
    ['a month for a court', 'court', '2027-04-01', [], '2027-05-01'],
    [
      'ten for an emergency, whatever was before',
      'emergency',
      '2027-04-01',
      [took('court', '2027-01-04', '2027-03-26')],
      '2027-04-14',
    ],
  ];
  for (const [title, kind, begins, others, last] of LAST)
    it(`gives ${title}`, () => expect(lastDayOf(kind, begins, others, counting)).to.equal(last));
});
