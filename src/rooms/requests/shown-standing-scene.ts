import { payWords } from '../../ground/cases/how-words.ts';
import type { Standing, Step } from '../../ground/cases/standing-contract.ts';
import type { Booking } from '../bookings/booking-contract.ts';
import { ASKED_STATES, isTestedFor, type RoomOption, type RoomRequest } from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import type { Scene } from './request-scene.ts';
import { requestDue } from './request-standing-rules.ts';
import { requestStanding, requestStep } from './request-standing-words.ts';

type Deps = Pick<RequestDeps, 'db' | 'bookingStandings' | 'testSteps' | 'contactsOf'>;

/** Where a request stands: once it is booked, where its booking does. */
export function shownStanding({ db, bookingStandings, testSteps, contactsOf }: Deps) {
  return async (
    { request }: Scene,
    option: RoomOption | undefined,
    booking: Booking | undefined,
  ): Promise<Standing> => {
    if (request.state === 'confirmed' && booking) {
      const own = (await bookingStandings(db, [booking.id])).get(booking.id);
      if (own) return own;
    }
    const how = request.state === 'deposit_due' ? await payingFor(request, option) : null;
    return requestStanding(request.state, requestStep(requestDue(request), how), await meanwhile(request));
  };

  async function payingFor(
    { areaId, caseNumber }: RoomRequest,
    option: RoomOption | undefined,
  ): Promise<string | null> {
    const known = await contactsOf(db, [areaId, ...(option ? [option.ownerId] : [])]);
    return payWords({ area: known.get(areaId) ?? null, owner: known.get(option?.ownerId ?? '') ?? null }, caseNumber);
  }

  /** The test holds no request up: it goes on beside it, and decides what silence means. */
  async function meanwhile({ state, groupId, wish }: RoomRequest): Promise<readonly Step[]> {
    const waits = state === 'incomplete' || state === 'with_broker' || ASKED_STATES.includes(state);
    return waits && isTestedFor(wish.audience)
      ? (await testSteps(groupId)).filter(({ kind }) => kind !== 'passed')
      : [];
  }
}
