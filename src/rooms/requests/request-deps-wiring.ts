import { areaPorts } from '../../ground/areas/area-ports.ts';
import { casePorts } from '../../ground/cases/case-ports.ts';
import { contactPorts } from '../../ground/contacts/contact-ports.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import { may } from '../../ground/people/role-rules.ts';
import type { Ground } from '../../ground/wing.ts';
import { standingOn } from '../../groups/benefit-test/passport-rules.ts';
import { testsOn } from '../../groups/benefit-test/test-store.ts';
import { compactOn } from '../../groups/compact/compact-store.ts';
import type { Groups } from '../../groups/wing.ts';
import type { Kernel } from '../../kernel/wing.ts';
import { roomsFor, bookingsFor } from '../bookings/booking-ports-wiring.ts';
import type { BookingReads } from '../bookings/booking-deps.ts';
import type { AllBookingSteps } from '../bookings/booking-services.ts';
import { factOf, lacking } from '../finder/fact-rules.ts';
import type { FinderService } from '../finder/finder-service.ts';
import { ledgerService } from '../ledger/ledger-service.ts';
import type { RequestDeps } from './request-deps.ts';
import { suggestingWith } from './request-suggesting-wiring.ts';

export type BelowRequests = {
  ground: Ground;
  groups: Groups;
  rooms: BookingReads;
  steps: AllBookingSteps;
  finder: FinderService;
  /** Where some bookings stand, by id. */
  bookingStandings: RequestDeps['bookingStandings'];
};

/** Hands requests what they need of bookings, the ledger, the test, the compact, groups and people. */
export function requestDeps(
  kernel: Kernel,
  { ground, groups, rooms, steps, finder, bookingStandings }: BelowRequests,
): RequestDeps {
  const { areas, mails, people, today } = ground;
  return {
    ...kernel,
    caseNumber: casePorts.number,
    baseUrl: kernel.config.baseUrl,
    rooms: {
      ...roomsFor(rooms),
      lacking: lackingIn,
    },
    bookings: bookingsFor(steps),
    ledger: ledgerService(kernel),
    areas: areas.all,
    owners: areaPorts.owners,
    inCompact,
    passportOf: roomPassportOf,
    testSteps: groups.benefitTests.passports.stepsOf,
    bookingStandings,
    contactsOf: contactPorts.of,
    groups: groups.groupPorts,
    reachOf: contactPorts.reachOf,
    tell: groups.groupPorts.tell,
    writeMail: mails.write,
    holders: peoplePorts.holders,
    namesOf: peoplePorts.namesOf,
    whoIs: (personId) => people.who(personId, '', false),
    suggest: suggestingWith(finder, kernel.db),
    mayAnswer: (who, thing) => may(who, 'room.answer', thing, today()),
  };
}

/** The decision by which each of some owners is in the compact on a day. */
export const inCompact: RequestDeps['inCompact'] = (db, ownerIds, day) => compactOn(db).inForce(ownerIds, day);

/** Which facilities a room does not have for certain. */
export const lackingIn: RequestDeps['rooms']['lacking'] = (space, needs, { from, to }) =>
  lacking(needs.map((need) => factOf(space, need, from, to)));

/** How a group stands with the test on a day, with the points of the result that counts. */
export const roomPassportOf: RequestDeps['passportOf'] = async (db, groupId, day) => {
  const all = await testsOn(db).passportsOf(groupId);
  const { state, outcome } = standingOn(all, day);
  const runs = all.filter((run) => run.state === 'published' && (run.resultOn ?? '') <= day && run.outcome === outcome);
  const run = state === 'passed' ? runs.find(({ validUntil }) => (validUntil ?? '') >= day) : runs[0];
  return {
    state,
    resultOn: run?.resultOn ?? null,
    points: run?.points ?? null,
    possible: run?.possible ?? null,
    benefit: run?.result?.benefit ?? null,
  };
};
