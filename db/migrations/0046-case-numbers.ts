import { randomInt } from 'node:crypto';
import type { Knex } from 'knex';

/** Every request that was sent, and every booking, has a short number to say on the telephone. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('case_numbers', (table) => {
    table.string('tail', 8).primary();
    table.string('number', 12).notNullable();
    table.string('area_id', 36).notNullable().references('areas.id');
    table.string('kind', 40).notNullable();
    table.string('subject_id', 36).notNullable();
    table.unique(['kind', 'subject_id']);
    table.index(['area_id']);
  });
  for (const name of ['room_requests', 'bookings'])
    await db.schema.alterTable(name, (table) => void table.string('case_number', 12));
  const slugs = new Map<string, string>((await db('areas').select('id', 'slug')).map(({ id, slug }) => [id, slug]));
  const used = new Set<string>();
  await numberAll(db, {
    table: 'room_requests',
    kind: 'room_request',
    slugs,
    used,
    more: (all) => all.whereNot({ state: 'draft' }),
  });
  await db('bookings')
    .whereNotNull('request_id')
    .update({
      case_number: db('room_requests').whereRaw('room_requests.id = bookings.request_id').select('case_number'),
    });
  await numberAll(db, { table: 'bookings', kind: 'booking', slugs, used, more: (all) => all.whereNull('request_id') });
}

type Numbering = {
  table: string;
  kind: string;
  slugs: ReadonlyMap<string, string>;
  used: Set<string>;
  more(all: Knex.QueryBuilder): Knex.QueryBuilder;
};
const AT_ONCE = 400;

async function numberAll(db: Knex, { table, kind, slugs, used, more }: Numbering): Promise<void> {
  for (let after = ''; ;) {
    const rows: { id: string; area_id: string }[] = await more(
      db(table).where('id', '>', after).orderBy('id').limit(AT_ONCE).select('id', 'area_id'),
    );
    const given = rows.map(({ id, area_id }) => {
      const tail = unused(used);
      return { tail, number: `${prefixOf(slugs.get(area_id) ?? '')}-${tail}`, area_id, kind, subject_id: id };
    });
    if (given.length > 0) await db('case_numbers').insert(given);
    for (const { number, subject_id: id } of given) await db(table).where({ id }).update({ case_number: number });
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** As the product makes them on this day; longer ones where many are given out. */
function unused(used: Set<string>): string {
  for (let attempt = 0; ; attempt++) {
    const length = Math.min(7, 4 + Math.floor(attempt / 3));
    const chosen = Array.from({ length }, () => randomInt(ALPHABET.length));
    const check = chosen.reduce((sum, value, index) => sum + (index + 2) * value, 0) % ALPHABET.length;
    const tail = [...chosen, check].map((value) => ALPHABET.charAt(value)).join('');
    if (used.has(tail)) continue;
    used.add(tail);
    return tail;
  }
}
const ALPHABET = '2346789CDFHJKMNPQRTVWXY';

function prefixOf(slug: string): string {
  const words = slug
    .toUpperCase()
    .split('-')
    .map((word) => word.replace(/[^A-Z]/g, ''))
    .filter((word) => word !== '');
  const [word = '', second = ''] = words;
  if (second !== '') return word.charAt(0) + second.charAt(0);
  const later = word.slice(Math.max(1, Math.floor(word.length / 2)));
  return `${word.charAt(0)}${/[^AEIOU]/.exec(later)?.[0] ?? later.charAt(0)}`.padEnd(2, 'X');
}

export async function down(db: Knex): Promise<void> {
  for (const table of ['room_requests', 'bookings']) await db.raw('alter table ?? drop column case_number', [table]);
  await db.schema.dropTable('case_numbers');
}
