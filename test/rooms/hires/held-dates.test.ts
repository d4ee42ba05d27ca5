import { expect } from 'chai';
import type { DatedBooking } from '../../../src/rooms/bookings/booking-contract.ts';
import { aPaper, wordsOf } from '../../groups/groups/a-group.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { adoptTerms, aRoom } from '../bookings/a-room.ts';
import { aScene, booked, comesIn, type Scene } from './a-hire.ts';

const COVERED = { available: true as const, cost: { kind: 'free' as const }, exclusions: null };

eachDatabase('A date without a paper that it needs', (open) => {
  let url: string;
  let server: TestServer;
  let town: Town;
  before(async () => {
    url = await open();
    server = await aServer(url);
    town = await aTown(server);
    await adoptTerms(server, town, { dates_a_week: 50 });
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  /** The Tuesdays of March, the first in six days, in a room without cover for hirers. */
  async function uninsured(): Promise<{ scene: Scene; made: DatedBooking }> {
    const scene = await aScene(server, town, { hirersLiability: null });
    return { scene, made: await booked(server, scene) };
  }
  async function at<T>(instant: string, work: (then: TestServer) => Promise<T>): Promise<T> {
    const then = await aServer(url, { now: instant });
    try {
      return await work(then);
    } finally {
      expect(then.errors).to.deep.equal([]);
      await then.stop();
    }
  }
  const runAt = (instant: string): Promise<unknown> => at(instant, ({ hires }) => hires.runDue());
  const told = async (kind: string, to: string, { booking }: DatedBooking): Promise<string[]> =>
    (await server.mails.latest(500))
      .filter((mail) => mail.kind === kind && mail.to === to && mail.text.includes(booking.id))
      .map(({ subject, text }) => `${subject}\n${text}`)
      .toReversed();
  const heldDates = async ({ booking }: DatedBooking): Promise<string[]> =>
    server
      .db('held_dates')
      .join('occurrences', 'occurrences.id', 'held_dates.occurrence_id')
      .where('held_dates.booking_id', booking.id)
      .orderBy('date')
      .pluck('date');

  it('is held back, and group and owner are told seven days and two days before, once each', async () => {
    const { scene, made } = await uninsured();
    for (const instant of ['2027-03-03T10:00:00Z', '2027-03-03T10:01:00Z', '2027-03-06T10:00:00Z'])
      await runAt(instant);
    expect(await heldDates(made)).to.deep.equal(['2027-03-09']);
    for (const to of [scene.lead.email, scene.owner.email])
      expect(await told('date_held_back', to, made), to).to.have.length(1);
    for (const instant of ['2027-03-07T08:00:00Z', '2027-03-08T08:00:00Z']) await runAt(instant);
    const [toGroup, toOwner] = [
      await told('date_held_back', scene.lead.email, made),
      await told('date_held_back', scene.owner.email, made),
    ];
    expect([toGroup.length, toOwner.length]).to.deep.equal([2, 2]);
    expect(toGroup[1]).to.include('Tuesday 9 March 2027: without proof of insurance you cannot be let in.');
    expect(toOwner[1])
      .to.include('Do not let Tuesday friends into Group room, Library yet, for want of proof of insurance')
      .and.not.include('Stroke club');
  });

  it('says so tonight, in the calendar, on the booking and to the owner: one truth, and nobody is counted as missing', async () => {
    const { scene, made } = await uninsured();
    await runAt('2027-03-08T08:00:00Z');
    await at('2027-03-09T18:30:00Z', async (then) => {
      const owner = await comesIn(then, scene.owner.email);
      const lead = await comesIn(then, scene.lead.email);
      const tonight = await wordsOf(owner.get(`/tonight?building=${scene.assetId}`));
      expect(tonight)
        .to.include('No insurance: do not let in')
        .and.include('Not shown round yet')
        .and.not.include('They came')
        .and.not.include('Nobody came')
        .and.not.include('Open by');
      const first = made.occurrences[0]?.id ?? '';
      const refused = await owner.post(`/tonight/dates/${first}/nobody`, { building: scene.assetId });
      expect([refused.status, await wordsOf(refused)].join(' ')).to.match(/^409.*this date is held back/s);
      for (const view of ['week', 'month'])
        expect(
          await wordsOf(owner.get(`/desk/buildings/${scene.assetId}/calendar?day=2027-03-09&view=${view}`)),
        ).to.include('No insurance: do not let in');
      for (const [who, page] of [
        [lead, ''],
        [lead, '/course'],
        [owner, ''],
        [owner, '/course'],
      ] as const)
        expect(await wordsOf(who.get(`/bookings/${made.booking.id}${page}`)), page)
          .to.include('add proof of insurance: without it the room stays shut to the group, by Tuesday 9 March 2027.')
          .and.include('meet and be shown round: alarm, exits, accident book, by Tuesday 9 March 2027.')
          .and.not.include('Nobody has to do anything');
      expect(await wordsOf(owner.get(`/owners/${town.owner.id}`))).to.include(
        'The group’s turn: add proof of insurance',
      );
      expect(await wordsOf(lead.get(`/groups/${scene.groupId}`)))
        .to.include('Group room, Library. Your group’s turn: add proof of insurance')
        .and.not.include('Nothing is missing');
    });
    // When it is over too: nobody was let in, so nobody can have been missing.
    await at('2027-03-09T22:00:00Z', async (then) => {
      const owner = await comesIn(then, scene.owner.email);
      expect(await wordsOf(owner.get(`/tonight?building=${scene.assetId}`)))
        .to.include('No insurance: do not let in')
        .and.not.include('Nobody came');
      const first = made.occurrences[0]?.id ?? '';
      const refused = await owner.post(`/tonight/dates/${first}/nobody`, { building: scene.assetId });
      expect(refused.status).to.equal(409);
    });
    const states = await server.db('occurrences').where({ booking_id: made.booking.id }).distinct('state', 'charged');
    expect(states.map(({ state, charged }) => [state, Boolean(charged)])).to.deep.equal([['planned', false]]);
  });

  it('is open again, and both are told, as soon as the paper is accepted; not when it is only sent', async () => {
    const { scene, made } = await uninsured();
    await runAt('2027-03-08T08:00:00Z');
    await at('2027-03-09T17:00:00Z', async (then) => {
      const [lead, broker] = [await comesIn(then, scene.lead.email), await comesIn(then, scene.broker.email)];
      const paper = await aPaper(lead, scene.groupId);
      await then.hires.runDue();
      expect(await heldDates(made)).to.deep.equal(['2027-03-09', '2027-03-16']);
      await broker.post(`/groups/${scene.groupId}/documents/${paper}/check`, { outcome: 'accepted' });
      await then.hires.runDue();
      await then.hires.runDue();
      expect(await heldDates(made)).to.deep.equal([]);
      for (const to of [scene.lead.email, scene.owner.email])
        expect(await told('date_freed', to, made), to).to.have.length(1);
      const owner = await comesIn(then, scene.owner.email);
      expect(await wordsOf(owner.get(`/tonight?building=${scene.assetId}`)))
        .to.include('Not shown round yet')
        .and.not.include('do not let in');
    });
  });

  it('is held back from the day on which a paper runs out in the middle of a series', async () => {
    const { scene, made } = await uninsured();
    const paper = await aPaper(scene.lead, scene.groupId, { expires_on: '2027-03-20' });
    await scene.broker.post(`/groups/${scene.groupId}/documents/${paper}/check`, { outcome: 'accepted' });
    await runAt('2027-03-15T08:00:00Z');
    expect(await heldDates(made)).to.deep.equal([]);
    await runAt('2027-03-16T08:00:00Z');
    expect(await heldDates(made)).to.deep.equal(['2027-03-23']);
  });

  it('tells nobody of dates that are past, however long the server stood still', async () => {
    const { scene, made } = await uninsured();
    await runAt('2027-04-20T08:00:00Z');
    for (const to of [scene.lead.email, scene.owner.email])
      expect(await told('date_held_back', to, made), to).to.deep.equal([]);
  });

  it('goes by the days that the area has adopted', async () => {
    const scene = await aScene(server, town, { hirersLiability: null });
    await adoptTerms(server, town, { dates_a_week: 50, paper_reminder_days: 3, paper_last_reminder_days: 1 });
    const made = await booked(server, scene);
    await server.db('room_terms').where('terms', 'like', '%"paper_reminder_days":3%').delete();
    await runAt('2027-03-05T08:00:00Z');
    expect(await heldDates(made)).to.deep.equal([]);
    await runAt('2027-03-06T08:00:00Z');
    expect(await heldDates(made)).to.deep.equal(['2027-03-09']);
  });

  it('needs nobody to be shown round again who was shown round that building within the year', async () => {
    const scene = await aScene(server, town);
    const other = await aRoom(server, town, { assetId: scene.assetId, name: 'Plover room', hirersLiability: COVERED });
    const [first, second] = [await booked(server, scene), await booked(server, { ...scene, roomId: other.id })];
    const lines = async (): Promise<string[]> =>
      (await server.hires.dueForKeepers({ assetIds: [scene.assetId] })).map(({ step, room }) => `${step.kind} ${room}`);
    expect(await lines(), 'once for both rooms').to.deep.equal(['induction Group room, Library']);
    await scene.owner.post(`/bookings/${first.booking.id}/induction`, {
      on: '2027-03-03',
      signed_by: 'Gita',
      shown_by: 'Carl',
    });
    expect(await lines()).to.deep.equal([]);
    expect(await wordsOf(scene.lead.get(`/bookings/${second.booking.id}/course`))).to.not.include('Still needed');
    await runAt('2027-03-09T08:00:00Z');
    expect((await server.db('bookings').where({ id: second.booking.id }).first('state')).state).to.equal('active');
  });
});
