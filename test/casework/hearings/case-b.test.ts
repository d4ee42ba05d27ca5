import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aVerge, mailsTo, onDay, stored, type Verge } from '../proposals/a-proposal.ts';
import { aFiling, aPaper, decides, JUNCTION, refusalOf } from '../decisions/a-decision.ts';
import { called, CASE_B, completeBuilding, hearingOf, held, marked, scoredBuilding } from './a-hearing.ts';

eachDatabase('A closed building', (open) => {
  let verge: Verge;
  beforeEach(async () => (verge = await aVerge(await open(), { day: '2026-09-07' })));
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });
  const stateOf = async (id: string) => (await stored(verge, id)).state;

  it('goes the days of worked case B: heard on 5 November, decided on 12, the owner’s time ends on 30', async () => {
    const { services, chair, lead, clerk } = verge;
    const id = await completeBuilding(verge);
    expect(await stored(verge, id)).to.include({
      path: 'building',
      state: 'commenting',
      completeOn: '2026-09-07',
      commentsUntil: '2026-10-05',
      hearing: 'needed',
      silenceGrants: false,
    });
    await onDay(verge, '2026-10-06');
    expect(await stored(verge, id)).to.include({ state: 'assessing', dueOn: '2026-10-19' });
    await marked(verge, id);
    const scored = await stored(verge, id);
    expect(scored).to.include({ state: 'hearing_due', dueOn: '2026-11-09', outcome: null, resultOn: null });
    expect(await services.caseTests.resultOf(services.db, { kind: 'proposal', id })).to.include({
      points: 284,
      possible: 400,
      outcome: 'pass',
    });
    expect(await mailsTo(verge, clerk.email ?? '')).to.include('proposal_assessed_democratic_services');
    await onDay(verge, '2026-10-21');
    await called(verge, id);
    expect(await hearingOf(verge, id)).to.include({
      day: '2026-11-05',
      policyLatest: '2026-10-21',
      statuteLatest: '2026-10-28',
      limitOn: '2026-11-09',
    });
    expect(await stored(verge, id)).to.include({ state: 'hearing_called', hearingOn: '2026-11-05' });
    expect(await mailsTo(verge, lead.email ?? '')).to.include('proposal_hearing_called_group');
    expect((await refusalOf(held(verge, id))).status).to.equal(409);
    await onDay(verge, '2026-11-05');
    await held(verge, id);
    expect(await stored(verge, id)).to.include({ state: 'hearing_held', dueOn: '2026-11-12', hearing: 'held' });
    await onDay(verge, '2026-11-12');
    await services.hearings.conclude(chair, id, { seen: 'hearing_held' });
    expect(await stored(verge, id)).to.include({
      state: 'window',
      outcome: 'pass',
      resultOn: '2026-11-12',
      dueOn: '2026-11-30',
    });
    // Too few neighbours have signed: silence goes to an officer, and grants nothing.
    await onDay(verge, '2026-12-01');
    expect(await stored(verge, id)).to.include({ state: 'deciding', dueOn: '2026-12-14', grantKind: null });
    await services.decisions.officer.decide(verge.decider, id, {
      seen: 'deciding',
      yes: 'yes',
      reasons: 'The test is passed, and nobody has shown a reason against it.',
      alternatives: 'Leaving it shut.',
      interests: 'None',
      background: 'The case itself.',
      submission: undefined,
    });
    expect(await stored(verge, id)).to.include({ state: 'granted', grantKind: 'by_officer' });
  });

  it('B2: an assessed FIN of 1 is no pass before the hearing either, and the panel may change it with a reason', async () => {
    const { services, chair, member, scorers } = verge;
    const id = await scoredBuilding(verge, CASE_B.replace('FIN2', 'FIN1'));
    expect(await stateOf(id)).to.equal('hearing_due');
    await called(verge, id);
    await onDay(verge, '2026-11-05');
    await held(verge, id);
    const seen = 'hearing_held' as const;
    const bare = await refusalOf(services.hearings.conclude(chair, id, { seen, mark_FIN: '2', reason_FIN: '' }));
    expect(bare).to.deep.include({ status: 400, fields: ['reason_FIN'] });
    expect((await refusalOf(services.hearings.conclude(scorers[0], id, { seen }))).status).to.equal(403);
    await services.hearings.conclude(member, id, {
      seen,
      mark_FIN: '2',
      reason_FIN: 'The association showed a letter that pays the rates.',
      mark_BEN: '3',
    });
    expect(await stored(verge, id)).to.include({ state: 'window', outcome: 'pass' });
    const { heard } = found(await services.caseTests.resultOf(services.db, { kind: 'proposal', id }));
    expect(heard).to.deep.include({
      before: { points: 270, possible: 400, outcome: 'nearly' },
      changes: [{ id: 'FIN', from: 1, to: 2, reason: 'The association showed a letter that pays the rates.' }],
    });
  });

  it('refuses a day with too little notice, with the first that is possible, and one without other ways to be heard', async () => {
    const id = await scoredBuilding(verge);
    await onDay(verge, '2026-10-22');
    const late = await refusalOf(called(verge, id));
    expect(late).to.deep.include({ status: 400, fields: ['day'] });
    expect(late.words).to.include('6 November 2026');
    expect((await refusalOf(called(verge, id, { day: '2026-11-10' }))).words).to.include('9 November 2026');
    const silent = await refusalOf(called(verge, id, { day: '2026-11-06', way_paper: '', way_telephone: '' }));
    expect(silent).to.deep.include({ status: 400, fields: ['way_paper'] });
    // After the last day with notice nothing can be called any more, and says so.
    await onDay(verge, '2026-10-26');
    expect((await refusalOf(called(verge, id, { day: '2026-11-09' }))).words).to.include('decides on the papers');
  });

  it('is moved, cancelled and called again, adjourned once; the room that is lost two days before cannot just be changed', async () => {
    const { services, clerk } = verge;
    const id = await scoredBuilding(verge);
    await called(verge, id, { day: '2026-10-29' });
    const there = { begins: '18:30', access: 'No steps.', online: '', seen: 'hearing_called' as const };
    const move = (day: string, venue: string) =>
      services.hearings.move(clerk, id, { ...there, day, venue, reason: 'The boiler has failed.' });
    await move('2026-11-02', 'Town hall, Market Place');
    expect(await stored(verge, id)).to.include({ state: 'hearing_called', hearingOn: '2026-11-02' });
    await onDay(verge, '2026-10-29');
    const lost = await refusalOf(move('2026-11-02', 'Corn exchange'));
    expect(lost.words).to.include('6 November 2026');
    await services.hearings.cancel(clerk, id, { seen: 'hearing_called', reason: 'The room is flooded.' });
    expect(await stored(verge, id)).to.include({ state: 'hearing_due', hearingOn: null, dueOn: '2026-11-09' });
    // Cancelling gives nobody more time: no day with notice is left.
    expect((await refusalOf(called(verge, id, { day: '2026-11-09' }))).words).to.include('decides on the papers');
    await onDay(verge, '2026-11-10');
    expect(await stored(verge, id)).to.include({ state: 'on_papers', dueOn: '2026-11-23', hearing: 'on_papers' });
    await onDay(verge, '2026-11-24');
    expect(await stored(verge, id)).to.include({ state: 'window', resultOn: '2026-11-23', dueOn: '2026-12-07' });
  });

  it('goes on another day once, within ten working days', async () => {
    const { services, clerk } = verge;
    const id = await scoredBuilding(verge);
    await called(verge, id);
    await onDay(verge, '2026-11-05');
    const adjourn = (day: string) =>
      services.hearings.adjourn(clerk, id, { seen: 'hearing_called', day, begins: '10:00', reason: 'It grew late.' });
    expect((await refusalOf(adjourn('2026-11-20'))).words).to.include('19 November 2026');
    await adjourn('2026-11-19');
    expect(await hearingOf(verge, id)).to.include({ day: '2026-11-19', adjournedFrom: '2026-11-05' });
    await onDay(verge, '2026-11-19');
    expect((await refusalOf(adjourn('2026-11-23'))).status).to.equal(409);
    await onDay(verge, '2026-11-27');
    // Nobody wrote down that it was held.
    expect(await stateOf(id)).to.equal('on_papers');
  });

  it('B8: the owner refuses on the last day with a budget minute that is dated after the hearing', async () => {
    const { services, chair, owner } = verge;
    const id = await scoredBuilding(verge);
    await called(verge, id);
    await onDay(verge, '2026-11-05');
    await held(verge, id);
    await services.hearings.conclude(chair, id, { seen: 'hearing_held' });
    await onDay(verge, '2026-11-26');
    const scheme = { ...JUNCTION, other_from: '2027-06-16', seen: 'window' };
    const file = (dated: string) => services.decisions.filing.file(owner, id, aFiling({ ...scheme, dated }), aPaper());
    const early = await refusalOf(file('2026-10-28'));
    expect(early.words).to.include('papers of the hearing');
    await file('2026-11-20');
    await decides(verge, id, 'yes');
    expect(await stored(verge, id)).to.include({
      state: 'granted',
      grantKind: 'shorter',
      grantedFrom: '2026-12-16',
      grantedUntil: '2027-06-15',
    });
  });
});
