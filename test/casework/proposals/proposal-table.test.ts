import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { isUnit } from '../../../src/casework/clocks/clock-contract.ts';
import { lengthWords } from '../../../src/casework/clocks/clock-words.ts';
import { warningDays } from '../../../src/casework/decisions/warning-rules.ts';
import { PROPOSAL_STATES, type Proposal } from '../../../src/casework/proposals/proposal-contract.ts';
import { datesIfSent, dueOf } from '../../../src/casework/proposals/proposal-due-rules.ts';
import { HELD_STATES, PROPOSAL_TABLE } from '../../../src/casework/proposals/proposal-table.ts';
import { dateMistakes } from '../../../src/casework/proposals/proposal-task-rules.ts';
import { ACT_WORDS } from '../../../src/casework/proposals/proposal-words.ts';
import { CASE_TERMS, USUAL_CASE_TERMS, type CaseTermName } from '../../../src/casework/terms/case-term-contract.ts';
import type { Mover } from '../../../src/ground/cases/transition-contract.ts';
import { diagramOf } from '../../../src/ground/cases/transition-diagram-text.ts';
import { faultsOf, isEnd, stuckStates } from '../../../src/ground/cases/transition-rules.ts';

const MOVERS: Mover[] = [
  'group_lead',
  'group_deputy',
  'broker',
  'owner_representative',
  'scorer',
  'decision_officer',
  'monitoring_officer',
  'ward_councillor',
  'democratic_services',
  'hearing_chair',
  'review_panel',
];
/** England: Good Friday 26 and Easter Monday 29 March 2027. */
const counting = { terms: USUAL_CASE_TERMS, daysOff: new Set(['2027-03-26', '2027-03-29']), pauses: [] };

describe('The table of proposals for land', () => {
  it('is sound: every state is reached, has a limit and a way that the clock takes', () => {
    expect(faultsOf(PROPOSAL_TABLE, 'draft')).to.deep.equal([]);
    expect(new Set(Object.keys(PROPOSAL_TABLE))).to.deep.equal(new Set(PROPOSAL_STATES));
  });

  it('ends, whoever is silent for ever, and also when everybody is', () => {
    for (const silent of MOVERS) expect(stuckStates(PROPOSAL_TABLE, [silent]), silent).to.deep.equal([]);
    expect(stuckStates(PROPOSAL_TABLE, MOVERS)).to.deep.equal([]);
  });

  it('grants by silence after a pass only', () => {
    const granting = PROPOSAL_STATES.filter((state) => PROPOSAL_TABLE[state].acts.grant_by_default);
    const passing = PROPOSAL_STATES.flatMap((state) => PROPOSAL_TABLE[state].acts.pass?.to ?? []);
    expect(granting).to.deep.equal(['window']);
    expect(PROPOSAL_STATES.filter((state) => PROPOSAL_TABLE[state].acts.decide_yes)).to.deep.equal(['deciding']);
    expect(new Set(passing)).to.deep.equal(new Set(['window']));
  });

  it('holds the place from complete to decided', () => {
    for (const state of HELD_STATES) expect(isEnd(PROPOSAL_TABLE, state), state).to.equal(false);
    expect(HELD_STATES).to.include.members(['awaiting_sign', 'window', 'filed', 'granted']);
    expect(HELD_STATES).not.to.include.members(['draft', 'received', 'refused']);
  });

  it('is drawn in docs as it is', () => {
    const limit = (name: string): string => {
      const { unit, usual } = CASE_TERMS[name as CaseTermName];
      return isUnit(unit) ? lengthWords(usual, unit) : `${usual} ${unit}`;
    };
    const drawn = diagramOf(PROPOSAL_TABLE, 'draft', { act: (act) => ACT_WORDS[act], limit });
    const page = readFileSync('docs/proposal-states.md', 'utf8');
    expect(page, `Put this into docs/proposal-states.md:\n${drawn}`).to.include(drawn);
  });

  const dated = (more: Partial<Proposal>) => ({
    state: 'window' as const,
    stateOn: '2027-03-31',
    completeOn: '2027-03-01',
    resultOn: '2027-03-31',
    extensionDays: 0,
    path: 'land' as const,
    hearing: 'none' as const,
    assessedOn: null,
    hearingOn: null,
    ...more,
  });
  it('lets the owner’s time end ten working days after the result, or thirty after complete', () => {
    expect(dueOf(dated({}), counting)?.due).to.equal('2027-04-14');
    expect(dueOf(dated({ stateOn: '2027-03-10', resultOn: '2027-03-10' }), counting)?.due).to.equal('2027-04-14');
    expect(dueOf(dated({ stateOn: '2027-04-30', resultOn: '2027-04-30' }), counting)?.due).to.equal('2027-05-14');
    expect(dueOf(dated({ extensionDays: 30 }), counting)?.due).to.equal('2027-05-26');
  });
  it('says before sending which dates it would have', () => {
    expect(datesIfSent('2027-03-01', counting)).to.deep.equal({
      comments: '2027-03-22',
      scored: '2027-03-31',
      hearing: null,
      silence: '2027-04-14',
    });
  });
  it('counts a building as worked case B does, and gives the owner of land more time where it is heard', () => {
    const building = { path: 'building' as const, completeOn: '2026-09-07' };
    const none = { ...counting, daysOff: new Set<string>() };
    const day = (more: Partial<Proposal>) => dueOf(dated({ ...building, ...more }), none)?.due;
    expect(day({ state: 'commenting', stateOn: '2026-09-07' })).to.equal('2026-10-05');
    expect(day({ state: 'assessing', stateOn: '2026-10-05' })).to.equal('2026-10-19');
    expect(day({ state: 'hearing_due', stateOn: '2026-10-15' })).to.equal('2026-11-09');
    expect(day({ state: 'hearing_held', stateOn: '2026-11-05', hearingOn: '2026-11-05' })).to.equal('2026-11-12');
    expect(day({ resultOn: '2026-11-12' })).to.equal('2026-11-30');
    expect(day({ resultOn: '2026-11-12', extensionDays: 30 })).to.equal('2027-01-11');
    expect(dueOf(dated({ hearing: 'held' }), counting)?.due).to.equal('2027-05-19');
  });
  it('warns ten, five and one working days before silence grants', () => {
    expect(warningDays('2027-04-14', USUAL_CASE_TERMS, counting.daysOff)).to.deep.equal([
      '2027-03-31',
      '2027-04-07',
      '2027-04-13',
    ]);
  });

  const DATES: [title: string, starts: string | null, ends: string | null, field: string | null][] = [
    ['a year is fine', '2027-05-01', '2028-04-30', null],
    ['four weeks are the least', '2027-05-01', '2027-05-28', null],
    ['a day less is too short', '2027-05-01', '2027-05-27', 'ends'],
    ['three years are the most', '2027-05-01', '2030-04-30', null],
    ['a day more is too long', '2027-05-01', '2030-05-01', 'ends'],
    ['the first day is still to come', '2027-03-01', '2028-04-30', 'starts'],
    ['a first day is needed', null, '2028-04-30', 'starts'],
    ['a last day is needed', '2027-05-01', null, 'ends'],
    ['a leap day ends with February', '2028-02-29', '2031-02-27', null],
  ];
  for (const [title, starts, ends, field] of DATES)
    it(`days: ${title}`, () =>
      expect(dateMistakes({ starts, ends }, '2027-03-01').map((one) => one.field)).to.deep.equal(
        field === null ? [] : [field],
      ));
});
