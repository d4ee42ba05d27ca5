import type { Knex } from 'knex';

/** The day on which somebody got in touch to speak at a hearing: for whoever registered before, the day on which it was typed. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('hearing_speakers', (table) => {
    table.string('received_on', 10).notNullable().defaultTo('');
  });
  await db('hearing_speakers').update({ received_on: db.raw('substr(created_at, 1, 10)') });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('hearing_speakers', (table) => table.dropColumn('received_on'));
}
