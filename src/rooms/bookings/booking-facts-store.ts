import type { Db } from '../../kernel/database.ts';

/** What happened to a booking, as its history shows it. */
export type BookingFact = {
  at: string;
  kind: string;
  actor: string;
  onBehalfOf: string | null;
  channel: string | null;
  reason: string | null;
  before: Fields;
  after: Fields;
};
type Fields = Readonly<Record<string, unknown>>;

/** From the record, the newest first. For the group and those who answer for the room: nothing of it is public. */
export async function bookingFacts(db: Db, bookingId: string, limit: number): Promise<BookingFact[]> {
  const rows = await db('facts')
    .where({ subject_kind: 'booking', subject_id: bookingId })
    .orderBy('seq', 'desc')
    .limit(limit)
    .select('at', 'kind', 'actor', 'on_behalf_of', 'channel', 'reason', 'before', 'after');
  return rows.map((row) => ({
    at: row.at,
    kind: row.kind,
    actor: row.actor,
    onBehalfOf: row.on_behalf_of,
    channel: row.channel,
    reason: row.reason,
    before: fieldsIn(row.before),
    after: fieldsIn(row.after),
  }));
}

function fieldsIn(text: string | null): Fields {
  const value: unknown = text === null ? null : JSON.parse(text);
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
