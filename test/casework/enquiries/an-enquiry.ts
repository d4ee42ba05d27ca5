import type { Services } from '../../../src/app.ts';
import type { Ask, Enquiry } from '../../../src/casework/enquiries/enquiry-contract.ts';
import { enquiriesOn } from '../../../src/casework/enquiries/enquiry-store.ts';
import type { Right, Role, Scope, Who } from '../../../src/ground/people/role-contract.ts';
import { anOwner, aTown, found, inTown, type Town } from '../../support/domain.ts';
import { handClock, type HandClock } from '../../support/hand-clock.ts';
import { someServices, type TestServices } from '../../support/server.ts';

/** What somebody sends: a point of land in the middle of the town, unless the test says otherwise. */
export function anAsk(details: Partial<Ask> = {}): Ask {
  const point = 'asset' in details || 'near' in details ? {} : inTown(0.4, 0.4);
  return { ...point, near: '', place: 'The verge in Mill Lane', kind: 'land', idea: '', group_name: '', ...details };
}

export type Village = {
  services: TestServices;
  clock: HandClock;
  town: Town;
  /** In the compact; another body that is not. */
  council: string;
  trust: string;
  asker: Who;
  neighbour: Who;
  broker: Who;
  otherBroker: Who;
  officer: Who;
  owner: Who;
};
/** A Monday. */
const START = '2027-03-01T09:00:00Z';

/** A town with somebody in each role, and a clock that stands until it is moved. */
export async function aVillage(url: string): Promise<Village> {
  const clock = handClock(START);
  const services = await someServices(url, { clock: clock.now });
  const town = await aTown(services);
  const trust = await anOwner(services, town.area, 'Marsh Trust');
  const someone = (email: string, ...held: [Role, Scope, string][]): Promise<Who> => aPerson(services, email, held);
  const area = town.area.id;
  const admin = await someone('admin@example.org', ['area_administrator', 'area', area]);
  await services.compact.record(
    town.area,
    { owner: town.owner.id, minute_ref: 'Cabinet, minute 41', officer: 'Head of Property', from: '2027-01-01' },
    admin.personId,
  );
  return {
    services,
    clock,
    town,
    council: town.owner.id,
    trust: trust.id,
    asker: await someone('asker@example.org'),
    neighbour: await someone('neighbour@example.org'),
    broker: await someone('broker@example.org', ['broker', 'area', area]),
    otherBroker: await someone('other@example.org', ['broker', 'area', area]),
    officer: await someone('officer@example.org', ['monitoring_officer', 'area', area]),
    owner: await someone('owner@example.org', ['owner_representative', 'owner', town.owner.id]),
  };
}

async function aPerson(services: TestServices, email: string, held: [Role, Scope, string][]): Promise<Who> {
  const person = await services.inOneTransaction(async (unit) => {
    const one = await services.people.personWith(unit, email, email.split('@')[0] ?? '', 'test');
    for (const [role, scope, scopeId] of held)
      await services.people.grant(unit, one.id, { role, scope, scopeId, areaId: null, endsOn: null }, 'test');
    return one;
  });
  const rights: Right[] = await services.people.rightsOf(person.id);
  return { personId: person.id, name: person.name, email, rights, provedAt: '', withPasskey: false };
}

/** The question as it stands in the database. */
export const stored = async ({ db }: Pick<Services, 'db'>, id: string): Promise<Enquiry> =>
  found(await enquiriesOn(db).byId(id));

/** Moves the clock to the morning of a day, and lets time work. @returns how many steps it took */
export async function onDay({ services, clock }: Village, day: string): Promise<number> {
  clock.goTo(`${day}T08:00:00Z`);
  return services.enquiries.runDue();
}

/** Mails of one address, by kind, the first first. */
export const mailsTo = async ({ services }: Village, to: string): Promise<string[]> =>
  (await services.mails.latest(500))
    .filter((mail) => mail.to === to)
    .map(({ kind }) => kind)
    .toReversed();
