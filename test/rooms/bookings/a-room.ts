import { newBookingSchema, type NewBooking } from '../../../src/rooms/bookings/booking-form-contract.ts';
import { DEFAULT_ROOM_TERMS, type RoomTerms } from '../../../src/groups/compact/compact-contract.ts';
import type { Asker, DatedBooking } from '../../../src/rooms/bookings/booking-contract.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { WEEKDAYS, type Weekday } from '../../../src/kernel/recurrence-contract.ts';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import { UNTOLD, type BookableSpace, type OpeningWindow } from '../../../src/rooms/spaces/space-contract.ts';
import { spacesOn } from '../../../src/rooms/spaces/space-store.ts';
import { aResult, FOR_LONG } from '../requests/a-result.ts';
import { anAsset, type Town } from '../../support/domain.ts';
import type { TestServices } from '../../support/server.ts';

type Details = Partial<Omit<BookableSpace, 'windows'>> & { windows?: readonly Partial<OpeningWindow>[] };
type Room = { id: string; assetId: string };

const MIDNIGHT = 24 * 60;

/** Open at any time and bookable at once, unless the test says otherwise; one hour costs a community group £10. */
export async function aRoom(services: TestServices, town: Town, details: Details = {}): Promise<Room> {
  const { inOneTransaction, newId } = services;
  const assetId =
    details.assetId ?? (await anAsset(services, town, { kind: 'building', state: 'in_use', name: 'Library' })).id;
  const id = newId();
  await inOneTransaction(async ({ trx }) => {
    const spaces = spacesOn(trx);
    await spaces.add([
      {
        ...UNTOLD,
        noticeHours: 0,
        closedOnBankHolidays: false,
        capacity: 30,
        parentId: null,
        name: 'Group room',
        description: null,
        floor: null,
        floorAreaM2: null,
        bookable: true,
        ...plain(details),
        id,
        assetId,
      },
    ]);
    await spaces.replaceWindows(
      id,
      (details.windows ?? [{}]).flatMap((window) => WEEKDAYS.map((weekday) => aWindow(newId(), weekday, window))),
    );
    await spaces.replaceTariffs(
      id,
      details.tariffs ?? [{ id: newId(), audience: 'community', basis: 'hour', pence: 1000, from: null }],
    );
    await spaces.dividesAsset(assetId);
  });
  return { id, assetId };
}

/** Terms of the area for rooms, where the usual ones would stand in a test's way. */
export async function adoptTerms(
  { db, newId }: TestServices,
  { area }: Town,
  terms: Partial<RoomTerms>,
): Promise<void> {
  await db('room_terms').insert({
    id: newId(),
    area_id: area.id,
    from_day: '2027-01-01',
    minute_ref: 'Test',
    terms: JSON.stringify({ ...DEFAULT_ROOM_TERMS, ...terms }),
    recorded_by: 'test',
    recorded_at: '2027-01-01T00:00:00.000Z',
  });
}

/** A hall and its two halves. */
export async function aHall(
  services: TestServices,
  town: Town,
  details: Details = {},
): Promise<{ whole: Room; left: Room; right: Room }> {
  const whole = await aRoom(services, town, { name: 'Hall', ...details });
  const half = (name: string) =>
    aRoom(services, town, { ...details, name, assetId: whole.assetId, parentId: whole.id });
  return { whole, left: await half('Left half'), right: await half('Right half') };
}

/** Every Tuesday evening of March 2027 from the ninth on, for eight people. */
export function aWish(spaceId: string, groupId: string, more: Record<string, unknown> = {}): NewBooking {
  return newBookingSchema.parse({
    space_id: spaceId,
    group_id: groupId,
    recurrence: { kind: 'weekly', every: 1, weekdays: [2], from: '2027-03-09', until: '2027-03-30' },
    from: '18:00',
    to: '20:00',
    people: 8,
    purpose: 'To meet',
    agrees: 'yes',
    ...more,
  });
}

/** A booking as its wish puts it: held where somebody has to decide, with a deposit due where the room takes one, booked otherwise. */
export async function placed(services: TestServices, asker: Asker, wish: NewBooking): Promise<DatedBooking> {
  const draft = await services.bookings.draft(wish);
  return services.inOneTransaction((unit) =>
    services.bookings.steps.placeIn(unit, asker, { ...draft, submission: services.newId() }),
  );
}

/** A group that has passed the test for rooms, and the person who leads it. */
export type OurGroup = { asker: Asker; groupId: string };

export async function aGroupOf(services: TestServices, town: Town, email: string): Promise<OurGroup> {
  const person = await services.inOneTransaction((unit) =>
    services.people.personWith(unit, email, 'Gita Gardener', 'test'),
  );
  const who: Who = { personId: person.id, name: person.name, email, rights: [], provedAt: '', withPasskey: false };
  const group = await services.groups.create(who, {
    name: 'Stroke club',
    public_name: 'Tuesday friends',
    legal_form: 'unconstituted',
    size: 'under_10',
    purpose: 'We meet',
    audience: 'All',
    telephone: null,
    area: town.area.slug,
    adult: 'yes',
    agrees: 'yes',
  });
  await aResult(services, town, group.id, FOR_LONG);
  return { asker: { personId: person.id, brought: null }, groupId: group.id };
}

export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw error instanceof Error ? error : new Error('It was expected to fail.');
}

const aWindow = (id: string, weekday: Weekday, window: Partial<OpeningWindow>): OpeningWindow => ({
  weekday,
  from: 0,
  to: MIDNIGHT,
  seasonFrom: null,
  seasonTo: null,
  term: 'always',
  approval: 'instant',
  publishedOpen: true,
  staffed: true,
  note: null,
  ...window,
  id,
});

function plain({
  windows: _windows,
  tariffs: _tariffs,
  leaves: _leaves,
  terms: _terms,
  ...rest
}: Details): Omit<Details, 'windows' | 'tariffs' | 'leaves' | 'terms'> {
  return rest;
}
