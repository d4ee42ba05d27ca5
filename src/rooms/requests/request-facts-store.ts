import type { Db } from '../../kernel/database.ts';
import type { RequestFactKind } from './request-facts.ts';

type Row = {
  at: string;
  kind: string;
  actor: string;
  on_behalf_of: string | null;
  channel: string | null;
  reason: string | null;
  after: string | null;
};

/** What happened to a request, as its history shows it. */
export type RequestFact = {
  at: string;
  kind: string;
  actor: string;
  onBehalfOf: string | null;
  channel: string | null;
  reason: string | null;
  after: Readonly<Record<string, unknown>>;
};

/** From the record, the newest first. For the group and officers; of it owners see what concerns them. Nothing of it is public. */
export async function requestFacts(db: Db, requestId: string, limit: number): Promise<RequestFact[]> {
  return (await aboutRequest(db, requestId, limit)).map(fromRow);
}

/** The same of one kind. */
export async function requestFactsOf(
  db: Db,
  requestId: string,
  kind: RequestFactKind,
  limit: number,
): Promise<RequestFact[]> {
  return (await aboutRequest(db, requestId, limit).where({ kind })).map(fromRow);
}

const aboutRequest = (db: Db, requestId: string, limit: number) =>
  db('facts')
    .where({ subject_kind: 'room_request', subject_id: requestId })
    .orderBy('seq', 'desc')
    .limit(limit)
    .select('at', 'kind', 'actor', 'on_behalf_of', 'channel', 'reason', 'after');

const fromRow = (row: Row): RequestFact => ({
  at: row.at,
  kind: row.kind,
  actor: row.actor,
  onBehalfOf: row.on_behalf_of,
  channel: row.channel,
  reason: row.reason,
  after: row.after === null ? {} : JSON.parse(row.after),
});
