import { askSchema, type AskForm } from '../../../src/rooms/requests/request-form-contract.ts';
import type { RoomOption, RoomRequest } from '../../../src/rooms/requests/request-contract.ts';
import { optionsOn } from '../../../src/rooms/requests/option-store.ts';
import { requestsOn } from '../../../src/rooms/requests/request-store.ts';
import { occurrencesOn } from '../../../src/rooms/bookings/occurrence-store.ts';
import { DEFAULT_ROOM_TERMS } from '../../../src/groups/compact/compact-contract.ts';
import { parse } from '../../../src/kernel/endpoint.ts';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import { found, type Town } from '../../support/domain.ts';
import type { TestServices } from '../../support/server.ts';
import { aRoom } from '../bookings/a-room.ts';

/** The Tuesday of the worked case, and the last day of the owner's time. */
export const ASKED_ON = '2026-12-22';
export const DUE_ON = '2026-12-31';
export const at = (day: string, time = '10:00'): string => `${day}T${time}:00Z`;

let made = 0;

/** A room of the health centre: open on Tuesday evenings, published as open, the owner decides; free of charge, £30 deposit. */
export function aPublishedRoom(
  services: TestServices,
  town: Town,
  details: Parameters<typeof aRoom>[2] = {},
): ReturnType<typeof aRoom> {
  return aRoom(services, town, {
    name: 'Group room',
    capacity: 18,
    closedOnBankHolidays: true,
    depositPence: 3_000,
    hirersLiability: { available: true, cost: { kind: 'free' }, exclusions: null },
    tariffs: [
      { id: services.newId(), audience: 'community', basis: 'hour', pence: 0, from: null },
      { id: services.newId(), audience: 'commercial', basis: 'hour', pence: 2_500, from: null },
    ],
    windows: [{ approval: 'owner', publishedOpen: true, staffed: true }],
    ...details,
  });
}

export async function joinCompact({ compact }: TestServices, { area, owner }: Town): Promise<void> {
  await compact.record(
    area,
    {
      owner: owner.id,
      minute_ref: 'Cabinet, minute 41',
      officer: 'Head of Property',
      from: '2026-01-01',
      until: undefined,
    },
    'test',
  );
}

export type Asking = { groupId: string; who: Who; lead: string; deputy: string };

/** A group with a lead and a deputy, and their addresses. */
export async function anAskingGroup(
  services: TestServices,
  town: Town,
  name = 'Stroke survivors of Millfield',
  publicName: string | null = 'Tuesday friends',
): Promise<Asking> {
  const number = ++made;
  const [lead, deputy] = [`lead-${number}@example.org`, `deputy-${number}@example.org`];
  const person = await services.inOneTransaction((unit) =>
    services.people.personWith(unit, lead, 'Stan Stroke', 'test'),
  );
  const who: Who = {
    personId: person.id,
    name: person.name,
    email: lead,
    rights: [],
    provedAt: '',
    withPasskey: false,
  };
  const details = {
    name,
    public_name: publicName,
    legal_form: 'unconstituted',
    size: 'under_10',
    purpose: 'We meet',
    audience: 'All',
    telephone: null,
    area: town.area.slug,
    adult: 'yes',
    agrees: 'yes',
  } as const;
  const { id: groupId } = await services.groups.create(who, details);
  await services.inOneTransaction(async (unit) => {
    const other = await services.people.personWith(unit, deputy, 'Dora Deputy', 'test');
    await services.people.grant(
      unit,
      other.id,
      { role: 'group_deputy', scope: 'group', scopeId: groupId, areaId: town.area.id, endsOn: null },
      'test',
    );
  });
  return { groupId, who, lead, deputy };
}

export { aResult } from './a-result.ts';

/** Tuesdays from five days after the due day on, for ten people; see `ASKED_ON`. */
export const aForm = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  for: 'To meet and talk',
  people: '10',
  repeat: 'weekly',
  day: 'tue',
  every: '1',
  from: '2027-01-05',
  until: '2027-03-30',
  start: '18:00',
  end: '20:00',
  as: 'community',
  insured: 'no',
  vulnerable: 'no',
  ...more,
});
export const parsedForm = (more: Record<string, unknown> = {}): AskForm => parse(askSchema, aForm(more));

/** Writes a request down and sends it, as its lead. */
export async function aSentRequest(
  services: TestServices,
  { groupId, who }: Asking,
  rooms: readonly string[],
  more: Record<string, unknown> = {},
): Promise<string> {
  const [first, ...others] = rooms;
  const { id } = await services.requests.drafts.begin(who, groupId, found(first), parsedForm(more));
  for (const room of others) await services.requests.drafts.addRoom(who.personId, id, room);
  await services.requests.sending.send({ personId: who.personId, brought: null }, id);
  return id;
}

export type Standing = { request: RoomRequest; options: RoomOption[] };

/** How a request stands, read anew. */
export async function standing({ db }: TestServices, id: string): Promise<Standing> {
  return { request: found(await requestsOn(db).byId(id)), options: await optionsOn(db).of(id) };
}

/** In short: the request's state, and for each room its state and how many dates it holds. */
export async function inShort(services: TestServices, id: string): Promise<string> {
  const { request, options } = await standing(services, id);
  const rooms = await Promise.all(options.map(async (option) => `${option.state}:${await claimsOf(services, option)}`));
  return [request.state, ...rooms].join(' ');
}

async function claimsOf({ db }: TestServices, { bookingId }: RoomOption): Promise<number> {
  if (bookingId === null) return 0;
  const ids = (await occurrencesOn(db).of(bookingId)).map(({ id }) => id);
  return Number((await db('claims').whereIn('holder', ids).count({ count: '*' }))[0]?.['count'] ?? 0);
}

/** Subjects of the mails to an address, the oldest first. */
export async function subjectsTo({ mails }: TestServices, to: string): Promise<string[]> {
  return (await mails.latest(500))
    .filter((mail) => mail.to === to)
    .map(({ subject }) => subject)
    .toReversed();
}

type Stored = { areaId: string; groupId: string; personId: string; spaceId: string; assetId: string; ownerId: string };

/** A request as it lies in the store while its owner is asked: for tests that look at nothing but who may see it. */
export async function aStoredRequest(
  { db, newId }: TestServices,
  { areaId, groupId, personId, spaceId, assetId, ownerId }: Stored,
): Promise<{ requestId: string; optionId: string }> {
  const [requestId, optionId] = [newId(), newId()];
  const day = '2027-03-30';
  await requestsOn(db).add({
    id: requestId,
    caseNumber: null,
    areaId,
    groupId,
    state: 'asked',
    missing: [],
    terms: DEFAULT_ROOM_TERMS,
    receivedOn: '2027-03-01',
    completeOn: '2027-03-01',
    completeAt: at('2027-03-01'),
    dueOn: '2027-03-08',
    startsOn: day,
    endsOn: day,
    wish: {
      recurrence: { kind: 'once', date: day },
      from: '18:00',
      to: '20:00',
      people: 8,
      layout: null,
      purpose: 'To meet',
      equipment: null,
      audience: 'community',
      ownInsurance: false,
      safeguarding: false,
      showName: false,
      dates: 'free',
      skipsDaysOff: false,
      needs: [],
      most: null,
    },
    channel: 'online',
    readBack: null,
    reason: null,
    submission: newId(),
    createdBy: personId,
    createdAt: at('2027-03-01'),
    changedAt: at('2027-03-01'),
    version: 1,
  });
  await optionsOn(db).add({
    id: optionId,
    requestId,
    rank: 1,
    spaceId,
    assetId,
    ownerId,
    state: 'asked',
    askedOn: '2027-03-01',
    dueOn: '2027-03-08',
    warnedAt: null,
    answeredOn: null,
    answeredBy: null,
    reason: null,
    note: null,
    lapsesOn: null,
    bookingId: null,
    asked: {
      approval: 'owner',
      publishedOpen: true,
      compact: null,
      quote: null,
      dates: [day],
      leftOut: [],
      test: 'passed',
    },
  });
  return { requestId, optionId };
}
