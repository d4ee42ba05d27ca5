import { expect } from 'chai';
import fc from 'fast-check';
import type { DateState, FinderAnswer } from '../../../src/rooms/finder/answer-contract.ts';
import { claimsOf, type ClaimKind } from '../../../src/rooms/bookings/claim-contract.ts';
import { claimsOn } from '../../../src/rooms/bookings/claim-store.ts';
import { dated } from '../../../src/kernel/recurrence.ts';
import { mayBook } from '../../../src/rooms/spaces/opening-rules.ts';
import type { BookableSpace } from '../../../src/rooms/spaces/space-contract.ts';
import { clockOf } from '../../../src/rooms/spaces/time-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown } from '../../support/domain.ts';
import { aServer, TODAY, type TestServer } from '../../support/server.ts';
import { aRoom, everyDay, partsOf } from '../../support/spaces.ts';

const LONDON = 'Europe/London';
const RUNS = 30;
/** States that claims alone decide; what the rule of opening refuses the database may well take. */
const BY_CLAIMS: readonly DateState[] = ['free', 'booked', 'held', 'closed'];
/** Days around the change of the clocks on 28 March 2027. */
const DAYS = [
  '2027-03-20',
  '2027-03-21',
  '2027-03-23',
  '2027-03-27',
  '2027-03-28',
  '2027-03-29',
  '2027-03-30',
  '2027-04-03',
  '2027-04-04',
  '2027-04-06',
];
const quarter = (from: number, to: number) =>
  fc.integer({ min: from * 4, max: to * 4 }).map((quarters) => quarters * 15);

type Taking = { space: number; day: string; from: number; minutes: number; kind: ClaimKind; over: boolean };
/** What is there already: a stretch in one of the spaces, of any kind; holds may have run out. */
const taking: fc.Arbitrary<Taking> = fc.record({
  space: fc.nat(),
  day: fc.constantFrom(...DAYS),
  from: quarter(0, 22),
  minutes: quarter(0.25, 3),
  kind: fc.constantFrom<ClaimKind>('booking', 'hold', 'closure'),
  over: fc.boolean(),
});
const wish = fc.record({
  day: fc.constantFrom(...DAYS),
  weekly: fc.boolean(),
  start: quarter(0, 23.75),
  minutes: quarter(0.5, 3),
  slack: quarter(0, 1),
  people: fc.constantFrom(0, 15),
});

eachDatabase('What the finder calls free', (open) => {
  let server: TestServer;
  let spaces: BookableSpace[];
  let now: number;
  before(async function () {
    this.timeout(120_000);
    server = await aServer(await open());
    const town = await aTown(server);
    const hall = await aRoom(server, town, {
      name: 'Hall',
      minutesBefore: 15,
      parts: ['Left', 'Right'],
      windows: everyDay('00:00', '24:00'),
    });
    const room = await aRoom(server, town, {
      name: 'Room',
      minutesAfter: 30,
      stepMinutes: 30,
      windows: everyDay('08:00', '22:00'),
    });
    const plain = await aRoom(server, town, {
      name: 'Plain',
      windows: everyDay('00:00', '24:00', { approval: 'instant' }),
    });
    spaces = await server.spaces.bookable([
      hall.id,
      ...(await partsOf(server, hall)).map(({ id }) => id),
      room.id,
      plain.id,
    ]);
    now = Math.floor(server.clock().getTime() / 60_000);
  });
  after(() => server.stop());

  /** Claims for one date of a booking, as the booking itself makes them; given back at once. */
  async function canBeClaimed(space: BookableSpace, date: string, from: string, to: string): Promise<boolean> {
    const claims = claimsOf(
      space,
      { ...dated(date, from, to, LONDON), id: server.newId() },
      { kind: 'booking', expires: null },
    );
    let took = false;
    const undone = new Error('undone');
    await server.db
      .transaction(async (trx) => {
        await claimsOn(trx).takeTurn(space.leaves, now);
        took = await claimsOn(trx).swap([], claims);
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    return took;
  }

  async function fill(takings: readonly Taking[]): Promise<void> {
    await server.db('claims').delete();
    for (const one of takings) {
      const space = spaces[one.space % spaces.length];
      if (!space) continue;
      const stretch = dated(one.day, clockOf(one.from), clockOf(Math.min(24 * 60, one.from + one.minutes)), LONDON);
      const expires = one.kind === 'hold' ? now + (one.over ? -1 : 60) : null;
      // Some of them lie over each other: those are refused, and the rest stays.
      // Closures have no minutes before and after.
      const held = one.kind === 'closure' ? { ...space, minutesBefore: 0, minutesAfter: 0 } : space;
      await server.db.transaction((trx) =>
        claimsOn(trx).swap([], claimsOf(held, { ...stretch, id: server.newId() }, { kind: one.kind, expires })),
      );
    }
  }

  it('can be claimed, and what it calls taken cannot', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(taking, { minLength: 3, maxLength: 25 }),
        wish,
        async (takings, { day, weekly, start, minutes, slack, people }) => {
          await fill(takings);
          const end = start + minutes + slack;
          const often = weekly ? { day: weekdayName(day), from: '2027-03-15', until: '2027-04-08' } : { on: day };
          const query = new URLSearchParams({
            ...often,
            start: clockOf(start),
            end: clockOf(end),
            hours: String(Math.min(minutes, end - start) / 60),
            ...(people ? { people: String(people) } : {}),
          });
          const reply = await server.get(`/api/spaces/search?${query}`).expect(200);
          const { rooms, near } = reply.body as FinderAnswer;
          for (const { id, dates, from, to } of [...rooms, ...near.map(({ answer }) => answer)]) {
            const space = spaces.find((one) => one.id === id);
            for (const { date, state } of dates.filter((one) => BY_CLAIMS.includes(one.state))) {
              expect(
                space && (await canBeClaimed(space, date, from ?? '', to ?? '')),
                `${space?.name} ${date} ${from}: ${state}`,
              ).to.equal(state === 'free');
            }
          }
          for (const space of weekly ? [] : spaces.filter(({ id }) => !rooms.some((room) => room.id === id)))
            expect(
              await anyStart(space, day, start, end, Math.min(minutes, end - start), people),
              `${space.name} is missing`,
            ).to.equal(false);
        },
      ),
      { numRuns: RUNS },
    );
    expect(server.errors).to.deep.equal([]);
  });

  /** Whether a room that the finder left out could have been had at any start after all. */
  async function anyStart(
    space: BookableSpace,
    date: string,
    start: number,
    end: number,
    minutes: number,
    people: number,
  ): Promise<boolean> {
    for (
      let from = Math.ceil(start / space.stepMinutes) * space.stepMinutes;
      from + minutes <= end && from < 24 * 60;
      from += space.stepMinutes
    ) {
      const verdict = mayBook(space, { date, from, to: from + minutes }, people, {
        today: TODAY,
        minute: 9 * 60,
        daysOff: new Set(),
      });
      if (verdict.ok && (await canBeClaimed(space, date, clockOf(from), clockOf(from + minutes)))) return true;
    }
    return false;
  }
});

const weekdayName = (day: string): string =>
  ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'mon';
