import { expect } from 'chai';
import sharp from 'sharp';
import type { DatedBooking } from '../../../src/rooms/bookings/booking-contract.ts';
import { aPaper, joins, upload, wordsOf } from '../../groups/groups/a-group.ts';
import { newestMail, type Visitor } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, found, type Town } from '../../support/domain.ts';
import { aServer, someServices, type TestServer } from '../../support/server.ts';
import { adoptTerms, aRoom } from '../bookings/a-room.ts';
import { aScene, booked, bookedWithDeposit, comesIn, ledgerOf, money, type Scene } from './a-hire.ts';
import { expectSoundClaims } from '../bookings/claims-check.ts';

const BACK = { method: 'cash', on_day: '2027-04-01', given_to: 'Gita', witness: 'Wanda Witness' };
const NEEDED = {
  reason: 'repairs',
  explanation: 'The boiler is being replaced.',
  alternative: 'The same evening a day later.',
};

eachDatabase('The course of a booking', (open) => {
  let url: string;
  let server: TestServer;
  let town: Town;
  let scene: Scene;
  before(async () => {
    url = await open();
    server = await aServer(url);
    town = await aTown(server);
    await adoptTerms(server, town, { dates_a_week: 50 });
    scene = await aScene(server, town);
  });
  after(async () => {
    await expectSoundClaims(server.db);
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const stateOf = async ({ booking }: Pick<DatedBooking, 'booking'>): Promise<string> =>
    (await server.db('bookings').where({ id: booking.id }).first('state')).state;
  const versionOf = async ({ booking }: Pick<DatedBooking, 'booking'>): Promise<string> =>
    String((await server.db('bookings').where({ id: booking.id }).first('version')).version);
  const course = (who: Visitor, { booking }: Pick<DatedBooking, 'booking'>): Promise<string> =>
    wordsOf(who.get(`/bookings/${booking.id}/course`));
  const send = (
    who: Visitor,
    { booking }: Pick<DatedBooking, 'booking'>,
    path: string,
    fields: Record<string, string> = {},
  ): Promise<Response> => who.post(`/bookings/${booking.id}/${path}`, fields);
  const ownRoom = async (depositPence = 0): Promise<Scene> => ({
    ...scene,
    roomId: (
      await aRoom(server, town, {
        depositPence,
        hirersLiability: { available: true, cost: { kind: 'free' }, exclusions: null },
      })
    ).id,
  });

  /** Runs what is due at an instant, in several processes at once. */
  async function tickAt(instant: string, times = 2): Promise<void> {
    const processes = await Promise.all(Array.from({ length: times }, () => someServices(url, { now: instant })));
    await Promise.all(processes.map(({ hires }) => hires.runDue()));
    for (const one of processes) expect(one.errors).to.deep.equal([]);
    await Promise.all(processes.map((one) => one.stop()));
  }
  /** The site as it is at another instant, for as long as some work takes. */
  async function at<T>(instant: string, work: (then: TestServer) => Promise<T>): Promise<T> {
    const then = await aServer(url, { now: instant });
    try {
      return await work(then);
    } finally {
      expect(then.errors).to.deep.equal([]);
      await then.stop();
    }
  }

  describe('when the owner takes a date back', () => {
    it('is blocked with nine days’ notice, with words about what is possible; an emergency goes through (C6)', async () => {
      const made = await booked(server, await ownRoom(), { recurrence: { kind: 'once', date: '2027-03-12' } });
      const fields = { ...NEEDED, version: '1', which: 'one', date: '2027-03-12' };
      const blocked = await send(scene.owner, made, 'take-back', fields);
      expect([blocked.status, await wordsOf(blocked)].join(' '))
        .to.match(/^422/)
        .and.include(
          'owners give 14 days’ notice, and 9 days are left. You can ask the group to move or cancel it, or take back later dates.',
        );
      expect(await stateOf(made)).to.equal('confirmed');
      expect((await send(scene.owner, made, 'take-back', { ...fields, reason: 'emergency' })).status).to.equal(303);
      expect(await stateOf(made)).to.equal('cancelled');
      expect((await newestMail(server, scene.lead.email)).text)
        .to.include('Danger or an emergency: The boiler is being replaced.')
        .and.include('They offer instead: The same evening a day later.');
    });

    it('credits the hire, holds another date for the group, and moves there when the group takes it', async () => {
      const own = await ownRoom();
      const made = await booked(server, own);
      await money(server, made, ['hire', 'paid', 8000]);
      const offered = { instead_date: '2027-03-31', instead_from: '17:00', instead_to: '19:00' };
      expect(
        (
          await send(scene.owner, made, 'take-back', {
            ...NEEDED,
            ...offered,
            version: '1',
            which: 'one',
            date: '2027-03-30',
          })
        ).status,
      ).to.equal(303);
      expect(await ledgerOf(server, made.booking.id)).to.deep.equal([
        'hire charged 8000',
        'hire paid 8000',
        'hire credited 2000',
      ]);
      expect((await newestMail(server, scene.lead.email)).text)
        .to.include('is held for you on Wednesday 31 March 2027, 17:00 to 19:00')
        .and.include('£20.00 of the hire is credited');
      expect(await wordsOf(scene.lead.get('/my'))).to.include('take the other date that is offered, or say no');
      expect(await wordsOf(scene.owner.get(`/owners/${town.owner.id}`))).to.match(/Your turn: pay £\d+ of hire back\./);
      const [free] = await server.bookings.freeDates({
        space_ids: [own.roomId],
        recurrence: { kind: 'once', date: '2027-03-31' },
        from: '17:00',
        to: '19:00',
        people: 1,
      });
      expect(free).to.deep.include({ free: 0 });
      const { id } = await server.db('date_offers').where({ booking_id: made.booking.id }).first('id');
      await expectSoundClaims(server.db);
      const answers = await Promise.all([
        send(scene.lead, made, `other-dates/${id}`, { answer: 'accept' }),
        send(scene.lead, made, `other-dates/${id}`, { answer: 'accept' }),
      ]);
      expect(answers.map(({ status }) => status)).to.deep.equal([303, 303]);
      const dates = await server
        .db('occurrences')
        .where({ booking_id: made.booking.id, state: 'planned' })
        .orderBy('starts')
        .select('date', 'from_time');
      expect(dates.at(-1)).to.deep.include({ date: '2027-03-31', from_time: '17:00' });
      expect((await ledgerOf(server, made.booking.id)).at(-1)).to.equal('hire charged 2000');
      expect((await newestMail(server, scene.owner.email)).subject).to.equal(
        'Tuesday friends takes the date you offered',
      );
    });

    it('lets go of what is declined or not answered in time, and pays the hire back', async () => {
      const made = await booked(server, await ownRoom());
      await money(server, made, ['hire', 'paid', 8000]);
      await send(scene.owner, made, 'take-back', {
        ...NEEDED,
        version: '1',
        which: 'one',
        date: '2027-03-23',
        instead_date: '2027-03-24',
      });
      await send(scene.owner, made, 'take-back', {
        ...NEEDED,
        version: '2',
        which: 'one',
        date: '2027-03-30',
        instead_date: '2027-03-31',
      });
      const [first, second] = await server
        .db('date_offers')
        .where({ booking_id: made.booking.id })
        .orderBy('id')
        .select('id');
      expect((await send(scene.lead, made, `other-dates/${first.id}`, { answer: 'decline' })).status).to.equal(303);
      expect((await send(scene.lead, made, `other-dates/${first.id}`, { answer: 'accept' })).status).to.equal(409);
      await tickAt('2027-03-14T08:00:00Z');
      expect(
        await server.db('date_offers').where({ booking_id: made.booking.id }).orderBy('id').pluck('state'),
      ).to.deep.equal(['declined', 'lapsed']);
      expect(await server.db('claims').whereIn('holder', [first.id, second.id])).to.deep.equal([]);
      expect(await course(scene.broker, made)).to.include('Pay £40 back');
      const submission = server.newId();
      for (const _twice of [1, 2])
        expect(
          (await send(scene.broker, made, 'refund', { method: 'transfer', on_day: '2027-03-03', submission })).status,
        ).to.equal(303);
      expect((await ledgerOf(server, made.booking.id)).at(-1)).to.equal('hire returned 4000');
    });

    it('takes nothing back when what it offers instead is taken or closed', async () => {
      const own = await ownRoom();
      const made = await booked(server, own);
      await booked(server, own, { recurrence: { kind: 'once', date: '2027-03-31' } });
      const taken = await send(scene.owner, made, 'take-back', {
        ...NEEDED,
        version: '1',
        which: 'one',
        date: '2027-03-30',
        instead_date: '2027-03-31',
      });
      const several = await send(scene.owner, made, 'take-back', {
        ...NEEDED,
        version: '1',
        which: 'rest',
        date: '2027-03-23',
        instead_date: '2027-04-01',
      });
      expect([taken.status, several.status, await versionOf(made)]).to.deep.equal([409, 400, '1']);
    });
  });

  describe('from its start to notice', () => {
    it('is in use from the first date, once somebody was shown round and signed', async () => {
      const made = await booked(server, await ownRoom());
      await tickAt('2027-03-05T08:00:00Z');
      await tickAt('2027-03-09T08:00:00Z');
      expect(await stateOf(made)).to.equal('confirmed');
      expect(
        (await server.mails.latest(500)).filter(
          ({ to, kind, text }) =>
            to === scene.lead.email && kind === 'booking_start_missing' && text.includes(made.booking.id),
        ),
      ).to.have.length(1);
      expect(await course(scene.lead, made)).to.include('Still needed');
      expect(
        (await send(scene.lead, made, 'induction', { on: '2027-03-03', signed_by: 'Gita', shown_by: 'Carl' })).status,
      ).to.equal(404);
      expect(
        (await send(scene.owner, made, 'induction', { on: '2027-03-04', signed_by: 'Gita', shown_by: 'Carl' })).status,
      ).to.equal(400);
      expect(
        (await send(scene.owner, made, 'induction', { on: '2027-03-03', signed_by: 'Gita', shown_by: 'Carl' })).status,
      ).to.equal(303);
      await tickAt('2027-03-08T08:00:00Z');
      expect(await stateOf(made)).to.equal('confirmed');
      await tickAt('2027-03-09T08:00:00Z');
      expect(await stateOf(made)).to.equal('active');
      expect(
        await server
          .db('facts')
          .where({ subject_id: made.booking.id })
          .whereIn('kind', ['induction_signed', 'booking_begun']),
      ).to.have.length(2);
    });

    it('waits for an insurance certificate where the building covers nobody', async () => {
      const bare = { ...scene, roomId: (await aRoom(server, town)).id };
      const made = await booked(server, bare);
      await send(scene.owner, made, 'induction', { on: '2027-03-03', signed_by: 'Gita', shown_by: 'Carl' });
      await tickAt('2027-03-09T08:00:00Z');
      expect([await stateOf(made), await course(scene.lead, made)].join(' '))
        .to.match(/^confirmed/)
        .and.include('An insurance certificate that covers the dates is added');
      const paper = await aPaper(scene.lead, scene.groupId);
      await scene.broker.post(`/groups/${scene.groupId}/documents/${paper}/check`, { outcome: 'accepted' });
      await tickAt('2027-03-09T08:00:00Z');
      expect(await stateOf(made)).to.equal('active');
    });

    it('ends with the notice that was agreed, from either side', async () => {
      const long = { recurrence: { kind: 'weekly', every: 1, weekdays: [2], from: '2027-03-09', until: '2027-05-25' } };
      const made = await booked(server, await ownRoom(), long);
      expect(await course(scene.lead, made)).to.include(
        'Dates up to Wednesday 31 March 2027 stay; 8 later dates are released',
      );
      const stale = await send(scene.lead, made, 'notice/group', {
        version: '9',
        reason: 'We have found a room of our own.',
      });
      const given = await Promise.all(
        [1, 2].map(() =>
          send(scene.lead, made, 'notice/group', { version: '1', reason: 'We have found a room of our own.' }),
        ),
      );
      expect([stale.status, ...given.map(({ status }) => status)]).to.deep.equal([409, 303, 303]);
      expect(await server.db('occurrences').where({ booking_id: made.booking.id, state: 'planned' })).to.have.length(4);
      expect((await ledgerOf(server, made.booking.id)).at(-1)).to.equal('hire credited 16000');
      expect((await newestMail(server, scene.owner.email)).text).to.include('We have found a room of our own.');
      const other = await booked(server, await ownRoom(), long);
      expect(
        (await send(scene.lead, other, 'notice/owner', { version: '1', reason: 'Not theirs to give.' })).status,
      ).to.equal(404);
      expect(
        (await send(scene.owner, other, 'notice/owner', { version: '1', reason: 'The building closes.' })).status,
      ).to.equal(303);
      expect(
        await server.db('occurrences').where({ booking_id: other.booking.id, state: 'cancelled_by_owner' }),
      ).to.have.length(8);
      const short = await booked(server, await ownRoom());
      expect(
        (await send(scene.owner, short, 'notice/owner', { version: '1', reason: 'The building closes.' })).status,
      ).to.equal(422);
    });

    it('reminds the group once before the end, with a link that carries its wish over', async () => {
      const made = await booked(server, await ownRoom());
      for (const day of ['2027-03-04', '2027-03-04', '2027-03-10']) await tickAt(`${day}T08:00:00Z`);
      const mails = (await server.mails.latest(500)).filter(
        ({ kind, text }) => kind === 'booking_renewal' && text.includes(made.booking.spaceId),
      );
      expect(mails).to.have.length(1);
      const query = new URL(/https?:\/\/\S+/.exec(found(mails[0]).text)?.[0] ?? '').searchParams;
      expect(Object.fromEntries(query)).to.deep.include({
        repeat: 'weekly',
        day: 'tue',
        from: '2027-03-31',
        until: '2027-04-21',
        start: '18:00',
        end: '20:00',
        space: made.booking.spaceId,
      });
    });

    it('keeps its group from closing until it is over and the deposit is back', async () => {
      const own = await aScene(server, town, { depositPence: 3000 });
      const made = await bookedWithDeposit(server, own);
      const live = await own.lead.post(`/groups/${own.groupId}/close`, { word: 'close' });
      expect([live.status, await wordsOf(live)].join(' '))
        .to.match(/^409/)
        .and.include('A room is booked or held for the group. Cancel the dates first');
      await send(own.lead, made, 'cancel', { version: String(made.booking.version), which: 'all' });
      expect(await wordsOf(own.lead.post(`/groups/${own.groupId}/close`, { word: 'close' }))).to.include(
        'A deposit is still to come back',
      );
      expect(await wordsOf(own.broker.get('/desk?area=testborough'))).to.include(
        'The owner’s turn: give the deposit back',
      );
      expect(
        (await send(own.broker, made, 'deposit-return', { method: 'transfer', on_day: '2027-03-03' })).status,
      ).to.equal(303);
      expect(await stateOf(made)).to.equal('cancelled');
      expect((await own.lead.post(`/groups/${own.groupId}/close`, { word: 'close' })).status).to.equal(200);
    });
  });

  describe('after its end', () => {
    /** A booking whose last date was Tuesday 30 March 2027. */
    async function over(own: Scene): Promise<DatedBooking> {
      const made = await bookedWithDeposit(server, own);
      await tickAt('2027-03-31T08:00:00Z');
      return made;
    }
    const aPhoto = async () => ({
      name: 'chair.png',
      type: 'image/png',
      content: await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
        .png()
        .toBuffer(),
    });

    it('is over the day after its last date, late or not; the deposit is due ten working days after the last date', async () => {
      const made = await over(await ownRoom(3000));
      expect(await stateOf(made)).to.equal('ended');
      // Easter Monday, 29 March, lies before; 31 March is day 1.
      const mails = await server.mails.latest(500);
      expect(
        found(mails.find(({ kind, text }) => kind === 'booking_ended' && text.includes(made.booking.id))).text,
      ).to.include('comes back by Tuesday 13 April 2027');
      expect(await course(scene.lead, made)).to.include(
        'A deposit of £30 is held. It is due back by Tuesday 13 April 2027.',
      );
      await at('2027-04-14T09:00:00Z', async (then) => {
        expect(await wordsOf((await comesIn(then, scene.broker.email)).get('/desk?area=testborough'))).to.match(
          /The owner’s turn: give the deposit back, by Tuesday 13 April 2027\..*Late/s,
        );
      });
    });

    it('gives the deposit back less what damage costs, hears the group, answers, asks three questions, and closes', async () => {
      const own = await ownRoom(3000);
      const made = await over(own);
      await at('2027-04-01T09:00:00Z', async (then) => {
        const [broker, lead, owner] = [
          await comesIn(then, scene.broker.email),
          await comesIn(then, scene.lead.email),
          await comesIn(then, scene.owner.email),
        ];
        const deduction = { words: 'A chair is broken.', pounds: '12.50', submission: then.newId() };
        const photo = await aPhoto();
        const path = `/bookings/${made.booking.id}/deductions`;
        const sendPhoto = (fields: Record<string, string>): Promise<Response> => {
          const form = new FormData();
          for (const [name, value] of Object.entries(fields)) form.set(name, value);
          form.set('photo', new Blob([new Uint8Array(photo.content)], { type: photo.type }), photo.name);
          return fetch(`${then.url}${path}`, {
            method: 'POST',
            body: form,
            headers: { Cookie: broker.cookie() },
            redirect: 'manual',
          });
        };
        expect(
          (await Promise.all([sendPhoto(deduction), sendPhoto(deduction)])).map(({ status }) => status),
        ).to.deep.equal([303, 303]);
        expect((await sendPhoto({ ...deduction, pounds: '20', submission: then.newId() })).status).to.equal(400);
        const bad = await upload(
          broker,
          path,
          { words: 'The door is scratched.', pounds: '1', submission: then.newId() },
          null,
        );
        expect(bad.status).to.equal(303);
        const [first, second] = await then
          .db('deposit_deductions')
          .where({ booking_id: made.booking.id })
          .orderBy('id');
        const image = await lead.get(`${path}/${first.id}/photo`);
        expect([
          image.status,
          image.headers.get('content-type'),
          (await sharp(Buffer.from(await image.arrayBuffer())).metadata()).format,
        ]).to.deep.equal([200, 'image/webp', 'webp']);
        const stranger = await comesIn(then, 'stranger@example.org', 'Sam Stranger');
        expect([
          (await stranger.get(`${path}/${first.id}/photo`)).status,
          (await stranger.get(`/bookings/${made.booking.id}/course`)).status,
        ]).to.deep.equal([404, 404]);
        expect((await send(broker, made, 'deposit-return', { ...BACK, witness: '' })).status).to.equal(400);
        const returns = await Promise.all([
          send(owner, made, 'deposit-return', BACK),
          send(broker, made, 'deposit-return', BACK),
        ]);
        expect(returns.map(({ status }) => status)).to.deep.equal([303, 303]);
        expect((await ledgerOf(server, made.booking.id)).slice(3)).to.deep.equal([
          'deposit deducted 1250',
          'deposit deducted 100',
          'deposit returned 1650',
        ]);
        expect((await newestMail(then, scene.lead.email)).text)
          .to.include('£16.50 of your deposit')
          .and.include('£12.50: A chair is broken. (with a photo)')
          .and.include('Say so on the page by Thursday 15 April 2027');

        expect((await send(lead, made, 'challenge', { challenge: 'It was broken when we came.' })).status).to.equal(
          303,
        );
        expect(await wordsOf(broker.get('/desk?area=testborough'))).to.include(
          'The owner’s turn: answer what the group says about its deposit',
        );
        expect((await newestMail(then, scene.owner.email)).text).to.include('It was broken when we came.');
        expect(
          (
            await send(broker, made, 'challenge-answer', {
              answer: 'You are right about the chair.',
              give_back: first.id,
            })
          ).status,
        ).to.equal(303);
        expect(
          (await send(broker, made, 'challenge-answer', { answer: 'A second answer.', give_back: second.id })).status,
        ).to.equal(303);
        expect((await ledgerOf(server, made.booking.id)).slice(6)).to.deep.equal([
          'deposit corrected 1250',
          'deposit returned 1250',
        ]);
        expect(await course(lead, made))
          .to.include('£12.50, given back')
          .and.include('You are right about the chair.')
          .and.include('£29 went back');

        expect((await send(lead, made, 'evaluation', { people: '5_to_10' })).status).to.equal(400);
        for (const _twice of [1, 2])
          expect(
            (await send(lead, made, 'evaluation', { suited: 'partly', people: '5_to_10', better: 'More light.' }))
              .status,
          ).to.equal(303);
        expect(await stateOf(made)).to.equal('evaluated');
      });
      await tickAt('2027-04-16T08:00:00Z');
      expect(await stateOf(made)).to.equal('closed');
      expect(await wordsOf(scene.broker.get('/areas/testborough/room-outcomes'))).to.include(
        'That is too few to tell.',
      );
    });

    it('is disputed in time only: somebody who rang on the last day is', async () => {
      const made = await over(await ownRoom(3000));
      await at('2027-04-01T09:00:00Z', async (then) => {
        const broker = await comesIn(then, scene.broker.email);
        await broker.post(
          `/bookings/${made.booking.id}/deductions`,
          { words: 'A key is lost.', pounds: '10' },
          { json: true },
        );
        await send(broker, made, 'deposit-return', { method: 'transfer', on_day: '2027-04-01' });
      });
      await at('2027-04-19T09:00:00Z', async (then) => {
        const [broker, lead] = [await comesIn(then, scene.broker.email), await comesIn(then, scene.lead.email)];
        expect((await send(lead, made, 'challenge', { challenge: 'The key was never ours.' })).status).to.equal(409);
        const rang = {
          challenge: 'The key was never ours.',
          channel: 'phone',
          received_on: '2027-04-15',
          read_back: 'aloud',
          consent: 'yes',
        };
        expect((await send(broker, made, 'challenge', { challenge: rang.challenge })).status).to.equal(400);
        expect((await send(broker, made, 'challenge', rang)).status).to.equal(303);
      });
    });

    it('needs no deposit: the questions come at once, and the file closes by itself after their time', async () => {
      const made = await over(await ownRoom());
      expect(await stateOf(made)).to.equal('deposit_returned');
      const deputy = await joins(server, scene.lead, scene.groupId, 'group_deputy');
      expect(await wordsOf(deputy.get('/my'))).to.include('tell us in three questions how it went');
      await tickAt('2027-04-28T08:00:00Z');
      expect(await stateOf(made)).to.equal('deposit_returned');
      await tickAt('2027-04-29T08:00:00Z');
      expect(await stateOf(made)).to.equal('closed');
      expect((await send(scene.lead, made, 'evaluation', { suited: 'yes', people: '5_to_10' })).status).to.equal(409);
    });
  });
});
