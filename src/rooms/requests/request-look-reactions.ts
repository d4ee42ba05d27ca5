import type { Reaction } from '../../kernel/reactions.ts';
import { requestLooksOn } from './request-look-store.ts';

const ofGroup: Reaction = ({ trx }, { subjectId }) => requestLooksOn(trx).again({ groupId: subjectId });
const ofBooking: Reaction = ({ trx }, { subjectId }) => requestLooksOn(trx).again({ bookingId: subjectId });

/** What lies outside of a request and decides what is due for it. What saves the request itself says so by saving it. */
export const requestLookReactions = {
  passport_result: [ofGroup],
  invitation_accepted: [ofGroup],
  person_brought_in: [ofGroup],
  part_left: [ofGroup],
  part_ended: [ofGroup],
  booking_let_go: [ofBooking],
  dates_cancelled_by_group: [ofBooking],
  dates_cancelled_by_owner: [ofBooking],
};
