import type { Knex } from 'knex';

/** What makes a proposal somebody else’s turn within its state: marks that are in, or an owner that turned out to be none. */
export async function up(db: Knex): Promise<void> {
  await db.raw('alter table proposals rename column marks to within');
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table proposals rename column within to marks');
}
