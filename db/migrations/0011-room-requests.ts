import type { Knex } from 'knex';

/** Requests for rooms with the rooms they name, links for owners to answer by, and the ledger of what is owed and paid. */
export async function up(db: Knex): Promise<void> {
  await createRequests(db);
  await db.schema.createTable('room_options', (table) => {
    table.string('id', 36).primary();
    table.string('request_id', 36).notNullable().references('room_requests.id');
    table.integer('rank').notNullable();
    table.string('space_id', 36).notNullable().references('spaces.id');
    table.string('asset_id', 36).notNullable().references('assets.id');
    table.string('owner_id', 36).notNullable().references('owners.id');
    table.string('state', 16).notNullable();
    table.string('asked_on', 10);
    table.string('due_on', 10);
    table.string('warned_at', 24);
    // How the slot was let and what it cost when the owner was asked.
    table.text('asked');
    table.string('answered_on', 10);
    table.string('answered_by', 36);
    table.string('reason', 20);
    table.text('note');
    table.string('lapses_on', 10);
    // Empty while it competes without holding any date.
    table.string('booking_id', 36).references('bookings.id');
    table.unique(['request_id', 'space_id']);
    table.index(['owner_id', 'state', 'due_on', 'id']);
    table.index(['asset_id', 'state', 'due_on', 'id']);
    table.index(['space_id', 'state']);
    table.index(['booking_id']);
  });
  await db.schema.createTable('request_links', (table) => {
    table.string('token_hash', 64).primary();
    table.string('option_id', 36).notNullable().references('room_options.id').index();
    table.string('person_id', 36).notNullable().references('people.id').index();
    table.string('expires_at', 24).notNullable().index();
  });
  // Whoever moves a request of an area takes its turn here, so that two requests for one slot never wait for each other crosswise.
  await db.schema.createTable('request_turns', (table) => {
    table.string('area_id', 36).primary().references('areas.id');
    table.integer('turn').notNullable();
    table.integer('receipts').notNullable();
  });
  await createLedger(db);
}

async function createRequests(db: Knex): Promise<void> {
  await db.schema.createTable('room_requests', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('group_id', 36).notNullable().references('groups.id');
    table.string('state', 16).notNullable();
    table.text('wish').notNullable();
    table.text('missing').notNullable();
    table.text('terms').notNullable();
    // The day on which the group got in touch, and the day and instant from which the clock runs.
    table.string('received_on', 10).notNullable();
    table.string('complete_on', 10);
    table.string('complete_at', 24);
    table.string('due_on', 10);
    table.string('starts_on', 10).notNullable();
    table.string('ends_on', 10).notNullable();
    table.string('channel', 12).notNullable();
    table.string('read_back', 12);
    table.text('reason');
    table.string('submission', 36).notNullable();
    table.string('created_by', 36).notNullable();
    table.string('created_at', 24).notNullable();
    table.string('changed_at', 24).notNullable();
    table.integer('version').notNullable();
    table.unique(['created_by', 'submission']);
    table.index(['area_id', 'state', 'due_on', 'id']);
    table.index(['group_id', 'state', 'id']);
    table.index(['state', 'changed_at']);
  });
}

/** Entries are only ever added: what was wrong is put right by another entry. */
async function createLedger(db: Knex): Promise<void> {
  await db.schema.createTable('booking_ledger', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('booking_id', 36).notNullable().references('bookings.id');
    table.string('account', 12).notNullable();
    table.string('kind', 16).notNullable();
    table.integer('pence').notNullable();
    table.string('on_day', 10).notNullable();
    table.string('method', 12);
    table.string('receipt_no', 40);
    table.string('taken_by', 200);
    table.string('witness', 200);
    table.text('reason');
    // The entry that this one takes back.
    table.string('corrects', 36).references('booking_ledger.id');
    // Of an instalment that was agreed: when it is to be paid.
    table.string('due_on', 10);
    table.string('submission', 50).notNullable();
    table.string('recorded_by', 36).notNullable();
    table.string('recorded_at', 24).notNullable();
    table.unique(['area_id', 'receipt_no']);
    table.unique(['recorded_by', 'submission']);
    table.index(['booking_id', 'id']);
    table.check('pence > 0');
  });
  if (db.client.config.client === 'sqlite3') {
    for (const act of ['update', 'delete'])
      await db.raw(
        `create trigger booking_ledger_no_${act} before ${act} on booking_ledger begin select raise(abort, 'entries are never changed or removed'); end`,
      );
    await db.raw(`create trigger booking_ledger_no_replace before insert on booking_ledger when exists (select 1 from booking_ledger where id = new.id)
      begin select raise(abort, 'entries are never changed or removed'); end`);
    return;
  }
  await db.raw(
    `create function ledger_is_final() returns trigger as $$ begin raise exception 'entries are never changed or removed'; end $$ language plpgsql`,
  );
  await db.raw(
    'create trigger booking_ledger_no_change before update or delete on booking_ledger for each row execute function ledger_is_final()',
  );
  await db.raw(
    'create trigger booking_ledger_no_truncate before truncate on booking_ledger for each statement execute function ledger_is_final()',
  );
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['booking_ledger', 'request_turns', 'request_links', 'room_options', 'room_requests'])
    await db.schema.dropTableIfExists(table);
  if (db.client.config.client !== 'sqlite3') await db.raw('drop function if exists ledger_is_final');
}
