import type { Knex } from 'knex';

/**
 * Dates whose hour the clocks skip were written down with the end that was asked for, "02:00 to 02:00", while their instants were
 * right. Every such date has from now on the end that its instant is on the clock, as new ones do.
 */
export async function up(db: Knex): Promise<void> {
  for (let after = ''; ;) {
    const rows: Row[] = await db('occurrences')
      .join('bookings', 'bookings.id', 'occurrences.booking_id')
      .where('occurrences.clock_moved', true)
      .where('occurrences.id', '>', after)
      .orderBy('occurrences.id')
      .limit(AT_ONCE)
      .select('occurrences.id', 'occurrences.to_time', 'occurrences.ends', 'bookings.zone');
    for (const { id, to_time: was, ends, zone } of rows) {
      const is = clockAt(ends, zone);
      if (is !== was && !(is === '00:00' && was === '24:00'))
        await db('occurrences').where({ id }).update({ to_time: is });
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

type Row = { id: string; to_time: string; ends: number; zone: string };
const AT_ONCE = 500;

const clockAt = (minute: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    minute * 60_000,
  );

/** Ends as they were asked for are not written back: they were never true. */
export async function down(): Promise<void> {}
