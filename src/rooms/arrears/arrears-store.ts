import type { Knex } from 'knex';
import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { OwedFilter, OwedPart, OwedScope, OwedTotals, Sums } from './arrears-contract.ts';
import { ageOf, boundsOf, rungSince } from './arrears-rules.ts';

export type OwingRow = { groupId: string; firstDue: Day; sums: Sums; toRing: boolean };
type Mark = readonly [firstDue: string, groupId: string] | null;

/** Which groups owe money for rooms, and since when. */
export function arrearsOn(db: Db, scope: OwedScope, today: Day) {
  const { notDue, recent } = boundsOf(today);
  const rung = db('money_calls').where('called_on', '>=', rungSince(today)).select('group_id');
  return {
    /** Groups a page at a time: what was due first at the top. */
    async groups(show: OwedFilter, mark: Mark, limit: number): Promise<OwingRow[]> {
      const rows = await byGroup()
        .modify((query) => {
          if (show === 'late') void query.havingRaw('min(o.due_on) < ?', [notDue]);
          if (show === 'ring') void query.havingRaw(`${TO_RING} = 1`, [today]);
          if (mark)
            void query.havingRaw('(min(o.due_on) > ? or (min(o.due_on) = ? and o.group_id > ?))', [
              mark[0],
              mark[0],
              mark[1],
            ]);
        })
        .orderByRaw('min(o.due_on), o.group_id')
        .limit(limit);
      return rows.map(rowFrom);
    },
    async totals(): Promise<OwedTotals> {
      const groups = byGroup().as('g');
      const count = (what: string): Knex.Raw => db.raw(`coalesce(sum(case when ${what} then 1 else 0 end), 0)`);
      const row = await db
        .from(groups)
        .select({
          all: db.raw('count(*)'),
          late: count('not_due_pence < all_pence'),
          ring: count('to_ring = 1'),
          all_pence: db.raw('coalesce(sum(all_pence), 0)'),
          not_due_pence: db.raw('coalesce(sum(not_due_pence), 0)'),
          old_pence: db.raw('coalesce(sum(old_pence), 0)'),
        })
        .first();
      return {
        groups: { all: Number(row.all), late: Number(row.late), ring: Number(row.ring) },
        sums: sumsFrom(row),
      };
    },
    /** What some groups owe, or all of them: by group, what was due first at the top. */
    async parts(groupIds: readonly string[] | null): Promise<OwedPart[]> {
      const rows: PartRow[] = await inScope()
        .join('spaces as s', 's.id', 'b.space_id')
        .join('desk_assets as a', 'a.asset_id', 's.asset_id')
        .modify((query) => {
          if (groupIds !== null) void query.whereIn('o.group_id', [...groupIds]);
        })
        .orderBy(['o.due_on', 'o.group_id', 'o.booking_id', 'o.account'])
        .select('o.group_id', 'o.booking_id', 'o.account', 'o.due_on', 'o.pence', 'b.case_number', {
          room: 's.name',
          building: 'a.name',
        });
      return rows.map((row) => ({
        groupId: row.group_id,
        bookingId: row.booking_id,
        caseNumber: row.case_number,
        room: `${row.room}, ${row.building}`,
        account: row.account,
        dueOn: row.due_on,
        pence: row.pence,
        age: ageOf(row.due_on, today),
      }));
    },
  };

  function inScope(): Knex.QueryBuilder {
    const all = db('open_money as o').join('bookings as b', 'b.id', 'o.booking_id');
    if ('areaId' in scope) return all.where('o.area_id', scope.areaId);
    const places = db('desk_assets').where({ owner_id: scope.ownerId }).select('asset_id');
    return all.whereIn('b.space_id', db('spaces').whereIn('asset_id', places).select('id'));
  }

  function byGroup(): Knex.QueryBuilder {
    return inScope()
      .leftJoin(db.from(rung.clone().distinct().as('rung')).as('r'), 'r.group_id', 'o.group_id')
      .groupBy('o.group_id')
      .select('o.group_id', {
        first_due: db.raw('min(o.due_on)'),
        all_pence: db.raw('sum(o.pence)'),
        not_due_pence: db.raw('sum(case when o.due_on >= ? then o.pence else 0 end)', [notDue]),
        old_pence: db.raw('sum(case when o.due_on < ? then o.pence else 0 end)', [recent]),
        to_ring: db.raw(TO_RING, [today]),
      });
  }
}

/** Somebody is to ring the group: something is late for so long, and nobody has rung lately. */
const TO_RING = 'max(case when o.ring_on <= ? and r.group_id is null then 1 else 0 end)';

type PartRow = {
  group_id: string;
  booking_id: string;
  account: OwedPart['account'];
  due_on: Day;
  pence: number;
  case_number: string | null;
  room: string;
  building: string;
};
type SumRow = Record<'all_pence' | 'not_due_pence' | 'old_pence', number | string>;

function sumsFrom(row: SumRow): Sums {
  const [all, notDue, old] = [Number(row.all_pence), Number(row.not_due_pence), Number(row.old_pence)];
  return { all, not_due: notDue, old, recent: all - notDue - old };
}

const rowFrom = (row: SumRow & { group_id: string; first_due: Day; to_ring: number | string }): OwingRow => ({
  groupId: row.group_id,
  firstDue: row.first_due,
  sums: sumsFrom(row),
  toRing: Number(row.to_ring) === 1,
});
