import type { Knex } from 'knex';

/**
 * Calendar files name a series once and its dates after it. Until now a series of which fewer than two dates took place, or more were
 * left out than taken, was mailed date by date: such a booking keeps these names, or people would have its dates twice.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('bookings', (table) => {
    table.boolean('named_by_date').notNullable().defaultTo(false);
  });
  const dates = db('occurrences')
    .where((rule) => rule.whereNull('exception').orWhereNot({ exception: 'added' }))
    .groupBy('booking_id')
    .havingRaw(`${count('<>')} < 2 or ${count('=')} > ${count('<>')}`)
    .select('booking_id');
  await db('bookings')
    .where((ruled) => ruled.where('recurrence', 'like', '%"weekly"%').orWhere('recurrence', 'like', '%"monthly"%'))
    .whereIn('id', dates)
    .update({ named_by_date: true });
}

const count = (is: '=' | '<>'): string => `sum(case when state ${is} 'skipped' then 1 else 0 end)`;

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table bookings drop column named_by_date');
}
