import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { CASE_TERMS, USUAL_CASE_TERMS, type CaseTermName } from '../../../src/casework/terms/case-term-contract.ts';
import { isUnit } from '../../../src/casework/clocks/clock-contract.ts';
import { lengthWords } from '../../../src/casework/clocks/clock-words.ts';
import {
  ENQUIRY_STATES,
  type EnquiryState,
  type SourceCheck,
} from '../../../src/casework/enquiries/enquiry-contract.ts';
import { dueIn, presumedBody, silentAct } from '../../../src/casework/enquiries/enquiry-due-rules.ts';
import { ENQUIRY_TABLE } from '../../../src/casework/enquiries/enquiry-table.ts';
import { ACT_WORDS } from '../../../src/casework/enquiries/enquiry-words.ts';
import type { Mover } from '../../../src/ground/cases/transition-contract.ts';
import { diagramOf } from '../../../src/ground/cases/transition-diagram-text.ts';
import { faultsOf, isEnd, stuckStates } from '../../../src/ground/cases/transition-rules.ts';

const MOVERS: Mover[] = ['asker', 'broker', 'monitoring_officer', 'owner_representative'];
/** England: Good Friday 26 and Easter Monday 29 March 2027. */
const EASTER = new Set(['2027-03-26', '2027-03-29']);
const counting = { terms: USUAL_CASE_TERMS, daysOff: EASTER };

describe('The table of questions whose a place is', () => {
  it('is sound: every state is reached, has a limit and a way that the clock takes', () => {
    expect(faultsOf(ENQUIRY_TABLE, 'asked')).to.deep.equal([]);
    expect(Object.keys(ENQUIRY_TABLE)).to.deep.equal([...ENQUIRY_STATES]);
  });

  it('ends, whoever is silent for ever, and also when everybody is', () => {
    for (const silent of MOVERS) expect(stuckStates(ENQUIRY_TABLE, [silent]), silent).to.deep.equal([]);
    expect(stuckStates(ENQUIRY_TABLE, MOVERS)).to.deep.equal([]);
  });

  it('is drawn in docs as it is', () => {
    const limit = (name: string): string => {
      const { unit, usual } = CASE_TERMS[name as CaseTermName];
      return isUnit(unit) ? lengthWords(usual, unit) : `${usual} ${unit}`;
    };
    const drawn = diagramOf(ENQUIRY_TABLE, 'asked', { act: (act) => ACT_WORDS[act], limit });
    const page = readFileSync('docs/enquiry-states.md', 'utf8');
    expect(page, `Put this into docs/enquiry-states.md:\n${drawn}`).to.include(drawn);
  });

  const asked = { state: 'asked', receivedOn: '2027-03-01' } as const;
  const DUE: [
    title: string,
    from: { state: EnquiryState; receivedOn: string },
    to: EnquiryState,
    on: string,
    due: string | null,
  ][] = [
    ['looking counts from the day the question came in', asked, 'looking', '2027-03-08', '2027-03-31'],
    ['looking again counts from that day', { ...asked, state: 'parked' }, 'looking', '2027-06-28', '2027-07-26'],
    [
      'the monitoring officer has ten working days',
      { ...asked, state: 'looking' },
      'escalated',
      '2027-03-31',
      '2027-04-14',
    ],
    [
      'it rests for ninety days, weekends and all',
      { ...asked, state: 'looking' },
      'parked',
      '2027-03-10',
      '2027-06-08',
    ],
    ['an end has no day', { ...asked, state: 'looking' }, 'confirmed', '2027-03-10', null],
  ];
  for (const [title, from, to, on, due] of DUE) it(title, () => expect(dueIn(from, to, on, counting)).to.equal(due));

  const check = (
    source: SourceCheck['source'],
    ownerId: string | null,
    more: Partial<SourceCheck> = {},
  ): SourceCheck => ({
    id: source,
    enquiryId: 'e',
    source,
    outcome: ownerId === null ? 'nothing' : 'body',
    words: '',
    ownerId,
    disproved: false,
    checkedOn: '2027-03-02',
    checkedBy: 'b',
    notedAt: '',
    submission: '',
    ...more,
  });
  const PRESUMED: [title: string, checks: SourceCheck[], body: string | undefined][] = [
    [
      'the registered body counts before the one that maintains the road',
      [check('title_register', 'council'), check('highway_records', 'county')],
      'council',
    ],
    [
      'the body that maintains the road counts where none is registered',
      [check('highway_records', 'county')],
      'county',
    ],
    [
      'what neighbours or the council’s own list say counts for nothing',
      [check('neighbours', 'council'), check('estates_list', 'council')],
      undefined,
    ],
    [
      'a body that has shown otherwise counts for nothing',
      [check('title_register', 'council', { disproved: true })],
      undefined,
    ],
    ['nobody on the record is nobody', [check('title_register', null)], undefined],
  ];
  for (const [title, checks, body] of PRESUMED)
    it(`presumes: ${title}`, () => expect(presumedBody(checks)?.ownerId).to.equal(body));

  const SILENCE: [state: EnquiryState, looks: number, checks: SourceCheck[], act: string][] = [
    ['asked', 0, [], 'acknowledge'],
    ['looking', 0, [], 'escalate'],
    ['escalated', 0, [check('title_register', 'council')], 'presume'],
    ['escalated', 0, [check('neighbours', 'council')], 'park'],
    ['parked', 3, [], 'look_again'],
    ['parked', 4, [], 'close'],
    ['outside', 0, [], 'close'],
    ['introducing', 0, [], 'lapse'],
    ['introduced', 0, [], 'close'],
    ['presumed', 0, [], 'let_stand'],
  ];
  for (const [state, looks, checks, act] of SILENCE)
    it(`silence in “${state}” after ${looks} looks does “${act}”`, () =>
      expect(silentAct({ state, looks }, checks, USUAL_CASE_TERMS)).to.equal(act));
  it('nothing happens at an end', () => {
    for (const state of ENQUIRY_STATES.filter((one) => isEnd(ENQUIRY_TABLE, one)))
      expect(silentAct({ state, looks: 0 }, [], USUAL_CASE_TERMS)).to.equal(null);
  });
});
