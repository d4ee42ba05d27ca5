import { expect } from 'chai';
import { Temporal } from 'temporal-polyfill';
import { aDatabase, type Engine } from '../../support/databases.ts';
import { aHall, aRoom, aWish } from './a-room.ts';
import { found } from '../../support/domain.ts';
import { until, type ServerProcess } from '../../support/processes.ts';
import { expectSoundClaims } from './claims-check.ts';
import { aDeputyOf, aDraft, aStorm, claimedOn, type Answer, type Client, type Storm } from './storm.ts';

/** How much longer than usual each storm lasts: `STORM_TIMES=10 npx mocha test/bookings/storms.test.ts`. */
const TIMES = Number(process.env['STORM_TIMES'] ?? 1);
/** Rounds of each kind, on each engine: six kinds × eleven rounds × sixteen clients × two engines are 2,112 attempts. */
const ROUNDS = 11 * TIMES;
const KILLS: Record<Engine, number> = { PostgreSQL: 10 * TIMES, SQLite: 2 * TIMES };
/** So many bookings are confirmed before each cut, which then falls among those under way. */
const BEFORE_CUT = 8;
const PROCESSES: Record<Engine, number> = { PostgreSQL: 2, SQLite: 1 };

for (const engine of ['PostgreSQL', 'SQLite'] as const) {
  describe(`Sixteen clients who want the same room of ${PROCESSES[engine]} server${PROCESSES[engine] === 1 ? '' : 's'} (${engine})`, function () {
    this.timeout(120_000 * TIMES);
    let storm: Storm;
    before(async () => {
      storm = await aStorm(await aDatabase(engine), PROCESSES[engine]);
    });
    after(() => storm.stop());

    const room = async (details: Parameters<typeof aRoom>[2] = {}): Promise<string> =>
      (await aRoom(storm.services, storm.town, { daysAhead: 3_000, ...details })).id;
    const once = (spaceId: string, { groupId }: Client, date: string, more: object = {}): object =>
      aWish(spaceId, groupId, { recurrence: { kind: 'once', date }, ...more });
    const all = (attempt: (client: Client, at: number) => Promise<Answer>): Promise<Answer[]> =>
      Promise.all(storm.clients.map(attempt));
    /** A Wednesday of its own for each round. */
    const dayOf = (round: number, plus = 0): string =>
      Temporal.PlainDate.from('2027-04-07').add({ weeks: round, days: plus }).toString();
    const inTurn = async (play: (day: string, round: number) => Promise<void>): Promise<void> => {
      for (let round = 0; round < ROUNDS; round++) await play(dayOf(round), round);
      await expectSoundClaims(storm.services.db);
    };
    /** One got it; the others were told that just this date is taken. */
    function expectOneWinner(answers: readonly Answer[], day: string): void {
      expect(
        answers.filter(({ status }) => status < 300),
        JSON.stringify(answers),
      ).to.have.length(1);
      for (const { status, taken } of answers.filter((answer) => answer.status >= 300))
        expect([status, taken]).to.deep.equal([409, [day]]);
    }

    it('in the same slot: one gets it', async () => {
      const id = await room();
      await inTurn(async (day) =>
        expectOneWinner(await all((client) => client.ask('/api/bookings', once(id, client, day))), day),
      );
    });

    it('in slots that are shifted by a quarter of an hour each: one gets it', async () => {
      const id = await room({ minutesBefore: 15, minutesAfter: 15 });
      const clock = (minutes: number): string =>
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      await inTurn(async (day) =>
        expectOneWinner(
          await all((client, at) =>
            client.ask(
              '/api/bookings',
              once(id, client, day, { from: clock(600 + at * 15), to: clock(840 + at * 15) }),
            ),
          ),
          day,
        ),
      );
    });

    it('as a whole or in halves: the whole goes once, or each half once', async () => {
      const { whole, left, right } = await aHall(storm.services, storm.town, { daysAhead: 3_000 });
      const parts = [whole, left, whole, right];
      await inTurn(async (day) => {
        const answers = await all((client, at) =>
          client.ask('/api/bookings', once(parts[at % parts.length]?.id ?? '', client, day)),
        );
        const won = answers.flatMap(({ status }, at) =>
          status === 201 ? [['whole', 'left', 'whole', 'right'][at % parts.length]] : [],
        );
        expect(won.toSorted().join(' and ')).to.be.oneOf(['whole', 'left and right']);
        for (const { status, taken } of answers.filter((answer) => answer.status !== 201))
          expect([status, taken]).to.deep.equal([409, [day]]);
      });
    });

    it('for series that meet on one date: one series goes through, the others not at all', async () => {
      await inTurn(async (day) => {
        const id = await room();
        // Six dates of its own for each series, some of them others' too, and the one that all have.
        const dates = (at: number): string[] => [
          day,
          ...Array.from({ length: 6 }, (_, which) =>
            Temporal.PlainDate.from(day)
              .add({ days: which * 7 + 1 + (at % 5) })
              .toString(),
          ),
        ];
        const answers = await all((client, at) =>
          client.ask('/api/bookings', aWish(id, client.groupId, { recurrence: { kind: 'dates', dates: dates(at) } })),
        );
        const [won, ...more] = answers.filter(({ status }) => status === 201);
        expect([won?.dates.length, more.length], JSON.stringify(answers)).to.deep.equal([7, 0]);
        for (const { status, taken } of answers.filter((answer) => answer !== won)) {
          expect(status).to.equal(409);
          expect(taken).to.include(day);
        }
        expect(await storm.services.db('occurrences').where({ space_id: id })).to.have.length(7);
      });
    });

    it('to hold it for an answer or to book it: one of them', async () => {
      const id = await room({ windows: [{ to: 20 * 60 }, { from: 20 * 60, approval: 'owner' }] });
      for (const client of storm.clients) await aDeputyOf(storm, client);
      const winners: string[] = [];
      await inTurn(async (day, round) => {
        const asks = (at: number): boolean => (at + round) % 2 === 1;
        const draft = (client: Client, at: number) => (asks(at) ? aDraft(storm, client, id, day) : Promise.resolve(''));
        // Written down before the race in some rounds and in it in others, so that neither kind always comes first.
        const written = round % 2 === 0 ? await Promise.all(storm.clients.map(draft)) : [];
        // In some rounds those who book come when the first request has been answered: otherwise they are always faster.
        let answered = (): void => undefined;
        const aRequest = new Promise<void>((resolve) => (answered = resolve));
        const answers = await all(async (client, at) => {
          if (asks(at)) {
            const sent = await client.ask(`/requests/${written[at] ?? (await draft(client, at))}/send`, {});
            answered();
            return sent;
          }
          if (round % 4 === 0) await aRequest;
          return client.ask('/api/bookings', once(id, client, day, { from: '18:00', to: '20:00' }));
        });
        const held = await claimedOn(storm, id, day);
        expect(held, JSON.stringify(answers)).to.have.length(1);
        winners.push(...held);
        for (const [at, { status, taken }] of answers.entries())
          if (!asks(at) && status !== 201) expect([status, taken]).to.deep.equal([409, [day]]);
        expect(answers.filter(({ status, id: booked }) => status === 201 && booked)).to.have.length(
          held[0] === 'booking' ? 1 : 0,
        );
      });
      expect(winners).to.include.members(['booking', 'hold']);
    });

    it('to move a date there or to book it: one of them, and who could not move keeps the old time', async () => {
      const id = await room();
      const own = (at: number): string => Temporal.PlainDate.from('2027-03-08').add({ days: at }).toString();
      const mine = await all(async (client, at) =>
        at % 2 === 0
          ? client.ask('/api/bookings', once(id, client, own(at)))
          : { status: 0, id: '', version: 0, dates: [], taken: [] },
      );
      await inTurn(async (day) => {
        const now = await Promise.all(
          mine.map(async ({ id: booking }) =>
            booking ? storm.services.db('bookings').where({ id: booking }).first('version') : null,
          ),
        );
        expectOneWinner(
          await all((client, at) =>
            at % 2 === 0
              ? client.ask(`/api/bookings/${mine[at]?.id}/change`, {
                  version: now[at]?.version,
                  what: 'one',
                  date: own(at),
                  new_date: day,
                })
              : client.ask('/api/bookings', once(id, client, day)),
          ),
          day,
        );
      });
    });

    it(`lose nothing when a server is cut off in the middle, ${KILLS[engine]} times`, async () => {
      const { services, servers } = storm;
      const id = await room();
      const confirmed: string[] = [];
      const spare: ServerProcess[] = [];
      for (let kill = 0; kill < KILLS[engine]; kill++) {
        if (spare.length === 0) spare.push(...(await Promise.all([storm.another(), storm.another()])));
        const before = confirmed.length;
        const stop = stormOn(id, kill, confirmed);
        await until(() => Promise.resolve(confirmed.length >= before + BEFORE_CUT), 30_000);
        expect((await servers[0]?.kill())?.signal).to.equal('SIGKILL');
        await stop();
        servers[0] = found(spare.pop());
        await expectSoundClaims(services.db);
      }
      expect(confirmed).not.to.be.empty;
      expect(await services.db('bookings').whereIn('id', confirmed).whereIn('state', ['confirmed'])).to.have.length(
        new Set(confirmed).size,
      );
      const withoutDates = await services
        .db('bookings')
        .leftJoin('occurrences', 'occurrences.booking_id', 'bookings.id')
        .whereNull('occurrences.id')
        .select('bookings.id');
      expect(withoutDates).to.deep.equal([]);
    });

    /** Everybody books and books, also on a server that is gone. What was confirmed is noted. @returns how to end it */
    function stormOn(id: string, kill: number, confirmed: string[]): () => Promise<unknown> {
      let going = true;
      const busy = storm.clients.map(async (client, at) => {
        for (let turn = 0; going; turn++) {
          const dates = [dayOf(kill, at % 5), dayOf(12 + kill, turn % 7)];
          const wish = aWish(id, client.groupId, {
            recurrence: { kind: 'dates', dates },
            dates: turn % 2 === 0 ? 'free' : 'all',
            from: `${8 + ((at + turn) % 12)}:00`,
            to: `${9 + ((at + turn) % 12)}:30`,
          });
          const answer = await client.ask('/api/bookings', wish).catch(() => null);
          if (answer?.status === 201) confirmed.push(answer.id);
          if (answer) expect(answer.status).to.be.oneOf([201, 409]);
          else await new Promise((resolve) => setTimeout(resolve, 20));
        }
      });
      return () => {
        going = false;
        return Promise.all(busy);
      };
    }
  });
}
