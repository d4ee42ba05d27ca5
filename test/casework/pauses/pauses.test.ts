import { expect } from 'chai';
import { workedOut } from '../../../src/casework/clocks/clock-rules.ts';
import type { CasePause } from '../../../src/casework/pauses/pause-contract.ts';
import { pausesOn } from '../../../src/casework/pauses/pause-store.ts';
import { certificatesOn } from '../../../src/casework/decisions/certificate-store.ts';
import { warningsOn } from '../../../src/casework/decisions/warning-store.ts';
import { holidayService } from '../../../src/ground/areas/holiday-service.ts';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { decides, files, refusalOf } from '../decisions/a-decision.ts';
import { aPerson, aVerge, mailsTo, nextDay, onDay, proposalIn, stored, type Verge } from '../proposals/a-proposal.ts';

const REASON = 'The last day is before the first.';

eachDatabase('The clock of a case', (open) => {
  let verge: Verge;
  beforeEach(async () => (verge = await aVerge(await open())));
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });

  const given = async (id: string, reason = REASON) => ({ seen: (await stored(verge, id)).state, reason });
  const asks = async (id: string) => verge.services.pauses.askCorrection(verge.broker, id, await given(id));
  const last = async (id: string): Promise<CasePause> => found((await pausesOn(verge.services.db).of(id)).at(-1));
  const answers = async (id: string) =>
    verge.services.pauses.answer(verge.lead, id, { pause: (await last(id)).id, answer: 'It ends on 30 April 2028.' });
  const paused = async (id: string, kind: 'wish' | 'advert' | 'court', who: Who) =>
    verge.services.pauses.pause(who, id, kind, await given(id));
  const page = (id: string) => verge.services.proposals.pages.publicly(id);

  it('stands still until the group has corrected something, and goes on where it was', async () => {
    const id = await proposalIn(verge, 'received');
    expect(await stored(verge, id)).to.include({ dueOn: '2027-03-15' });
    await onDay(verge, '2027-03-03');
    await asks(id);
    // Day 1 was 2 March; 3 March and 19 working days more do not count, over Easter.
    expect(await stored(verge, id)).to.include({ pausedBy: 'correct', pausedUntil: '2027-04-01', dueOn: '2027-04-14' });
    const shown = await page(id);
    expect(shown.standing.steps.map(({ turn }) => turn)).to.deep.equal(['group', 'broker']);
    expect(shown.history.map(({ text }) => text).join()).to.include(
      'The day was Monday 15 March 2027. Now it is Wednesday 14 April 2027 at the latest.',
    );
    await onDay(verge, '2027-03-08');
    await answers(id);
    await answers(id);
    const after = await page(id);
    expect(after).to.include({ pausedBy: null, pausedUntil: null, dueOn: '2027-03-19' });
    expect(after.howDue?.days.filter(({ role }) => role === 'paused').map(({ day }) => day)).to.deep.equal(
      ['03', '04', '05', '06', '07', '08'].map((day) => `2027-03-${day}`),
    );
    expect(after.howDue?.days.find(({ role }) => role === 'paused')?.why).to.include('asked to correct');
    expect(after.pauses).to.have.length(1);
    for (const who of [verge.lead, verge.owner])
      expect(
        (await mailsTo(verge, who.email ?? '')).filter((kind) => kind.startsWith('correction')),
        who.email ?? '',
      )
        .to.have.length(2)
        .and.not.to.deep.equal([]);
  });

  it('stands still for the first request alone, and without an answer it goes on by itself on the day that was said', async () => {
    const id = await proposalIn(verge, 'received');
    await asks(id);
    expect((await refusalOf(asks(id))).status).to.equal(409);
    const { pausedUntil, dueOn } = await stored(verge, id);
    await onDay(verge, nextDay(found(pausedUntil)));
    expect(await stored(verge, id)).to.include({ pausedBy: null, dueOn, state: 'received' });
    expect(await last(id)).to.include({ ended: 'over', endedOn: pausedUntil });
    expect(await mailsTo(verge, verge.owner.email ?? '')).to.include('clock_resumed_owner');
    expect(await refusalOf(answers(id))).to.include({ status: 409 });
    await asks(id);
    expect(await stored(verge, id)).to.include({ pausedBy: null, dueOn });
    await answers(id);
    expect(await stored(verge, id)).to.include({ dueOn });
    await onDay(verge, nextDay(found(dueOn)));
    expect(await stored(verge, id)).to.include({ state: 'awaiting_sign', deemedComplete: true, completeOn: dueOn });
  });

  it('stands still at once on the last day, and moves comments, the scorers’ day and warnings with it', async () => {
    const id = await proposalIn(verge, 'commenting');
    const { commentsUntil } = await stored(verge, id);
    await onDay(verge, found(commentsUntil));
    await paused(id, 'advert', verge.broker);
    const moved = await stored(verge, id);
    expect([moved.state, moved.commentsUntil]).to.deep.equal(['commenting', moved.dueOn]);
    await verge.services.pauses.lift(verge.broker, id, { pause: (await last(id)).id }, ['advert']);
    expect(await stored(verge, id)).to.include({ commentsUntil: '2027-03-23', dueOn: '2027-03-23' });
    await onDay(verge, '2027-03-24');
    await asks(id);
    const scoring = await stored(verge, id);
    const test = await verge.services.caseTests.summaryOf(verge.services.db, { kind: 'proposal', id });
    expect([scoring.state, test?.dueOn]).to.deep.equal(['assessing', scoring.dueOn]);
  });

  it('is never stopped by an owner, nor by its own advert once it is the owner’s time', async () => {
    const id = await proposalIn(verge, 'window');
    for (const kind of ['wish', 'advert', 'court'] as const)
      expect(await refusalOf(paused(id, kind, verge.owner)), kind).to.include({ status: 409 });
    expect(await refusalOf(paused(id, 'advert', verge.broker))).to.include({ status: 409 });
    expect(await pausesOn(verge.services.db).of(id)).to.deep.equal([]);
  });

  it('lets silence grant later by just the days for which it stood still, and the certificate says so', async () => {
    const id = await proposalIn(verge, 'window');
    const { stateOn, dueOn } = await stored(verge, id);
    const warned = async () =>
      (await warningsOn(verge.services.db).of(id)).filter(({ state }) => state === 'planned').map((one) => one.dueOn);
    await onDay(verge, nextDay(stateOn));
    await paused(id, 'wish', verge.lead);
    await onDay(verge, nextDay(nextDay(stateOn)));
    const during = await stored(verge, id);
    expect(new Set(await warned())).to.deep.equal(new Set([during.dueOn]));
    await verge.services.pauses.lift(verge.lead, id, { pause: (await last(id)).id }, ['wish']);
    const { dueOn: due, completeOn } = await stored(verge, id);
    const pauses = [{ begins: stateOn, last: nextDay(nextDay(stateOn)), why: 'wish' }];
    const daysOff = await verge.services.areas.bankHolidays(verge.town.area.id);
    const byHand = workedOut({ from: found(completeOn), count: 30, unit: 'working_days', pauses }, daysOff);
    expect([due, found(due) > found(dueOn)]).to.deep.equal([byHand?.due, true]);
    expect(new Set(await warned())).to.deep.equal(new Set([due]));
    await onDay(verge, nextDay(found(due)));
    expect(await stored(verge, id)).to.include({ state: 'granted', grantKind: 'by_default', decidedOn: due });
    const certificate = await certificatesOn(verge.services.db).ofProposal(id);
    expect(certificate?.facts.pauses).to.deep.equal([
      { what: 'The group’s own wish', from: nextDay(stateOn), until: nextDay(nextDay(stateOn)), why: REASON },
    ]);
  });

  it('stands still for a court as long as somebody looks every month, and for all pauses together sixty working days', async () => {
    const id = await proposalIn(verge, 'window');
    const began = (await stored(verge, id)).stateOn;
    await paused(id, 'court', verge.monitor);
    const stands = async () => verge.services.pauses.courtStands(verge.decider, id, { pause: (await last(id)).id });
    let until = found((await stored(verge, id)).pausedUntil);
    for (let look = 0; look < 2; look++) {
      await onDay(verge, until);
      await stands();
      until = found((await stored(verge, id)).pausedUntil);
    }
    const daysOff = await verge.services.areas.bankHolidays(verge.town.area.id);
    const counted = workedOut({ from: began, count: 59, unit: 'working_days', pauses: [] }, daysOff);
    expect(until).to.equal(counted?.due);
    await onDay(verge, until);
    expect(await refusalOf(stands())).to.include({ status: 409 });
    await onDay(verge, nextDay(until));
    expect(await stored(verge, id)).to.include({ state: 'window', pausedBy: null });
    expect(await refusalOf(paused(id, 'wish', verge.lead))).to.include({ status: 409 });
    await onDay(verge, '2027-12-01');
    await onDay(verge, '2028-01-03');
    expect(await stored(verge, id)).to.include({ state: 'granted_for_good', grantKind: 'by_default' });
  });

  it('goes on when nobody looks after the court’s order, and ends with a case that goes elsewhere', async () => {
    const id = await proposalIn(verge, 'window');
    await paused(id, 'court', verge.monitor);
    await onDay(verge, '2027-05-10');
    expect(await stored(verge, id)).to.include({ state: 'window', pausedBy: null });
    await paused(id, 'wish', verge.lead);
    await verge.services.proposals.own.withdraw(verge.lead, id, { seen: 'window', reason: '' });
    expect(await stored(verge, id)).to.include({ state: 'withdrawn', pausedBy: null, dueOn: null });
    expect(await last(id)).to.include({ ended: 'moved_on' });
  });

  it('moves with a holiday that is added while it stands still, and tells of both', async () => {
    const id = await proposalIn(verge, 'received');
    await asks(id);
    const { dueOn, pausedUntil } = await stored(verge, id);
    const { services, town, clock } = verge;
    const days = [...(await services.areas.bankHolidays(town.area.id)), '2027-03-10'];
    await holidayService({ clock: clock.now, inOneTransaction: services.inOneTransaction }).take([
      { calendar: 'england-and-wales', days, years: ['2027'] },
    ]);
    expect(await stored(verge, id)).to.include({
      pausedUntil: nextDay(found(pausedUntil)),
      dueOn: nextDay(found(dueOn)),
    });
    expect(await last(id)).to.include({ until: nextDay(found(pausedUntil)) });
  });

  describe('An emergency stop', () => {
    const stop = async (id: string, who: Who) =>
      verge.services.pauses.stop.ask(who, id, { ...(await given(id, 'A gas pipe lies open.')), code: 'danger' });
    const agrees = async (id: string, who: Who) =>
      verge.services.pauses.stop.confirm(who, id, { pause: (await last(id)).id });

    it('takes two persons of the two offices, in either order, and tells everybody', async () => {
      const id = await proposalIn(verge, 'window');
      const { dueOn } = await stored(verge, id);
      await stop(id, verge.monitor);
      expect(await stored(verge, id)).to.include({ pausedBy: null, dueOn });
      expect((await page(id)).pauses).to.deep.equal([]);
      const both = await aPerson(verge.services, 'both@example.org', [
        ['monitoring_officer', 'area', verge.town.area.id],
      ]);
      expect(await refusalOf(agrees(id, verge.monitor))).to.include({ status: 403 });
      expect(await refusalOf(agrees(id, both))).to.include({ status: 403 });
      expect(await refusalOf(stop(id, verge.decider))).to.include({ status: 409 });
      await agrees(id, verge.decider);
      const stopped = await stored(verge, id);
      expect(stopped).to.include({ pausedBy: 'emergency' });
      expect(found(stopped.dueOn) > found(dueOn)).to.equal(true);
      for (const who of [verge.lead, verge.owner, verge.broker, verge.councillors[0], verge.decider, verge.monitor])
        expect((await mailsTo(verge, who.email ?? '')).join(), who.email ?? '').to.include('emergency_stopped');
      expect((await page(id)).history[0]?.text).to.include('A gas pipe lies open.');
      expect(await refusalOf(verge.services.decisions.owner.agree(verge.owner, id, { seen: 'window' }))).to.include({
        status: 409,
      });
    });

    it('falls by itself after ten working days, once, and nobody’s silence stops the case', async () => {
      const id = await proposalIn(verge, 'window');
      await stop(id, verge.decider);
      await agrees(id, verge.monitor);
      const { pausedUntil, dueOn } = await stored(verge, id);
      await onDay(verge, nextDay(found(pausedUntil)));
      expect(await stored(verge, id)).to.include({ state: 'window', pausedBy: null, dueOn });
      expect(await mailsTo(verge, verge.lead.email ?? '')).to.include('emergency_ended_group');
      expect(await refusalOf(stop(id, verge.decider))).to.include({ status: 409 });
      await onDay(verge, nextDay(found(dueOn)));
      expect(await stored(verge, id)).to.include({ state: 'granted', decidedOn: dueOn });
    });

    it('ends when the owner shows the ground in its own time', async () => {
      const id = await proposalIn(verge, 'window');
      await stop(id, verge.decider);
      await agrees(id, verge.monitor);
      await files(verge, id, { ground: 'R3', author: 'A gas engineer', dated: '2027-03-01' });
      expect(await stored(verge, id)).to.include({ state: 'filed', pausedBy: null });
      await decides(verge, id, 'yes');
      expect(await stored(verge, id)).to.include({ state: 'refused' });
    });
  });
});
