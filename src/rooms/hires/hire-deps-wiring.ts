import { join } from 'node:path';
import { areaPorts } from '../../ground/areas/area-ports.ts';
import { contactPorts } from '../../ground/contacts/contact-ports.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Groups } from '../../groups/wing.ts';
import type { Db } from '../../kernel/database.ts';
import { photoFiles } from '../../kernel/photo-files.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Kernel } from '../../kernel/wing.ts';
import type { BookingReads } from '../bookings/booking-deps.ts';
import { bookingsFor, roomsFor } from '../bookings/booking-ports-wiring.ts';
import type { AllBookingSteps } from '../bookings/booking-services.ts';
import { ledgerService } from '../ledger/ledger-service.ts';
import { openMoneySteps } from '../ledger/open-money-steps.ts';
import { conditionsFor } from '../requests/condition-rules.ts';
import { requestListsOn } from '../requests/request-list-store.ts';
import { requestDue } from '../requests/request-standing-rules.ts';
import { requestStanding, requestStep } from '../requests/request-standing-words.ts';
import { requestsOn } from '../requests/request-store.ts';
import type { HireDeps } from './hire-deps.ts';

export type BelowHires = { ground: Ground; groups: Groups; rooms: BookingReads; steps: AllBookingSteps };

/** Hands hires what they need of bookings, requests, money, groups, people and mail, and a place for photos of damage. */
export function hireDeps(
  kernel: Kernel,
  { ground: { areas, mails }, groups: { groupPorts }, rooms, steps }: BelowHires,
): HireDeps {
  const { baseUrl, dataDir } = kernel.config;
  return {
    ...kernel,
    baseUrl,
    rooms: roomsFor(rooms),
    bookings: bookingsFor(steps),
    ledger: ledgerService(kernel),
    openMoney: openMoneySteps({ depositDueOn }),
    areas: areas.all,
    owners: areaPorts.owners,
    contactsOf: contactPorts.of,
    photos: photoFiles(join(dataDir, 'deposit-photos')),
    requests: requestsForHires,
    groups: groupPorts,
    tell: groupPorts.tell,
    writeMail: mails.write,
    holders: peoplePorts.holders,
  };
}

/** What bookings know of the requests that they come from. */
export const requestsForHires: HireDeps['requests'] = {
  wishesOf: async (db, ids) => new Map((await requestsOn(db).byIds(ids)).map(({ id, wish }) => [id, wish])),
  statesOf: async (db, ids) => new Map((await requestsOn(db).byIds(ids)).map((one) => [one.id, one])),
  standing: (request, how) =>
    requestStanding(request.state, requestStep(requestDue(request), request.state === 'deposit_due' ? how : null)),
  countOpen: (db, groupId) => requestListsOn(db).countOpen(groupId),
  conditionsFor,
};

/** The last day for the deposit of a request that waits for it. */
export const depositDueOn = async (db: Db, requestId: string): Promise<Day | null> =>
  (await requestsOn(db).byId(requestId))?.dueOn ?? null;
