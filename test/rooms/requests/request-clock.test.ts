import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import {
  aForm,
  anAskingGroup,
  aPublishedRoom,
  aResult,
  aSentRequest,
  ASKED_ON,
  at,
  DUE_ON,
  inShort,
  joinCompact,
  standing,
  subjectsTo,
  type Asking,
} from './a-request.ts';

const TUESDAYS = 13;

eachDatabase('A room request by itself', (open) => {
  let databaseUrl: string;
  let services: TestServices;
  let town: Town;
  const others: TestServices[] = [];

  beforeEach(async () => {
    databaseUrl = await open();
    services = await someServices(databaseUrl, { now: at(ASKED_ON) });
    town = await aTown(services);
    await joinCompact(services, town);
  });
  afterEach(async () => {
    for (const one of [services, ...others]) expect(one.errors).to.deep.equal([]);
    await Promise.all([services, ...others.splice(0)].map((one) => one.stop()));
  });

  const passed = async (name?: string, result: Parameters<typeof aResult>[3] = {}): Promise<Asking> => {
    const group = await anAskingGroup(services, town, name);
    await aResult(services, town, group.groupId, result);
    return group;
  };
  /** What is due on a day, run by several processes at once; what they did together. */
  async function runOn(day: string, processes = 1, time = '08:00'): Promise<Record<string, number>> {
    const all = await Promise.all(
      Array.from({ length: processes }, () => someServices(databaseUrl, { now: at(day, time) })),
    );
    others.push(...all);
    const ran = await Promise.all(all.map(({ requests }) => requests.runDue()));
    return Object.fromEntries(
      Object.entries(
        ran.reduce(
          (sum, one) => ({
            ...sum,
            ...Object.fromEntries(Object.entries(one).map(([what, count]) => [what, count + (sum[what] ?? 0)])),
          }),
          {} as Record<string, number>,
        ),
      ).filter(([, count]) => count > 0),
    );
  }

  it('is the worked case: asked on 22 December, warned on the 30th, offered by silence as of the 31st', async () => {
    const room = await aPublishedRoom(services, town);
    const group = await passed();
    const id = await aSentRequest(services, group, [room.id]);
    expect(await inShort(services, id)).to.equal(`asked asked:${TUESDAYS}`);
    expect((await standing(services, id)).request).to.include({ completeOn: ASKED_ON, dueOn: DUE_ON });
    for (const day of ['2026-12-23', '2026-12-29']) expect(await runOn(day), day).to.deep.equal({});
    await runOn('2026-12-30');
    expect(await runOn(DUE_ON, 1, '16:59'), 'the owner has until the office closes').to.deep.equal({});
    expect(await runOn(DUE_ON, 1, '17:00')).to.deep.equal({ offered: 1 });
    const { request, options } = await standing(services, id);
    expect([request.state, options[0]?.answeredOn, options[0]?.lapsesOn]).to.deep.equal([
      'default_offered',
      DUE_ON,
      '2027-01-10',
    ]);
    expect(await subjectsTo(services, group.lead)).to.deep.equal([
      'Group room, Library: Testborough Council is asked',
      'Group room, Library is offered to you',
    ]);
  });

  it('comes to the same after three days without a server, and when two processes run at once', async () => {
    const room = await aPublishedRoom(services, town);
    const group = await passed();
    const id = await aSentRequest(services, group, [room.id]);
    expect(await runOn('2027-01-03', 3)).to.deep.equal({ offered: 1 });
    expect(await runOn('2027-01-04', 2)).to.deep.equal({});
    const { options } = await standing(services, id);
    expect(
      [options[0]?.answeredOn, options[0]?.lapsesOn],
      'effective on its day; the group loses none of its days',
    ).to.deep.equal([DUE_ON, '2027-01-13']);
    expect((await subjectsTo(services, group.lead)).filter((subject) => subject.includes('offered'))).to.have.lengthOf(
      1,
    );
    expect(await services.db('facts').where({ kind: 'room_default_offered' })).to.have.lengthOf(1);
  });

  it('is no offer where the slot is not published as open: a broker asks again (C4)', async () => {
    const room = await aPublishedRoom(services, town, { windows: [{ approval: 'owner', publishedOpen: false }] });
    const id = await aSentRequest(services, await passed(), [room.id]);
    expect(await runOn('2027-01-01', 2)).to.deep.equal({ chased: 1 });
    expect(await inShort(services, id)).to.equal(`chasing asked:${TUESDAYS}`);
    expect((await standing(services, id)).request.dueOn).to.equal('2027-01-08');
  });

  it('lapses when the offer is not taken in time, and gives its dates back', async () => {
    const room = await aPublishedRoom(services, town);
    const id = await aSentRequest(services, await passed(), [room.id]);
    await runOn('2027-01-01');
    expect(await runOn('2027-01-11', 2)).to.deep.equal({});
    expect(await runOn('2027-01-12', 2)).to.deep.equal({ lapsed: 1 });
    expect(await inShort(services, id)).to.equal('lapsed lapsed:0');
  });

  it('asks the owner before the test is passed, whose silence is no offer: a broker asks again', async () => {
    const room = await aPublishedRoom(services, town);
    const id = await aSentRequest(services, await anAskingGroup(services, town), [room.id]);
    expect(await inShort(services, id)).to.equal(`asked asked:${TUESDAYS}`);
    expect((await standing(services, id)).request).to.include({ completeOn: ASKED_ON, dueOn: DUE_ON });
    expect(await runOn(DUE_ON, 2, '17:00')).to.deep.equal({ chased: 1 });
    expect(await inShort(services, id)).to.equal(`chasing asked:${TUESDAYS}`);
  });

  it('gives the owner its days anew when the pass comes before its answer, and then silence is an offer', async () => {
    const room = await aPublishedRoom(services, town);
    const group = await anAskingGroup(services, town);
    const id = await aSentRequest(services, group, [room.id]);
    await aResult(services, town, group.groupId, { resultOn: '2026-12-30' });
    expect(await runOn('2026-12-30', 2)).to.deep.equal({ followed: 1 });
    expect((await standing(services, id)).request).to.include({ state: 'asked', dueOn: '2027-01-07' });
    expect(await runOn(DUE_ON, 2, '17:00'), 'the day that it was told first').to.deep.equal({});
    expect(await runOn('2027-01-07', 1, '16:59')).to.not.include({ offered: 1 });
    expect(await runOn('2027-01-07', 2, '17:00')).to.include({ offered: 1 });
    expect(await inShort(services, id), 'its first date has passed').to.equal(
      `default_offered default_offered:${TUESDAYS - 1}`,
    );
    expect(await subjectsTo(services, group.lead)).to.deep.equal([
      'Group room, Library: Testborough Council is asked',
      'Group room, Library: your pass counts for this request',
      'Group room, Library is offered to you',
    ]);
  });

  it('follows a pass that comes while a broker is asking again, and counts nothing as silence before it', async () => {
    const room = await aPublishedRoom(services, town);
    const group = await anAskingGroup(services, town);
    const id = await aSentRequest(services, group, [room.id]);
    await runOn(DUE_ON, 1, '17:00');
    await aResult(services, town, group.groupId, { resultOn: '2027-01-04' });
    expect(await runOn('2027-01-05', 2)).to.deep.equal({ followed: 1 });
    expect((await standing(services, id)).request).to.include({ state: 'asked', dueOn: '2027-01-11' });
    expect(await runOn('2027-01-11', 2, '17:00')).to.include({ offered: 1 });
  });

  it('lets the clock run on when a pass changes nothing about silence', async () => {
    const room = await aPublishedRoom(services, town, { windows: [{ approval: 'owner', publishedOpen: false }] });
    const group = await anAskingGroup(services, town);
    const id = await aSentRequest(services, group, [room.id]);
    await aResult(services, town, group.groupId, { resultOn: '2026-12-30' });
    expect(await runOn('2026-12-30')).to.deep.equal({ followed: 1 });
    expect((await standing(services, id)).request.dueOn).to.equal(DUE_ON);
    expect(await runOn(DUE_ON, 2, '17:00')).to.deep.equal({ chased: 1 });
  });

  it('has a room that is let at once when the pass comes', async () => {
    const room = await aPublishedRoom(services, town, { windows: [{ approval: 'instant' }] });
    const group = await anAskingGroup(services, town);
    const id = await aSentRequest(services, group, [room.id]);
    expect(await inShort(services, id)).to.equal(`asked asked:${TUESDAYS}`);
    await aResult(services, town, group.groupId, { resultOn: '2026-12-30' });
    expect(await runOn('2026-12-30', 2)).to.deep.equal({ followed: 1 });
    expect(await inShort(services, id)).to.equal(`offered offered:${TUESDAYS}`);
  });

  it('leaves a room that is let at once to who has passed, though a group that nobody has scored asked before', async () => {
    const room = await aPublishedRoom(services, town, { windows: [{ approval: 'instant' }] });
    const first = await aSentRequest(services, await anAskingGroup(services, town, 'Unscored'), [room.id]);
    const second = await aSentRequest(services, await passed('Passed'), [room.id]);
    expect([await inShort(services, first), await inShort(services, second)]).to.deep.equal([
      'with_broker outbid:0',
      `offered offered:${TUESDAYS}`,
    ]);
  });

  it('leaves out what is closed, and says so', async () => {
    const room = await aPublishedRoom(services, town);
    const id = await aSentRequest(services, await passed(), [room.id], {
      day: 'fri',
      from: '2026-12-31',
      until: '2027-01-31',
    });
    const { options } = await standing(services, id);
    expect([options[0]?.asked?.dates.length, options[0]?.asked?.leftOut]).to.deep.equal([
      4,
      [{ date: '2027-01-01', why: 'bank_holiday' }],
    ]);
  });

  it('is taken back when its dates are given up on the page of the booking', async () => {
    const room = await aPublishedRoom(services, town);
    const group = await passed();
    const id = await aSentRequest(services, group, [room.id]);
    const bookingId = (await standing(services, id)).options[0]?.bookingId ?? '';
    const { booking } = await services.bookings.state(bookingId);
    await services.bookings.cancel.byGroup({ personId: group.who.personId, brought: null }, bookingId, {
      version: booking.version,
      which: 'all',
      date: undefined,
    });
    await runOn('2026-12-23', 2);
    expect(await inShort(services, id)).to.equal('withdrawn withdrawn:0');
  });

  describe('when two want the same dates (C8)', () => {
    it('goes to the higher result, though the other came first; the loser’s next room is asked at once', async () => {
      const [room, second] = [
        await aPublishedRoom(services, town),
        await aPublishedRoom(services, town, { name: 'Small hall' }),
      ];
      const first = await passed('First', { points: 240 });
      const better = await passed('Better', { points: 300 });
      const a = await aSentRequest(services, first, [room.id, second.id]);
      const b = await aSentRequest(services, better, [room.id]);
      expect(
        [await inShort(services, a), await inShort(services, b)],
        'the first holds, the second competes',
      ).to.deep.equal([`asked asked:${TUESDAYS} waiting:0`, 'asked asked:0']);
      expect(await runOn('2027-01-01', 2)).to.deep.equal({ offered: 1 });
      expect([await inShort(services, a), await inShort(services, b)]).to.deep.equal([
        `asked outbid:0 asked:${TUESDAYS}`,
        `default_offered default_offered:${TUESDAYS}`,
      ]);
      expect((await subjectsTo(services, first.lead)).at(-1)).to.equal('Group room, Library went to another group');
    });

    it('leaves those that want a part of them the rest, if that is what they said', async () => {
      const room = await aPublishedRoom(services, town);
      const [one, two] = [await passed('One', { points: 240 }), await passed('Two', { points: 300 })];
      const a = await aSentRequest(services, one, [room.id]);
      const b = await aSentRequest(services, two, [room.id], aForm({ repeat: 'once', on: '2027-02-02' }));
      await runOn('2027-01-01', 2);
      expect([await inShort(services, a), await inShort(services, b)], 'all in one go').to.deep.equal([
        `default_offered default_offered:${TUESDAYS - 1}`,
        'default_offered default_offered:1',
      ]);
    });

    it('passes the dates on when whoever held them takes the request back', async () => {
      const room = await aPublishedRoom(services, town);
      const [one, two] = [await passed('One'), await passed('Two')];
      const a = await aSentRequest(services, one, [room.id]);
      const b = await aSentRequest(services, two, [room.id]);
      await services.requests.offers.withdraw({ personId: one.who.personId, brought: null }, a, { reason: null });
      expect([await inShort(services, a), await inShort(services, b)]).to.deep.equal([
        'withdrawn withdrawn:0',
        `asked asked:${TUESDAYS}`,
      ]);
    });
  });
});
