import { expect } from 'chai';
import ICAL from 'ical.js';
import { speakingKeeper } from '../../../src/casework/speaking/speaking-keeper.ts';
import type { SpeakingFor } from '../../../src/casework/speaking/speaking-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { refusalOf } from '../decisions/a-decision.ts';
import { called, hearingOf, held, scoredBuilding } from '../hearings/a-hearing.ts';
import { aVerge, mailsTo, onDay, type Verge } from '../proposals/a-proposal.ts';
import { aSpeech, keyMailedTo, registered, storedSpeaker } from './a-speaker.ts';

eachDatabase('Speaking at a hearing', (open) => {
  let verge: Verge;
  let id: string;
  beforeEach(async () => {
    verge = await aVerge(await open(), { day: '2026-09-07' });
    id = await scoredBuilding(verge);
  });
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });
  const speaking = () => verge.services.speaking;
  const later = (ms: number): void => verge.clock.goTo(verge.clock.now().getTime() + ms);
  /** The calendar file in the newest mail of a kind to an address: its method, and what it says of the one event. */
  async function eventMailed(to: string, kind: string) {
    const mail = found((await verge.services.mails.latest(500)).find((one) => one.to === to && one.kind === kind));
    const file = new ICAL.Component(ICAL.parse(found(mail.calendar)) as [string, unknown[], unknown[]]);
    const event = found(file.getFirstSubcomponent('vevent'));
    const says = (name: string) => String(event.getFirstPropertyValue(name));
    return {
      method: String(file.getFirstPropertyValue('method')),
      uid: says('uid'),
      status: says('status'),
      sequence: says('sequence'),
      begins: says('dtstart'),
    };
  }

  it('counts once it is confirmed by its button, and all who registered are told of whatever becomes of the hearing', async () => {
    const { registering } = speaking();
    expect((await refusalOf(registering.register(null, id, aSpeech(), '192.0.2.1'))).status).to.equal(409);
    await onDay(verge, '2026-10-12');
    await called(verge, id, { day: '2026-11-05' });
    const speech = aSpeech();
    const first = await registering.register(null, id, speech, '192.0.2.1');
    expect(await registering.register(null, id, speech, '192.0.2.1')).to.deep.include({
      id: first.id,
      state: 'unconfirmed',
    });
    expect((await speaking().floors.shown(id)).speakers).to.deep.equal([]);
    await registering.confirm(await keyMailedTo(verge, 'nadia@example.org'));
    // Two who share an address are two.
    await registered(verge, id, { name: 'Ned Neverseen', side: 'against' });
    const before = await eventMailed('nadia@example.org', 'speaker_registered');
    expect(before).to.include({ method: 'PUBLISH', status: 'CONFIRMED', begins: '2026-11-05T18:30:00' });
    const { day, access, online } = await hearingOf(verge, id);
    await verge.services.hearings.move(verge.clerk, id, {
      ...{ day, begins: '19:00', venue: 'Corn exchange', access, online, seen: 'hearing_called' },
      reason: 'The boiler has failed.',
    });
    const told = (await mailsTo(verge, 'nadia@example.org')).filter((kind) => kind === 'hearing_moved_speakers');
    expect(told).to.have.length(2);
    const moved = await eventMailed('nadia@example.org', 'hearing_moved_speakers');
    expect(moved).to.include({ uid: before.uid, sequence: '1', begins: '2026-11-05T19:00:00' });
    expect(await eventMailed(found(verge.lead.email), 'proposal_hearing_moved_group')).to.deep.equal(moved);
    await verge.services.hearings.cancel(verge.clerk, id, { seen: 'hearing_called', reason: 'The room is flooded.' });
    expect(await eventMailed('nadia@example.org', 'hearing_cancelled_speakers')).to.include({
      ...{ method: 'CANCEL', uid: before.uid, status: 'CANCELLED' },
    });
    await called(verge, id, { day: '2026-11-06' });
    expect(await mailsTo(verge, 'nadia@example.org')).to.include('hearing_called_speakers');
    expect((await speaking().floors.shown(id)).speakers).to.have.length(2);
  });

  it('gives both sides the same time, by a clock that two tablets cannot move at once and that outlives its tablet', async () => {
    await onDay(verge, '2026-10-12');
    await called(verge, id);
    const supporter = await registered(verge, id);
    const objector = await registered(verge, id, {
      side: 'against',
      manner: 'statement',
      statement: 'Close at half past nine.',
    });
    const late = await registered(verge, id, { email: 'late@example.org' });
    const { floors } = speaking();
    const give = (speaker: string, version: number) => floors.give(verge.chair, id, { speaker, version });
    expect((await refusalOf(give(supporter.id, 0))).status).to.equal(409);
    await onDay(verge, '2026-11-05');
    const both = await Promise.allSettled([give(supporter.id, 0), give(objector.id, 0)]);
    expect(both.map(({ status }) => status).toSorted()).to.deep.equal(['fulfilled', 'rejected']);
    await floors.stop(verge.chair, id, await floors.clock(id));
    const { floors: again } = verge.services.speaking;
    await give(supporter.id, (await again.clock(id)).version);
    later(16 * 60_000);
    expect((await again.clock(id)).left).to.include({ for: 0 });
    await give(objector.id, (await again.clock(id)).version);
    later(60_000);
    const refused = await refusalOf(give(late.id, (await again.clock(id)).version));
    expect(refused.words).to.include('Give both sides more time');
    await floors.extend(verge.chair, id, { ...(await again.clock(id)), minutes: 5 });
    const { left } = await again.clock(id);
    expect(left.against).to.be.within(19 * 60 - 5, 19 * 60);
    await give(late.id, (await again.clock(id)).version);
    later(30_000);
    await floors.stop(verge.chair, id, await again.clock(id));
    expect((await storedSpeaker(verge, late.id)).seconds).to.be.within(29, 31);
    // It grew late: whoever speaks at midnight can still be stopped, and has spoken when the hearing is over.
    verge.clock.goTo('2026-11-05T23:59:50Z');
    await give(late.id, (await again.clock(id)).version);
    later(20_000);
    await floors.stop(verge.chair, id, await again.clock(id));
    await give(late.id, (await again.clock(id)).version);
    await held(verge, id, { spoke_for: undefined });
    expect((await storedSpeaker(verge, late.id)).seconds).to.be.within(49, 52);
    expect(await again.clock(id)).to.deep.include({ running: null, spoke: { for: 2, against: 1, other: 0 } });
  });

  it('is taken back by its link until one has spoken, is typed by officers for others, and goes with an account', async () => {
    await onDay(verge, '2026-10-12');
    await called(verge, id);
    const { registering, floors } = speaking();
    const one = await registered(verge, id);
    const key = await keyMailedTo(verge, 'nadia@example.org');
    await registering.withdraw(key);
    await registering.withdraw(key);
    expect((await floors.shown(id)).speakers).to.deep.equal([]);
    await registering.confirm(key);
    const typed: SpeakingFor = {
      ...aSpeech({ side: 'other', name: 'Olive Offline', email: undefined }),
      ...{
        address: '3 Mill Lane, ZZ1 1AA',
        channel: 'phone',
        received_on: '2026-10-12',
        read_back: 'aloud',
        consent: 'yes',
      },
    };
    const tomorrow = registering.registerFor(verge.clerk, id, { ...typed, received_on: '2026-10-13' });
    expect(await refusalOf(tomorrow)).to.deep.include({ status: 400, fields: ['received_on'] });
    // Whoever rang the week before comes before those who registered today; the same sending twice is once.
    await registering.registerFor(verge.clerk, id, { ...typed, received_on: '2026-10-06' });
    await registering.registerFor(verge.clerk, id, { ...typed, received_on: '2026-10-06' });
    expect((await floors.shown(id)).speakers.map(({ name }) => name)).to.deep.equal([
      'Olive Offline',
      'Nadia Neverseen',
    ]);
    const letters = await verge.services.db('letters').pluck('subject');
    expect(letters.map(String)).to.deep.equal(['You are registered to speak: Vacant building in Millfield']);
    await onDay(verge, '2026-11-05');
    await floors.give(verge.clerk, id, { speaker: one.id, version: 0 });
    expect((await refusalOf(registering.withdraw(key))).status).to.equal(409);
    const person = { id: verge.neighbour.personId, email: 'nadia@example.org' } as never;
    const [part] = (await speakingKeeper.partsFor?.(verge.services.db, person)) ?? [];
    expect(part?.entries).to.have.length(1);
    await verge.services.inOneTransaction(async (unit) => speakingKeeper.erase?.(unit, person));
    expect(await storedSpeaker(verge, one.id)).to.include({ name: '', email: null, needs: '', state: 'registered' });
  });
});
