import type { Db } from '../../kernel/database.ts';
import type { HistoryFact } from './history-contract.ts';

/** What happened to a group, from its facts, the newest first. For its people and officers: nothing of it is public. */
export async function groupFacts(db: Db, groupId: string, limit: number): Promise<HistoryFact[]> {
  const rows = await db('facts')
    .where({ subject_kind: 'group', subject_id: groupId })
    .orderBy('seq', 'desc')
    .limit(limit)
    .select('at', 'kind', 'actor', 'on_behalf_of', 'channel', 'reason', 'after');
  return rows.map((row) => ({
    at: row.at,
    kind: row.kind,
    actor: row.actor,
    onBehalfOf: row.on_behalf_of,
    channel: row.channel,
    reason: row.reason,
    after: row.after === null ? {} : objectIn(row.after),
  }));
}

function objectIn(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
