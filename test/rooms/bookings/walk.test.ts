import { expect } from 'chai';
import fc from 'fast-check';
import { changeSchema } from '../../../src/rooms/bookings/booking-form-contract.ts';
import { cancelSchema, ownerCancelSchema } from '../../../src/rooms/bookings/cancel-contract.ts';
import { isPaidFor } from '../../../src/rooms/bookings/booking-rules.ts';
import { occurrencesOn } from '../../../src/rooms/bookings/occurrence-store.ts';
import { endMinute, minuteOf } from '../../../src/kernel/recurrence.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { adoptTerms, aGroupOf, aHall, aWish, type OurGroup } from './a-room.ts';
import { expectSoundClaims } from './claims-check.ts';

const RUNS = 15;
const STEPS = ['book', 'book', 'one', 'rest', 'add', 'back', 'cancel', 'take', 'close', 'reopen'] as const;
type Step = {
  what: (typeof STEPS)[number];
  room: number;
  day: number;
  hour: number;
  hours: number;
  nth: number;
  free: boolean;
};
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...STEPS),
  room: fc.nat(2),
  day: fc.nat(20),
  hour: fc.integer({ min: 8, max: 20 }),
  hours: fc.integer({ min: 1, max: 3 }),
  nth: fc.nat(30),
  free: fc.boolean(),
});

const dayOf = (day: number): string => new Date(Date.UTC(2027, 2, 3 + day)).toISOString().slice(0, 10);
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** Whatever people do one after the other, in a hall and its halves: claims stay sound, and prices are those of the dates. */
eachDatabase('Any course of bookings, changes and closures', (open) => {
  let services: TestServices;
  let town: Town;
  let group: OurGroup;
  let rooms: string[];
  let assetId: string;
  before(async () => {
    services = await someServices(await open());
    town = await aTown(services);
    await adoptTerms(services, town, { dates_a_week: 50 });
    group = await aGroupOf(services, town, 'walker@example.org');
    const { whole, left, right } = await aHall(services, town, { minutesBefore: 15 });
    [rooms, assetId] = [[whole.id, left.id, right.id], whole.assetId];
  });
  after(() => services.stop());

  async function take({ what, room, day, hour, hours, nth, free }: Step): Promise<void> {
    const { bookings, db } = services;
    const [spaceId, date, from, to, dates] = [
      rooms[room] ?? '',
      dayOf(day),
      clock(hour),
      clock(hour + hours),
      free ? 'free' : 'all',
    ];
    if (what === 'book')
      return void (await bookings.book(
        group.asker,
        aWish(spaceId, group.groupId, {
          recurrence: { kind: 'dates', dates: [date, dayOf(day + 7), dayOf(day + 9)] },
          from,
          to,
          dates,
        }),
      ));
    if (what === 'close') {
      const starts = Date.parse(`${date}T${from}Z`) / 60_000;
      return void (await bookings.closures.close(group.asker.personId, {
        assetId,
        spaceId: free ? null : spaceId,
        reason: 'repairs',
        publicText: null,
        starts,
        ends: starts + hours * 600,
        submission: services.newId(),
      }));
    }
    const closures = await db('closures').whereNull('removed_at').orderBy('id').select('id');
    if (what === 'reopen')
      return void (
        closures.length > 0 &&
        (await bookings.closures.reopen(group.asker.personId, closures[nth % closures.length].id))
      );
    const all = await db('occurrences')
      .join('bookings', 'bookings.id', 'occurrences.booking_id')
      .orderBy('occurrences.id')
      .select('bookings.id as booking', 'bookings.version as version', 'original_date as original');
    if (all.length === 0) return;
    const { booking, version, original } = all[nth % all.length];
    if (what === 'cancel')
      return void (await bookings.cancel.byGroup(
        group.asker,
        booking,
        cancelSchema.parse({ version, which: free ? 'one' : 'rest', date: original }),
      ));
    if (what === 'take')
      return void (await bookings.cancel.byOwner(
        group.asker.personId,
        booking,
        ownerCancelSchema.parse({
          version,
          which: 'one',
          date: original,
          reason: free ? 'emergency' : 'repairs',
          explanation: 'The roof leaks.',
          alternative: 'None.',
        }),
      ));
    const wish = {
      back: { what: 'give_back', date: original, to },
      one: { what, date: original, new_date: date, from, to, space_id: spaceId },
      add: { what, new_date: date, from, to, space_id: spaceId },
      rest: { what, date: original, from, to, space_id: spaceId, dates },
    }[what];
    await bookings.change(group.asker, 'group', booking, changeSchema.parse({ version, ...wish }));
  }

  async function expectPrices(): Promise<void> {
    for (const { id, price } of await services.db('bookings').select('id', 'price')) {
      const paid = (await occurrencesOn(services.db).of(id))
        .filter(isPaidFor)
        .reduce(
          (sum, one) => sum + Math.ceil((endMinute(one.from, one.paidTo ?? one.to) - minuteOf(one.from)) / 60) * 1000,
          0,
        );
      expect(JSON.parse(price).quote.totalPence).to.equal(paid);
    }
  }

  it('leaves every claim with its date and every date with its claims', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
        for (const one of steps) {
          await take(one).catch((error: unknown) => {
            if (!(error instanceof Problem) || error.status >= 500) throw error;
            refused++;
          });
        }
        await expectSoundClaims(services.db);
        await expectPrices();
      }),
      { numRuns: RUNS },
    );
    // Not so that everything was refused.
    expect(await services.db('bookings')).to.have.length.above(10);
    expect(refused).to.be.above(0);
  }).timeout(120_000);
});
