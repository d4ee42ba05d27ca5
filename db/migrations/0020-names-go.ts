import type { Knex } from 'knex';

/** Of the ledger, what is money: never changed, never removed. */
const MONEY = [
  'id',
  'area_id',
  'booking_id',
  'account',
  'kind',
  'pence',
  'on_day',
  'method',
  'receipt_no',
  'corrects',
  'due_on',
  'submission',
  'recorded_at',
];
/** What names people, or may: it may be taken out, all of it at once, and nothing may be put in its place. */
const NAMES = ['taken_by', 'witness', 'reason'];
const FINAL = 'entries are never changed or removed';

/** Lets names be taken out of the ledger once accounts need not be kept any more; what was owed and paid stays as it is. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('bookings', (table) => void table.index(['ends_on'], 'bookings_by_end'));
  await db.schema.alterTable('room_requests', (table) => void table.index(['ends_on'], 'room_requests_by_end'));
  await db.schema.alterTable('booking_ledger', (table) => void table.index(['on_day'], 'booking_ledger_by_day'));
  const gone = [...NAMES.map((column) => `new.${column} is null`), `new.recorded_by = ''`].join(' and ');
  if (db.client.config.client === 'sqlite3') {
    await db.raw('drop trigger booking_ledger_no_update');
    const same = MONEY.map((column) => `new.${column} is old.${column}`).join(' and ');
    await db.raw(
      `create trigger booking_ledger_no_update before update on booking_ledger when not (${same} and ${gone}) begin select raise(abort, '${FINAL}'); end`,
    );
    return;
  }
  const row = (of: string): string => `row(${MONEY.map((column) => `${of}.${column}`).join(', ')})`;
  await db.raw(`create or replace function ledger_is_final() returns trigger as $$ begin
    if tg_op = 'UPDATE' then
      if ${gone} and ${row('new')} is not distinct from ${row('old')} then return new; end if;
    end if;
    raise exception '${FINAL}';
  end $$ language plpgsql`);
}

export async function down(db: Knex): Promise<void> {
  for (const [table, index] of [
    ['bookings', 'bookings_by_end'],
    ['room_requests', 'room_requests_by_end'],
    ['booking_ledger', 'booking_ledger_by_day'],
  ] as const)
    await db.schema.alterTable(table, (one) => void one.dropIndex([], index));
  if (db.client.config.client === 'sqlite3') {
    await db.raw('drop trigger booking_ledger_no_update');
    await db.raw(
      `create trigger booking_ledger_no_update before update on booking_ledger begin select raise(abort, '${FINAL}'); end`,
    );
    return;
  }
  await db.raw(
    `create or replace function ledger_is_final() returns trigger as $$ begin raise exception '${FINAL}'; end $$ language plpgsql`,
  );
}
