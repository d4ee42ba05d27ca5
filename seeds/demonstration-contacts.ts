import type { Services } from '../src/services.ts';
import type { Area, Owner } from '../src/ground/areas/area-contract.ts';
import { NO_CONTACT, type Contact } from '../src/ground/contacts/contact-contract.ts';
import { contactsOn } from '../src/ground/contacts/contact-store.ts';
import type { UnitOfWork } from '../src/kernel/facts.ts';
import { ACTOR } from './demonstration-actor.ts';
import { marlbeckOwners } from './marlbeck/owners.ts';

/** Numbers from the range that Ofcom keeps for invented ones (01632 960000 to 960999). */
const OF_AREA: Contact = {
  person: 'Bina Broker, asset broker',
  telephone: '01632 960100',
  hours: 'Monday to Friday, 9:00 to 17:00; Thursday until 19:00',
  counter: 'the Town Hall, 1 Market Street, Marlbeck ZM1 3AS',
  email: 'meantime@marlbeck.example',
  paying: null,
};
const OF_OWNERS: Record<string, Partial<Contact>> = {
  'Marlbeck Borough Council': {
    telephone: '01632 960110',
    hours: 'Monday to Friday, 9:00 to 17:00',
    counter: 'the cash desk in the Town Hall, 1 Market Street, Marlbeck ZM1 3AS',
    email: 'lettings@marlbeck.example',
    paying: 'By card or cash at the cash desk, or to the account on the statement, with the number of the booking.',
  },
  'Marlbeck & Dales NHS Foundation Trust': {
    telephone: '01632 960120',
    hours: 'Monday to Friday, 8:30 to 16:30',
    counter: 'the reception of the health centre, 2 Bridge Street, Marlbeck ZM1 1AE',
    email: 'estates@marlbeckdales.example',
    paying: 'Cash or card at the reception of the health centre.',
  },
  'St Hild’s Academy Trust': {
    telephone: '01632 960130',
    hours: 'School days, 8:00 to 16:00',
    email: 'office@sthilds.example',
    paying: 'By transfer, with the number of the booking, or in cash at the school office.',
  },
  'Harbour Homes': {
    telephone: '01632 960140',
    hours: 'Monday to Friday, 9:00 to 16:00',
    email: 'halls@harbourhomes.example',
    paying: 'By transfer, or by card on the telephone.',
  },
  'Northshire County Council': {
    telephone: '01632 960150',
    hours: 'Monday to Saturday, 9:30 to 17:00',
    counter: 'any county library',
    email: 'bookings@northshire.example',
    paying: 'Cash or card at any county library, or by transfer with the number of the booking.',
  },
};

/** Whom people ring in the demonstration borough: its broker, and each owner. */
export async function addContacts(
  { clock }: Pick<Services, 'clock'>,
  unit: UnitOfWork,
  area: Area,
  owners: Owner[],
): Promise<void> {
  const at = clock().toISOString();
  const contacts = contactsOn(unit.trx);
  await contacts.save({ kind: 'area', id: area.id, areaId: area.id }, OF_AREA, ACTOR, at);
  for (const { id, name } of owners) {
    const person = marlbeckOwners.find((owner) => owner.name === name)?.answers.name ?? null;
    const contact = { ...NO_CONTACT, person, ...OF_OWNERS[name] };
    await contacts.save({ kind: 'owner', id, areaId: area.id }, contact, ACTOR, at);
  }
  unit.record({ kind: 'contact_changed', areaId: area.id, subjectKind: 'area', subjectId: area.id, actor: ACTOR });
}
