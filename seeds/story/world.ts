import type { Services } from '../../src/services.ts';
import type { Area } from '../../src/ground/areas/area-contract.ts';
import type { Who } from '../../src/ground/people/role-contract.ts';
import type { Brought } from '../../src/rooms/bookings/booking-contract.ts';
import { peoplePorts } from '../../src/ground/people/people-ports.ts';
import { deskAssetsOn } from '../../src/register/assets/asset-edit-list-store.ts';
import { almanac, type Almanac } from './almanac.ts';
import type { StoryClock } from './story-clock.ts';

/** A group as the story goes on: whoever acts for it, and for whom, when that is a broker. */
export type Actors = { id: string; lead: Who; byTelephone: string | null };

/** All that acts of the story are done with. */
export type World = {
  services: Services;
  clock: StoryClock;
  almanac: Almanac;
  area: Area;
  /** People who work for the area or for owners, by address. */
  staff(email: string): Promise<Who>;
  broker: Who;
  groups: Map<string, Actors>;
  /** A place by its code, and who answers for it. @throws Error when there is none */
  place(code: string): Promise<{ id: string; ownersPerson: Who }>;
  /** A room by the code of its place and its name, and who answers for it. @throws Error when there is none */
  room(code: string, name: string): Promise<{ id: string; assetId: string; ownersPerson: Who }>;
  /** Somebody with the rights that they have by now: whoever leads a group was signed in before there was one. */
  asNow(who: Pick<Who, 'personId'>): Promise<Who>;
};

/** What an officer says who does something for a group that rang. */
export const broughtOn = (receivedOn: string): Brought => ({ channel: 'phone', receivedOn, readBack: 'aloud' });
/** The same as its form says it. */
export const broughtForm = (receivedOn: string) =>
  ({ channel: 'phone', received_on: receivedOn, read_back: 'aloud', consent: 'yes' }) as const;

/** The world as it is when the story begins. @throws Error where it tells of somebody or some room that is not there */
export async function worldOf(services: Services, clock: StoryClock, area: Area, firstStart: Date): Promise<World> {
  const { db, people } = services;
  const daysOff = new Set(await services.areas.daysOff(area.id));
  return {
    services,
    clock,
    almanac: almanac(firstStart, area.timeZone, daysOff),
    area,
    staff,
    broker: await staff('broker@marlbeck.example'),
    groups: new Map(),
    place,
    async room(code, name) {
      const { id: assetId, ownersPerson } = await place(code);
      const room = (await services.spaces.inAsset(assetId)).find((one) => one.name === name);
      if (!room) throw new Error(`There is no ${name} in ${code}.`);
      return { id: room.id, assetId, ownersPerson };
    },
    asNow: ({ personId }) => signedIn(personId),
  };

  async function place(code: string): ReturnType<World['place']> {
    const [asset] = await deskAssetsOn(db).called(area.id, code);
    const [holder] = asset ? await people.holders('owner', [asset.ownerId]) : [];
    if (!asset || !holder) throw new Error(`There is no place ${code}, or nobody answers for it.`);
    return { id: asset.id, ownersPerson: await signedIn(holder.personId) };
  }

  async function staff(email: string): Promise<Who> {
    const person = await peoplePorts.byEmail(db, email);
    if (!person) throw new Error(`${email} has no account.`);
    return signedIn(person.id);
  }

  /** With a passkey, should the installation ask officers for one. */
  async function signedIn(personId: string): Promise<Who> {
    const who = await people.who(personId, clock.now().toISOString(), true);
    if (!who) throw new Error(`${personId} has no account.`);
    return who;
  }
}
