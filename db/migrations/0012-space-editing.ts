import type { Knex } from 'knex';

/** Spaces that are no longer let, forms that were sent twice, claims on parts that are there, what a list of rooms said last, and lists of rooms under way. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('spaces', (table) => {
    table.string('retired_on', 10);
    table.string('submission', 36);
    table.unique(['asset_id', 'submission']);
  });
  await claimOnlyLeaves(db);
  // What the owner's list last said of a space: only what it says anew changes the space, so that corrections by hand stay.
  await db.schema.createTable('space_imports', (table) => {
    table.string('space_id', 36).primary().references('spaces.id');
    table.text('said').notNullable();
  });
  await db.schema.createTable('room_imports', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('owner_id', 36).references('owners.id');
    table.string('owner_name', 200).notNullable();
    table.string('person_id', 36).notNullable();
    table.string('file_name', 200).notNullable();
    // The file itself, until it has been applied or thrown away.
    table.text('content');
    table.text('options').notNullable();
    table.string('state', 12).notNullable();
    table.text('report');
    table.string('changed_at', 24).notNullable();
    table.index(['area_id', 'changed_at']);
    table.index(['changed_at']);
  });
}

/**
 * A claim is on an undivided space. Were it on a hall that somebody has just divided, its parts could be booked at the same time. The
 * shared lock lets bookings go on side by side, and makes whoever divides wait for them, and them for whoever divides.
 */
async function claimOnlyLeaves(db: Knex): Promise<void> {
  if (db.client.config.client === 'sqlite3') {
    await db.raw(
      `create trigger claims_on_leaves before insert on claims begin select raise(abort, 'claims_taken') where not exists (select 1 from space_leaves where leaf = new.leaf); end`,
    );
    return;
  }
  await db.raw(`create function claims_on_leaves() returns trigger as $$ begin
    perform 1 from spaces where number = new.leaf for share;
    if not exists (select 1 from space_leaves where leaf = new.leaf) then
      raise exception 'the space of this claim has been divided or is no longer let' using errcode = 'exclusion_violation', constraint = 'claims_taken';
    end if;
    return new;
  end $$ language plpgsql`);
  await db.raw(
    'create trigger claims_on_leaves before insert on claims for each row execute function claims_on_leaves()',
  );
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTableIfExists('room_imports');
  await db.schema.dropTableIfExists('space_imports');
  if (db.client.config.client === 'sqlite3') await db.raw('drop trigger claims_on_leaves');
  else await db.raw('drop function claims_on_leaves cascade');
  await db.schema.alterTable('spaces', (table) => {
    table.dropUnique(['asset_id', 'submission']);
    table.dropColumns('retired_on', 'submission');
  });
}
