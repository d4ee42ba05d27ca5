import type { Knex } from 'knex';

/** Whom people ring, write to or visit, and how they pay: once for an area, and for each owner that says so. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('contacts', (table) => {
    table.text('subject_id').primary();
    // 'area' or 'owner'
    table.text('subject_kind').notNullable();
    table.text('area_id').notNullable().references('areas.id').onDelete('CASCADE');
    table.text('ask_for');
    table.text('telephone');
    table.text('hours');
    table.text('counter');
    table.text('email');
    table.text('paying');
    table.text('changed_at').notNullable();
    table.text('changed_by').notNullable();
    table.index(['area_id'], 'contacts_of_area');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('contacts');
}
