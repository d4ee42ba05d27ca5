import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, someServices, type TestServer } from '../../support/server.ts';
import { words } from '../../front/desk/a-desk.ts';
import { anAssistedForm, aPaper } from '../../groups/groups/a-group.ts';
import { aForm, aPublishedRoom, aResult, ASKED_ON, at, inShort, joinCompact, standing } from './a-request.ts';
import {
  asks,
  asksAndSends,
  aVisitingGroup,
  expectDone,
  holderOf,
  page,
  signedIn,
  type Person,
  type Visiting,
} from './a-request-visit.ts';

const BROUGHT = { channel: 'phone', received_on: '2026-12-21', read_back: 'aloud', consent: 'yes' };

eachDatabase('Asking for a room', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let town: Town;
  let group: Visiting;
  let broker: Person;
  let room: { id: string; assetId: string };

  before(async () => {
    databaseUrl = await open();
    server = await aServer(databaseUrl, { now: at(ASKED_ON) });
    town = await aTown(server);
    await joinCompact(server, town);
    broker = await holderOf(server, 'broker@example.org', 'broker', 'area', town.area.id, 'Bina Broker');
    group = await aVisitingGroup(server, town);
  });
  beforeEach(async () => {
    room = await aPublishedRoom(server, town);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const begin = (more: Record<string, unknown>): Promise<Response> =>
    group.as.post(`/groups/${group.groupId}/requests?space=${room.id}`, aForm(more) as Record<string, string>);

  const wrong: [title: string, more: Record<string, unknown>, says: string][] = [
    ['no purpose', { for: ' ' }, 'Say in a few words what you need the room for.'],
    ['no people', { people: '0' }, 'at least 1'],
    ['too many people', { people: '99999999' }, 'up to 10,000'],
    ['no number of people', { people: 'a few' }, 'Enter how many people will come.'],
    ['nothing about how often', { repeat: '' }, 'Choose how often.'],
    ['no day of the week', { day: '' }, 'Choose at least one day of the week.'],
    ['a day that is none', { day: 'someday' }, 'Choose days of the week from the list.'],
    ['no last day', { until: '' }, 'Enter the last day.'],
    ['a last day before the first', { until: '2027-01-01' }, 'Enter a last day that is not before the first.'],
    ['a date that there is not', { repeat: 'once', on: '2027-02-30' }, 'There is no such date'],
    ['no date', { repeat: 'once', on: '' }, 'Enter the date.'],
    ['a date that is over', { repeat: 'once', on: '2026-12-01' }, 'That day is over.'],
    ['a month without a which', { repeat: 'monthly', nth: '' }, 'Choose which one of the month.'],
    ['two days a month', { repeat: 'monthly', nth: '1', day: 'mon,tue' }, 'Choose one day of the week'],
    ['dates that cannot be read', { repeat: 'dates', dates: '2/2/2027\nsoon' }, 'Enter “soon” as a date'],
    ['no dates', { repeat: 'dates', dates: '' }, 'Enter the dates, one on each line.'],
    [
      'more dates than can be meant',
      {
        repeat: 'dates',
        dates: Array.from({ length: 800 }, (_, day) =>
          new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10),
        ).join('\n'),
      },
      'Enter up to 750 dates.',
    ],
    ['every zero weeks', { every: '0' }, 'Enter every how many weeks, from 1 to 26.'],
    ['no start', { start: '' }, 'Enter the start'],
    ['an end before the start', { end: '17:00' }, 'Enter an end time after the start time.'],
    ['a start that is none', { start: '25:61' }, 'Enter the start'],
    ['prices that are none', { as: 'friends' }, 'Choose which prices go for you.'],
    ['nothing about insurance', { insured: '' }, 'Say whether your group has insurance'],
    ['nothing about who comes alone', { vulnerable: '' }, 'Say whether children'],
    ['a series longer than the area lets', { until: '2028-12-31' }, 'a series may go on for up to 366 days'],
    ['a layout that is none', { layout: 'heap' }, 'Choose how the chairs are to stand.'],
    ['a facility that is none', { need: 'step_free,moat' }, 'Choose what the room must have from the list.'],
    ['a budget that is none', { most: 'lots' }, 'Enter the most you can pay in pounds'],
    ['a novel', { for: 'x'.repeat(501) }, 'Use up to 500 characters.'],
  ];
  for (const [title, more, says] of wrong) {
    it(`says what to do about ${title}, and keeps what was typed`, async () => {
      const reply = await begin({ equipment: 'A kettle, please', ...more });
      const shown = await words(reply);
      expect(reply.status, shown.slice(0, 500)).to.equal(400);
      expect(shown).to.include(says).and.include('A kettle, please');
    });
  }

  it('takes dates as people write them, each once and in order', async () => {
    const id = await asks(group.as, group.groupId, room.id, {
      repeat: 'dates',
      dates: '3 March 2027\n2/2/2027, Tuesday 2 March 2027\n2027-02-02',
    });
    expect((await standing(server, id)).request.wish.recurrence).to.deep.equal({
      kind: 'dates',
      dates: ['2027-02-02', '2027-03-02', '2027-03-03'],
    });
  });

  const ways: [string, Record<string, unknown>, string][] = [
    ['once', { repeat: 'once', on: '2027-02-02' }, '1 date'],
    ['every second week', { every: '2' }, '7 dates'],
    ['on two days a week', { day: 'tue,thu' }, '25 dates'],
    ['on the last Tuesday of a month', { repeat: 'monthly', nth: 'last' }, '3 dates'],
    ['on picked dates', { repeat: 'dates', dates: '2/2/2027\n9/2/2027' }, '2 dates'],
  ];
  for (const [title, more, says] of ways)
    it(`can be ${title}`, async () =>
      expect(await page(group.as, `/requests/${await asks(group.as, group.groupId, room.id, more)}`)).to.include(
        `<h3>${says}</h3>`,
      ));

  it('keeps a draft, once for each form, to be changed, given other rooms, put in order and thrown away', async () => {
    const submission = server.newId();
    const ids = await Promise.all([1, 2, 3].map(() => asks(group.as, group.groupId, room.id, { submission })));
    expect(new Set(ids).size).to.equal(1);
    const [id = ''] = ids;
    expect(await page(group.as, '/my')).to.include('Your group’s turn: check it and send it');
    expect(await page(group.as, `/requests/${id}/edit`))
      .to.include('To meet and talk')
      .and.match(/value="tue" checked/)
      .and.match(/value="weekly" checked/);
    await expectDone(group.as.post(`/requests/${id}/edit`, aForm({ people: '12' }) as Record<string, string>));
    expect((await standing(server, id)).request.wish.people).to.equal(12);
    const others = await Promise.all(
      Array.from({ length: 5 }, (_, at) => aPublishedRoom(server, town, { name: `Room ${at}` })),
    );
    for (const other of others.slice(0, 4))
      await expectDone(group.as.post(`/requests/${id}/rooms`, { space: other.id }));
    const fifth = await group.as.post(`/requests/${id}/rooms`, { space: others[4]?.id ?? '' });
    expect([fifth.status, (await words(fifth)).includes('as many as a request may name')]).to.deep.equal([400, true]);
    const { options } = await standing(server, id);
    await expectDone(group.as.post(`/requests/${id}/rooms/${options[2]?.id}/first`));
    await expectDone(group.as.post(`/requests/${id}/rooms/${options[0]?.id}/remove`));
    expect((await standing(server, id)).options.map(({ spaceId }) => spaceId)).to.deep.equal(
      [others[1], others[0], others[2], others[3]].map((one) => one?.id),
    );
    await expectDone(group.as.post(`/requests/${id}/discard`));
    expect((await group.as.get(`/requests/${id}`)).status).to.equal(404);
  });

  it('keeps what any room must have and the most that can be paid, looks for other rooms by it, and tells the owner the first alone', async () => {
    const yes = { value: 'yes', note: null, hours: null } as const;
    const prices = (pence: number) => [
      { id: server.newId(), audience: 'community', basis: 'hour', pence, from: null } as const,
    ];
    const stage = { step_free: yes, stage: yes };
    const [fits] = await Promise.all([
      aPublishedRoom(server, town, { name: 'Has it all', facilities: stage }),
      aPublishedRoom(server, town, {
        name: 'Steps only',
        facilities: { step_free: yes, stage: { ...yes, value: 'no' } },
      }),
      aPublishedRoom(server, town, { name: 'Dear hall', facilities: stage, tariffs: prices(9_000) }),
    ]);
    const first = await aPublishedRoom(server, town, {
      name: 'Near room',
      facilities: { step_free: yes },
      tariffs: prices(1_100),
    });
    const address = `/groups/${group.groupId}/ask?space=${first.id}&need=step_free,stage,nonsense&most=20&most_for=date&day=tue&start=18:00&end=20:00`;
    expect(await page(group.as, address))
      .to.match(/value="step_free" checked/)
      .and.match(/value="stage" checked/)
      .and.match(/name="most" [^>]*value="20"/)
      .and.match(/value="date" selected/);

    const id = await asks(group.as, group.groupId, first.id, {
      need: 'step_free,stage',
      most: '£20',
      most_for: 'date',
    });
    expect((await standing(server, id)).request.wish).to.deep.include({
      needs: ['step_free', 'stage'],
      most: { pence: 2_000, per: 'date' },
    });
    const draft = await page(group.as, `/requests/${id}`);
    expect(draft)
      .to.include('Not all that you said you need:')
      .and.include('Stage: not known. £26 more than you can pay.')
      .and.include('Step-free way in and stage')
      .and.include('£20 a date at most');
    expect(draft)
      .to.include('Has it all')
      .and.include('need=step_free%2Cstage&amp;most=20&amp;most_for=date')
      .and.not.match(/Steps only|Dear hall/);
    expect(await page(group.as, `/requests/${id}/edit`)).to.match(/value="stage" checked/);

    await expectDone(group.as.post(`/requests/${id}/rooms`, { space: fits.id }));
    await expectDone(group.as.post(`/requests/${id}/send`));
    const owner = await holderOf(
      server,
      `owner-${id}@example.org`,
      'owner_representative',
      'asset',
      first.assetId,
      'Olga Owner',
    );
    expect(await page(owner, `/requests/${id}`))
      .to.include('Step-free way in and stage')
      .and.not.include('£20 a date')
      .and.not.include('more than you can pay');
    const stale = await group.as.post(`/requests/${id}/withdraw`, { seen: 'offered' });
    expect([stale.status, await stale.text()].join(' ')).to.match(/^409 .*moved on since you opened the page/s);
    await expectDone(group.as.post(`/requests/${id}/withdraw`, {}));
  });

  it('leaves out bank holidays for whoever does not meet then, and wants all dates for whoever needs every one', async () => {
    const open = await aPublishedRoom(server, town, { name: 'Open on holidays', closedOnBankHolidays: false });
    const fridays = { day: 'fri', from: '2027-01-01', until: '2027-01-15', which: 'all' };
    expect(await page(group.as, `/groups/${group.groupId}/ask?space=${open.id}&off=skip`)).to.match(
      /value="skip" selected/,
    );
    expect(await page(group.as, `/groups/${group.groupId}/ask?space=${open.id}&off=every`)).to.match(
      /value="all"[^>]* checked/,
    );
    const [every, skips] = [
      await asks(group.as, group.groupId, open.id, fridays),
      await asks(group.as, group.groupId, open.id, { ...fridays, off: 'skip' }),
    ];
    expect(await page(group.as, `/requests/${every}`)).to.include('<h3>3 dates</h3>');
    expect(await page(group.as, `/requests/${skips}`))
      .to.include('<h3>2 dates</h3>')
      .and.include('1 January 2027: you left this date out')
      .and.include(', not on bank holidays')
      .and.not.include('This room cannot be had');
    for (const id of [every, skips]) await expectDone(group.as.post(`/requests/${id}/discard`));
  });

  it('goes on with requests from before needs were kept', async () => {
    const id = await asks(group.as, group.groupId, room.id);
    const { needs: _needs, most: _most, skipsDaysOff: _off, ...before } = (await standing(server, id)).request.wish;
    await server
      .db('room_requests')
      .where({ id })
      .update({ wish: JSON.stringify(before) });
    expect((await standing(server, id)).request.wish).to.deep.include({ skipsDaysOff: false, needs: [], most: null });
    expect(await page(group.as, `/requests/${id}`))
      .to.include('What you ask for')
      .and.not.include('Must have');
    await expectDone(group.as.post(`/requests/${id}/discard`));
  });

  it('says plainly when a room cannot be had, sends nothing, and takes all dates or none where that is wanted', async () => {
    const closed = await asks(group.as, group.groupId, room.id, {
      day: 'fri',
      from: '2027-01-01',
      until: '2027-01-01',
      repeat: 'once',
      on: '2027-01-01',
    });
    expect(await page(group.as, `/requests/${closed}`))
      .to.include('This room cannot be had like this.')
      .and.include('bank holiday');
    expect((await group.as.post(`/requests/${closed}/send`)).status).to.equal(400);
    const all = await asks(group.as, group.groupId, room.id, {
      day: 'fri',
      from: '2027-01-01',
      until: '2027-01-15',
      which: 'all',
    });
    const reply = await group.as.post(`/requests/${all}/send`);
    expect([reply.status, (await words(reply)).includes('Not all of your dates are free')]).to.deep.equal([400, true]);
    expect(await server.db('claims')).to.deep.equal([]);
  });

  it('keeps a group to its dates a week, in all rooms together', async () => {
    const busy = await aVisitingGroup(server, town, { name: 'Busy' });
    await asksAndSends(busy.as, busy.groupId, [room.id], { day: 'tue,wed,thu' });
    const other = await aPublishedRoom(server, town, { name: 'Other' });
    const id = await asks(busy.as, busy.groupId, other.id, { day: 'fri' });
    expect(await page(busy.as, `/requests/${id}`)).to.include(
      'a group may have 3 dates a week, and yours has as many in that week',
    );
    expect((await busy.as.post(`/requests/${id}/send`)).status).to.equal(400);
  });

  it('compares papers with the last date, not with today', async () => {
    const insured = await aVisitingGroup(server, town, { name: 'Insured' });
    const paper = await aPaper(insured.as, insured.groupId, { expires_on: '2027-02-28' });
    await expectDone(
      broker.post(`/groups/${insured.groupId}/documents/${paper}/check`, { outcome: 'accepted', reason: '' }),
    );
    const [long, short] = [
      await asks(insured.as, insured.groupId, room.id, { insured: 'yes' }),
      await asks(insured.as, insured.groupId, room.id, { insured: 'yes', until: '2027-02-23' }),
    ];
    expect(await page(insured.as, `/requests/${long}`)).to.include(
      'Your insurance certificate runs out on Sunday 28 February 2027, before the last date. Add the new one by Monday 1 March 2027.',
    );
    expect(await page(insured.as, `/requests/${short}`)).not.to.include('Before the first date');
  });

  it('tells beforehand which papers the last date needs', async () => {
    const id = await asks(group.as, group.groupId, room.id, { insured: 'yes', vulnerable: 'yes' });
    const shown = await page(group.as, `/requests/${id}`);
    expect(shown)
      .to.include('Add an insurance certificate before Tuesday 5 January 2027.')
      .and.include('Add a safeguarding statement before Tuesday 5 January 2027.');
    expect((await group.as.post(`/requests/${id}/send`)).status, 'and is sent all the same').to.equal(303);
  });

  it('is sent once, by however many clicks at once', async () => {
    const id = await asks(group.as, group.groupId, room.id, { day: 'wed' });
    const replies = await Promise.all(Array.from({ length: 4 }, () => group.as.post(`/requests/${id}/send`)));
    expect(replies.map(({ status }) => status)).to.deep.equal([303, 303, 303, 303]);
    expect(await inShort(server, id)).to.equal('asked asked:12');
    expect(await server.db('facts').where({ subject_id: id, kind: 'room_asked' })).to.have.lengthOf(1);
  });

  it('lets one of two requests that are sent at once hold the dates, and the other compete', async () => {
    const groups = [
      await aVisitingGroup(server, town, { name: 'A' }),
      await aVisitingGroup(server, town, { name: 'B' }),
      await aVisitingGroup(server, town, { name: 'C' }),
    ];
    const processes = await Promise.all([1, 2].map(() => someServices(databaseUrl, { now: at(ASKED_ON) })));
    const ids = await Promise.all(groups.map((one) => asks(one.as, one.groupId, room.id)));
    await Promise.all(
      ids.map((id, nth) =>
        (processes[nth % 2] ?? server).requests.sending.send(
          { personId: groups[nth]?.who.personId ?? '', brought: null },
          id,
        ),
      ),
    );
    expect((await Promise.all(ids.map((id) => inShort(server, id)))).toSorted()).to.deep.equal([
      'asked asked:0',
      'asked asked:0',
      'asked asked:13',
    ]);
    await Promise.all(processes.map((one) => one.stop()));
  });

  it('names on each date only those who ask for that date', async () => {
    const [first, second] = [
      await aVisitingGroup(server, town, { name: 'Short' }),
      await aVisitingGroup(server, town, { name: 'Long' }),
    ];
    await asksAndSends(first.as, first.groupId, [room.id], { repeat: 'dates', dates: '12/1/2027' });
    const dates = '12/1/2027\n19/1/2027';
    const id = await asksAndSends(second.as, second.groupId, [room.id], { repeat: 'dates', dates });
    expect(await inShort(server, id)).to.equal('asked asked:0');
    const listed = (await page(second.as, `/requests/${id}`)).match(
      /January 2027[^<]*(<span[^>]*>another group asks)?/g,
    );
    expect(listed?.filter((one) => one.includes('another group asks'))).to.have.lengthOf(1);
  });

  it('does not ask again what the search has asked, and keeps it', async () => {
    const wish = 'people=8&repeat=weekly&day=tue&from=2027-01-12&until=2027-04-06&start=18:00&end=20:00&need=step_free';
    const form = await page(group.as, `/groups/${group.groupId}/ask?space=${room.id}&${wish}`);
    expect(form).to.include('Every Tuesday, 18:00 to 20:00').and.include('for 8 people').and.include('value="18:00"');
    expect(form).to.match(/<details class="more"><summary>Change the days/);
    const bare = await page(group.as, `/groups/${group.groupId}/ask?space=${room.id}&people=8`);
    expect(bare).to.not.include('What you looked for');
  });

  it('is done by an officer for somebody who rang, on the day they rang', async () => {
    const other = await aVisitingGroup(server, town, { name: 'By telephone' });
    const choose = await page(broker, `/spaces/${room.id}/ask?q=telephone`);
    expect(choose).to.include(`/groups/${other.groupId}/ask?space=${room.id}`);
    const path = `/groups/${other.groupId}/requests?space=${room.id}`;
    const without = await broker.post(path, aForm() as Record<string, string>);
    const shown = await words(without);
    for (const said of [
      'Say how they got in touch.',
      'Enter the day they got in touch.',
      'Say how they checked what you typed.',
    ])
      expect(shown, said).to.include(said);
    expect(
      (await broker.post(path, aForm({ ...BROUGHT, received_on: '2026-12-23' }) as Record<string, string>)).status,
      'tomorrow',
    ).to.equal(400);
    const id =
      (await expectDone(broker.post(path, aForm(BROUGHT) as Record<string, string>))).headers
        .get('location')
        ?.split('/')
        .at(-1) ?? '';
    await expectDone(broker.post(`/requests/${id}/send`));
    const { request } = await standing(server, id);
    expect([request.receivedOn, request.completeOn, request.dueOn, request.channel]).to.deep.equal([
      '2026-12-21',
      '2026-12-21',
      '2026-12-30',
      'phone',
    ]);
    const fact = await server.db('facts').where({ subject_id: id, kind: 'room_requested' }).first();
    expect([fact.channel, fact.on_behalf_of]).to.deep.equal(['phone', other.who.personId]);
    expect(await page(other.as, `/requests/${id}`)).to.include(
      'Bina Broker sent the request, for the group, who rang on Monday 21 December 2026.',
    );
    expect((await broker.post(`/requests/${id}/withdraw`)).status, 'for somebody: who, how, when?').to.equal(400);
    await expectDone(broker.post(`/requests/${id}/withdraw`, BROUGHT));
  });

  it('is gone through by telephone alone: letters instead of mails, read out, taken and paid on behalf', async () => {
    const reply = await broker.post(
      '/desk/groups?area=testborough',
      anAssistedForm({ name: 'Letter friends', received_on: '2026-12-21' }),
      { json: true },
    );
    const { id: groupId } = (await reply.json()) as { id: string };
    await expectDone(
      broker.post(`/desk/groups/${groupId}/people`, {
        person_name: 'Dora Deputy',
        person_telephone: '',
        person_address: '4 High Street',
        role: 'group_deputy',
        adult: 'yes',
        ...BROUGHT,
      }),
    );
    await aResult(server, town, groupId);
    const id =
      (
        await expectDone(
          broker.post(
            `/groups/${groupId}/requests?space=${room.id}`,
            aForm({ ...BROUGHT, repeat: 'once', on: '2027-02-04' }) as Record<string, string>,
          ),
        )
      ).headers
        .get('location')
        ?.split('/')
        .at(-1) ?? '';
    await expectDone(broker.post(`/requests/${id}/send`));
    await expectDone(broker.post(`/requests/${id}/answer`, { answer: 'yes', said_by: 'Omar Owner' }));
    expect(await page(broker, `/requests/${id}`))
      .to.include('Read this out to Stan Stroke if they want that.')
      .and.include('Stan Stroke has read or heard this and signs for it.');
    expect(
      (await broker.post(`/requests/${id}/take`, { agrees: 'yes' })).status,
      'who asked for it, and how?',
    ).to.equal(400);
    await expectDone(broker.post(`/requests/${id}/take`, { agrees: 'yes', ...BROUGHT }));
    await expectDone(
      broker.post(`/requests/${id}/money/waive`, { account: 'deposit', pounds: '30', reason: 'Hardship' }),
    );
    expect(await inShort(server, id)).to.equal('confirmed taken:1');
    const lead = (await server.db('rights').where({ scope_id: groupId, role: 'group_lead' }).first())
      .person_id as string;
    const letters = await server.db('letters').where({ group_id: groupId, person_id: lead }).orderBy('id');
    expect(letters.map(({ subject }) => subject).slice(1)).to.deep.equal([
      'Group room, Library: Testborough Council is asked',
      'Group room, Library is offered to you',
      'Group room, Library is yours: deposit of £30.00 due',
      'Booked: Group room, Library, on Thursday 4 February 2027, 18:00 to 20:00',
    ]);
    for (const { text } of letters) expect(text).not.to.include('http');
    expect(letters.at(-1)?.text).to.include('Thursday 4 February 2027, 18:00 to 20:00');
    const signed = await server.db('facts').where({ subject_id: id, kind: 'room_agreement_signed' }).first();
    expect([signed.on_behalf_of, signed.channel]).to.deep.equal([lead, 'phone']);
  });

  it('is not for members, strangers, officers from elsewhere, or officers who are in the group', async () => {
    const member = await holderOf(server, 'member@example.org', 'group_member', 'group', group.groupId, 'Mia Member');
    const far = await holderOf(
      server,
      'far@example.org',
      'broker',
      'area',
      (await aTown(server, { slug: `far-${room.id.slice(0, 8)}`, name: 'Far', southWestCorner: { lon: -3, lat: 54 } }))
        .area.id,
    );
    const stranger = await signedIn(server, 'stranger@example.org', 'Sue Stranger');
    const id = await asksAndSends(group.as, group.groupId, [room.id], { start: '8:00', end: '9:00', day: 'mon' });
    for (const who of [member, far, stranger]) {
      expect(
        (await who.post(`/groups/${group.groupId}/requests?space=${room.id}`, aForm() as Record<string, string>))
          .status,
      ).to.equal(404);
      for (const path of ['send', 'withdraw', 'take', 'next', 'answer', 'close', 'money/pay'])
        expect((await who.post(`/requests/${id}/${path}`, { agrees: 'yes', answer: 'yes' })).status, path).to.equal(
          404,
        );
    }
    expect((await member.get(`/requests/${id}`)).status, 'a member sees it').to.equal(200);
    const inside = await holderOf(server, 'inside@example.org', 'broker', 'area', town.area.id, 'Ivo Inside');
    await holderOf(server, 'inside@example.org', 'group_member', 'group', group.groupId);
    for (const path of ['answer', 'close', 'money/pay'])
      expect((await inside.post(`/requests/${id}/${path}`, { answer: 'yes', said_by: 'X' })).status, path).to.equal(
        404,
      );
    expect((await inside.post(`/requests/${id}/withdraw`, BROUGHT)).status).to.equal(404);
  });

  it('answers nonsense like something that is not there', async () => {
    for (const path of [
      '/requests/nonsense',
      `/requests/${server.newId()}`,
      '/requests/%00',
      `/requests/${server.newId()}/money`,
      '/groups/x/ask?space=y',
      `/groups/${group.groupId}/ask?space=nonsense`,
    ]) {
      expect((await group.as.get(path)).status, path).to.be.oneOf([400, 404]);
    }
    expect((await group.as.get(`/spaces/${server.newId()}/ask`)).status).to.equal(404);
    expect(
      (await group.as.get(`/spaces/${room.id}/ask?day=${'mon,'.repeat(900)}&for=%F0%9F%98%80`)).status,
    ).to.be.oneOf([200, 303, 400, 414]);
    const undescribed = await aPublishedRoom(server, town, { bookable: false });
    expect((await group.as.get(`/groups/${group.groupId}/ask?space=${undescribed.id}`)).status).to.equal(409);
  });
});
