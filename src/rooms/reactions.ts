import { areaPorts } from '../ground/areas/area-ports.ts';
import { casePorts } from '../ground/cases/case-ports.ts';
import { contactPorts } from '../ground/contacts/contact-ports.ts';
import type { MailService } from '../ground/notifications/mail-service.ts';
import { peoplePorts } from '../ground/people/people-ports.ts';
import { groupPorts } from '../groups/groups/group-ports.ts';
import { together } from '../kernel/reactions.ts';
import type { BeforeWriting } from '../kernel/wing.ts';
import { bookingReads, bookingsFor, roomsFor } from './bookings/booking-ports-wiring.ts';
import { allBookingSteps } from './bookings/booking-services.ts';
import { bookingCalendar } from './calendars/booking-calendar-service.ts';
import { calendarReactions } from './calendars/calendar-facts.ts';
import { needReactions } from './finder/need-facts.ts';
import { depositDueOn, requestsForHires } from './hires/hire-deps-wiring.ts';
import { hireReactions } from './hires/hire-reactions.ts';
import { lookReactions } from './hires/look-reactions.ts';
import { ledgerReactions } from './ledger/ledger-reactions.ts';
import { ledgerService } from './ledger/ledger-service.ts';
import { followingReactions } from './requests/following-reactions.ts';
import { inCompact, lackingIn, roomPassportOf } from './requests/request-deps-wiring.ts';
import { requestLookReactions } from './requests/request-look-reactions.ts';
import { requestReactions } from './requests/request-reactions.ts';
import { waitingReactions } from './requests/waiting-reactions.ts';
import { spaceReactions } from './spaces/space-facts.ts';

/** What follows from facts about rooms. Money first, so that mails can tell of it; a request stands behind a booking before anybody is told of it. */
export function roomReactions(before: BeforeWriting, { mails }: { mails: MailService }) {
  const { clock, newId, config } = before;
  const { baseUrl } = config;
  const groups = groupPorts(before, { mails });
  const reads = bookingReads(before, groups);
  const around = {
    clock,
    newId,
    baseUrl,
    caseNumber: casePorts.number,
    rooms: { ...roomsFor(reads), lacking: lackingIn },
    bookings: bookingsFor(allBookingSteps(reads)),
    ledger: ledgerService({ clock, newId }),
    groups,
    depositDueOn,
    owners: areaPorts.owners,
    contactsOf: contactPorts.of,
    tell: groups.tell,
    writeMail: mails.write,
    inCompact,
    passportOf: roomPassportOf,
    holders: peoplePorts.holders,
  };
  return together(
    spaceReactions,
    needReactions,
    calendarReactions,
    lookReactions,
    requestLookReactions,
    followingReactions(around),
    ledgerReactions(around),
    requestReactions(around),
    waitingReactions(around),
    hireReactions({ ...around, requests: requestsForHires, calendarFor: bookingCalendar({ clock, ...config }) }),
  );
}
