import type { Knex } from 'knex';

/**
 * Requests that waited for the benefit test wait for it no longer: what they still lack is a second person, or nothing. The clock
 * looks at them at its next round and asks their owners.
 */
export async function up(db: Knex): Promise<void> {
  const waiting = () => db('room_requests').where({ state: 'incomplete' });
  await waiting().where('missing', 'like', '%deputy%').update({ missing: '["deputy"]', look_on: '' });
  await waiting().whereNot('missing', 'like', '%deputy%').update({ missing: '[]', look_on: '' });
}

/** What was missing of the test is not written back: the clock before looked it up each day. */
export async function down(): Promise<void> {}
