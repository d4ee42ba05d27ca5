import type { NewBooking } from '../../../src/rooms/bookings/booking-form-contract.ts';
import type { Booking, Occurrence } from '../../../src/rooms/bookings/booking-contract.ts';
import { aGroupOf, aRoom, aWish, type OurGroup, placed } from '../bookings/a-room.ts';
import { someoneWith } from '../../front/desk/a-desk.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { anAsset, aTown, found, type Town } from '../../support/domain.ts';
import { aServer, TODAY, type TestServer } from '../../support/server.ts';

/** A building with a hall in two halves and a group room, somebody who opens it, and a group that meets there. */
export type House = {
  server: TestServer;
  town: Town;
  assetId: string;
  hall: string;
  left: string;
  right: string;
  room: string;
  group: OurGroup;
  caretaker: Visitor;
  owner: Visitor;
};
type Settings = Parameters<typeof aServer>[1];

export async function aHouse(databaseUrl: string, settings: Settings = {}): Promise<House> {
  const server = await aServer(databaseUrl, settings);
  const town = await aTown(server);
  const { id: assetId } = await anAsset(server, town, {
    kind: 'building',
    name: 'Mill Street Library',
    state: 'in_use',
    code: 'LIB/1',
  });
  const hirersLiability = { available: true as const, cost: { kind: 'free' as const }, exclusions: null };
  const hall = await aRoom(server, town, {
    hirersLiability,
    assetId,
    name: 'Hall',
    equipment: ['60 chairs', 'Projector'],
    caretaking: 'The caretaker opens the side door.',
    minutesBefore: 15,
    tariffs: [],
  });
  const half = (name: string) =>
    aRoom(server, town, { assetId, name, parentId: hall.id, tariffs: [], hirersLiability });
  const [left, right] = [await half('Left half'), await half('Right half')];
  const room = await aRoom(server, town, { assetId, name: 'Group room', floor: '1', tariffs: [], hirersLiability });
  const group = await aGroupOf(server, town, 'gita@example.org');
  await server.db('groups').where({ id: group.groupId }).update({ telephone: '01632 960 123' });
  const caretaker = await someoneWith(server, 'kit@example.org', [['caretaker', 'asset', assetId]], 'Kit Keys');
  const owner = await someoneWith(
    server,
    'owen@example.org',
    [['owner_representative', 'owner', town.owner.id]],
    'Owen Owner',
  );
  return {
    server,
    town,
    assetId,
    hall: hall.id,
    left: left.id,
    right: right.id,
    room: room.id,
    group,
    caretaker,
    owner,
  };
}

export type Booked = { booking: Booking; dates: Occurrence[]; first: Occurrence };

/** A confirmed booking, tonight from six to eight unless the test says otherwise. */
export async function booked(
  house: Pick<House, 'server' | 'group'>,
  spaceId: string,
  more: Record<string, unknown> = {},
): Promise<Booked> {
  const asked = await askedFor(house, spaceId, more);
  const { booking } = await house.server.inOneTransaction((unit) =>
    house.server.bookings.steps.confirmIn(unit, asked.booking.id, 'confirmed'),
  );
  return { ...asked, booking };
}

/** A request that holds its dates until its owner answers: the rooms of the house have no price, so nothing is agreed at once. */
export async function askedFor(
  { server, group }: Pick<House, 'server' | 'group'>,
  spaceId: string,
  more: Record<string, unknown> = {},
): Promise<Booked> {
  const { booking, occurrences } = await placed(server, group.asker, tonightWish(spaceId, group.groupId, more));
  return { booking, dates: occurrences, first: found(occurrences[0]) };
}

const tonightWish = (spaceId: string, groupId: string, more: Record<string, unknown> = {}): NewBooking =>
  aWish(spaceId, groupId, { recurrence: { kind: 'once', date: TODAY }, purpose: 'A stroke self-help group', ...more });

/** A booking that began half an hour ago, for an hour and a half. Nobody can book the past, so it is moved there. */
export async function underWay(house: Pick<House, 'server' | 'group'>, spaceId: string): Promise<Booked> {
  const made = await booked(house, spaceId, { from: '12:30', to: '14:00' });
  await house.server.db('claims').where({ holder: made.first.id }).delete();
  const earlier = {
    starts: made.first.starts - 240,
    ends: made.first.ends - 240,
    from_time: '08:30',
    to_time: '10:00',
  };
  await house.server.db('occurrences').where({ id: made.first.id }).update(earlier);
  return made;
}
