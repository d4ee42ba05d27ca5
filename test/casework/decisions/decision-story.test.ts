import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aPerson, aVerge, mailsTo, nextDay, onDay, proposalIn, stored, type Verge } from '../proposals/a-proposal.ts';
import { A_RECORD, A_SIGNING, aFiling, aPaper, decides, files, groundsOf, JUNCTION, refusalOf } from './a-decision.ts';

eachDatabase('What is decided on a proposal', (open) => {
  let verge: Verge;
  beforeEach(async () => (verge = await aVerge(await open())));
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });
  const seenIn = async (id: string) => ({ seen: (await stored(verge, id)).state });

  it('is a yes whenever the owner says so, before anybody has scored it', async () => {
    const { owner, services, lead } = verge;
    const id = await proposalIn(verge, 'received');
    const { testId } = await stored(verge, id);
    await services.decisions.owner.agree(owner, id, { seen: 'received' });
    expect(await stored(verge, id)).to.include({
      state: 'granted',
      grantKind: 'by_owner',
      grantedFrom: '2027-05-01',
      grantedUntil: '2028-04-30',
    });
    expect(await services.caseTests.summaryOf(services.db, { kind: 'proposal', id })).to.include({
      id: testId,
      state: 'withdrawn',
    });
    expect(await mailsTo(verge, lead.email ?? '')).to.include('proposal_agreed_group');
    // Twice, or from an old page, is refused with words.
    expect(await refusalOf(services.decisions.owner.agree(owner, id, { seen: 'received' }))).to.include({
      status: 409,
    });
    await onDay(verge, '2027-06-01');
    expect(await stored(verge, id)).to.include({ state: 'granted_for_good' });
  });

  it('A2: a junction that is funded is R2, and gives the group the free time before it', async () => {
    const id = await proposalIn(verge, 'commenting');
    await files(verge, id, { ...JUNCTION, other_from: '2027-09-01' });
    expect(await stored(verge, id)).to.include({ state: 'commenting' });
    expect(await mailsTo(verge, verge.lead.email ?? '')).to.include('ground_shown_group');
    await passes(id);
    // Shown before the owner’s time, it waits for it, and no step is needed.
    expect(await stored(verge, id)).to.include({ state: 'filed' });
    await decides(verge, id, 'yes');
    expect(await stored(verge, id)).to.include({
      state: 'granted',
      grantKind: 'shorter',
      grantedFrom: '2027-05-01',
      grantedUntil: '2027-08-31',
    });
  });

  it('A2: where less than four weeks are free before the junction, R2 is a refusal', async () => {
    const id = await proposalIn(verge, 'commenting');
    await files(verge, id, { ...JUNCTION, other_from: '2027-05-28' });
    await passes(id);
    await decides(verge, id, 'yes');
    expect(await stored(verge, id)).to.include({ state: 'refused', grantKind: null });
  });

  it('B7: “it might be sold one day” is turned back by the screen, with why', async () => {
    const id = await proposalIn(verge, 'window');
    const said = await refusalOf(files(verge, id, { ground: 'may_sell' }));
    expect(said).to.deep.include({ status: 400, fields: ['ground'] });
    expect(said.words).to.include('is no ground').and.to.include('R2');
    expect(await groundsOf(verge, id)).to.deep.equal([]);
    expect(await stored(verge, id)).to.include({ state: 'window' });
  });

  it('counts R2, R7 and R9 after the scoring began only on evidence of a later day', async () => {
    const id = await proposalIn(verge, 'window');
    const late = await refusalOf(files(verge, id, { ...JUNCTION, other_from: '2027-09-01' }));
    expect(late).to.deep.include({ status: 400, fields: ['dated'] });
    const { stateOn } = await stored(verge, id);
    await files(verge, id, { ...JUNCTION, other_from: '2027-09-01', dated: stateOn });
    expect(await stored(verge, id)).to.include({ state: 'filed' });
  });

  it('turns a ground back, and the owner’s time runs on to the same day', async () => {
    const id = await proposalIn(verge, 'window');
    const { dueOn } = await stored(verge, id);
    await files(verge, id);
    expect(await refusalOf(decides(verge, id, 'no', verge.monitor))).to.include({ status: 409 });
    expect(await refusalOf(decides(verge, id, 'no', verge.scorers[0]))).to.include({ status: 403 });
    await decides(verge, id, 'no');
    expect(await stored(verge, id)).to.include({ state: 'window', dueOn });
    await onDay(verge, nextDay(found(dueOn)));
    expect(await stored(verge, id)).to.include({ state: 'granted', grantKind: 'by_default', decidedOn: dueOn });
  });

  it('looks at a second ground that was shown in time once the first is turned back, also after the day', async () => {
    const id = await proposalIn(verge, 'window');
    const dueOn = found((await stored(verge, id)).dueOn);
    await onDay(verge, dueOn);
    await files(verge, id);
    await files(verge, id, { ground: 'R4', author: 'The director', dated: '2027-03-01' });
    await onDay(verge, nextDay(dueOn));
    expect(await refusalOf(files(verge, id))).to.include({ status: 409 });
    await decides(verge, id, 'no');
    expect(await stored(verge, id)).to.include({ state: 'filed' });
    await decides(verge, id, 'no');
    const turnedBackOn = nextDay(dueOn);
    await onDay(verge, nextDay(turnedBackOn));
    // Councillors have their days from when it was turned back: nobody could have called it in before.
    expect(await stored(verge, id)).to.include({ state: 'granted', grantKind: 'by_default', decidedOn: turnedBackOn });
  });

  it('takes no ground after the day on which silence has granted', async () => {
    const id = await proposalIn(verge, 'window');
    const { dueOn } = await stored(verge, id);
    verge.clock.goTo(`${nextDay(found(dueOn))}T00:30:00Z`);
    expect(await refusalOf(files(verge, id))).to.include({ status: 409 });
    expect(await groundsOf(verge, id)).to.deep.equal([]);
  });

  it('goes to the monitoring officer when the decision officer is silent, and stands when both are', async () => {
    const id = await proposalIn(verge, 'window');
    await files(verge, id);
    await onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
    expect(await stored(verge, id)).to.include({ state: 'filed_late' });
    expect(await refusalOf(decides(verge, id, 'no'))).to.include({ status: 409 });
    expect(await mailsTo(verge, verge.monitor.email ?? '')).to.include('proposal_filing_late_monitoring_officers');
    await onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
    expect(await stored(verge, id)).to.include({ state: 'refused' });
    expect((await groundsOf(verge, id)).map(({ state }) => state)).to.deep.equal(['stood']);
    // The review is late, and so is what comes from outside: the refusal stands.
    await verge.services.decisions.reviewing.askReview(verge.lead, id, { seen: 'refused', reason: 'Nobody looked.' });
    await onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
    expect(await stored(verge, id)).to.include({ state: 'external_review' });
    await onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
    expect(await stored(verge, id)).to.include({ state: 'refused_for_good' });
  });

  it('reviews a refusal once, by people who had no part in it', async () => {
    const { decisions } = verge.services;
    const id = await proposalIn(verge, 'window');
    await files(verge, id);
    const both = await aPerson(verge.services, 'both@example.org', [
      ['decision_officer', 'area', verge.town.area.id],
      ['review_panel', 'area', verge.town.area.id],
    ]);
    await decides(verge, id, 'yes', both);
    expect(await stored(verge, id)).to.include({ state: 'refused' });
    await decisions.reviewing.askReview(verge.lead, id, { seen: 'refused', reason: 'The deed was lifted.' });
    const reviewed = { ...A_RECORD, seen: 'in_review', grants: 'yes', reviewer: '' } as const;
    expect(await refusalOf(decisions.reviewing.review(both, id, reviewed))).to.include({ status: 403 });
    await decisions.reviewing.review(verge.reviewer, id, reviewed);
    expect(await stored(verge, id)).to.include({
      state: 'granted',
      grantKind: 'by_review',
      grantedUntil: '2028-04-30',
    });
    expect(await refusalOf(decisions.reviewing.review(verge.reviewer, id, reviewed))).to.include({ status: 409 });
  });

  it('is called in by two councillors, and stands when nobody hears it', async () => {
    const { decisions } = verge.services;
    const [first, second] = verge.councillors;
    const id = await proposalIn(verge, 'received');
    await decisions.owner.agree(verge.owner, id, { seen: 'received' });
    const reason = { seen: 'granted', reason: 'The sightline.' } as const;
    await decisions.callingIn.callIn(first, id, reason);
    await decisions.callingIn.callIn(first, id, reason);
    expect(await stored(verge, id)).to.include({ state: 'granted' });
    expect(await mailsTo(verge, second.email ?? '')).to.include('call_in_asked_councillors');
    await decisions.callingIn.callIn(second, id, reason);
    expect(await stored(verge, id)).to.include({ state: 'called_in' });
    await onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
    expect(await stored(verge, id)).to.include({ state: 'granted_for_good', grantKind: 'by_owner' });
  });

  it('falls after a hearing on one of R1 to R9 only, and can be reviewed then', async () => {
    const { decisions } = verge.services;
    const id = await proposalIn(verge, 'received');
    await decisions.owner.agree(verge.owner, id, { seen: 'received' });
    for (const one of verge.councillors)
      await decisions.callingIn.callIn(one, id, { seen: 'granted', reason: 'The sightline.' });
    const heard = { ...A_RECORD, seen: 'called_in', stands: 'no', ground: undefined } as const;
    expect(await refusalOf(decisions.callingIn.hear(verge.chair, id, heard))).to.deep.include({
      status: 400,
      fields: ['ground'],
    });
    await decisions.callingIn.hear(verge.chair, id, { ...heard, ground: 'R3' });
    const refused = await stored(verge, id);
    expect(refused).to.include({ state: 'refused', grantKind: null, grantedFrom: null });
    expect(refused.reasons).to.match(/^R3/);
  });

  it('signs a grant with its equality record: the decision officer at once, the monitoring officer from day six', async () => {
    const { decisions, db } = verge.services;
    const id = await proposalIn(verge, 'received');
    await decisions.owner.agree(verge.owner, id, { seen: 'received' });
    const signed = async (who = verge.monitor) =>
      decisions.signing.sign(who, id, { ...A_SIGNING, ...(await seenIn(id)) });
    expect(await refusalOf(signed())).to.include({ status: 409 });
    await onDay(verge, '2027-03-09');
    await signed();
    expect(await refusalOf(signed(verge.decider))).to.include({ status: 409 });
    const {
      decisions: [record],
    } = await decisions.pages.told(id);
    expect(record).to.include({ signedAs: 'monitoring_officer', equalityConsidered: A_SIGNING.equality_considered });
    const correction = { decision: found(record).id, words: '1.8 metres, not 1.5.', substance: 'no' } as const;
    const submission = '8a1f0c52-13a8-4e1c-9c6e-1f0a5d3b7c11';
    await decisions.signing.correct(verge.decider, id, { ...correction, submission });
    await decisions.signing.correct(verge.decider, id, { ...correction, submission });
    const told = await decisions.pages.told(id);
    expect(told.decisions[0]).to.deep.include({ equalityConsidered: 'Beds leave 1.5 metres.' });
    expect(told.decisions[0]?.corrections.map(({ words }) => words)).to.deep.equal(['1.8 metres, not 1.5.']);
    expect(await db('facts').where({ subject_id: id, kind: 'decision_corrected' })).to.have.length(1);
  });

  it('lets the time for a review begin anew where a correction changes what was decided', async () => {
    const id = await proposalIn(verge, 'window');
    await files(verge, id);
    await decides(verge, id, 'yes');
    const before = found((await stored(verge, id)).dueOn);
    await onDay(verge, before);
    const [record] = (await verge.services.decisions.pages.told(id)).decisions;
    await verge.services.decisions.signing.correct(verge.decider, id, {
      decision: found(record).id,
      words: 'The covenant is of 1932.',
      substance: 'yes',
      submission: undefined,
    });
    expect(found((await stored(verge, id)).dueOn) > before).to.equal(true);
  });

  it('extends the time once, and only where that moves the day', async () => {
    const { decisions } = verge.services;
    const id = await proposalIn(verge, 'window');
    const { dueOn } = await stored(verge, id);
    const more = { seen: 'window', reason: 'The cabinet meets in May.' } as const;
    expect(await refusalOf(decisions.owner.extend(verge.owner, id, { ...more, days: 31 }))).to.include({ status: 400 });
    await decisions.owner.extend(verge.owner, id, { ...more, days: 30 });
    const extended = await stored(verge, id);
    expect(extended).to.include({ dueOn: '2027-05-27', extensionDays: 30 });
    expect(found(extended.dueOn) > found(dueOn)).to.equal(true);
    expect(await refusalOf(decisions.owner.extend(verge.broker, id, { ...more, days: 30 }))).to.include({
      status: 409,
    });
  });

  it('takes the same ground once, and keeps one paper of it', async () => {
    const { filing } = verge.services.decisions;
    const id = await proposalIn(verge, 'window');
    const twice = aFiling({ submission: '8a1f0c52-13a8-4e1c-9c6e-1f0a5d3b7c22' });
    await filing.file(verge.owner, id, twice, aPaper());
    await filing.file(verge.owner, id, twice, aPaper());
    expect(await groundsOf(verge, id)).to.have.length(1);
    expect(await refusalOf(filing.file(verge.owner, id, aFiling({ seen: 'window' }), aPaper()))).to.include({
      status: 409,
    });
    expect(await refusalOf(filing.file(verge.owner, id, aFiling({ seen: 'filed' }), undefined))).to.deep.include({
      fields: ['file'],
    });
    await verge.services.decisions.owner.takeBack(verge.owner, id, {
      seen: 'filed',
      ground: found((await groundsOf(verge, id))[0]).id,
    });
    expect(await stored(verge, id)).to.include({ state: 'window' });
  });

  async function passes(id: string): Promise<void> {
    const { commentsUntil } = await stored(verge, id);
    await onDay(verge, nextDay(found(commentsUntil)));
    const { scored, resultPublished } = await import('../proposals/a-proposal.ts');
    await scored(verge, id);
    await resultPublished(verge, id);
  }
});
