import { makeServices, type Services } from '../src/services.ts';
import type { Area, Owner } from '../src/ground/areas/area-contract.ts';
import type { Database } from '../src/kernel/database.ts';
import type { UnitOfWork } from '../src/kernel/facts.ts';
import { ACTOR } from './demonstration-actor.ts';
import { fillRegister } from './demonstration-assets.ts';
import { joinCompact } from './demonstration-compact.ts';
import { addContacts } from './demonstration-contacts.ts';
import { addPeople } from './demonstration-people.ts';
import { openTerms } from './demonstration-rooms.ts';
import { STORY_DAYS, tellStory } from './demonstration-story.ts';
import { marlbeckParts } from './marlbeck/area.ts';
import { marlbeckOwners } from './marlbeck/owners.ts';
import { storyClock } from './story/story-clock.ts';
import { worldOf } from './story/world.ts';

const DAY_MS = 86_400_000;

/**
 * Loads the invented borough of Marlbeck into a new database, with what went on there up to now: whole or not at all. Does nothing
 * where there is an area already.
 * @param say is told before it begins: it takes a while
 */
export async function seedDemonstration(services: Services, say?: (words: string) => void): Promise<void> {
  if ((await services.areas.all()).length > 0) return;
  say?.('Filling in the demonstration borough of Marlbeck, about half a minute on a slow machine …');
  try {
    await services.db.transaction(async (trx) => {
      await seed(services, trx);
    });
  } catch (error) {
    // Another process may have been seeding the same database.
    if ((await services.areas.all()).length === 0) throw error;
  }
}

/** The same services as everywhere, in one transaction, with a clock that is walked up to the present. No mail of it goes out. */
async function seed({ config, logger, clock }: Services, trx: Database): Promise<void> {
  const firstStart = clock();
  const walked = storyClock(new Date(firstStart.getTime() - STORY_DAYS * DAY_MS));
  const services = makeServices({ ...config, smtpUrl: null }, logger, trx, walked.now);
  const area = await services.inOneTransaction((unit) => fill(services, unit));
  await tellStory(await worldOf(services, walked, area, firstStart), firstStart);
  await services.mails.layAside(trx);
}

async function fill(services: Services, unit: UnitOfWork): Promise<Area> {
  const { area } = await services.areas.setup.createIn(
    unit,
    { slug: 'marlbeck', name: 'Marlbeck', timezone: 'Europe/London', holidays: 'england-and-wales' },
    await marlbeckParts(),
  );
  const owners: Owner[] = [];
  for (const { name, kind, uri } of marlbeckOwners)
    owners.push(await services.areas.ownerNamed(unit.trx, area.id, name, kind, uri));
  await fillRegister(services, unit, area, owners);
  await openTerms(services, unit, area.id, ACTOR);
  await addPeople(services, unit, area, owners);
  await joinCompact(services, unit, area, owners);
  await addContacts(services, unit, area, owners);
  return area;
}
