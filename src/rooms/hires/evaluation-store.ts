import type { Db } from '../../kernel/database.ts';
import { CAME, SUITED, type Evaluation } from './evaluation-contract.ts';

type Row = {
  booking_id: string;
  area_id: string;
  suited: Evaluation['suited'];
  people: Evaluation['people'];
  better: string;
  answered_on: string;
  channel: Evaluation['channel'];
};
type Counts = { suited: Record<Evaluation['suited'], number>; people: Record<Evaluation['people'], number> };

/** What groups say at the end of their bookings. */
export function evaluationsOn(db: Db) {
  return {
    async of(bookingId: string): Promise<Evaluation | undefined> {
      const row: Row | undefined = await db('booking_evaluations').where({ booking_id: bookingId }).first();
      return row && fromRow(row);
    },
    async ofAll(bookingIds: readonly string[]): Promise<Evaluation[]> {
      return (await db('booking_evaluations').whereIn('booking_id', bookingIds)).map(fromRow);
    },
    async add(one: Evaluation): Promise<void> {
      await db('booking_evaluations').insert({
        booking_id: one.bookingId,
        area_id: one.areaId,
        suited: one.suited,
        people: one.people,
        better: one.better,
        answered_on: one.answeredOn,
        channel: one.channel,
      });
    },
    async counts(areaId: string): Promise<Counts> {
      const by = async (column: 'suited' | 'people'): Promise<Map<string, number>> => {
        const rows: { value: string; count: number }[] = await db('booking_evaluations')
          .where({ area_id: areaId })
          .groupBy(column)
          .select({ value: column })
          .count({ count: '*' });
        return new Map(rows.map(({ value, count }) => [value, count]));
      };
      const [suited, people] = [await by('suited'), await by('people')];
      return { suited: counted(SUITED, suited), people: counted(CAME, people) };
    },
  };
}

const fromRow = (row: Row): Evaluation => ({
  bookingId: row.booking_id,
  areaId: row.area_id,
  suited: row.suited,
  people: row.people,
  better: row.better,
  answeredOn: row.answered_on,
  channel: row.channel,
});

const counted = <K extends string>(keys: readonly K[], found: ReadonlyMap<string, number>) =>
  Object.fromEntries(keys.map((key) => [key, found.get(key) ?? 0])) as Record<K, number>;
