import { createHash } from 'node:crypto';
import { type Db, insertAll } from './database.ts';
import type { Fact } from './fact.ts';

/** What a fact's hash covers: every column but the hash itself. The order is part of the chain and never changes. */
const HASHED = [
  'id',
  'seq',
  'at',
  'kind',
  'area_id',
  'subject_kind',
  'subject_id',
  'actor',
  'on_behalf_of',
  'channel',
  'reason',
  'before',
  'after',
  'public_text',
];
const VERIFY_PAGE = 1_000;

/**
 * Adds facts to the chain: each one's hash covers its own content and the hash before it, so a later change of any of them shows.
 * The lock on the chain's head lasts until the commit, which is why this is the last thing a transaction does.
 */
export async function chain(trx: Db, facts: Fact[]): Promise<void> {
  if (facts.length === 0) return;
  const [head]: { length: number; hash: string }[] = await trx('fact_chain')
    .where({ id: 1 })
    .increment('length', facts.length)
    .returning(['length', 'hash']);
  if (!head) throw new Error('The chain of facts has no head.');
  let seq = head.length - facts.length;
  let hash = head.hash;
  const rows = facts.map((fact) => {
    const row = { ...toRow(fact), seq: ++seq };
    hash = hashOf(row, hash);
    return { ...row, hash };
  });
  // The database gives the head the hash of the last one (migration 0051).
  await insertAll(trx, 'facts', rows);
}

function hashOf(row: Record<string, unknown>, before: string): string {
  return createHash('sha256')
    .update(JSON.stringify([before, ...HASHED.map((column) => row[column] ?? null)]))
    .digest('hex');
}

/**
 * Goes through the whole chain, while others go on writing.
 * @returns how many facts are as they were written, and the place of the first that is not
 */
export async function verifyFacts(db: Db): Promise<{ checked: number; brokenAt: number | null }> {
  let [seq, hash, again] = [0, '', false];
  for (;;) {
    const rows: (Record<string, unknown> & { hash: string })[] = await db('facts')
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(VERIFY_PAGE);
    for (const row of rows) {
      hash = hashOf(row, hash);
      if (Number(row['seq']) !== seq + 1 || row.hash !== hash) return { checked: seq, brokenAt: seq + 1 };
      seq++;
    }
    if (rows.length > 0) {
      again = false;
      continue;
    }
    const head = await headOfFacts(db);
    if (head.length === seq)
      return hash === head.hash ? { checked: seq, brokenAt: null } : { checked: seq - 1, brokenAt: seq };
    // Longer than what we read: somebody wrote a moment ago, or facts at the end are gone. Looking once more tells which.
    if (head.length < seq || again)
      return { checked: Math.min(head.length, seq), brokenAt: Math.min(head.length, seq) + 1 };
    again = true;
  }
}

/**
 * The chain's end: how many facts there are, and the hash that stands for all of them. Kept somewhere else, it shows later whether
 * somebody who owns the database has written the whole chain anew.
 */
export async function headOfFacts(db: Db): Promise<{ length: number; hash: string }> {
  return db('fact_chain').where({ id: 1 }).first('length', 'hash');
}

/** Whether the fact at a place has the hash that was noted once. */
export async function stillHolds(db: Db, noted: { length: number; hash: string }): Promise<boolean> {
  return (await db('facts').where({ seq: noted.length, hash: noted.hash }).first('seq')) !== undefined;
}

function toRow(fact: Fact): Record<string, unknown> {
  return {
    id: fact.id,
    at: fact.at,
    kind: fact.kind,
    area_id: fact.areaId,
    subject_kind: fact.subjectKind,
    subject_id: fact.subjectId,
    actor: fact.actor,
    on_behalf_of: fact.onBehalfOf,
    channel: fact.channel,
    reason: asStored(fact.reason),
    before: fact.before === null ? null : JSON.stringify(fact.before),
    after: fact.after === null ? null : JSON.stringify(fact.after),
    public_text: asStored(fact.publicText),
  };
}

/** A text as it comes back from the database: half of a pair of surrogates cannot be stored, and would break the chain when read again. */
function asStored(text: string | null): string | null {
  return text === null ? null : Buffer.from(text, 'utf8').toString('utf8');
}
