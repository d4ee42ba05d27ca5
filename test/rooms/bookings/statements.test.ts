import { createHmac } from 'node:crypto';
import type { SessionData } from 'express-session';
import { expect } from 'chai';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { eachDatabase, type Engine } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { adoptTerms, aGroupOf, aRoom, aWish, type OurGroup } from './a-room.ts';

/** The most that a booking may send to the database, one after the other. */
const MOST: Record<Engine, number> = { SQLite: 25, PostgreSQL: 27 };
const ONCE = { kind: 'once', date: '2027-03-09' };
const FORTY = { kind: 'weekly', every: 1, weekdays: [3], from: '2027-03-10', until: '2027-12-08' };

eachDatabase('The statements of a booking', (open, engine) => {
  let server: TestServer;
  let town: Town;
  let ours: OurGroup;
  let cookie: string;
  before(async () => {
    server = await aServer(await open());
    // What runs by the clock would be counted too.
    server.sync.stop();
    town = await aTown(server);
    await adoptTerms(server, town, { dates_a_week: 50 });
    ours = await aGroupOf(server, town, 'ours@example.org');
    cookie = await aSession(server, ours.asker.personId);
  });
  after(() => server.stop());

  for (const [title, recurrence, dates] of [
    ['one date', ONCE, 1],
    ['forty dates', FORTY, 40],
  ] as const)
    it(`are few for ${title}: session, rights, limit, turns, reactions, begin and commit counted`, async () => {
      const room = await aRoom(server, town, { daysAhead: 1_000 });
      const book = async (from: string, to: string): Promise<string[]> => {
        let made: { status: number; body: { dates?: unknown[] } } | undefined;
        const sent = await statementsOf(async () => {
          made = await server.request
            .post('/api/bookings')
            .set('Accept', 'application/json')
            .set('Cookie', cookie)
            .send(aWish(room.id, ours.groupId, { recurrence, from, to }));
        });
        expect([made?.status, made?.body.dates?.length], JSON.stringify(made?.body)).to.deep.equal([201, dates]);
        return sent;
      };
      // The first time a process asks for something it finds out what comes back.
      await book('10:00', '11:00');
      const sent = await book('12:00', '13:00');
      expect(sent.length, sent.map((sql, at) => `${at + 1}. ${sql.slice(0, 300)}`).join('\n')).to.be.at.most(
        MOST[engine],
      );
    });
});

async function statementsOf(work: () => Promise<void>): Promise<string[]> {
  const sent: string[] = [];
  const note = (told: unknown): void => void sent.push((told as { sql: string }).sql);
  subscribe('meantime:statement', note);
  await work();
  unsubscribe('meantime:statement', note);
  return sent;
}

/** A session as the sign-in leaves it, and its signed cookie. */
async function aSession({ sessionStore, config, clock }: TestServer, personId: string): Promise<string> {
  const id = `counted-${personId}`;
  const now = clock().toISOString();
  const data = {
    cookie: { originalMaxAge: null },
    personId,
    provedAt: now,
    startedAt: now,
    withPasskey: false,
    device: '',
  } as unknown as SessionData;
  await new Promise((resolve) => sessionStore.set(id, data, resolve));
  return `meantime=${encodeURIComponent(`s:${id}.${createHmac('sha256', config.sessionSecret).update(id).digest('base64').replace(/=+$/, '')}`)}`;
}
