import type { Knex } from 'knex';

/**
 * Owners by name, whatever its capitals and on either database alike: SQLite lowers only ASCII, so "Cyngor Ŵyr" was never
 * found again and was made anew. Owners that were doubled stay two; the older of them, which has the list's history, is
 * found from now on.
 */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('owners', (table) => {
    table.string('name_key', 400).notNullable().defaultTo('');
    table.index(['area_id', 'name_key'], 'owners_by_name');
  });
  const owners: { id: string; name: string }[] = await db('owners').select('id', 'name');
  for (const { id, name } of owners)
    await db('owners')
      .where({ id })
      .update({ name_key: keyOf(name) });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('owners', (table) => {
    table.dropIndex(['area_id', 'name_key'], 'owners_by_name');
    table.dropColumn('name_key');
  });
}

/** As names were compared when this ran. */
function keyOf(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}
