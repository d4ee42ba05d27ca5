import type { Knex } from 'knex';

const PAGE = 500;

/** What the finder searches by, and the needs that people have asked us to watch for. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('public_assets', (table) => {
    // Of a hidden building everybody knows the ward only: no room in it may be found.
    table.boolean('hidden').notNullable().defaultTo(false);
    table.index(['lat', 'lon']);
  });
  await db.schema.alterTable('claims', (table) => {
    // With all that the finder reads of a claim, so that it need not look at the thousands of rows themselves.
    table.dropIndex(['leaf', 'starts', 'ends']);
    table.index(['leaf', 'starts', 'ends', 'kind', 'expires']);
  });
  await markHidden(db);
  await db.schema.createTable('saved_needs', (table) => {
    table.string('id', 36).primary();
    table.string('person_id', 36).notNullable().references('people.id').index();
    table.string('area_id', 36).notNullable().references('areas.id').index();
    // The wish as its address has it.
    table.text('wish').notNullable();
    // What owners may learn of it, and only together with others: see need-rules.ts.
    table.double('lon');
    table.double('lat');
    table.text('coarse').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('ends_on', 10).notNullable();
    // The length of the record of what happened when it was last looked at: as long as that stays, nothing has changed.
    table.bigInteger('checked_seq').notNullable();
    table.string('checked_at', 24).notNullable();
    table.string('told_at', 24);
    // Rooms that were there already when it was saved: only what is new is told.
    table.text('known').notNullable();
    table.string('submission', 36).notNullable().unique();
    table.index(['told_at', 'checked_at']);
  });
}

/** The documents say which copies are of hidden buildings. */
async function markHidden(db: Knex): Promise<void> {
  for (let last = 0; ;) {
    const rows: { row_no: number; document: string }[] = await db('public_assets')
      .where('row_no', '>', last)
      .orderBy('row_no')
      .limit(PAGE)
      .select('row_no', 'document');
    const hidden = rows
      .filter(({ document }) => (JSON.parse(document) as { redacted: boolean }).redacted)
      .map(({ row_no }) => row_no);
    if (hidden.length > 0) await db('public_assets').whereIn('row_no', hidden).update({ hidden: true });
    last = rows.at(-1)?.row_no ?? last;
    if (rows.length < PAGE) return;
  }
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('saved_needs');
  await db.schema.alterTable('claims', (table) => {
    table.dropIndex(['leaf', 'starts', 'ends', 'kind', 'expires']);
    table.index(['leaf', 'starts', 'ends']);
  });
  await db.schema.alterTable('public_assets', (table) => {
    table.dropIndex(['lat', 'lon']);
    table.dropColumn('hidden');
  });
}
