import { casesFeature } from './cases/case-wiring.ts';
import type { House, Kernel } from '../kernel/wing.ts';
import { areasFeature } from './areas/area-wiring.ts';
import { contactsFeature } from './contacts/contact-wiring.ts';
import type { Notifications } from './notifications/notification-wiring.ts';
import { peopleFeature } from './people/people-wiring.ts';

/** What everything stands on: areas, mail, people and their rights. Mail is there first, because facts write some. */
export function groundWing(kernel: Kernel, { mails, contribution: ofMails }: Notifications) {
  const { areas, contribution: ofAreas } = areasFeature(kernel);
  const { contribution: ofPeople, ...people } = peopleFeature(kernel, { mails });
  const { contacts, contribution: ofContacts } = contactsFeature(kernel, { areas, access: people.access });
  const { contribution: ofCases } = casesFeature(kernel, people);
  const house: House = [ofAreas, ofPeople, ofContacts, ofCases, ofMails];
  return { areas, mails, ...people, contacts, house };
}
export type Ground = ReturnType<typeof groundWing>;
