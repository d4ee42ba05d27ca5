import { migrate } from '../../db/migrate.ts';
import { daysAfter } from '../../src/kernel/clock.ts';
import { insertAll, type Database } from '../../src/kernel/database.ts';
import { dated } from '../../src/kernel/recurrence.ts';
import { adoptTerms, aGroupOf, aRoom, aWish } from '../../test/rooms/bookings/a-room.ts';
import { aTown } from '../../test/support/domain.ts';
import type { TestServices } from '../../test/support/server.ts';
import { servicesOn } from '../register/fill.ts';

type Row = Record<string, unknown>;
/** Weekly dates of a booking; the first lies up to so many days before or after today. */
const DATES = 6;
const REACH = 28;
const TOGETHER = 1_000;
const ZONE = 'Europe/London';

/** Copies of one true booking: weekly dates that have begun or will, each as the clock leaves it once it has looked at it. */
export async function fillWithBookings(url: string, count: number): Promise<void> {
  const services: TestServices = { ...servicesOn(url), errors: [], stop: () => Promise.resolve() };
  const { db, newId } = services;
  await migrate(db);
  const town = await aTown(services);
  await adoptTerms(services, town, { dates_a_week: 50 });
  const hirersLiability = { available: true as const, cost: { kind: 'free' as const }, exclusions: null };
  const room = await aRoom(services, town, { daysAhead: 1_000, hirersLiability });
  const group = await aGroupOf(services, town, 'many@example.org');
  const today = new Date().toISOString().slice(0, 10);
  const recurrence = {
    kind: 'weekly',
    every: 1,
    weekdays: [2],
    from: daysAfter(today, 7),
    until: daysAfter(today, 20),
  };
  const { booking } = await services.bookings.book(group.asker, aWish(room.id, group.groupId, { recurrence }));
  const one: Row = await db('bookings').where({ id: booking.id }).first();
  const date: Row = await db('occurrences').where({ booking_id: booking.id }).first();
  for (let at = 0; at < count; at += TOGETHER)
    await copies(
      db,
      Array.from({ length: Math.min(TOGETHER, count - at) }, (_, more) => copyOf(one, date, at + more, newId)),
    );
  // The first look is at all of them: what is measured is what comes after.
  const due = () => db('bookings').where('look_on', '<=', today).first('id');
  while (await due()) await services.hires.runDue();
  await db.raw('analyze');
  await db.destroy();

  function copyOf(like: Row, likeDate: Row, number: number, id: () => string): { booking: Row; dates: Row[] } {
    const first = daysAfter(today, (number % (2 * REACH)) - REACH);
    const bookingId = id();
    const dates = Array.from({ length: DATES }, (_, week) => {
      const day = daysAfter(first, 7 * week);
      const { starts, ends } = dated(day, '18:00', '20:00', ZONE);
      return { ...likeDate, id: id(), booking_id: bookingId, original_date: day, date: day, starts, ends };
    });
    const last = daysAfter(first, 7 * (DATES - 1));
    return {
      booking: {
        ...like,
        id: bookingId,
        state: first <= today ? 'active' : 'confirmed',
        starts_on: first,
        ends_on: last < today ? today : last,
        submission: id(),
        ...TOLD(last < today ? today : last, today),
      },
      dates,
    };
  }
}

/** Reminded of its end, and told what its first date lacks: nobody is written to in the minute that is measured. */
const TOLD = (endsOn: string, today: string): Row => ({ renewal_told_for: endsOn, start_told_on: today });

async function copies(db: Database, all: readonly { booking: Row; dates: Row[] }[]): Promise<void> {
  await db.transaction(async (trx) => {
    await insertAll(
      trx,
      'bookings',
      all.map(({ booking }) => booking),
    );
    await insertAll(
      trx,
      'occurrences',
      all.flatMap(({ dates }) => dates),
    );
  });
}
