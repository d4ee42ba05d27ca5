import { notFreeWords } from '../bookings/booking-words.ts';
import type { RequestPage, RequestViewer } from './request-page-contract.ts';

/** What a program gets of a request: the same as the page shows to the same person. */
export function requestReply(
  {
    request,
    group,
    rooms,
    current,
    standing,
    dates,
    leftOut,
    quote,
    depositPence,
    conditions,
    history,
    decided,
    publicLabel,
  }: RequestPage,
  { as }: RequestViewer,
) {
  const { id, state, wish, missing, receivedOn, completeOn, startsOn, endsOn, channel } = request;
  return {
    id,
    case_number: request.caseNumber,
    state,
    turn: standing.steps[0].turn,
    next: standing.steps[0].next,
    due_on: standing.steps[0].by,
    received_on: receivedOn,
    complete_on: completeOn,
    starts_on: startsOn,
    ends_on: endsOn,
    group: { id: group.id, name: as === 'owner' ? group.outsideName : group.name },
    public_label: publicLabel,
    wish: {
      recurrence: wish.recurrence,
      from: wish.from,
      to: wish.to,
      people: wish.people,
      layout: wish.layout,
      purpose: wish.purpose,
      equipment: wish.equipment,
      audience: wish.audience,
      needs: wish.needs,
      ...(as === 'owner' ? {} : { most: wish.most }),
    },
    dates,
    not_asked_for: leftOut.map((one) => ({ date: one.date, why: one.why, words: notFreeWords(one) })),
    price: quote && { total: { pence: quote.totalPence }, deposit: { pence: depositPence } },
    conditions,
    history,
    rivals: decided,
    booking_id: current?.option.bookingId ?? null,
    room: current && {
      space_id: current.option.spaceId,
      name: current.name,
      place: current.place,
      state: current.option.state,
    },
    ...(as === 'owner'
      ? {}
      : {
          channel,
          missing,
          rooms: rooms.map(({ option, name, place, lacks }) => ({
            id: option.id,
            space_id: option.spaceId,
            name,
            place,
            state: option.state,
            due_on: option.dueOn,
            lacks: lacks.map(({ facility, value }) => ({ facility, value })),
          })),
        }),
  };
}
