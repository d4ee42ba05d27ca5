import { expect } from 'chai';
import { aGroup, anOfficer, joins, somebody, wordsOf } from '../../groups/groups/a-group.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { agreementsOn } from '../../../src/rooms/requests/agreement-store.ts';
import { aResult, FOR_LONG } from '../requests/a-result.ts';
import { adoptTerms, aRoom } from './a-room.ts';
import { expectSoundClaims } from './claims-check.ts';

type Reply = {
  id: string;
  version: number;
  state: string;
  dates: { original_date: string; state: string; from: string }[];
  errors?: { field: string; message: string }[];
  price: { total: { pence: number } };
};
const ASSISTED = { channel: 'phone', received_on: '2027-03-02', read_back: 'aloud', consent: 'yes' };

eachDatabase('The pages of a booking', (open) => {
  let server: TestServer;
  let town: Town;
  let lead: Visitor & { email: string };
  let broker: Visitor;
  let groupId: string;
  let room: { id: string };
  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    await adoptTerms(server, town, { dates_a_week: 50 });
    [lead, broker] = [await somebody(server), await anOfficer(server, town)];
    groupId = await aGroup(lead, { name: 'Stroke club', public_name: 'Tuesday friends' });
    await aResult(server, town, groupId, FOR_LONG);
  });
  beforeEach(async () => {
    room = await aRoom(server, town);
  });
  after(async () => {
    await expectSoundClaims(server.db);
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const wish = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
    space_id: room.id,
    group_id: groupId,
    recurrence: { kind: 'weekly', every: 1, weekdays: [2], from: '2027-03-09', until: '2027-03-30' },
    from: '6pm',
    to: '20:00',
    people: 8,
    purpose: 'We <b>meet</b>',
    agrees: 'yes',
    ...more,
  });
  const send = (who: Visitor, path: string, body: Record<string, unknown>): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', Cookie: who.cookie() },
      body: JSON.stringify(body),
    });
  const booked = async (more: Record<string, unknown> = {}, who: Visitor = lead): Promise<Reply> => {
    const reply = await send(who, '/api/bookings', wish(more));
    expect(reply.status, await reply.clone().text()).to.equal(201);
    return (await reply.json()) as Reply;
  };
  const anOwnerRepresentative = async (): Promise<Visitor & { email: string }> => {
    const visitor = await somebody(server, 'Oona Owner');
    const person = await server.inOneTransaction((unit) =>
      server.people.personWith(unit, visitor.email, 'Oona Owner', 'test'),
    );
    await server.inOneTransaction((unit) =>
      server.people.grant(
        unit,
        person.id,
        { role: 'owner_representative', scope: 'owner', scopeId: town.owner.id, areaId: town.area.id, endsOn: null },
        'test',
      ),
    );
    return visitor;
  };

  it('show every date with its state in words, what it costs and until when it is free', async () => {
    const { id } = await booked();
    const page = await wordsOf(lead.get(`/bookings/${id}`));
    for (const words of [
      'Group room, Library',
      'Stroke club, every Tuesday, 18:00 to 20:00',
      'Tuesday 16 March 2027, 18:00 to 20:00',
      'Free to cancel until Sunday 14 March 2027, 18:00',
      '£80',
      'Community group – weekly meeting',
      'We &lt;b&gt;meet',
    ])
      expect(page).to.include(words);
    expect(await wordsOf(lead.get(`/bookings/${id}/dates/2027-03-16`)))
      .to.include('Move this date')
      .and.include('Cancel this date and all after it');
  });

  it('book through the API as any other way does: charged, signed, told to both sides, and on every statement', async () => {
    const owner = await anOwnerRepresentative();
    const { id } = await booked();
    const { charged, credited } = Object.fromEntries(
      (await server.db('booking_ledger').where({ booking_id: id, account: 'hire' }).select('kind', 'pence')).map(
        ({ kind, pence }) => [kind, pence],
      ),
    );
    expect([charged, credited]).to.deep.equal([8000, undefined]);
    const signed = await agreementsOn(server.db).of(id);
    expect(signed?.lines.join(' '))
      .to.match(/It costs £80(\.00)? in all/)
      .and.include('Group room');
    const mails = await server.db('mails').whereIn('to', [lead.email, owner.email]).where('text', 'like', `%${id}%`);
    expect(mails.map(({ to, kind, calendar }) => [to, kind, calendar !== null])).to.have.deep.members([
      [lead.email, 'room_confirmed', true],
      [owner.email, 'room_owner_confirmed', false],
    ]);
    for (const [who, path] of [
      [lead, `/bookings/${id}/statement`],
      [lead, `/groups/${groupId}/statement`],
      [owner, `/owners/${town.owner.id}/statement`],
    ] as const)
      expect(await wordsOf(who.get(path)), path)
        .to.include('£80')
        .and.include('The room was booked.');
  });

  it('lead through moving a date, with mistakes said and what was typed kept', async () => {
    const { id } = await booked();
    const form = {
      version: '1',
      what: 'one',
      date: '2027-03-16',
      new_date: '2027-03-17',
      from: '7.30pm',
      to: '',
      space_id: room.id,
    };
    expect(await wordsOf(lead.get(`/bookings/${id}/change?what=one&date=2027-03-16`)))
      .to.include('value="2027-03-16"')
      .and.include('value="18:00"');
    const wrong = await lead.post(`/bookings/${id}/change`, { ...form, from: 'late' });
    expect([wrong.status, await wordsOf(wrong)]).to.satisfy(
      ([status, page]: [number, string]) =>
        status === 400 &&
        page.includes('Give the time as hours and minutes') &&
        page.includes('value="late"') &&
        page.includes('<title>Error: Move this date'),
    );
    const looked = await lead.post(`/bookings/${id}/change`, { ...form, to: '21:30' });
    expect(looked.status).to.equal(200);
    expect(await wordsOf(looked))
      .to.include('Check your change')
      .and.include('Wednesday 17 March 2027, 19:30 to 21:30')
      .and.include('Instead of Tuesday 16 March 2027, 18:00 to 20:00.')
      .and.include('New price in full');
    expect(await wordsOf(lead.get(`/bookings/${id}`))).not.to.include('Wednesday 17 March 2027');
    const done = await lead.post(`/bookings/${id}/change`, { ...form, to: '21:30', checked: 'yes' });
    expect(done.headers.get('location')).to.equal(`/bookings/${id}`);
    expect(await wordsOf(lead.get(`/bookings/${id}`)))
      .to.include('The change is made.')
      .and.include('Wednesday 17 March 2027, 19:30 to 21:30')
      .and.include('Booked, changed by itself');
  });

  it('ask whether a length that is more than double is meant, and show what it costs first', async () => {
    const { id } = await booked();
    const form = { version: '1', what: 'rest', from: '18:00', to: '23:30', space_id: room.id, dates: 'all' };
    const looked = await wordsOf(lead.post(`/bookings/${id}/change`, form));
    expect(looked).to.include('Yes: 5 hours 30 minutes on a date, instead of 2 hours').and.include('To pay more');
    const unmeant = await lead.post(`/bookings/${id}/change`, { ...form, checked: 'yes' });
    expect(unmeant.status).to.equal(400);
    expect(await wordsOf(unmeant)).to.include('Say that you mean so long a time');
    const meant = await lead.post(`/bookings/${id}/change`, { ...form, checked: 'yes', long: 'yes' });
    expect(meant.status).to.equal(303);
  });

  it('ask about more than twelve hours, and take no end for a whole day that is the start', async () => {
    room = await aRoom(server, town, { longestMinutes: 24 * 60 });
    const { id } = await booked({ from: '08:00', to: '16:00' });
    const form = { version: '1', what: 'rest', from: '08:00', to: '20:30', space_id: room.id, dates: 'all' };
    expect(await wordsOf(lead.post(`/bookings/${id}/change`, form))).to.include(
      'Yes: 12 hours 30 minutes on a date, instead of 8 hours',
    );
    const same = await lead.post(`/bookings/${id}/change`, { ...form, to: '08:00', checked: 'yes', long: 'yes' });
    expect(same.status).to.equal(422);
    expect(await wordsOf(same)).to.include('it starts and ends at the same time; a whole day goes from 00:00 to 24:00');
  });

  it('change the rest of a series, and name the dates that are taken', async () => {
    const { id } = await booked();
    await booked({ recurrence: { kind: 'once', date: '2027-03-23' }, from: '20:00', to: '21:00' });
    const form = {
      version: '1',
      what: 'rest',
      date: '2027-03-16',
      weekday: '2',
      until: '2027-04-06',
      from: '18:30',
      to: '20:30',
      space_id: room.id,
      dates: 'all',
    };
    const refused = await lead.post(`/bookings/${id}/change`, form);
    expect(refused.status).to.equal(409);
    expect(await wordsOf(refused))
      .to.include('Tuesday 23 March 2027, 18:30 to 20:30: the room is booked at that time.')
      .and.include('Change this date and all after it');
    const looked = await wordsOf(lead.post(`/bookings/${id}/change`, { ...form, dates: 'free' }));
    expect(looked).to.include('3 dates change').and.include('1 date cannot be had').and.include('To pay more');
    const done = await lead.post(`/bookings/${id}/change`, { ...form, dates: 'free', checked: 'yes' });
    expect(done.status).to.equal(303);
    expect(await wordsOf(lead.get(`/bookings/${id}`)))
      .to.include('except for 1 date: Tuesday 23 March 2027')
      .and.include('Tuesday 6 April 2027, 18:30 to 20:30')
      .and.include('Tuesday 23 March 2027, 18:00 to 20:00');
  });

  it('say what cancelling costs before it is done, and tell the second of two', async () => {
    const { id } = await booked({ recurrence: { kind: 'dates', dates: ['2027-03-04', '2027-03-09'] } });
    expect(await wordsOf(lead.get(`/bookings/${id}/cancel?which=all`)))
      .to.include('Cancel 2 dates')
      .and.include('£20 stay to be paid');
    expect(
      (await lead.post(`/bookings/${id}/cancel`, { version: '1', which: 'one', date: '2027-03-09' })).status,
    ).to.equal(303);
    const second = await lead.post(`/bookings/${id}/cancel`, { version: '1', which: 'all' });
    expect(second.status).to.equal(409);
    expect(await wordsOf(second)).to.include('Somebody else has changed this booking');
    expect((await lead.post(`/bookings/${id}/cancel`, { version: '2', which: 'all' })).status).to.equal(303);
    expect(await wordsOf(lead.get(`/bookings/${id}`)))
      .to.include('Cancelled by the group, too late to be free')
      .and.include('Nothing is booked');
  });

  it('are for the group, its officers and the owner of the room; nobody else finds them', async () => {
    const { id } = await booked();
    const member = await joins(server, lead, groupId, 'group_member');
    const [owner, stranger] = [await anOwnerRepresentative(), await somebody(server, 'Sam Stranger')];
    for (const path of [`/bookings/${id}`, `/bookings/${id}/dates/2027-03-16`, `/api/bookings/${id}`]) {
      for (const who of [lead, member, broker, owner]) expect((await who.get(path)).status, path).to.equal(200);
      expect((await stranger.get(path)).status).to.equal(404);
      expect(
        (await fetch(server.url + path, { redirect: 'manual', headers: { Accept: 'application/json' } })).status,
      ).to.equal(401);
    }
    expect((await member.get(`/bookings/${id}/cancel`)).status).to.equal(404);
    expect((await owner.post(`/bookings/${id}/cancel`, { version: '1', which: 'all' })).status).to.equal(404);
    expect((await lead.post(`/bookings/${id}/take-back`, { version: '1', which: 'all' })).status).to.equal(404);
    expect(await wordsOf(owner.get(`/bookings/${id}`)))
      .to.include('Tuesday friends')
      .and.not.include('Stroke club');
    for (const odd of ['x', '..%2f', '%00', `${id}'`])
      expect((await lead.get(`/bookings/${odd}`)).status, odd).to.be.oneOf([400, 404]);
    for (const day of ['2027-03-15', 'x', '%00'])
      expect((await lead.get(`/bookings/${id}/dates/${day}`)).status, day).to.be.oneOf([400, 404]);
  });

  it('let the owner take dates back with notice and a reason, which the group reads', async () => {
    const { id } = await booked();
    const owner = await anOwnerRepresentative();
    const form = {
      version: '1',
      which: 'one',
      date: '2027-03-16',
      reason: 'repairs',
      explanation: 'The boiler is being replaced.',
      alternative: 'The hall upstairs.',
    };
    expect(await wordsOf(owner.get(`/bookings/${id}/take-back?which=one&date=2027-03-16`))).to.include(
      'promised 14 days',
    );
    const late = await owner.post(`/bookings/${id}/take-back`, form);
    expect([late.status, (await wordsOf(late)).includes('owners give 14 days’ notice')]).to.deep.equal([422, true]);
    expect((await owner.post(`/bookings/${id}/take-back`, { ...form, date: '2027-03-23' })).status).to.equal(303);
    expect(await wordsOf(lead.get(`/bookings/${id}`))).to.include(
      'Cancelled by the owner. The boiler is being replaced. Instead: The hall upstairs.',
    );
  });

  it('let an officer act for a group that rang, and keep how it got in touch', async () => {
    const without = await send(broker, '/api/bookings', wish());
    expect([without.status, ((await without.json()) as Reply).errors?.map(({ field }) => field)]).to.deep.equal([
      400,
      ['channel', 'received_on', 'read_back', 'consent'],
    ]);
    const { id } = await booked(ASSISTED, broker);
    expect(await wordsOf(broker.get(`/bookings/${id}/cancel?which=all`))).to.include('How did they get in touch?');
    expect(
      (await broker.post(`/bookings/${id}/cancel`, { version: '1', which: 'one', date: '2027-03-09' })).status,
    ).to.equal(400);
    expect(
      (await broker.post(`/bookings/${id}/cancel`, { version: '1', which: 'one', date: '2027-03-09', ...ASSISTED }))
        .status,
    ).to.equal(303);
    expect(await wordsOf(broker.get(`/bookings/${id}`))).to.include(
      'Bina Broker booked 4 dates, for the group, who rang.',
    );
    const brokerElsewhere = await anOfficer(
      server,
      await aTown(server, { slug: 'elsewhere', name: 'Elsewhere', southWestCorner: { lon: -3, lat: 54 } }),
    );
    expect((await send(brokerElsewhere, '/api/bookings', wish(ASSISTED))).status).to.equal(404);
  });

  const hostile: [title: string, more: Record<string, unknown>, status: number][] = [
    [
      'a million dates',
      {
        recurrence: {
          kind: 'weekly',
          every: 1,
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          from: '1900-01-01',
          until: '2199-12-31',
        },
      },
      400,
    ],
    ['a day that there is not', { recurrence: { kind: 'once', date: '2027-02-30' } }, 400],
    ['a rule that is none', { recurrence: 'every day' }, 400],
    ['no people', { people: 0 }, 400],
    ['people beyond counting', { people: 1e308 }, 400],
    ['a book for a purpose', { purpose: 'x'.repeat(501) }, 400],
    ['a room that is not there', { space_id: '00000000-0000-4000-8000-000000000000' }, 404],
    ['a room that is a list', { space_id: ['x'] }, 404],
    ['a group that is not there', { group_id: '00000000-0000-4000-8000-000000000000' }, 404],
    ['the past', { recurrence: { kind: 'once', date: '2027-03-02' } }, 422],
    ['the end of time', { recurrence: { kind: 'once', date: '2199-12-31' } }, 422],
  ];
  for (const [title, more, status] of hostile) {
    it(`answer ${title} in words`, async () => {
      const reply = await send(lead, '/api/bookings', wish(more));
      expect(reply.status, await reply.clone().text()).to.equal(status);
      expect(reply.headers.get('content-type')).to.include('application/problem+json');
    });
  }

  it('are in the download of whoever made the booking', async () => {
    await booked();
    const download = await (await lead.get('/account/data')).text();
    expect(download).to.include('Rooms you booked or asked for');
  });

  it('say nothing of rooms in places that the public may not know', async () => {
    const hidden = await aRoom(server, town, {
      assetId: (await anAsset(server, town, { kind: 'building', state: 'vacant' })).id,
    });
    const asked = await fetch(`${server.url}/api/bookings/check`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ space_ids: [hidden.id], recurrence: wish()['recurrence'], from: '19:00', to: '21:00' }),
    });
    expect([asked.status, (await send(lead, '/api/bookings', wish({ space_id: hidden.id }))).status]).to.deep.equal([
      404, 404,
    ]);
  });

  it('tell everybody which dates are free, and nothing of who has the others', async () => {
    await booked({ recurrence: { kind: 'once', date: '2027-03-16' } });
    const reply = await fetch(`${server.url}/api/bookings/check`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ space_ids: [room.id], recurrence: wish()['recurrence'], from: '19:00', to: '21:00' }),
    });
    expect(await reply.json()).to.deep.equal([
      {
        spaceId: room.id,
        dates: 4,
        free: 3,
        notFree: [{ date: '2027-03-16', from: '19:00', to: '21:00', why: 'taken' }],
      },
    ]);
    const huge = await fetch(`${server.url}/api/bookings/check`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        space_ids: Array.from({ length: 51 }, () => room.id),
        recurrence: wish()['recurrence'],
        from: '19:00',
        to: '21:00',
      }),
    });
    expect(huge.status).to.equal(400);
  });
});
