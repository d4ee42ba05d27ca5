import type { Knex } from 'knex';

/** Community groups, their papers, and letters to people without an e-mail address. */
export async function up(db: Knex): Promise<void> {
  await createGroups(db);
  await createDocuments(db);
  await db.schema.createTable('letters', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('group_id', 36).references('groups.id');
    table.string('person_id', 36).notNullable().references('people.id');
    table.string('kind', 60).notNullable();
    table.string('subject', 300).notNullable();
    table.text('text').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('printed_at', 24);
    table.string('printed_by', 36);
    table.index(['area_id', 'printed_at', 'id']);
  });
  // One lead a group, whatever two processes do at once.
  await db.raw(
    `create unique index rights_one_lead on rights (scope_id) where role = 'group_lead' and ended_at is null`,
  );
}

async function createGroups(db: Knex): Promise<void> {
  await db.schema.createTable('groups', (table) => {
    table.string('id', 36).primary();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('name', 200).notNullable();
    table.string('public_name', 200);
    table.string('legal_form', 20).notNullable();
    table.string('size', 20).notNullable();
    table.text('purpose').notNullable();
    table.text('audience').notNullable();
    table.string('telephone', 40);
    table.string('channel', 20).notNullable();
    // The day on which the group got in touch: every clock starts here, not on the day of typing.
    table.string('received_on', 10).notNullable();
    table.string('read_back', 20);
    table.string('registered_by', 36).notNullable().references('people.id');
    // Made with the form, so that sending it twice makes one group.
    table.string('submission', 36).notNullable();
    table.string('created_at', 24).notNullable();
    table.integer('version').notNullable();
    table.unique(['registered_by', 'submission']);
    table.index(['area_id', 'name', 'id']);
  });
  await db.schema.createTable('handovers', (table) => {
    table.string('id', 36).primary();
    table.string('group_id', 36).notNullable().references('groups.id');
    table.string('from_person', 36).notNullable().references('people.id');
    table.string('to_person', 36).notNullable().references('people.id').index();
    table.string('created_at', 24).notNullable();
    table.string('ended_at', 24);
    table.string('outcome', 20);
  });
  await db.raw('create unique index handovers_one_open on handovers (group_id) where ended_at is null');
}

async function createDocuments(db: Knex): Promise<void> {
  await db.schema.createTable('group_documents', (table) => {
    table.string('id', 36).primary();
    table.string('group_id', 36).notNullable().references('groups.id');
    table.string('kind', 20).notNullable();
    // The name on our disk, made by chance; the sender's own name is never kept.
    table.string('file_name', 80).notNullable().unique();
    table.string('media_type', 60).notNullable();
    table.integer('bytes').notNullable();
    table.string('sha256', 64).notNullable();
    // The last day on which the paper is good.
    table.string('expires_on', 10);
    table.string('received_on', 10).notNullable();
    table.string('uploaded_by', 36).notNullable().references('people.id');
    table.string('uploaded_at', 24).notNullable();
    table.string('state', 20).notNullable();
    table.string('checked_by', 36);
    table.string('checked_at', 24);
    table.text('reason');
    table.string('superseded_at', 24);
    table.index(['group_id', 'kind']);
    table.index(['state', 'received_on', 'id']);
    table.index(['expires_on']);
  });
  await db.raw(
    'create unique index group_documents_one_of_each on group_documents (group_id, kind, state) where superseded_at is null',
  );
  await db.schema.createTable('document_reminders', (table) => {
    table.string('document_id', 36).notNullable().references('group_documents.id');
    table.string('stage', 20).notNullable();
    table.string('sent_at', 24).notNullable();
    table.primary(['document_id', 'stage']);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop index if exists rights_one_lead');
  for (const table of ['letters', 'document_reminders', 'group_documents', 'handovers', 'groups'])
    await db.schema.dropTableIfExists(table);
}
