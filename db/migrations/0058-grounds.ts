import type { Knex } from 'knex';

/** What is decided on a proposal: grounds that owners show, decisions, warnings before silence grants, certificates, call-ins, reviews. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('proposal_grounds', (table) => {
    table.string('id', 36).primary();
    ofProposal(table);
    table.string('ground', 2).notNullable();
    for (const words of ['statement', 'evidence', 'law', 'authority', 'budget', 'why']) table.text(words).notNullable();
    table.string('author', 200).notNullable();
    table.string('dated', 10).notNullable();
    table.string('other_from', 10);
    table.string('gate', 4).notNullable();
    table.string('other_case', 40).notNullable();
    table.integer('cost_pounds');
    table.string('file_name', 40);
    table.string('media_type', 60);
    table.integer('bytes');
    table.string('sha256', 64);
    table.string('shorter_from', 10);
    table.string('shorter_until', 10);
    table.string('state', 20).notNullable();
    table.string('filed_by', 36);
    table.string('filed_on', 10).notNullable();
    table.boolean('proven').notNullable();
    table.string('decided_by', 36);
    table.string('decided_on', 10);
    once(table);
    table.index(['proposal_id', 'state']);
    table.index(['filed_by']);
    table.index(['filed_on']);
  });
  await db.schema.createTable('proposal_decisions', (table) => {
    table.string('id', 36).primary();
    ofProposal(table);
    table.string('ruling', 20).notNullable();
    for (const words of [
      'reasons',
      'alternatives',
      'interests',
      'background',
      'equality_touched',
      'equality_considered',
    ])
      table.text(words).notNullable();
    table.string('signed_as', 30).notNullable();
    table.string('signed_by', 36);
    table.string('signed_on', 10).notNullable();
    once(table);
    table.index(['signed_by']);
  });
  await db.schema.createTable('proposal_corrections', (table) => {
    table.string('id', 36).primary();
    ofProposal(table);
    table.string('decision_id', 36).notNullable().references('proposal_decisions.id');
    table.text('words').notNullable();
    table.boolean('substance').notNullable();
    table.string('corrected_by', 36);
    table.string('corrected_on', 10).notNullable();
    once(table);
  });
  await db.schema.createTable('proposal_call_ins', (table) => {
    table.string('id', 36).primary();
    ofProposal(table);
    table.string('councillor_id', 36);
    table.text('reason').notNullable();
    table.string('asked_on', 10).notNullable();
    table.unique(['proposal_id', 'councillor_id']);
    table.index(['councillor_id']);
  });
  await db.schema.createTable('proposal_reviews', (table) => {
    table.string('proposal_id', 36).primary().references('proposals.id');
    table.text('reason').notNullable();
    table.string('asked_by', 36);
    table.string('asked_on', 10).notNullable();
  });
  await db.schema.createTable('proposal_warnings', (table) => {
    table.string('id', 36).primary();
    ofProposal(table);
    table.string('due_on', 10).notNullable();
    table.integer('nth').notNullable();
    table.integer('days_before').notNullable();
    table.string('warn_on', 10).notNullable();
    table.string('state', 10).notNullable();
    table.string('sent_on', 10);
    table.unique(['proposal_id', 'due_on', 'nth']);
    table.index(['state', 'warn_on']);
  });
  await db.schema.createTable('proposal_warning_mails', (table) => {
    table.string('id', 36).primary();
    table.string('warning_id', 36).notNullable().references('proposal_warnings.id');
    table.string('to_role', 30).notNullable();
    table.string('person_id', 36);
    table.string('mail_key', 400);
    table.index(['warning_id']);
    table.index(['person_id']);
  });
  await db.schema.createTable('proposal_certificates', (table) => {
    table.string('id', 36).primary();
    table.string('proposal_id', 36).notNullable().unique().references('proposals.id');
    table.string('code', 20).notNullable().unique();
    table.string('due_on', 10).notNullable();
    table.string('made_at', 30).notNullable();
    table.text('facts').notNullable();
  });
}

function ofProposal(table: Knex.CreateTableBuilder): void {
  table.string('proposal_id', 36).notNullable().references('proposals.id');
}

/** The same form sent twice is one. */
function once(table: Knex.CreateTableBuilder): void {
  table.string('submission', 36).notNullable();
  table.unique(['proposal_id', 'submission']);
}

export async function down(db: Knex): Promise<void> {
  for (const name of [
    'proposal_certificates',
    'proposal_warning_mails',
    'proposal_warnings',
    'proposal_reviews',
    'proposal_call_ins',
    'proposal_corrections',
    'proposal_decisions',
    'proposal_grounds',
  ])
    await db.schema.dropTableIfExists(name);
}
