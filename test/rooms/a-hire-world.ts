import { bookingCalendar } from '../../src/rooms/calendars/booking-calendar-service.ts';
import type { DatedBooking } from '../../src/rooms/bookings/booking-contract.ts';
import { changeSchema } from '../../src/rooms/bookings/booking-form-contract.ts';
import { cancelSchema, ownerCancelSchema } from '../../src/rooms/bookings/cancel-contract.ts';
import { netCharged } from '../../src/rooms/ledger/balance-contract.ts';
import { ledgerOn } from '../../src/rooms/ledger/ledger-store.ts';
import { found, type Town } from '../support/domain.ts';
import type { TestServices } from '../support/server.ts';
import { aRoom, aWish, placed } from './bookings/a-room.ts';
import { datesInFeed } from './calendars/feed-reading.ts';
import { anAskingGroup, aResult, parsedForm, type Asking } from './requests/a-request.ts';

type Fields = Record<string, unknown>;
export const OWNER = 'owner@example.org';
export const TAKEN_BACK = {
  reason: 'emergency',
  explanation: 'The boiler is being replaced.',
  alternative: 'The same evening a day later.',
};

/** A group with lead and deputy, somebody who answers for the owner, and another group that waits. */
export type HireWorld = { services: TestServices; town: Town; group: Asking; waiter: Asking; ownerId: string };

export async function aHireWorld(services: TestServices, town: Town): Promise<HireWorld> {
  const [group, waiter] = [
    await anAskingGroup(services, town, 'Stroke club', 'Tuesday friends'),
    await anAskingGroup(services, town, 'Waiting group', 'The waiting'),
  ];
  for (const { groupId } of [group, waiter]) await aResult(services, town, groupId);
  const ownerId = await services.inOneTransaction(async (unit) => {
    const person = await services.people.personWith(unit, OWNER, 'Olga Owner', 'test');
    const right = {
      role: 'owner_representative',
      scope: 'owner',
      scopeId: town.owner.id,
      areaId: town.area.id,
    } as const;
    await services.people.grant(unit, person.id, { ...right, endsOn: null }, 'test');
    return person.id;
  });
  return { services, town, group, waiter, ownerId };
}

/** A room of its own, and what can be done in it. */
export async function aStay(world: HireWorld, details: Parameters<typeof aRoom>[2] = {}) {
  const { services, town, group, waiter, ownerId } = world;
  const asker = { personId: group.who.personId, brought: null };
  const covered = { hirersLiability: { available: true as const, cost: { kind: 'free' as const }, exclusions: null } };
  const room = await aRoom(services, town, { ...covered, ...details });
  const version = async (id: string): Promise<number> =>
    Number((await services.db('bookings').where({ id }).first('version')).version);
  return {
    room,
    asker,
    book: (more: Fields = {}): Promise<DatedBooking> =>
      services.bookings.book(asker, aWish(room.id, group.groupId, more)),
    placed: (more: Fields = {}): Promise<DatedBooking> => placed(services, asker, aWish(room.id, group.groupId, more)),
    change: async (id: string, wish: Fields) =>
      services.bookings.change(asker, 'group', id, changeSchema.parse({ version: await version(id), ...wish })),
    cancel: async (id: string, wish: Fields) =>
      services.bookings.cancel.byGroup(asker, id, cancelSchema.parse({ version: await version(id), ...wish })),
    takeBack: async (id: string, wish: Fields) =>
      services.bookings.cancel.byOwner(
        ownerId,
        id,
        ownerCancelSchema.parse({ version: await version(id), ...TAKEN_BACK, ...wish }),
      ),
    giveNotice: async (id: string) =>
      services.hires.ending.giveNotice(asker, 'group', id, { version: await version(id), reason: 'We have moved.' }),
    async answer(id: string, answer: 'accept' | 'decline'): Promise<void> {
      const [offer] = await services.db('date_offers').where({ booking_id: id, state: 'open' }).pluck('id');
      await services.hires.offers.answer(asker, id, found(offer), answer);
    },
    /** The other group waits for Tuesday evenings of March that are taken. @returns whether it has been offered any since */
    async waits(): Promise<() => Promise<boolean>> {
      const wish = parsedForm({ from: '2027-03-09', until: '2027-03-30', which: 'free' });
      const { id } = await services.requests.drafts.begin(waiter.who, waiter.groupId, room.id, wish);
      const place = await services.requests.waiting.join({ personId: waiter.who.personId, brought: null }, id);
      return async () =>
        (await services.db('waiting_places').where({ id: place.id }).first('state')).state === 'offered';
    },
  };
}
export type Stay = Awaited<ReturnType<typeof aStay>>;

/** What an act has led to since another look. */
export type Seen = {
  charged: number;
  deposit: number;
  group: string[];
  owner: string[];
  files: boolean;
  dates: number;
};

/** Looks at what stands for a booking, and at every mail so far. */
export async function look({ services }: HireWorld, bookingId: string) {
  const entries = await ledgerOn(services.db).of(bookingId);
  const mails: { id: string; to: string; kind: string; calendar: string | null }[] = await services
    .db('mails')
    .orderBy('id')
    .select('id', 'to', 'kind', 'calendar');
  const calendar = bookingCalendar({ clock: services.clock, ...services.config });
  const feed = bookingId === '' ? [] : datesInFeed(await calendar(services.db, bookingId));
  return {
    charged: netCharged(entries, 'hire'),
    deposit: netCharged(entries, 'deposit'),
    mails,
    feed,
  };
}
type Looked = Awaited<ReturnType<typeof look>>;

/** What is different between two looks. Lead and deputy must have been told the same. */
export function between({ group }: HireWorld, before: Looked, after: Looked): Seen {
  const known = new Set(before.mails.map(({ id }) => id));
  const fresh = after.mails.filter(({ id }) => !known.has(id));
  const to = (address: string) => fresh.filter((mail) => mail.to === address);
  const kinds = (address: string) => to(address).map(({ kind }) => kind);
  if (kinds(group.lead).join() !== kinds(group.deputy).join())
    throw new Error(`The lead was told ${kinds(group.lead).join()}, the deputy ${kinds(group.deputy).join()}.`);
  return {
    charged: after.charged - before.charged,
    deposit: after.deposit - before.deposit,
    group: kinds(group.lead),
    owner: kinds(OWNER),
    files: to(group.lead).some(({ calendar }) => calendar !== null),
    dates: after.feed.length - before.feed.length,
  };
}
