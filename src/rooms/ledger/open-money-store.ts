import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Booking } from '../bookings/booking-contract.ts';
import type { OpenMoney } from './open-money-contract.ts';

/** Open money with the days on which a reminder is next, and from which somebody rings. */
export type KeptMoney = OpenMoney & { remindOn: Day | null; ringOn: Day | null };

/** What is owed for bookings, by the day on which it is due. */
export function openMoneyOn(db: Db) {
  return {
    /** Puts what is owed for a booking in the place of what stood there. @param isNew nothing can stand there yet */
    async keep(
      { id, areaId, groupId }: Pick<Booking, 'id' | 'areaId' | 'groupId'>,
      open: readonly KeptMoney[],
      isNew: boolean,
    ): Promise<void> {
      if (!isNew) await db('open_money').where({ booking_id: id }).delete();
      if (open.length === 0) return;
      await db('open_money').insert(
        open.map(({ account, dueOn, pence, remindOn, ringOn }) => ({
          booking_id: id,
          account,
          due_on: dueOn,
          area_id: areaId,
          group_id: groupId,
          pence,
          remind_on: remindOn,
          ring_on: ringOn,
        })),
      );
    },
    /** The booking to which money for a request is written down. */
    async bookingsOf(requestId: string): Promise<string[]> {
      return db('bookings')
        .where({ request_id: requestId })
        .whereIn('id', db('booking_ledger').select('booking_id'))
        .pluck('id');
    },
  };
}
