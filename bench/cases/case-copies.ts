import { insertAll, type Database } from '../../src/kernel/database.ts';

/** Which rows belong to a case, by the column that says so. */
const OF_CASE: Record<string, 'proposal_id' | 'test_id' | 'id' | 'subject_id'> = {
  benefit_tests: 'id',
  proposals: 'id',
  facts: 'subject_id',
  test_evidence: 'test_id',
  assessments: 'test_id',
  score_drafts: 'test_id',
  moderations: 'test_id',
  gate_answers: 'test_id',
  proposal_photos: 'proposal_id',
  comment_answers: 'proposal_id',
  comments: 'proposal_id',
  proposal_followers: 'proposal_id',
  proposal_grounds: 'proposal_id',
  proposal_decisions: 'proposal_id',
  proposal_warnings: 'proposal_id',
  proposal_certificates: 'proposal_id',
};
/** Columns that name a row of the case itself. */
const OWN_IDS = ['id', 'proposal_id', 'test_id', 'subject_id', 'answer_id', 'improves_id', 'submission'];
/** What may be there but once, and what each copy has of its own, by column or by table and column; `c` is the copy. */
const CHANGED: Record<string, string> = {
  'proposals.number': `'B' || c.bits`,
  code: 'c.bits || code',
  key_hash: 'c.bits || substr(key_hash, 9)',
  // Below zero, so that they stay clear of the chain of facts, which goes on from the originals'.
  seq: '-(seq + c.n * 10000)',
  asset_id: 'c.asset_id',
  group_id: 'c.group_id',
};

/** Ids of what a copied case lies in: its place and its group. */
export type Around = { assetIds: readonly string[]; groupIds: readonly string[] };

/**
 * Copies a case with everything that hangs on it, within the database: many times faster than going through it each time.
 * @param from the number of the first copy: no number may be used twice in a database
 */
export async function copyCase(
  db: Database,
  original: { id: string; testId: string },
  { from, count }: { from: number; count: number },
  { assetIds, groupIds }: Around,
): Promise<void> {
  await withCopies(db, from, count, { assetIds, groupIds });
  await db.transaction(async (trx) => {
    for (const [table, by] of Object.entries(OF_CASE)) {
      const columns = Object.keys(await trx(table).columnInfo());
      const values = columns.map(
        (name) => CHANGED[`${table}.${name}`] ?? CHANGED[name] ?? (OWN_IDS.includes(name) ? idOf(name) : `t."${name}"`),
      );
      await trx.raw(
        `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')})
         select ${values.join(', ')} from ${table} t cross join bench_copies c where t."${by}" in (?, ?)`,
        [original.id, original.testId],
      );
    }
  });
}

/** A table of the copies' numbers, with the place and the group of each. */
async function withCopies(db: Database, from: number, count: number, { assetIds, groupIds }: Around): Promise<void> {
  await db.schema.dropTableIfExists('bench_copies');
  await db.schema.createTable('bench_copies', (table) => {
    table.integer('n').primary();
    table.string('bits', 8).notNullable();
    table.string('asset_id', 36).notNullable();
    table.string('group_id', 36).notNullable();
  });
  const rows = Array.from({ length: count }, (_, at) => ({
    n: from + at,
    bits: (from + at).toString(16).padStart(8, '0'),
    asset_id: assetIds[at % assetIds.length],
    group_id: groupIds[at % groupIds.length],
  }));
  await db.transaction(async (trx) => insertAll(trx, 'bench_copies', rows));
}

/** The first 32 bits of a UUID, which are part of its time, say which copy it is. */
const idOf = (column: string): string =>
  `case when t."${column}" is null then null else c.bits || substr(t."${column}", 9) end`;
