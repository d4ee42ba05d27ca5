import type { Knex } from 'knex';

/** Indexes by which a look at what is due finds it, however much is not; and the dates that are held back for want of a paper. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('bookings', (table) => {
    // The day on which the clock looks at it next; empty text: at once. Null where nothing happens to it by itself.
    table.string('look_on', 10);
    table.index(['look_on', 'area_id']);
  });
  await db('bookings').whereNotIn('state', LEFT_ALONE).update({ look_on: '' });
  await db.schema.createTable('held_dates', (table) => {
    table.string('occurrence_id', 36).primary().references('occurrences.id').onDelete('cascade');
    table.string('booking_id', 36).notNullable().references('bookings.id').index();
    table.string('held_on', 10).notNullable();
    // How often both sides were told: long before the date, and shortly before it.
    table.integer('told').notNullable();
  });
}

/** States in which nothing happens to a booking by itself. */
const LEFT_ALONE = ['requested', 'offered', 'default_offered', 'declined', 'closed'];

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('held_dates');
  await db.schema.alterTable('bookings', (table) => void table.dropIndex(['look_on', 'area_id']));
  await db.raw('alter table bookings drop column look_on');
}
