import { expect } from 'chai';
import type { Outcome } from '../../../src/groups/benefit-test/benefit-contract.ts';
import { CBT_1 } from '../../../src/groups/benefit-test/cbt-1-table.ts';
import { needsNews, nextRun, standingOn } from '../../../src/groups/benefit-test/passport-rules.ts';
import type { BenefitTest, TestState } from '../../../src/groups/benefit-test/test-contract.ts';
import { daysOf, reminderDue } from '../../../src/groups/benefit-test/passport-day-rules.ts';

type Run = Parameters<typeof standingOn>[0][number];
const { room } = CBT_1.paths;
const TODAY = '2027-03-03';
const run = (id: string, state: TestState, more: Partial<BenefitTest> = {}): Run => ({
  id,
  state,
  outcome: null,
  points: null,
  possible: null,
  result: null,
  resultOn: null,
  validUntil: null,
  improveBy: null,
  improvesId: null,
  ...more,
});
const published = (id: string, outcome: Outcome, resultOn: string, more: Partial<BenefitTest> = {}): Run =>
  run(id, 'published', { outcome, resultOn, points: 200, possible: 400, ...more });
const passed = (resultOn: string, validUntil: string): Run => published('p', 'pass', resultOn, { validUntil });

/** Runs the newest first; how the group stands; what it can begin; whether it must say what is new. */
const CASES: [title: string, runs: Run[], state: string, next: string | null, news: boolean][] = [
  ['nothing yet', [], 'none', 'begin', false],
  ['a draft', [run('d', 'draft')], 'none', null, false],
  ['being scored', [run('s', 'scoring')], 'waiting', null, false],
  ['being settled', [run('s', 'settling')], 'waiting', null, false],
  ['being decided', [run('s', 'deciding')], 'waiting', null, false],
  ['taken back', [run('w', 'withdrawn')], 'none', 'begin', false],
  ['good for long', [passed('2027-01-01', '2028-01-01')], 'passed', null, false],
  ['good until today', [passed('2026-03-03', TODAY)], 'passed', 'renew', false],
  ['61 days before its end', [passed('2026-05-03', '2027-05-03')], 'passed', null, false],
  ['60 days before its end', [passed('2026-05-02', '2027-05-02')], 'passed', 'renew', false],
  ['ended yesterday', [passed('2026-03-02', '2027-03-02')], 'ended', 'begin', false],
  ['being renewed while it is good', [run('s', 'scoring'), passed('2026-03-10', '2027-03-10')], 'passed', null, false],
  ['being renewed too late', [run('s', 'scoring'), passed('2026-03-02', '2027-03-02')], 'waiting', null, false],
  ['nearly, in time', [published('n', 'nearly', '2027-03-01', { improveBy: TODAY })], 'nearly', 'improve', false],
  ['nearly, too late', [published('n', 'nearly', '2027-02-01', { improveBy: '2027-03-02' })], 'nearly', 'begin', true],
  [
    'nearly a second time',
    [
      published('m', 'nearly', '2027-03-01', { improvesId: 'n' }),
      published('n', 'nearly', '2027-02-20', { improveBy: '2027-03-20' }),
    ],
    'nearly',
    'begin',
    true,
  ],
  [
    'an improvement taken back',
    [run('w', 'withdrawn', { improvesId: 'n' }), published('n', 'nearly', '2027-03-01', { improveBy: '2027-03-29' })],
    'nearly',
    'begin',
    true,
  ],
  ['not yet', [published('x', 'not_yet', '2027-02-01')], 'not_yet', 'begin', true],
  ['not yet, a year ago', [published('x', 'not_yet', '2026-03-03')], 'not_yet', 'begin', false],
  [
    'a renewal that is nearly there',
    [published('n', 'nearly', '2027-03-01', { improveBy: '2027-03-29' }), passed('2026-04-01', '2027-04-01')],
    'passed',
    'improve',
    false,
  ],
];

describe('How a group stands with its passport', () => {
  for (const [title, runs, state, next, news] of CASES) {
    it(`is “${state}” with ${title}; what it can begin is ${next ?? 'nothing'}`, () => {
      expect([standingOn(runs, TODAY).state, nextRun(runs, room, TODAY), needsNews(runs, TODAY)]).to.deep.equal([
        state,
        next,
        news,
      ]);
    });
  }

  it('looks at what was known on the day', () =>
    expect(standingOn([passed('2027-03-04', '2028-03-04')], TODAY).state).to.equal('none'));

  it('goes on from the end of the passport that is renewed', () => {
    const days = (goodUntil: string | null) =>
      daysOf('pass', room, TODAY, new Set(), { improving: false, goodUntil }).validUntil;
    expect([days(null), days('2027-04-01'), days('2027-02-28')]).to.deep.equal([
      '2028-03-03',
      '2028-04-01',
      '2028-03-03',
    ]);
  });

  it('gives the one chance to improve after a first run that was nearly a pass, and to nobody else', () => {
    const days = (outcome: Outcome, improving: boolean) =>
      daysOf(outcome, room, TODAY, new Set(['2027-03-26', '2027-03-29']), { improving, goodUntil: null });
    expect([
      days('nearly', false).improveBy,
      days('nearly', true).improveBy,
      days('not_yet', false).improveBy,
      days('pass', false).improveBy,
    ]).to.deep.equal(['2027-04-02', null, null, null]);
    expect(days('not_yet', false).reviewBy).to.equal('2027-04-02');
  });

  it('is reminded of once for each stage, after a pause only of the latest, and not when it is over', () => {
    const due = (left: string, sent: string[] = []) => reminderDue(room, left, sent, TODAY);
    expect([
      due('2027-04-01'),
      due('2027-03-31'),
      due('2027-03-31', ['28_days']),
      due('2027-03-10'),
      due('2027-03-05', ['7_days']),
      due('2027-03-02'),
    ]).to.deep.equal([null, '28_days', null, '7_days', null, null]);
  });
});
