import type { Knex } from 'knex';

/** Removes the rows that a query finds. Where there are none it only reads: nothing is locked for nothing. @returns how many there were */
export async function removeFound(found: Knex.QueryBuilder): Promise<number> {
  return (await found.clone().first()) === undefined ? 0 : found.delete();
}
