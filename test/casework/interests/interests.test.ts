import { expect } from 'chai';
import { registerForSchema } from '../../../src/casework/interests/interest-contract.ts';
import { viewingsOn } from '../../../src/casework/interests/viewing-store.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { refusalOf } from '../decisions/a-decision.ts';
import {
  answered,
  MEETING,
  offered,
  onDay,
  registered,
  someBaths,
  stored,
  timesOf,
  type Baths,
} from './an-interest.ts';

eachDatabase('An interest in a closed building', (open) => {
  let baths: Baths;
  beforeEach(async () => (baths = await someBaths(await open())));
  afterEach(async () => {
    expect(baths.services.errors).to.deep.equal([]);
    await baths.services.stop();
  });
  const take = (who: Baths['asker'], id: string, viewing: string, people = 1): Promise<void> =>
    baths.services.interests.own.take(who, id, { viewing, people });

  it('needs no group, and goes its days: answered, seen, and what was seen shows an answer of a proposal', async () => {
    const { services, asker, lead, groupId, baths: place } = baths;
    const { own, pages } = services.interests;
    const first = await registered(baths);
    expect(first).to.include({ state: 'asked', dueOn: '2026-09-08', groupId: null });
    expect((await registered(baths)).id, 'twice is once').to.equal(first.id);
    const { id } = first;
    expect(await answered(baths, id)).to.include({ state: 'answered', dueOn: '2026-09-22' });
    const time = await offered(baths, id);
    expect(await stored(baths, id)).to.include({ state: 'viewing', dueOn: '2026-09-25' });
    expect((await refusalOf(own.note(asker, id, 'A fine hall.'))).status).to.equal(409);
    await take(asker, id, time.id, 2);
    const shown = await pages.page(id, asker, () => false);
    expect(shown.mine).to.include({ meeting: MEETING, people: 2 });
    expect(await pages.calendar(id))
      .to.match(/DTSTART;TZID=Europe\/London:20260924T170000/)
      .and.include('Bath Street 7');
    await onDay(baths, '2026-09-24');
    await own.note(asker, id, 'Two dry halls, a broken window in the small one.');
    await onDay(baths, '2026-09-26');
    expect(await stored(baths, id)).to.include({ state: 'seen', stateOn: '2026-09-25' });
    const asLead = { ...asker, rights: lead.rights };
    const { id: proposal, testId } = await services.proposals.writing.begin(asLead, {
      asset: place.id,
      group: groupId,
    });
    await own.useNote(asLead, id, { test: testId, criterion: 'USE' });
    await own.useNote(asLead, id, { test: testId, criterion: 'USE' });
    const { evidence } = await services.caseTests.drafted(services.db, testId);
    expect(evidence.map(({ criterion, words }) => [criterion, words])).to.deep.equal([
      [
        'USE',
        `Seen at a viewing on Thursday 24 September 2026 (${first.number}): Two dry halls, a broken window in the small one.`,
      ],
    ]);
    expect((await services.proposals.pages.draft(proposal, false)).questions.evidence).to.have.length(1);
    // Nobody shows it in the proposal of others.
    expect((await refusalOf(own.useNote(baths.other, id, { test: testId, criterion: 'BEN' }))).status).to.equal(404);
  });

  it('goes on where the owner is silent: others are asked, the register answers, and it can be asked for unseen', async () => {
    const { id } = await registered(baths);
    await onDay(baths, '2026-09-09');
    expect(await stored(baths, id)).to.include({ state: 'chased', stateOn: '2026-09-08', dueOn: '2026-09-15' });
    // The clock stands for three weeks, and its days stay what they were.
    await onDay(baths, '2026-10-09');
    expect(await stored(baths, id)).to.include({
      state: 'viewing_chased',
      stateOn: '2026-10-06',
      byRegister: true,
      hazards:
        'Nothing is noted. That does not mean that nothing is dangerous: do not go in without somebody who knows the place.',
    });
    await onDay(baths, '2026-10-14');
    expect(await stored(baths, id)).to.include({ state: 'unseen', stateOn: '2026-10-13' });
    // Better late than never.
    await offered(baths, id, { day: '2026-10-20' });
    expect(await stored(baths, id)).to.include({ state: 'viewing', dueOn: '2026-10-21' });
    await onDay(baths, '2026-10-22');
    expect(await stored(baths, id)).to.include({ state: 'closed', dueOn: null, endedOn: '2026-10-21' });
    expect(await baths.services.interests.runDue()).to.equal(0);
  });

  it('never gives out more places than there are, also at one moment', async () => {
    const { asker, other, neighbour } = baths;
    const ids: string[] = [];
    for (const who of [asker, other, neighbour]) {
      const { id } = await registered(baths, who);
      await answered(baths, id);
      ids.push(id);
    }
    const [one = '', two = '', three = ''] = ids;
    const time = await offered(baths, one);
    const later = await offered(baths, one, { day: '2026-09-29' });
    const results = await Promise.allSettled([
      take(asker, one, time.id, 2),
      take(other, two, time.id, 2),
      take(neighbour, three, time.id, 2),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    const people = async (viewing: string): Promise<number> =>
      (await viewingsOn(baths.services.db).placesOf([viewing])).reduce((all, place) => all + place.people, 0);
    expect(await people(time.id)).to.equal(2);
    // Whoever takes another time gives the first one back.
    const [held] = await viewingsOn(baths.services.db).placesOf([time.id]);
    const holder = [asker, other, neighbour][ids.indexOf(held?.interestId ?? '')] ?? asker;
    await take(holder, found(held).interestId, later.id, 1);
    expect([await people(time.id), await people(later.id)]).to.deep.equal([0, 1]);
    expect((await refusalOf(take(holder, found(held).interestId, time.id, 9))).status).to.equal(409);
  });

  it('keeps who has another place in the way, and sends the others back to wait, when a time is cancelled', async () => {
    const { services, asker, other, owner } = baths;
    const { id } = await registered(baths);
    await answered(baths, id);
    const time = await offered(baths, id);
    const { id: second } = await registered(baths, other);
    await answered(baths, second);
    await take(asker, id, time.id);
    await take(other, second, time.id);
    const next = await offered(baths, id, { day: '2026-09-30' });
    await services.interests.viewings.cancel(owner, time.id, 'The lock is broken.');
    for (const one of [id, second])
      expect(await stored(baths, one)).to.include({ state: 'viewing', dueOn: '2026-10-01' });
    await take(asker, id, next.id);
    await services.interests.viewings.cancel(owner, next.id, 'The lock is still broken.');
    for (const one of [id, second])
      expect(await stored(baths, one)).to.include({ state: 'answered', dueOn: '2026-09-22' });
    const cancelled = (await services.mails.latest(50)).filter(({ kind }) => kind === 'viewing_cancelled');
    expect(cancelled.map(({ calendar }) => /METHOD:(\w+)/.exec(calendar ?? '')?.[1])).to.deep.equal(
      cancelled.map(() => 'CANCEL'),
    );
    expect(cancelled).to.have.length(3);
  });

  it('counts from the day on which somebody rang, once, and tells whoever has no e-mail by letter', async () => {
    const { services, broker, town } = baths;
    const { registerFor } = services.interests.registering;
    const given = registerForSchema.parse({
      asset: baths.baths.id,
      idea: 'A place for our choir.',
      channel: 'phone',
      received_on: '2026-08-28',
      read_back: 'aloud',
      consent: 'yes',
      person_name: 'Ada',
      person_telephone: '01632 960001',
      submission: services.newId(),
    });
    const late = registerFor(broker, town.area.id, { ...given, received_on: '2026-07-01' });
    expect(await refusalOf(late)).to.deep.include({ status: 400, fields: ['received_on'] });
    const one = await registerFor(broker, town.area.id, given);
    // Monday 31 August is a holiday.
    expect(one).to.include({ receivedOn: '2026-08-28', dueOn: '2026-09-07', channel: 'phone', state: 'asked' });
    expect((await registerFor(broker, town.area.id, given)).id).to.equal(one.id);
    await answered(baths, one.id);
    const time = await offered(baths, one.id);
    await services.interests.own.take(broker, one.id, { viewing: time.id, people: 1 });
    const letters = await services.db('letters').where({ person_id: one.personId }).orderBy('created_at').pluck('kind');
    expect(letters).to.have.members([
      'interest_registered_asker',
      'interest_answered_asker',
      'interest_times_offered_asker',
      'viewing_place_taken',
    ]);
  });

  it('is forgotten in time: who it was, where they came and how the door opens', async () => {
    const { services, asker } = baths;
    const { id } = await registered(baths);
    await answered(baths, id);
    const time = await offered(baths, id);
    await take(asker, id, time.id);
    await onDay(baths, '2026-09-26');
    await services.interests.own.finish(asker, id, 'seen');
    await onDay(baths, '2026-10-23');
    await services.retention.apply();
    expect(found((await timesOf(baths))[0]).meeting).to.equal(MEETING);
    await onDay(baths, '2026-10-26');
    expect(await services.retention.apply()).to.deep.include({ viewings: 1 });
    expect(found((await timesOf(baths))[0])).to.include({ meeting: '', keyNote: '' });
    await onDay(baths, '2027-09-28');
    expect(await services.retention.apply()).to.deep.include({ interests: 1 });
    expect(await stored(baths, id)).to.include({ personId: null, idea: '', note: '', groupName: '', state: 'closed' });
  });
});
