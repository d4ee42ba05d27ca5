import type { Database } from '../../src/kernel/database.ts';
import type { Fact } from '../../src/kernel/fact.ts';
import { reactionsOfTheHouse } from '../../src/reactions.ts';
import type { TestServices } from '../support/server.ts';

/** How much has been written of what must never be written twice. */
export async function written(db: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['facts', 'mails', 'letters', 'booking_ledger', 'claims'])
    counts[table] = Number((await db(table).count({ count: '*' }).first())?.['count']);
  return counts;
}

/** Does once more what follows from facts that are on the record, the oldest first. @param after the last fact that is left out */
export async function reactAgain(services: TestServices, after = ''): Promise<number> {
  const reactionsTo = reactionsOfTheHouse(services, services);
  const facts = (await services.db('facts').where('id', '>', after).orderBy('seq')).map(factFrom);
  for (const fact of facts)
    await services.inOneTransaction(async (unit) => {
      for (const reaction of reactionsTo(fact.kind)) await reaction({ ...unit, because: fact.id }, fact);
    });
  return facts.length;
}

type Row = {
  id: string;
  at: string;
  kind: Fact['kind'];
  area_id: string | null;
  subject_kind: string;
  subject_id: string;
  actor: string;
  on_behalf_of: string | null;
  channel: string | null;
  reason: string | null;
  before: string | null;
  after: string | null;
  public_text: string | null;
};
const parsed = (json: string | null): unknown => (json === null ? null : JSON.parse(json));
const factFrom = (row: Row): Fact => ({
  id: row.id,
  at: row.at,
  kind: row.kind,
  areaId: row.area_id,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  actor: row.actor,
  onBehalfOf: row.on_behalf_of,
  channel: row.channel,
  reason: row.reason,
  before: parsed(row.before),
  after: parsed(row.after),
  publicText: row.public_text,
});
