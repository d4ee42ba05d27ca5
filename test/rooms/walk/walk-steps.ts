import fc from 'fast-check';
import { changeSchema } from '../../../src/rooms/bookings/booking-form-contract.ts';
import { cancelSchema, ownerCancelSchema } from '../../../src/rooms/bookings/cancel-contract.ts';
import { answerSchema } from '../../../src/rooms/requests/request-form-contract.ts';
import { aWish } from '../bookings/a-room.ts';
import { TAKEN_BACK, type HireWorld } from '../a-hire-world.ts';
import { parsedForm } from '../requests/a-request.ts';

const STEPS = [
  'book',
  'book',
  'ask',
  'ask',
  'answer',
  'answer',
  'take',
  'pay',
  'withdraw',
  'move',
  'move',
  'rest',
  'extend',
  'add',
  'add',
  'give_back',
  'cancel',
  'cancel',
  'take_back',
  'accept',
  'decline',
  'notice',
  'close',
  'reopen',
  'wait',
] as const;
export type Step = {
  what: (typeof STEPS)[number];
  room: number;
  day: number;
  hour: number;
  hours: number;
  nth: number;
  free: boolean;
};
export const aStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...STEPS),
  room: fc.nat(3),
  day: fc.nat(20),
  hour: fc.integer({ min: 8, max: 20 }),
  hours: fc.integer({ min: 1, max: 3 }),
  nth: fc.nat(30),
  free: fc.boolean(),
});

/** The rooms of one walk: a hall, its halves, and a room whose owner decides and takes a deposit. */
export type Ground = { rooms: readonly string[]; assetId: string };

const dayOf = (day: number): string => new Date(Date.UTC(2027, 2, 3 + day)).toISOString().slice(0, 10);
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Takes one step, as the people who may. Where there is nothing to take it with, nothing happens. */
export async function take(world: HireWorld, { rooms, assetId }: Ground, step: Step): Promise<void> {
  const { services, group, waiter, ownerId } = world;
  const { bookings, hires, requests, db } = services;
  const { what, day, hour, hours, nth, free } = step;
  const spaceId = rooms[step.room] ?? '';
  const [date, from, to, dates] = [dayOf(day), clock(hour), clock(hour + hours), free ? 'free' : 'all'];
  const asking = nth % 3 === 0 ? waiter : group;
  const nthOf = <T>(found: readonly T[]): T | undefined => found[nth % Math.max(1, found.length)];
  const actorOf = (groupId: string) => ({
    personId: (groupId === waiter.groupId ? waiter : group).who.personId,
    brought: null,
  });

  switch (what) {
    case 'book': {
      const recurrence = free
        ? { kind: 'dates', dates: [date, dayOf(day + 7), dayOf(day + 9)] }
        : { kind: 'weekly', every: 1, weekdays: [(nth % 7) + 1], from: date, until: dayOf(day + 35) };
      const wish = aWish(spaceId, asking.groupId, { recurrence, from, to, dates });
      return void (await bookings.book(actorOf(asking.groupId), wish));
    }
    case 'ask':
    case 'wait': {
      const wish = parsedForm({
        repeat: 'dates',
        dates: `${date}\n${dayOf(day + 7)}`,
        start: from,
        end: to,
        which: dates,
        day: undefined,
        from: undefined,
        until: undefined,
      });
      const { id } = await requests.drafts.begin(asking.who, asking.groupId, spaceId, wish);
      if (what === 'wait') return void (await requests.waiting.join(actorOf(asking.groupId), id));
      return void (await requests.sending.send(actorOf(asking.groupId), id, free ? { agrees: 'yes' } : {}));
    }
    case 'close': {
      const starts = Date.parse(`${date}T${from}Z`) / 60_000;
      const closure = { assetId, spaceId: free ? null : spaceId, reason: 'repairs' as const, publicText: null };
      const when = { starts, ends: starts + hours * 600, submission: services.newId() };
      return void (await bookings.closures.close(ownerId, { ...closure, ...when }));
    }
    case 'reopen': {
      const closed = nthOf<string>(
        await db('closures').where({ asset_id: assetId }).whereNull('removed_at').orderBy('id').pluck('id'),
      );
      return closed === undefined ? undefined : bookings.closures.reopen(ownerId, closed);
    }
    case 'answer':
    case 'take':
    case 'pay':
    case 'withdraw':
      return ofRequest();
    default:
      return ofBooking();
  }

  async function ofRequest(): Promise<void> {
    const states = {
      answer: ['asked'],
      take: ['offered', 'default_offered'],
      pay: ['taken'],
      withdraw: ['asked', 'offered', 'taken'],
    };
    const found = nthOf<{ request: string; space: string; group: string; booking: string }>(
      await db('room_options as o')
        .join('room_requests as r', 'r.id', 'o.request_id')
        .whereIn('o.space_id', rooms)
        .whereIn('o.state', states[what as keyof typeof states])
        .orderBy('o.id')
        .select({ request: 'r.id', space: 'o.space_id', group: 'r.group_id', booking: 'o.booking_id' }),
    );
    if (!found) return;
    if (what === 'answer') {
      const said = free || nth % 2 === 0 ? { answer: 'yes' } : { answer: 'no', reason: 'in_use', note: 'We use it.' };
      return requests.answers.answerFor(
        { personId: ownerId, brought: null },
        found.request,
        found.space,
        answerSchema.parse(said),
        'owner',
      );
    }
    if (what === 'take') return void (await requests.offers.take(actorOf(found.group), found.request));
    if (what === 'withdraw') return requests.offers.withdraw(actorOf(found.group), found.request, null);
    const clerk = { personId: ownerId, name: 'Olga Owner', email: '', rights: [], provedAt: '', withPasskey: false };
    const account = free ? ('deposit' as const) : ('hire' as const);
    if (nth % 4 === 0)
      return void (await requests.money.waive(clerk, found.request, {
        account,
        pounds: hours * 1000,
        reason: 'Hardship.',
        submission: services.newId(),
      }));
    const how = { method: 'transfer' as const, receipt_no: null, taken_by: null, witness: null, on_day: '2027-03-03' };
    await requests.money.pay(clerk, found.request, {
      account,
      pounds: hours * 1000,
      ...how,
      submission: services.newId(),
    });
  }

  async function ofBooking(): Promise<void> {
    const found = nthOf<{ booking: string; version: number; group: string; original: string }>(
      await db('occurrences as o')
        .join('bookings as b', 'b.id', 'o.booking_id')
        .whereIn('o.space_id', rooms)
        .orderBy('o.id')
        .select({ booking: 'b.id', version: 'b.version', group: 'b.group_id', original: 'o.original_date' }),
    );
    if (!found) return;
    const { booking, version, original } = found;
    const asker = actorOf(found.group);
    const changes = {
      give_back: { what: 'give_back', date: original, to },
      move: { what: 'one', date: original, new_date: date, from, to, space_id: spaceId },
      add: { what: 'add', new_date: date, from, to, space_id: spaceId },
      rest: { what: 'rest', date: original, from, to, space_id: spaceId, dates },
      extend: { what: 'rest', until: dayOf(day + 60), dates },
    };
    switch (what) {
      case 'cancel': {
        const which = (['one', 'rest', 'all'] as const)[nth % 3];
        return void (await bookings.cancel.byGroup(
          asker,
          booking,
          cancelSchema.parse({ version, which, date: original }),
        ));
      }
      case 'take_back': {
        const instead = free ? { instead_date: date, instead_from: from, instead_to: to, instead_space: spaceId } : {};
        const wish = { version, ...TAKEN_BACK, which: 'one', date: original, ...instead };
        return void (await bookings.cancel.byOwner(ownerId, booking, ownerCancelSchema.parse(wish)));
      }
      case 'accept':
      case 'decline': {
        const offer = nthOf<{ id: string; booking_id: string }>(
          await db('date_offers')
            .whereIn('space_id', rooms)
            .where({ state: 'open' })
            .orderBy('id')
            .select('id', 'booking_id'),
        );
        return offer && hires.offers.answer(asker, offer.booking_id, offer.id, what);
      }
      case 'notice':
        return hires.ending.giveNotice(asker, 'group', booking, { version, reason: 'We have moved.' });
      default:
        return void (await bookings.change(
          asker,
          'group',
          booking,
          changeSchema.parse({ version, ...changes[what as keyof typeof changes] }),
        ));
    }
  }
}
