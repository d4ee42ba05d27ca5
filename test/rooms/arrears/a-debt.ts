import { dayOf } from '../../../src/kernel/day-contract.ts';
import { openMoney } from '../../../src/rooms/ledger/open-money-contract.ts';
import { bookingsOn } from '../../../src/rooms/bookings/booking-store.ts';
import { ledgerOn } from '../../../src/rooms/ledger/ledger-store.ts';
import { aTown, found, type Town } from '../../support/domain.ts';
import { handClock, type HandClock } from '../../support/hand-clock.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { adoptTerms } from '../bookings/a-room.ts';
import { aScene, comesIn, type Person, type Scene } from '../hires/a-hire.ts';
import { expectDone } from '../requests/a-request-visit.ts';

export type Debts = { server: TestServer; clock: HandClock; town: Town; scene: Scene };

/** A town whose groups book at once and pay later; its clock is moved by hand. */
export async function someDebts(url: string): Promise<Debts> {
  const clock = handClock('2027-03-03T10:00:00.000Z');
  const server = await aServer(url, { clock: () => clock.now() });
  server.sync.stop();
  const town = await aTown(server);
  await adoptTerms(server, town, { dates_a_week: 500 });
  return { server, clock, town, scene: await aScene(server, town) };
}

/** Goes on to nine in the morning of a day; sessions end meanwhile. */
export async function goTo({ server, clock, scene }: Debts, day: string): Promise<void> {
  clock.goTo(`${day}T09:00:00.000Z`);
  for (const who of [scene.broker, scene.owner, scene.lead]) Object.assign(who, await comesIn(server, who.email));
}

/** What a booking owes as the list has it, and as the ledger says it is. Pence by day. */
export async function owedOf(
  { server: { db } }: Debts,
  bookingId: string,
): Promise<{ kept: string[]; ledger: string[] }> {
  const booking = found(await bookingsOn(db).byId(bookingId));
  const rows = await db('open_money').where({ booking_id: bookingId }).orderBy(['account', 'due_on']);
  return {
    kept: rows.map((row) => `${row.account} ${row.pence} by ${row.due_on}`),
    ledger: openMoney(booking, await ledgerOn(db).of(bookingId)).map(
      ({ account, pence, dueOn }) => `${account} ${pence} by ${dueOn}`,
    ),
  };
}

/** Books over HTTP, as a group does. */
export async function books(
  { scene }: Debts,
  wish: Record<string, unknown> = {},
  who: Person = scene.lead,
): Promise<string> {
  const reply = await who.post(
    '/api/bookings',
    {
      space_id: scene.roomId,
      group_id: scene.groupId,
      recurrence: { kind: 'weekly', every: 1, weekdays: [2], from: '2027-03-09', until: '2027-03-30' },
      from: '18:00',
      to: '20:00',
      people: 8,
      purpose: 'To meet',
      agrees: 'yes',
      ...wish,
    } as unknown as Record<string, string>,
    { json: true },
  );
  const body = (await reply.json()) as { id?: string };
  if (!body.id) throw new Error(`Not booked: ${JSON.stringify(body)}`);
  return body.id;
}

/** An officer writes money down. */
export async function moneyIs(
  { server, clock, scene }: Debts,
  bookingId: string,
  how: 'pay' | 'waive' | 'instalments' | 'correct',
  fields: Record<string, string>,
): Promise<void> {
  const { request_id: id } = await server.db('bookings').where({ id: bookingId }).first();
  const paid = how === 'pay' ? { method: 'transfer', on_day: dayOf(clock.now().toISOString()) } : {};
  await expectDone(
    scene.broker.post(`/requests/${id}/money/${how}`, {
      account: 'hire',
      submission: server.newId(),
      ...paid,
      ...fields,
    }),
  );
}

/** Changes or cancels a booking over HTTP, as a group does. */
export async function changes(
  { server, scene }: Debts,
  bookingId: string,
  act: 'change' | 'cancel',
  fields: Record<string, string>,
): Promise<void> {
  const version = String(found(await bookingsOn(server.db).byId(bookingId)).version);
  const reply = await scene.lead.post(`/api/bookings/${bookingId}/${act}`, { version, ...fields }, { json: true });
  if (!reply.ok && reply.status !== 303) throw new Error(`${reply.status}: ${await reply.text()}`);
}
