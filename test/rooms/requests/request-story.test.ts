import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { newestMail } from '../../ground/people/visitor.ts';
import { aSentTest } from './a-result.ts';
import { aPublishedRoom, aResult, ASKED_ON, at, inShort, joinCompact, standing, subjectsTo } from './a-request.ts';
import {
  asks,
  asksAndSends,
  aVisitingGroup,
  expectDone,
  holderOf,
  page,
  serverOn,
  signedIn,
  type Person,
} from './a-request-visit.ts';
import { words } from '../../front/desk/a-desk.ts';

/** Tuesdays of 2027 up to the end of the year: 48, of which 28 December is a bank holiday. */
const A_YEAR = { from: '2027-02-02', until: '2027-12-28' };
const CASH = { account: 'deposit', pounds: '30', method: 'cash', on_day: '2027-01-04', witness: 'Olu Officer' };

eachDatabase('A weekly room for a stroke group (worked case C)', (open) => {
  let databaseUrl: string;
  let server: TestServer;
  let town: Town;
  let owner: Person;
  let broker: Person;
  const servers: TestServer[] = [];

  beforeEach(async () => {
    databaseUrl = await open();
    server = await aServer(databaseUrl, { now: at(ASKED_ON) });
    servers.push(server);
    town = await aTown(server);
    await joinCompact(server, town);
    owner = await holderOf(server, 'owner@example.org', 'owner_representative', 'owner', town.owner.id, 'Omar Owner');
    broker = await holderOf(server, 'broker@example.org', 'broker', 'area', town.area.id, 'Bina Broker');
  });
  afterEach(async () => {
    for (const one of servers) expect(one.errors).to.deep.equal([]);
    await Promise.all(servers.splice(0).map((one) => one.stop()));
  });

  const on = async (day: string, time?: string): Promise<TestServer> => {
    const later = await serverOn(databaseUrl, day, time);
    servers.push(later);
    return later;
  };

  it('is found, checked, sent, offered by silence, taken, paid in cash and confirmed with every date', async () => {
    const room = await aPublishedRoom(server, town);
    const group = await aVisitingGroup(server, town);
    const wish = 'repeat=weekly&day=tue&from=2027-02-02&until=2027-12-28&start=18%3A00&end=20%3A00&people=10';
    const chosen = await group.as.get(`/spaces/${room.id}/ask?${wish}`);
    expect([chosen.status, chosen.headers.get('location')]).to.deep.equal([
      303,
      `/groups/${group.groupId}/ask?space=${room.id}&${wish}`,
    ]);
    const form = await page(group.as, chosen.headers.get('location') ?? '');
    expect(form)
      .to.match(/value="tue" checked/)
      .and.include('value="18:00"')
      .and.include('value="2027-12-28"');

    const id = await asks(group.as, group.groupId, room.id, A_YEAR);
    const check = await page(group.as, `/requests/${id}`);
    for (const said of [
      '47 dates',
      'Tuesday 2 February 2027',
      'Tuesday 21 December 2027',
      '1 date is not asked for',
      'Tuesday 28 December 2027: it is a bank holiday',
      '£30',
      'Community group – weekly meeting',
      'The owner answers within 5 working days. If they do not, the room is offered to you anyway.',
    ])
      expect(check, said).to.include(said);
    expect(await inShort(server, id), 'nothing is held before it is sent').to.equal('draft waiting:0');
    await expectDone(group.as.post(`/requests/${id}/send`));
    await expectDone(group.as.post(`/requests/${id}/send`));
    const sent = await page(group.as, `/requests/${id}`);
    expect(sent)
      .to.include('Testborough Council must answer by Thursday 31 December 2026 (5 working days left).')
      .and.include('the room is offered: the owner has agreed to that');
    expect(await page(owner, '/my')).to.include('Tuesday friends: Group room, Library. Your turn: answer yes or no');
    expect(await page(group.as, '/my')).to.include('The owner’s turn: answer yes or no');

    const later = await on('2027-01-04');
    expect(await later.requests.runDue()).to.include({ offered: 1 });
    const lead = await signedIn(later, group.lead);
    const offer = await page(lead, `/requests/${id}`);
    for (const said of [
      'It counts from Thursday 31 December 2026',
      'Take the room',
      'You pay a deposit of £30.00 first',
      'Stan Stroke signs for this',
      'Either side can end the whole series with 28 days’ notice.',
    ])
      expect(offer, said).to.include(said);
    expect((await lead.post(`/requests/${id}/take`)).status, 'without agreeing').to.equal(400);
    await expectDone(lead.post(`/requests/${id}/take`, { agrees: 'yes' }));
    await expectDone(lead.post(`/requests/${id}/take`, { agrees: 'yes' }));
    expect(await inShort(server, id)).to.equal('deposit_due taken:47');
    expect((await later.db('claims').distinct('kind')).map(({ kind }) => kind)).to.deep.equal(['booking']);

    const officer = await signedIn(later, broker.email);
    expect((await lead.get(`/requests/${id}/money`)).status, 'the group does not').to.equal(404);
    expect((await officer.post(`/requests/${id}/money/pay`, { ...CASH, witness: '' })).status).to.equal(400);
    const submission = later.newId();
    await expectDone(officer.post(`/requests/${id}/money/pay`, { ...CASH, submission }));
    await expectDone(officer.post(`/requests/${id}/money/pay`, { ...CASH, submission }));
    expect(await inShort(server, id)).to.equal('confirmed taken:47');
    const entries = await later.db('booking_ledger').orderBy('id');
    expect(
      entries.map(({ account, kind, pence, receipt_no, taken_by, witness }) => [
        account,
        kind,
        pence,
        receipt_no,
        taken_by,
        witness,
      ]),
    ).to.deep.equal([
      ['deposit', 'charged', 3000, null, null, null],
      ['deposit', 'paid', 3000, '2027-0001', 'Bina Broker', 'Olu Officer'],
    ]);
    const { text, subject } = await newestMail(later, group.lead);
    expect(subject).to.equal('Booked: Group room, Library, every Tuesday, 18:00 to 20:00');
    expect(text)
      .to.include('These are your 47 dates:')
      .and.include('Tuesday 21 December 2027, 18:00 to 20:00')
      .and.include('Tuesday 28 December 2027: it is a bank holiday');
    expect((await later.db('mails').where({ to: group.lead, kind: 'room_confirmed' }).first()).calendar)
      .to.include('BEGIN:VEVENT')
      .and.include('DTSTART;TZID=Europe/London:20270202T180000')
      .and.not.include('Stroke');
    expect(await page(lead, '/my')).to.include('2 February 2027');
  });

  it('says nothing outside that tells who comes: no name, no purpose, no keyholder', async () => {
    const room = await aPublishedRoom(server, town, { caretaking: 'Ring Kay Keyholder, code 4711' });
    const group = await aVisitingGroup(server, town);
    const id = await asksAndSends(group.as, group.groupId, [room.id], {
      for: 'Exercises after a stroke',
      equipment: 'Walking frames',
    });
    const mails = (await server.mails.latest(200)).filter(({ kind }) => kind.startsWith('room_'));
    expect(mails.map(({ to }) => to)).to.include(owner.email);
    for (const { to, subject, text, html } of mails) {
      for (const secret of ['Kay Keyholder', '4711']) expect(`${subject} ${text} ${html}`, to).not.to.include(secret);
      for (const secret of ['stroke', 'Stroke survivors', 'Walking'])
        expect(`${subject} ${text} ${html}`.toLowerCase(), to).not.to.include(secret.toLowerCase());
    }
    const asOwner = await page(owner, `/requests/${id}`);
    expect(asOwner)
      .to.include('Tuesday friends')
      .and.include('Exercises after a stroke')
      .and.not.include('Stroke survivors of Millfield')
      .and.not.include('Stan Stroke');
    const outside = await Promise.all(
      [`/spaces/${room.id}`, `/api/spaces/${room.id}/calendar?from=2027-01-04&until=2027-01-31`].map(async (path) =>
        words(await fetch(`${server.url}${path}`)),
      ),
    );
    for (const text of outside)
      expect(text.toLowerCase())
        .not.to.include('after a stroke')
        .and.not.include('survivors')
        .and.not.include('tuesday friends');
    expect((await fetch(`${server.url}/requests/${id}`, { headers: { Accept: 'application/json' } })).status).to.equal(
      401,
    );
    expect(
      (await (await signedIn(server, 'stranger@example.org', 'Sue Stranger')).get(`/requests/${id}`)).status,
    ).to.equal(404);
  });

  it('goes to the next room at once when the owner says no, with the reason from the list', async () => {
    const [first, second] = [
      await aPublishedRoom(server, town),
      await aPublishedRoom(server, town, { name: 'Small hall' }),
    ];
    const group = await aVisitingGroup(server, town);
    const id = await asksAndSends(group.as, group.groupId, [first.id, second.id]);
    const wrong = await owner.post(`/requests/${id}/answer`, {
      answer: 'no',
      reason: 'might sell one day',
      note: 'Too much work.',
    });
    expect([wrong.status, (await words(wrong)).includes('Choose a reason from the list.')]).to.deep.equal([400, true]);
    expect(
      (await owner.post(`/requests/${id}/answer`, { answer: 'no', reason: 'in_use', note: 'No.' })).status,
      'no words to it',
    ).to.equal(400);
    await expectDone(
      owner.post(`/requests/${id}/answer`, {
        answer: 'no',
        reason: 'in_use',
        note: 'Our own course takes place here.',
      }),
    );
    expect(await inShort(server, id)).to.equal('asked declined:0 asked:13');
    const mail = await newestMail(server, group.lead);
    expect(mail.subject).to.equal('Group room, Library: Testborough Council says no');
    expect(mail.text)
      .to.include('The owner needs the room on these dates.')
      .and.include('Our own course takes place here.')
      .and.include('Small hall, Library');
    expect(await page(group.as, `/requests/${id}`))
      .to.include('The owner said no')
      .and.include('Small hall');
    await expectDone(
      owner.post(`/requests/${id}/answer`, { answer: 'no', reason: 'danger', note: 'The ceiling is not safe.' }),
    );
    expect(await inShort(server, id)).to.equal('with_broker declined:0 declined:0');
    expect((await subjectsTo(server, broker.email)).at(-1)).to.equal(
      'Tuesday friends needs a room: none on the list is left',
    );
    expect(await page(broker, '/desk/requests?area=testborough')).to.include(`/requests/${id}`);
    const third = await aPublishedRoom(server, town, { name: 'Attic' });
    await expectDone(broker.post(`/requests/${id}/rooms`, { space: third.id }));
    expect(await inShort(server, id), 'a room that the broker adds is asked for at once').to.equal(
      'asked declined:0 declined:0 asked:13',
    );
  });

  it('is offered when the owner says yes, taken back at any time, and lets go of everything', async () => {
    const room = await aPublishedRoom(server, town);
    const group = await aVisitingGroup(server, town);
    const id = await asksAndSends(group.as, group.groupId, [room.id]);
    await expectDone(owner.post(`/requests/${id}/answer`, { answer: 'yes' }));
    await expectDone(owner.post(`/requests/${id}/answer`, { answer: 'yes' }));
    expect(await inShort(server, id)).to.equal('offered offered:13');
    expect(
      (await owner.post(`/requests/${id}/answer`, { answer: 'no', reason: 'in_use', note: 'We changed our mind.' }))
        .status,
    ).to.equal(409);
    await expectDone(group.as.post(`/requests/${id}/withdraw`, { reason: '' }));
    expect(await inShort(server, id)).to.equal('withdrawn withdrawn:0');
    expect(await server.db('claims')).to.deep.equal([]);
    expect((await subjectsTo(server, owner.email)).at(-1)).to.equal('Group room, Library: a request was taken back');
    expect((await group.as.post(`/requests/${id}/take`, { agrees: 'yes' })).status).to.equal(409);
    expect(await page(group.as, `/requests/${id}`))
      .to.include('Ask again')
      .and.include(`/groups/${group.groupId}/ask?space=${room.id}&amp;people=10`);
  });

  it('offers a training firm the commercial prices when its test says not yet (C2)', async () => {
    const room = await aPublishedRoom(server, town);
    const firm = await aVisitingGroup(server, town, { name: 'Sharp Training Ltd', publicName: null, result: null });
    const id = await asksAndSends(firm.as, firm.groupId, [room.id], A_YEAR);
    expect(await page(firm.as, `/requests/${id}`))
      .to.include('Your group has not passed the benefit test yet: the owner’s silence is no offer')
      .and.include(`/groups/${firm.groupId}/passport`);
    await aResult(server, town, firm.groupId, { outcome: 'not_yet', points: 120, resultOn: ASKED_ON });
    await server.requests.runDue();
    expect((await newestMail(server, firm.lead)).subject).to.equal(
      'Group room, Library: your test result, and another way',
    );
    const shown = await page(firm.as, `/requests/${id}`);
    expect(shown).to.include('Businesses: £2,350').and.include('Ask at this price');
    await expectDone(firm.as.post(`/requests/${id}/prices`, { as: 'commercial' }));
    expect(await inShort(server, id)).to.equal('asked asked:47');
    const { options } = await standing(server, id);
    expect(options[0]?.asked?.quote?.totalPence).to.equal(47 * 2 * 2_500);
    expect(await page(firm.as, `/requests/${id}`)).to.include(
      'No answer by then is no offer, because the group has no passed benefit test.',
    );
    const later = await on('2027-01-04');
    expect(await later.requests.runDue()).to.include({ chased: 1, offered: 0 });
  });

  it('is the owner’s to give before anybody has scored the group, at the community price', async () => {
    const room = await aPublishedRoom(server, town);
    const group = await aVisitingGroup(server, town, { result: null });
    await aSentTest(server, town, group.groupId, ASKED_ON);
    const id = await asks(group.as, group.groupId, room.id);
    expect(await page(group.as, `/requests/${id}`))
      .to.include('the owner is asked at once, and may say yes at the community price')
      .and.include('See how the test stands')
      .and.not.include('Do the test')
      .and.not.include('the room is offered to you anyway');
    await expectDone(group.as.post(`/requests/${id}/send`));
    expect(await page(group.as, `/requests/${id}`)).to.include(
      'Your group’s answers in the benefit test are being scored: the owner’s silence is no offer',
    );
    const told =
      'The group has not passed the test yet: your silence is no offer; you may say yes all the same, at the community price.';
    expect((await newestMail(server, owner.email)).text).to.include(told);
    expect(await page(owner, `/requests/${id}`)).to.include(told);
    await expectDone(owner.post(`/requests/${id}/answer`, { answer: 'yes' }));
    const { options } = await standing(server, id);
    expect([await inShort(server, id), options[0]?.asked?.quote?.totalPence]).to.deep.equal(['offered offered:13', 0]);
  });

  it('is chased by a broker where silence is no offer; the broker writes down what the owner says (C4)', async () => {
    const room = await aPublishedRoom(server, town, { windows: [{ approval: 'owner', publishedOpen: false }] });
    const group = await aVisitingGroup(server, town);
    const id = await asksAndSends(group.as, group.groupId, [room.id]);
    const later = await on('2027-01-04');
    await later.requests.runDue();
    const [officer, lead] = [await signedIn(later, broker.email), await signedIn(later, group.lead)];
    expect(await page(officer, '/desk/requests?area=testborough'))
      .to.include('The owner is silent')
      .and.include('Your turn: ask the owner again, by Friday 8 January 2027');
    expect(await page(officer, '/desk?area=testborough')).to.include('Your turn: 1');
    expect(await page(lead, `/requests/${id}`)).to.include('Testborough Council has not answered');
    expect((await officer.post(`/requests/${id}/answer`, { answer: 'yes' })).status, 'who said so?').to.equal(400);
    await expectDone(officer.post(`/requests/${id}/answer`, { answer: 'yes', said_by: 'Omar Owner' }));
    expect(await inShort(server, id)).to.equal('offered offered:13');
    expect((await subjectsTo(later, owner.email)).at(-1)).to.equal('Group room, Library: we wrote down your yes');
  });

  it('is confirmed without a deposit where paying it would be hard (C5)', async () => {
    const room = await aPublishedRoom(server, town);
    const group = await aVisitingGroup(server, town);
    const id = await asksAndSends(group.as, group.groupId, [room.id]);
    await expectDone(owner.post(`/requests/${id}/answer`, { answer: 'yes' }));
    await expectDone(group.as.post(`/requests/${id}/take`, { agrees: 'yes' }));
    expect(
      (await broker.post(`/requests/${id}/money/waive`, { account: 'deposit', pounds: '30', reason: '' })).status,
    ).to.equal(400);
    await expectDone(
      broker.post(`/requests/${id}/money/waive`, {
        account: 'deposit',
        pounds: '30',
        reason: 'The lead lives on a pension.',
      }),
    );
    expect(await inShort(server, id)).to.equal('confirmed taken:13');
    expect(await page(owner, `/requests/${id}`)).not.to.include('pension');
    expect(await page(group.as, `/requests/${id}`)).to.include('pension');
  });

  it('waits for a second person, and a broker helps to find one (C7)', async () => {
    const room = await aPublishedRoom(server, town);
    const group = await aVisitingGroup(server, town);
    await server
      .db('rights')
      .where({ role: 'group_deputy', scope_id: group.groupId })
      .update({ ended_at: at(ASKED_ON) });
    const id = await asksAndSends(group.as, group.groupId, [room.id]);
    expect(await inShort(server, id)).to.equal('incomplete waiting:0');
    expect(await page(group.as, `/requests/${id}`))
      .to.include('One more person is needed')
      .and.include('Your group’s turn, together with the broker');
    expect((await subjectsTo(server, broker.email)).at(-1)).to.equal('Tuesday friends needs a second person');
    expect(await page(broker, '/desk/requests?area=testborough')).to.include(`/requests/${id}`);
    await server.inOneTransaction(async (unit) => {
      const person = await server.people.personWith(unit, 'second@example.org', 'Sam Second', 'test');
      await server.people.grant(
        unit,
        person.id,
        { role: 'group_deputy', scope: 'group', scopeId: group.groupId, areaId: town.area.id, endsOn: null },
        'test',
      );
    });
    expect(await server.requests.runDue()).to.include({ completed: 1 });
    expect(await inShort(server, id)).to.equal('asked asked:13');
  });

  it('goes to the higher result of two when the owner says yes; the page has said so before (C8)', async () => {
    const [room, second] = [
      await aPublishedRoom(server, town),
      await aPublishedRoom(server, town, { name: 'Small hall' }),
    ];
    const one = await aVisitingGroup(server, town, { name: 'One', publicName: null, result: { points: 240 } });
    const a = await asksAndSends(one.as, one.groupId, [room.id, second.id]);
    expect(await page(owner, `/requests/${a}`)).not.to.include('Another group wants some of these dates too');
    const stale = /name="first" value="([^"]+)"/.exec(await page(owner, `/requests/${a}`))?.[1] ?? '';
    const two = await aVisitingGroup(server, town, { name: 'Two', publicName: null, result: { points: 300 } });
    const b = await asksAndSends(two.as, two.groupId, [room.id]);
    const late = await owner.post(`/requests/${a}/answer`, { answer: 'yes', first: stale });
    expect(
      [late.status, (await words(late)).includes('Look at the page again')],
      'the owner did not know',
    ).to.deep.equal([409, true]);
    const shown = await page(owner, `/requests/${a}`);
    expect(shown)
      .to.include('Another group wants some of these dates too, and goes first.')
      .and.include('On the questions about benefit the other group has 75.0 points of 100, this group 60.0.');
    await expectDone(
      owner.post(`/requests/${a}/answer`, {
        answer: 'yes',
        first: /name="first" value="([^"]+)"/.exec(shown)?.[1] ?? '',
      }),
    );
    expect([await inShort(server, a), await inShort(server, b)]).to.deep.equal([
      'asked outbid:0 asked:13',
      'offered offered:13',
    ]);
    expect((await subjectsTo(server, one.lead)).at(-1)).to.equal('Group room, Library went to another group');
  });

  it('is had at once where the room is let so: the lead signs with the same button', async () => {
    const room = await aPublishedRoom(server, town, { windows: [{ approval: 'instant' }] });
    const group = await aVisitingGroup(server, town);
    const id = await asks(group.as, group.groupId, room.id);
    expect(await page(group.as, `/requests/${id}`))
      .to.include('What you sign for')
      .and.include('Book it')
      .and.include('If it is free, it is yours at once.');
    await expectDone(group.as.post(`/requests/${id}/send`, { agrees: 'yes' }));
    expect(await inShort(server, id)).to.equal('deposit_due taken:13');
    const unscored = await aVisitingGroup(server, town, { name: 'Unscored', result: null });
    expect(
      await page(
        unscored.as,
        `/requests/${await asks(unscored.as, unscored.groupId, room.id, { start: '14:00', end: '16:00' })}`,
      ),
    )
      .to.include('The owner answers within 5 working days.')
      .and.not.include('yours at once')
      .and.not.include('Book it');
    const other = await aVisitingGroup(server, town, { name: 'Other' });
    const byDeputy = await asksAndSends(other.deputyAs, other.groupId, [room.id], { start: '10:00', end: '12:00' });
    expect(await inShort(server, byDeputy), 'only the lead signs').to.equal('offered offered:13');
    expect((await other.deputyAs.post(`/requests/${byDeputy}/take`, { agrees: 'yes' })).status).to.equal(404);
  });
});
