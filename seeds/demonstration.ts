import type { Services } from '../src/services.ts';
import type { Owner } from '../src/ground/areas/area-contract.ts';
import type { UnitOfWork } from '../src/kernel/facts.ts';
import { ACTOR } from './demonstration-actor.ts';
import { fillRegister } from './demonstration-assets.ts';
import { joinCompact } from './demonstration-compact.ts';
import { addContacts } from './demonstration-contacts.ts';
import { addPeople } from './demonstration-people.ts';
import { openTerms } from './demonstration-rooms.ts';
import { marlbeckParts } from './marlbeck/area.ts';
import { marlbeckOwners } from './marlbeck/owners.ts';

/**
 * Loads the invented borough of Marlbeck into a new database, whole or not at all. Does nothing where there is an area already.
 * @param say is told before it begins: it takes a while
 */
export async function seedDemonstration(services: Services, say?: (words: string) => void): Promise<void> {
  if ((await services.areas.all()).length > 0) return;
  say?.('Filling in the demonstration borough of Marlbeck, about a quarter of a minute on a slow machine …');
  try {
    await services.inOneTransaction((unit) => seed(services, unit));
  } catch (error) {
    // Another process may have been seeding the same database.
    if ((await services.areas.all()).length === 0) throw error;
  }
}

async function seed(services: Services, unit: UnitOfWork): Promise<void> {
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
}
