import type { DatedBooking } from '../../../src/rooms/bookings/booking-contract.ts';
import { bookingsOn } from '../../../src/rooms/bookings/booking-store.ts';
import { ledgerOn } from '../../../src/rooms/ledger/ledger-store.ts';
import type { Account } from '../../../src/rooms/ledger/ledger-contract.ts';
import { aGroup, anAddress, anOfficer } from '../../groups/groups/a-group.ts';
import { aVisitor, signIn, type Visitor } from '../../ground/people/visitor.ts';
import type { Town } from '../../support/domain.ts';
import type { TestServer, TestServices } from '../../support/server.ts';
import { aResult, FOR_LONG } from '../requests/a-result.ts';
import { aRoom, aWish, placed } from '../bookings/a-room.ts';

export type Person = Visitor & { email: string };

/** Somebody at this server, with whatever they have a right to. */
export async function comesIn(server: TestServer, email: string, name = 'Gita Gardener'): Promise<Person> {
  return { ...(await signIn(server, aVisitor(server.url), email, name)), email };
}

/** Somebody who answers for the town's council. */
async function anOwnersPerson(server: TestServer, { area, owner }: Town): Promise<Person> {
  const email = anAddress('owner');
  await server.inOneTransaction(async (unit) => {
    const person = await server.people.personWith(unit, email, 'Olga Owner', 'test');
    await server.people.grant(
      unit,
      person.id,
      { role: 'owner_representative', scope: 'owner', scopeId: owner.id, areaId: area.id, endsOn: null },
      'test',
    );
  });
  return comesIn(server, email, 'Olga Owner');
}

export type Scene = { broker: Person; owner: Person; lead: Person; groupId: string; roomId: string; assetId: string };

export async function aScene(
  server: TestServer,
  town: Town,
  details: Parameters<typeof aRoom>[2] = {},
): Promise<Scene> {
  const lead = await comesIn(server, anAddress('lead'));
  const groupId = await aGroup(lead, { name: 'Stroke club', public_name: 'Tuesday friends' });
  await aResult(server, town, groupId, FOR_LONG);
  const room = await aRoom(server, town, {
    hirersLiability: { available: true, cost: { kind: 'free' }, exclusions: null },
    ...details,
  });
  return {
    broker: await anOfficer(server, town),
    owner: await anOwnersPerson(server, town),
    lead,
    groupId,
    roomId: room.id,
    assetId: room.assetId,
  };
}

/** A series that is booked: the Tuesdays of March 2027 from the ninth on, unless the test says otherwise. */
export async function booked(
  services: TestServices,
  { lead, groupId, roomId }: Pick<Scene, 'lead' | 'groupId' | 'roomId'>,
  more: Record<string, unknown> = {},
): Promise<DatedBooking> {
  const person = await services.db('people').where({ email: lead.email }).first('id');
  return placed(services, { personId: person.id, brought: null }, aWish(roomId, groupId, more));
}

/** The same with the room's deposit paid, where it takes one: then it is booked for good. */
export async function bookedWithDeposit(...of: Parameters<typeof booked>): Promise<DatedBooking> {
  const [services] = of;
  const made = await booked(...of);
  const pence = made.booking.price.quote?.depositPence ?? 0;
  if (pence === 0) return made;
  const { id, request_id: requestId } = await services.db('bookings').where({ id: made.booking.id }).first();
  const clerk = {
    personId: services.newId(),
    name: 'Cleo Clerk',
    email: '',
    rights: [],
    provedAt: '',
    withPasskey: false,
  };
  await services.requests.money.pay(clerk, requestId, {
    account: 'deposit',
    submission: services.newId(),
    pounds: pence,
    method: 'transfer',
    receipt_no: null,
    taken_by: null,
    witness: null,
    on_day: '2027-03-01',
  });
  const [booking] = await bookingsOn(services.db).byIds([id]);
  return { ...made, booking: booking ?? made.booking };
}

/** Money that came in, as casework writes it down. What is charged the product writes itself. */
export async function money(
  services: TestServices,
  { booking }: Pick<DatedBooking, 'booking'>,
  ...lines: [account: Account, kind: 'paid' | 'waived', pence: number][]
): Promise<void> {
  for (const [account, kind, pence] of lines) {
    await ledgerOn(services.db).add({
      id: services.newId(),
      areaId: booking.areaId,
      bookingId: booking.id,
      account,
      kind,
      pence,
      onDay: '2027-03-03',
      method: null,
      receiptNo: null,
      takenBy: null,
      witness: null,
      reason: null,
      corrects: null,
      dueOn: null,
      submission: services.newId(),
      recordedBy: 'test',
      recordedAt: '2027-03-03T09:00:00.000Z',
    });
  }
}

export const ledgerOf = async (services: TestServices, id: string): Promise<string[]> =>
  (await ledgerOn(services.db).of(id)).map(({ account, kind, pence }) => `${account} ${kind} ${pence}`);
