import type { Knex } from 'knex';

/** The head of the chain of facts takes the hash of the last fact by itself: whoever adds facts holds it for one statement less. */
export async function up(db: Knex): Promise<void> {
  if (db.client.config.client === 'sqlite3') {
    await db.raw(
      `create trigger facts_head after insert on facts when new.seq = (select length from fact_chain where id = 1)
       begin update fact_chain set hash = new.hash where id = 1; end`,
    );
    return;
  }
  await db.raw(
    `create function facts_head() returns trigger as $$
     begin
       update fact_chain set hash = new.hash where id = 1 and length = new.seq;
       return null;
     end $$ language plpgsql`,
  );
  await db.raw('create trigger facts_head after insert on facts for each row execute function facts_head()');
}

export async function down(db: Knex): Promise<void> {
  if (db.client.config.client === 'sqlite3') return db.raw('drop trigger if exists facts_head');
  await db.raw('drop trigger if exists facts_head on facts');
  await db.raw('drop function if exists facts_head');
}
