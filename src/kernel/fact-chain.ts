import { createHash } from 'node:crypto';
import { type Db, insertAll } from './database.ts';
import type { Fact } from './fact.ts';

/** What a fact's hash covers: every column but the hash itself. The order is part of the chain and never changes. */
const HASHED = ['id', 'seq', 'at', 'kind', 'area_id', 'subject_kind', 'subject_id', 'actor', 'on_behalf_of', 'channel', 'reason', 'before', 'after', 'public_text'];
const VERIFY_PAGE = 1_000;

/**
 * Adds facts to the chain: each one's hash covers its own content and the hash before it, so a later change of any of them shows.
 * The lock on the chain's head lasts until the commit, which is why this is the last thing a transaction does.
 */
export async function chain(trx: Db, facts: Fact[]): Promise<void> {
  if (facts.length === 0) return;
  await trx('fact_chain').where({ id: 1 }).increment('length', facts.length);
  const head: { length: number; hash: string } = await trx('fact_chain').where({ id: 1 }).first('length', 'hash');
  let seq = head.length - facts.length;
  let hash = head.hash;
  const rows = facts.map((fact) => {
    const row = { ...toRow(fact), seq: ++seq };
    hash = hashOf(row, hash);
    return { ...row, hash };
  });
  await insertAll(trx, 'facts', rows);
  await trx('fact_chain').where({ id: 1 }).update({ hash });
}

function hashOf(row: Record<string, unknown>, before: string): string {
  return createHash('sha256').update(JSON.stringify([before, ...HASHED.map((column) => row[column] ?? null)])).digest('hex');
}

/**
 * Goes through the whole chain.
 * @returns how many facts are as they were written, and the place of the first that is not
 */
export async function verifyFacts(db: Db): Promise<{ checked: number; brokenAt: number | null }> {
  const head: { length: number; hash: string } = await db('fact_chain').where({ id: 1 }).first('length', 'hash');
  let hash = '';
  let seq = 0;
  for (;;) {
    const rows: (Record<string, unknown> & { hash: string })[] = await db('facts').where('seq', '>', seq).where('seq', '<=', head.length).orderBy('seq').limit(VERIFY_PAGE);
    for (const row of rows) {
      hash = hashOf(row, hash);
      if (Number(row['seq']) !== seq + 1 || row.hash !== hash) return { checked: seq, brokenAt: seq + 1 };
      seq++;
    }
    if (rows.length < VERIFY_PAGE) break;
  }
  return seq === head.length && hash === head.hash ? { checked: seq, brokenAt: null } : { checked: seq, brokenAt: seq + 1 };
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
    reason: fact.reason,
    before: fact.before === null ? null : JSON.stringify(fact.before),
    after: fact.after === null ? null : JSON.stringify(fact.after),
    public_text: fact.publicText,
  };
}
