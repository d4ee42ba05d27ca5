import type { Reaction } from '../../kernel/reactions.ts';
import type { DatedBooking } from '../bookings/booking-contract.ts';
import { requestAgreements } from './agreement-service.ts';
import { optionsOn } from './option-store.ts';
import { NO_NEEDS, type AskedRoom, type RoomOption, type RoomRequest } from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import { note, requestSceneMaker, type Actor } from './request-scene.ts';
import { requestsOn } from './request-store.ts';
import { requestTelling } from './request-telling.ts';

export type AtOnceDeps = Pick<
  RequestDeps,
  | 'clock'
  | 'newId'
  | 'caseNumber'
  | 'rooms'
  | 'bookings'
  | 'groups'
  | 'owners'
  | 'holders'
  | 'tell'
  | 'writeMail'
  | 'baseUrl'
>;

/**
 * A booking that was made at once, without a request before it, gets one behind it: signed for, with money written down in the same
 * place, and on the same lists as every other.
 */
export function requestBehind(deps: AtOnceDeps): Reaction {
  const { newId, bookings } = deps;
  const agreements = requestAgreements({ ...deps, telling: requestTelling(deps) });
  const sceneOf = requestSceneMaker(deps);
  return async (unit, fact) => {
    const booking = await bookings.byId(unit.trx, fact.subjectId);
    if (!booking || booking.requestId !== null) return;
    const made = { booking, occurrences: await bookings.datesOf(unit.trx, booking.id) };
    const [place] = await deps.rooms.spaces.places(unit.trx, [booking.spaceId]);
    if (!place) return;
    const begun = requestFrom(newId(), made);
    const around = await sceneOf(unit, begun, []);
    const request = {
      ...begun,
      caseNumber: await deps.caseNumber(unit.trx, around.area, { kind: 'room_request', id: begun.id }),
    };
    const option = optionFrom(newId(), request, made, place);
    await requestsOn(unit.trx).add(request);
    await optionsOn(unit.trx).add(option);
    await bookings.comesFrom(unit, booking, request);
    const brought = booking.channel === 'online' ? null : broughtFrom(booking);
    const actor: Actor = { personId: fact.actor, brought };
    const scene = { ...around, request, options: [option] };
    await agreements.sign(scene, option, booking, actor);
    note(scene, 'room_confirmed', actor, {
      after: { optionId: option.id, bookingId: booking.id, dates: option.asked?.dates.length ?? 0 },
    });
  };
}

const broughtFrom = ({ channel, receivedOn, readBack }: DatedBooking['booking']) => ({
  channel,
  receivedOn,
  readBack: readBack ?? '',
});

function requestFrom(id: string, { booking }: DatedBooking): RoomRequest {
  const { areaId, groupId, terms, receivedOn, startsOn, endsOn, channel, readBack, createdBy, createdAt } = booking;
  return {
    id,
    caseNumber: null,
    areaId,
    groupId,
    state: booking.state === 'deposit_due' ? 'deposit_due' : 'confirmed',
    wish: {
      recurrence: booking.recurrence,
      from: booking.from,
      to: booking.to,
      people: booking.people,
      layout: booking.layout,
      purpose: booking.purpose,
      equipment: null,
      audience: booking.audience,
      ownInsurance: booking.price.ownInsurance,
      safeguarding: false,
      showName: false,
      dates: 'free',
      ...NO_NEEDS,
      skipsDaysOff: booking.skipsDaysOff,
    },
    missing: [],
    terms,
    receivedOn,
    completeOn: receivedOn,
    completeAt: createdAt,
    dueOn: null,
    startsOn,
    endsOn,
    channel,
    readBack,
    reason: null,
    submission: booking.id,
    createdBy,
    createdAt,
    changedAt: createdAt,
    version: 1,
  };
}

function optionFrom(
  id: string,
  request: RoomRequest,
  { booking, occurrences }: DatedBooking,
  place: Pick<RoomOption, 'spaceId' | 'assetId' | 'ownerId'>,
): RoomOption {
  const { spaceId, assetId, ownerId } = place;
  const asked: AskedRoom = {
    approval: 'instant',
    publishedOpen: false,
    compact: null,
    quote: booking.price.quote,
    dates: occurrences.filter(({ state }) => state === 'planned').map(({ date }) => date),
    leftOut: [],
    test: 'passed',
  };
  return {
    id,
    requestId: request.id,
    rank: 1,
    spaceId,
    assetId,
    ownerId,
    state: 'taken',
    askedOn: request.receivedOn,
    dueOn: null,
    warnedAt: null,
    asked,
    answeredOn: request.receivedOn,
    answeredBy: 'system',
    reason: null,
    note: null,
    lapsesOn: null,
    bookingId: booking.id,
  };
}
