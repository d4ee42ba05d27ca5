import { expect } from 'chai';
import { BOOKING_STATES, type BookingState } from '../../src/rooms/bookings/booking-contract.ts';
import { bookingsOn } from '../../src/rooms/bookings/booking-store.ts';
import { dateWords } from '../../src/kernel/day-words.ts';
import { HIRE_STEPS, type HireStep } from '../../src/rooms/hires/hire-standing-contract.ts';
import { REQUEST_STATES, type RequestState } from '../../src/rooms/requests/request-contract.ts';
import { REQUEST_STEPS, type RequestStep } from '../../src/rooms/requests/request-standing-contract.ts';
import { requestsOn } from '../../src/rooms/requests/request-store.ts';
import { daysAfter } from '../../src/kernel/clock.ts';
import { dayOf } from '../../src/kernel/day-contract.ts';
import { TAKEN_BACK } from './a-hire-world.ts';
import { aCast, publishes, scores, sends, type Cast } from '../groups/benefit-test/a-test.ts';
import { aGroup, aPaper, joins } from '../groups/groups/a-group.ts';
import { eachDatabase } from '../support/databases.ts';
import { aTown, found, type Town } from '../support/domain.ts';
import { handClock, type HandClock } from '../support/hand-clock.ts';
import { aServer, type TestServer } from '../support/server.ts';
import { aResult, at, aPublishedRoom, ASKED_ON, DUE_ON, joinCompact } from './requests/a-request.ts';
import { asks, expectDone, holderOf, page as html, signedIn, type Person } from './requests/a-request-visit.ts';

/** Whose turn it is as the group reads it, what is next, and the last day for it: typed here by hand, from the wordings of the house. */
type Said = { turn: string; next: string; by: string | null };
/** Where a step is to be read. `card` is the desk's own list of what bookings want of those who answer for rooms. */
/** Dates far ahead of all that the first case lives through: as many, on the same weekday. */
const LATER = { from: '2027-09-07', until: '2027-09-28' };
type Place = 'request' | 'group' | 'my' | 'booking' | 'course' | 'desk' | 'card' | 'mail';

const ASKING: readonly Place[] = ['request', 'my', 'desk'];
const HIRING: readonly Place[] = ['request', 'booking', 'course'];
const GROUPS: readonly Place[] = [...HIRING, 'group', 'my'];
/** What each step of a request says, and where: a new step without a row does not compile. */
const REQUEST_ROWS: Record<Exclude<RequestStep, 'booked'>, { turn: string; next: string; at: readonly Place[] }> = {
  send: { turn: 'Your group’s turn', next: 'check it and send it', at: ['group', 'my'] },
  name_deputy: {
    turn: 'Your group’s turn, together with the broker',
    next: 'name a second person, a deputy who can step in',
    at: [...ASKING, 'group', 'mail'],
  },
  owner_answers: { turn: 'The owner’s turn', next: 'answer yes or no', at: [...ASKING, 'mail'] },
  ask_again: { turn: 'The broker’s turn', next: 'ask the owner again', at: [...ASKING, 'mail'] },
  find_room: { turn: 'The broker’s turn', next: 'look for another room with the group', at: [...ASKING, 'mail'] },
  take: {
    turn: 'Your group’s turn',
    next: 'read what you sign for, and take the room',
    at: [...ASKING, 'group', 'mail'],
  },
  settle_deposit: {
    turn: 'Your group’s turn',
    next: 'settle the deposit',
    at: [...ASKING, 'group', 'booking', 'course', 'mail'],
  },
  nothing: { turn: 'Nobody has to do anything', next: '', at: ['request'] },
};
/** The same of a booking. */
const HIRE_ROWS: Record<HireStep, { turn: string; next: string; at: readonly Place[] }> = {
  other_date: { turn: 'Your group’s turn', next: 'take the other date that is offered, or say no', at: GROUPS },
  insurance: {
    turn: 'Your group’s turn',
    next: 'add proof of insurance: without it the room stays shut to the group',
    at: [...GROUPS, 'card', 'mail'],
  },
  safeguarding: {
    turn: 'Your group’s turn',
    next: 'add the safeguarding statement: without it the room stays shut to the group',
    at: [...GROUPS, 'card'],
  },
  check_insurance: {
    turn: 'The broker’s turn',
    next: 'check the proof of insurance that the group has added: until then the room stays shut to the group',
    at: [...HIRING, 'card'],
  },
  check_safeguarding: {
    turn: 'The broker’s turn',
    next: 'check the safeguarding statement that the group has added: until then the room stays shut to the group',
    at: [...HIRING, 'card'],
  },
  induction: {
    turn: 'Your group’s turn, together with the owner',
    next: 'meet and be shown round: alarm, exits, accident book',
    at: [...GROUPS, 'card'],
  },
  pay_deposit: {
    turn: 'Your group’s turn',
    next: 'pay a part of £10 of the £30 that are left of the deposit',
    at: GROUPS,
  },
  pay_hire: { turn: 'Your group’s turn', next: 'pay £120 of hire', at: GROUPS },
  refund: { turn: 'The owner’s turn', next: 'pay £120 of hire back', at: [...HIRING, 'card'] },
  come: { turn: 'Nobody has to do anything', next: 'The next date is', at: HIRING },
  deposit: { turn: 'The owner’s turn', next: 'give the deposit back', at: [...HIRING, 'card'] },
  dispute: { turn: 'The owner’s turn', next: 'answer what the group says about its deposit', at: [...HIRING, 'card'] },
  evaluation: { turn: 'Your group’s turn', next: 'tell us in three questions how it went', at: GROUPS },
  nothing: { turn: 'Nobody has to do anything', next: '', at: HIRING },
};

/** A page as it is read. */
const page = async (who: Person, path: string): Promise<string> =>
  (await html(who, path)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** A sentence as every page has it. */
function sentence({ turn, next, by }: Said): string {
  if (turn === 'Nobody has to do anything')
    return next === '' ? `${turn}.` : `${turn}. ${next} ${dateWords(by ?? '')}.`;
  return `${turn}: ${next}${by === null ? '' : `, by ${dateWords(by)}`}.`;
}
/** The same for an officer, who is no part of the group. */
const forOfficer = (said: Said): Said => ({
  ...said,
  turn:
    said.turn === 'Your group’s turn, together with the broker'
      ? 'Your turn, together with the group'
      : said.turn.replace('Your group’s', 'The group’s').replace('The broker’s turn', 'Your turn'),
});
/** The first thing that a page says of whose turn it is. */
const FIRST =
  /(?:Your|The) (?:group’s |owner’s |broker’s |scorers’ )?turn(?:, together with the \w+)?: [^.]*\.|Nobody has to do anything\.(?: The next date is [^.]*\.)?/;

eachDatabase('One truth: whose turn it is, what is next and by when', (open) => {
  let server: TestServer;
  let clock: HandClock;
  let town: Town;
  let cast: Cast;
  let owner: Person;
  let broker: Person;
  const seen = { requests: new Set<string>(), bookings: new Set<string>(), steps: new Set<string>() };

  before(async () => {
    clock = handClock(at(ASKED_ON));
    server = await aServer(await open(), { clock: () => clock.now() });
    town = await aTown(server);
    await joinCompact(server, town);
    cast = await aCast(server, town);
    owner = await holderOf(server, 'owner@example.org', 'owner_representative', 'owner', town.owner.id, 'Olga Owner');
    broker = await holderOf(server, 'truth-broker@example.org', 'broker', 'area', town.area.id);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  /** A case under way: its group, its request, and its booking as soon as there is one. */
  type Case = { lead: Person; groupId: string; requestId: string };
  const stateOf = async ({
    requestId,
  }: Case): Promise<{ request: RequestState; booking: BookingState | null; bookingId: string | null }> => {
    const request = found(await requestsOn(server.db).byId(requestId));
    const option = await server
      .db('room_options')
      .where({ request_id: requestId })
      .whereIn('state', ['asked', 'offered', 'default_offered', 'taken'])
      .whereNotNull('booking_id')
      .first('booking_id');
    const booking = option ? await bookingsOn(server.db).byId(option.booking_id) : undefined;
    return { request: request.state, booking: booking?.state ?? null, bookingId: booking?.id ?? null };
  };

  /** Every place says it, first of all, and with the same day. */
  async function everywhere(one: Case, step: RequestStep | HireStep, said: Said, at: readonly Place[]): Promise<void> {
    const { request, booking, bookingId } = await stateOf(one);
    seen.requests.add(request);
    if (booking) seen.bookings.add(booking);
    seen.steps.add(step);
    const where = `${request}, ${booking ?? 'no booking'}, ${step}`;
    const [line, officers] = [sentence(said), sentence(forOfficer(said))];
    const first = async (who: Person, path: string, expected: string): Promise<void> => {
      expect(FIRST.exec(await page(who, path))?.[0], `${where}: ${path}`).to.equal(expected);
    };
    const reply = (await (await one.lead.get(`/api/requests/${one.requestId}`)).json()) as {
      next: string;
      due_on: string | null;
    };
    expect([reply.next.toLowerCase(), reply.due_on], `${where}: API`).to.deep.equal([said.next.toLowerCase(), said.by]);
    if (at.includes('request')) {
      await first(one.lead, `/requests/${one.requestId}`, line);
      await first(broker, `/requests/${one.requestId}`, officers);
    }
    if (at.includes('booking')) await first(one.lead, `/bookings/${bookingId}`, line);
    if (at.includes('course')) {
      await first(one.lead, `/bookings/${bookingId}/course`, line);
      await first(broker, `/bookings/${bookingId}/course`, officers);
    }
    const group = await page(one.lead, `/groups/${one.groupId}`);
    if (at.includes('group')) expect(group, `${where}: group`).to.include(line);
    expect(group.includes('Nothing is missing'), `${where}: group`).to.equal(
      !/Your group’s turn/.test(group.split('Rooms asked for')[0] ?? ''),
    );
    const my = await page(one.lead, '/my');
    if (at.includes('my')) {
      expect(my, `${where}: my page`).to.include(`${said.turn}: ${said.next}`);
      if (said.by) expect(my, `${where}: my page`).to.include(`${said.next} by ${dateWords(said.by)}`);
    }
    if (at.includes('desk')) {
      const lists = await Promise.all(
        ['mine', 'owners', 'groups'].map((show) => page(broker, `/desk/requests?area=${town.area.slug}&show=${show}`)),
      );
      expect(lists.join(' '), `${where}: desk`).to.include(officers.slice(0, -1));
    }
    if (at.includes('card'))
      expect(await page(broker, `/desk?area=${town.area.slug}`), `${where}: desk`).to.include(officers);
    if (at.includes('mail')) {
      const [newest] = (await server.mails.latest(60)).filter(
        ({ to, kind }) => to === one.lead.email && /^room|^booking/.test(kind),
      );
      expect(newest?.text.replace(/\s+/g, ' '), `${where}: mail`).to.include(line);
    }
  }
  const asked = (one: Case, step: Exclude<RequestStep, 'booked'>, by: string | null): Promise<void> =>
    everywhere(one, step, { ...REQUEST_ROWS[step], by }, REQUEST_ROWS[step].at);
  const hired = (one: Case, step: HireStep, by: string | null): Promise<void> =>
    everywhere(one, step, { ...HIRE_ROWS[step], by }, HIRE_ROWS[step].at);

  const aCase = async (
    more: Record<string, string>,
    room: Parameters<typeof aPublishedRoom>[2],
    withDeputy: boolean,
  ): Promise<Case> => {
    const lead = await signedIn(server, `lead-${server.newId()}@example.org`, 'Stan Stroke');
    const groupId = await aGroup(lead, { name: `Group ${lead.email}`, public_name: '' });
    if (withDeputy) await joins(server, lead, groupId, 'group_deputy');
    const { id } = await aPublishedRoom(server, town, room);
    return {
      lead,
      groupId,
      requestId: await asks(lead, groupId, id, { from: '2027-01-05', until: '2027-01-26', ...more }),
    };
  };
  /** Sessions end meanwhile. */
  const goTo = async ({ lead }: Case, day: string): Promise<void> => {
    clock.goTo(at(day));
    for (const who of [owner, broker, lead]) Object.assign(who, await signedIn(server, who.email));
  };
  const pays = (one: Case, account: string, pounds: string): Promise<Response> =>
    expectDone(
      broker.post(`/requests/${one.requestId}/money/pay`, {
        account,
        pounds,
        method: 'transfer',
        on_day: dayOf(clock.now().toISOString()),
        submission: server.newId(),
      }),
    );
  const dueOf = async ({ requestId }: Case): Promise<string> =>
    found((await requestsOn(server.db).byId(requestId))?.dueOn);
  const versionOf = async (id: string | null): Promise<string> =>
    String((await bookingsOn(server.db).byId(id ?? ''))?.version);
  /** A booking that came to nothing says so on its own pages. */
  async function gone({ lead }: Case, bookingId: string | null): Promise<void> {
    seen.bookings.add(found((await bookingsOn(server.db).byId(bookingId ?? ''))?.state));
    for (const path of [`/bookings/${bookingId}`, `/bookings/${bookingId}/course`])
      expect(FIRST.exec(await page(lead, path))?.[0], path).to.equal('Nobody has to do anything.');
  }
  const send = (one: Case): Promise<Response> => expectDone(one.lead.post(`/requests/${one.requestId}/send`));

  it('is the same from the first draft to the closed file, and no page lags behind what has happened', async () => {
    const one = await aCase(
      { vulnerable: 'yes' },
      {
        hirersLiability: null,
        tariffs: [{ id: server.newId(), audience: 'community', basis: 'hour', pence: 1_500, from: null }],
      },
      false,
    );
    await asked(one, 'send', null);
    await send(one);
    await asked(one, 'name_deputy', '2027-01-05');
    await joins(server, one.lead, one.groupId, 'group_deputy');
    await asked(one, 'owner_answers', DUE_ON);

    expect(await page(one.lead, `/requests/${one.requestId}`)).to.include('Your group’s turn: do the benefit test');
    const testId = await sends(one.lead, one.groupId);
    await asked(one, 'owner_answers', DUE_ON);
    const scoring =
      /The scorers’ turn: mark the answers in the benefit test, two people apart from each other, by [^.]*\./.exec(
        await page(one.lead, `/requests/${one.requestId}`),
      )?.[0];
    for (const path of [`/groups/${one.groupId}/passport`, `/groups/${one.groupId}`])
      expect(await page(one.lead, path), path).to.include(found(scoring));
    await scores(cast.first, testId);
    await scores(cast.second, testId);
    expect(await page(one.lead, `/requests/${one.requestId}`)).to.include('make the last checks');
    await publishes(cast.broker, testId);
    // Nothing has run by itself: the page says at once that the owner has been told, and has its days anew.
    expect(await page(one.lead, `/requests/${one.requestId}`)).to.include(
      'the room is offered: the owner has agreed to that',
    );
    expect(await page(one.lead, `/groups/${one.groupId}`))
      .to.include('The room passport is good until')
      .and.not.include('benefit test:');
    await asked(one, 'owner_answers', DUE_ON);

    await expectDone(owner.post(`/requests/${one.requestId}/answer`, { answer: 'yes' }));
    await asked(one, 'take', '2027-01-01');
    await expectDone(one.lead.post(`/requests/${one.requestId}/take`, { agrees: 'yes' }));
    await asked(one, 'settle_deposit', '2027-01-01');
    await expectDone(
      broker.post(`/requests/${one.requestId}/money/instalments`, {
        count: '3',
        first_on: '2027-01-28',
        every_weeks: '4',
        submission: server.newId(),
      }),
    );
    const { bookingId } = await stateOf(one);
    await hired(one, 'insurance', '2027-01-05');
    const paper = async (kind: 'insurance' | 'safeguarding'): Promise<void> => {
      const id = await aPaper(one.lead, one.groupId, { kind });
      await hired(one, `check_${kind}`, '2027-01-05');
      await broker.post(`/groups/${one.groupId}/documents/${id}/check`, { outcome: 'accepted' });
    };
    await paper('insurance');
    await hired(one, 'safeguarding', '2027-01-05');
    await paper('safeguarding');
    await hired(one, 'induction', '2027-01-05');
    await expectDone(
      owner.post(`/bookings/${bookingId}/induction`, { on: ASKED_ON, signed_by: 'Gita', shown_by: 'Carl' }),
    );
    await hired(one, 'pay_hire', '2027-01-19');
    await pays(one, 'hire', '120');
    await hired(one, 'pay_deposit', '2027-01-28');
    await pays(one, 'deposit', '30');
    await hired(one, 'come', '2027-01-05');

    await expectDone(
      owner.post(`/bookings/${bookingId}/take-back`, {
        ...TAKEN_BACK,
        version: await versionOf(bookingId),
        which: 'one',
        date: '2027-01-26',
        instead_date: '2027-02-02',
        instead_from: '18:00',
        instead_to: '20:00',
      }),
    );
    const offer = found(await server.db('date_offers').where({ booking_id: bookingId, state: 'open' }).first());
    await hired(one, 'other_date', dayOf(new Date(offer.until * 60_000 - 1).toISOString()));
    await expectDone(one.lead.post(`/bookings/${bookingId}/other-dates/${offer.id}`, { answer: 'accept' }));
    await hired(one, 'come', '2027-01-05');

    await goTo(one, '2027-01-06');
    await server.hires.runDue();
    await hired(one, 'come', '2027-01-12');
    await goTo(one, '2027-02-03');
    await server.hires.runDue();
    await hired(one, 'deposit', '2027-02-16');
    const course = `/bookings/${bookingId}`;
    await broker.post(`${course}/deductions`, { words: 'A chair is broken.', pounds: '10' }, { json: true });
    await expectDone(owner.post(`${course}/deposit-return`, { method: 'transfer', on_day: '2027-02-03' }));
    await hired(one, 'evaluation', '2027-03-03');
    await expectDone(one.lead.post(`${course}/challenge`, { challenge: 'It was broken when we came.' }));
    const disputed = found(await server.db('deposit_returns').where({ booking_id: bookingId }).first());
    await hired(one, 'dispute', disputed.answer_due_on);
    await expectDone(broker.post(`${course}/challenge-answer`, { answer: 'We see it otherwise.' }));
    await hired(one, 'evaluation', '2027-03-03');
    await expectDone(one.lead.post(`${course}/evaluation`, { suited: 'yes', people: '5_to_10', better: '' }));
    await hired(one, 'nothing', null);
    await goTo(one, '2027-03-05');
    await server.hires.runDue();
    await hired(one, 'nothing', null);
  });

  it('is the same of what is silent, goes to the broker and comes to nothing', async () => {
    const one = await aCase(LATER, {}, true);
    await send(one);
    await asked(one, 'owner_answers', await dueOf(one));
    await goTo(one, daysAfter(await dueOf(one), 1));
    await server.requests.runDue();
    await asked(one, 'ask_again', await dueOf(one));
    const held = (await stateOf(one)).bookingId;
    await expectDone(
      owner.post(`/requests/${one.requestId}/answer`, {
        answer: 'no',
        reason: 'in_use',
        note: 'Our own club meets there on these evenings.',
      }),
    );
    await asked(one, 'find_room', await dueOf(one));
    await gone(one, held);
    await expectDone(broker.post(`/requests/${one.requestId}/close`, { reason: 'There is no room like that.' }));
    await asked(one, 'nothing', null);
  });

  it('is the same of what is taken back, of an offer by silence, and of what lapses', async () => {
    const back = await aCase(LATER, {}, true);
    await send(back);
    const held = (await stateOf(back)).bookingId;
    await expectDone(back.lead.post(`/requests/${back.requestId}/withdraw`));
    await asked(back, 'nothing', null);
    await gone(back, held);

    const one = await aCase(LATER, {}, true);
    await aResult(server, town, one.groupId);
    await send(one);
    await goTo(one, daysAfter(await dueOf(one), 1));
    await server.requests.runDue();
    const offered = (await stateOf(one)).bookingId;
    await asked(one, 'take', await dueOf(one));
    await goTo(one, daysAfter(await dueOf(one), 1));
    await server.requests.runDue();
    await asked(one, 'nothing', null);
    await gone(one, offered);
  });

  it('is the same of a booking that its group gives up after it has paid', async () => {
    const one = await aCase(
      LATER,
      {
        depositPence: 0,
        tariffs: [{ id: server.newId(), audience: 'community', basis: 'hour', pence: 1_500, from: null }],
      },
      true,
    );
    await send(one);
    await expectDone(owner.post(`/requests/${one.requestId}/answer`, { answer: 'yes' }));
    await expectDone(one.lead.post(`/requests/${one.requestId}/take`, { agrees: 'yes' }));
    await pays(one, 'hire', '120');
    const { bookingId } = await stateOf(one);
    await expectDone(
      one.lead.post(`/bookings/${bookingId}/cancel`, { which: 'all', version: await versionOf(bookingId) }),
    );
    await hired(one, 'refund', null);
    await expectDone(
      owner.post(`/bookings/${bookingId}/refund`, { method: 'transfer', on_day: dayOf(clock.now().toISOString()) }),
    );
    await hired(one, 'nothing', null);
  });

  it('ends every mail of a change with the sentence of the page, for the group and for the owner', async () => {
    const one = await aCase(
      LATER,
      {
        windows: [{}],
        tariffs: [{ id: server.newId(), audience: 'community', basis: 'hour', pence: 1_500, from: null }],
      },
      true,
    );
    await aResult(server, town, one.groupId);
    await send(one);
    await expectDone(one.lead.post(`/requests/${one.requestId}/take`, { agrees: 'yes' }));
    await pays(one, 'deposit', '30');
    const { bookingId } = await stateOf(one);
    /** Both sides are told of it just now, and each as its own page says it. */
    const told = async (group: string, owners: string | null): Promise<void> => {
      const mails = await server.mails.latest(30);
      for (const [who, kind] of [
        [one.lead, group],
        [owner, owners],
      ] as const) {
        if (kind === null) continue;
        const newest = found(mails.find(({ to }) => to === who.email));
        expect(newest.kind).to.equal(kind);
        const said = found(FIRST.exec(await page(who, `/bookings/${bookingId}/course`))?.[0]);
        expect(newest.text.replace(/\s+/g, ' '), `${kind} to ${who.email}`).to.include(said);
      }
    };
    const act = async (path: string, fields: Record<string, string>, who = one.lead): Promise<void> => {
      await expectDone(who.post(`/bookings/${bookingId}/${path}`, { ...fields, version: await versionOf(bookingId) }));
    };
    await told('room_confirmed', 'room_owner_confirmed');
    const slot = { from: '18:00', to: '20:00', checked: 'yes' };
    await act('change', { what: 'one', date: '2027-09-07', new_date: '2027-09-08', ...slot });
    await told('booking_changed', 'booking_owner_changed');
    await act('change', { what: 'add', new_date: '2027-10-05', ...slot });
    await told('booking_changed', 'booking_owner_changed');
    await act('cancel', { which: 'one', date: '2027-09-14' });
    await told('booking_you_cancelled', 'booking_dates_cancelled');
    const instead = { instead_date: '2027-10-12', instead_from: '18:00', instead_to: '20:00' };
    await act('take-back', { ...TAKEN_BACK, which: 'one', date: '2027-09-21', ...instead }, owner);
    await told('booking_taken_back', null);
    const offer = found(await server.db('date_offers').where({ booking_id: bookingId, state: 'open' }).first());
    await act(`other-dates/${offer.id}`, { answer: 'decline' });
    await told('booking_taken_back', 'booking_other_date_declined');
    await act('cancel', { which: 'all' });
    await told('booking_you_cancelled', 'booking_dates_cancelled');
  });

  it('has a row for every state and every step', () => {
    expect(REQUEST_STATES.filter((state) => !seen.requests.has(state))).to.deep.equal([]);
    expect(BOOKING_STATES.filter((state) => !seen.bookings.has(state))).to.deep.equal([]);
    expect(
      [...REQUEST_STEPS, ...HIRE_STEPS].filter((step) => step !== 'booked' && !seen.steps.has(step)),
    ).to.deep.equal([]);
  });
});
