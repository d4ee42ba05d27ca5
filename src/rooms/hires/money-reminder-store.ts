import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Account } from '../ledger/ledger-contract.ts';
import type { ReminderStage } from '../ledger/reminder-contract.ts';

/** A reminder that was sent. Of each there is one, which the database sees to. */
export type Reminded = { account: Account; dueOn: Day; stage: ReminderStage };

/** Which groups are to be reminded of money, and of what they were. */
export function moneyRemindersOn(db: Db) {
  return {
    /** Bookings of an area to look at by a day, those that wait longest first. */
    async due(areaId: string, today: Day, limit: number): Promise<string[]> {
      const rows: { booking_id: string }[] = await db('open_money')
        .where('remind_on', '<=', today)
        .where({ area_id: areaId })
        .groupBy('booking_id')
        .orderByRaw('min(remind_on), booking_id')
        .limit(limit)
        .select('booking_id');
      return rows.map(({ booking_id: id }) => id);
    },
    async of(bookingId: string): Promise<Reminded[]> {
      const rows = await db('money_reminders').where({ booking_id: bookingId });
      return rows.map((row) => ({ account: row.account, dueOn: row.due_on, stage: row.stage }));
    },
    async note(bookingId: string, { account, dueOn, stage }: Reminded, toldOn: Day): Promise<void> {
      await db('money_reminders').insert({ booking_id: bookingId, account, due_on: dueOn, stage, told_on: toldOn });
    },
    /** Looks at what is due on a day next on another. */
    async next(bookingId: string, account: Account, dueOn: Day, remindOn: Day | null): Promise<void> {
      await db('open_money').where({ booking_id: bookingId, account, due_on: dueOn }).update({ remind_on: remindOn });
    },
  };
}
