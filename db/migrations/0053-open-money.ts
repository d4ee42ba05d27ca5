import type { Knex } from 'knex';

/**
 * What is owed for bookings, by the day on which it is due: for lists that are long, and for reminders. The ledger says how much; what
 * stands here is worked out of it in the transaction that changes it. `remind_on` is the day on which somebody is told next, empty text:
 * look at once.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('open_money', (table) => {
    table.string('booking_id', 36).notNullable().references('bookings.id').onDelete('cascade');
    table.string('account', 10).notNullable();
    table.string('due_on', 10).notNullable();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('group_id', 36).notNullable().references('groups.id');
    table.integer('pence').notNullable();
    table.string('remind_on', 10);
    // The day from which somebody rings; null where time itself ends what waits for the money.
    table.string('ring_on', 10);
    table.primary(['booking_id', 'account', 'due_on']);
    table.index(['area_id', 'due_on']);
    table.index(['remind_on', 'area_id']);
    table.index(['group_id']);
  });
  await db.schema.createTable('money_reminders', (table) => {
    table.string('booking_id', 36).notNullable().references('bookings.id').onDelete('cascade');
    table.string('account', 10).notNullable();
    table.string('due_on', 10).notNullable();
    table.string('stage', 10).notNullable();
    table.string('told_on', 10).notNullable();
    table.primary(['booking_id', 'account', 'due_on', 'stage']);
  });
  await db.schema.createTable('money_calls', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('group_id', 36).notNullable().references('groups.id').index();
    table.integer('pence').notNullable();
    table.text('note').notNullable();
    table.string('called_by', 36).notNullable();
    table.string('called_on', 10).notNullable();
    table.string('called_at', 30).notNullable();
    table.string('submission', 60).notNullable();
    table.unique(['called_by', 'submission']);
    table.index(['area_id', 'called_at']);
  });
  await fill(db);
}

/** Of bookings from before, roughly: the first look at them, a minute later, works out the days as the product does. */
async function fill(db: Knex): Promise<void> {
  const owed = `sum(case l.kind when 'charged' then l.pence when 'credited' then -l.pence when 'paid' then -l.pence when 'waived' then -l.pence else 0 end)`;
  const found = db('booking_ledger as l')
    .join('bookings as b', 'b.id', 'l.booking_id')
    .whereNot('l.kind', 'corrected')
    .whereNotExists(db('booking_ledger as c').whereRaw('c.corrects = l.id').select(db.raw('1')))
    .groupBy('l.booking_id', 'l.account', 'b.starts_on', 'b.area_id', 'b.group_id')
    .havingRaw(`${owed} > 0`)
    .select(
      'l.booking_id',
      'l.account',
      'b.starts_on',
      'b.area_id',
      'b.group_id',
      db.raw(`${owed} as owed`),
      db.raw(`''`),
    );
  await db(db.raw('open_money (booking_id, account, due_on, area_id, group_id, pence, remind_on)')).insert(found);
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['money_calls', 'money_reminders', 'open_money']) await db.schema.dropTableIfExists(table);
}
