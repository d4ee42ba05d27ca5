import { expect } from 'chai';
import type { Database } from '../../../src/kernel/database.ts';

/** Of what took place the time stays as it was, until the booking ends: what was told of it may be taken back. */
const HOLDS = ['planned', 'used', 'no_show'];

/**
 * Looks at the whole database for what must never be: two live claims of one undivided space that overlap (a closure may lie in the minutes
 * before and after a booking), a date that does not
 * have exactly the claims it should, a claim that belongs to nothing.
 * @param now minute since 1970; holds that ended before it do not count, and dates that were before it need no time
 */
export async function expectSoundClaims(db: Database, now = 0): Promise<void> {
  const overlaps = await db('claims as a')
    .join(
      'claims as b',
      (on) =>
        void on
          .on('a.leaf', 'b.leaf')
          .andOn('a.id', '<', 'b.id')
          .andOn('a.starts', '<', 'b.ends')
          .andOn('b.starts', '<', 'a.ends'),
    )
    .whereRaw(
      `((a.kind <> 'closure' and b.kind <> 'closure') or (a.starts + a.before_minutes < b.ends - b.after_minutes and b.starts + b.before_minutes < a.ends - a.after_minutes))`,
    )
    .where((live) => live.whereNull('a.expires').orWhere('a.expires', '>', now))
    .where((live) => live.whereNull('b.expires').orWhere('b.expires', '>', now))
    .select('a.holder', 'b.holder as other');
  expect(overlaps, 'claims that overlap').to.deep.equal([]);
  const live = ['requested', 'offered', 'default_offered', 'deposit_due', 'confirmed', 'active'];
  const unclaimed = await db('occurrences as o')
    .join('bookings as b', 'b.id', 'o.booking_id')
    .join('space_leaves as l', 'l.space_id', 'o.space_id')
    .leftJoin(
      'claims as c',
      (on) =>
        void on
          .on('c.holder', 'o.id')
          .andOn('c.leaf', 'l.leaf')
          .andOn(db.raw('c.starts + c.before_minutes = o.starts'))
          .andOn(db.raw('c.ends - c.after_minutes = o.ends')),
    )
    .where('o.state', 'planned')
    .where('o.ends', '>', now)
    .whereIn('b.state', live)
    .where((held) => held.whereNull('b.hold_until').orWhere('b.hold_until', '>', now))
    .whereNull('c.id')
    .select('o.id', 'l.leaf');
  expect(unclaimed, 'dates without their claims').to.deep.equal([]);
  const idle = await db('claims as c')
    .leftJoin('occurrences as o', 'o.id', 'c.holder')
    .leftJoin('bookings as b', 'b.id', 'o.booking_id')
    .leftJoin('closures as x', 'x.id', 'c.holder')
    .leftJoin('date_offers as d', (on) => void on.on('d.id', 'c.holder').andOnVal('d.state', 'open'))
    .leftJoin('space_leaves as l', (on) => void on.on('l.space_id', 'o.space_id').andOn('l.leaf', 'c.leaf'))
    .where((wrong) =>
      wrong
        .where((none) => none.whereNull('o.id').whereNull('x.id').whereNull('d.id'))
        .orWhere((given) => given.whereNotNull('o.id').whereNotIn('o.state', HOLDS))
        .orWhere((elsewhere) => elsewhere.whereNotNull('o.id').whereNull('l.leaf'))
        .orWhere((over) => over.whereNotNull('b.id').whereNotIn('b.state', live))
        .orWhere((opened) => opened.whereNotNull('x.removed_at')),
    )
    .select('c.id', 'c.holder');
  expect(idle, 'claims without a date or a closure').to.deep.equal([]);
  const twice = await db('claims')
    .where({ kind: 'booking' })
    .groupBy('holder', 'leaf')
    .havingRaw('count(*) > 1')
    .select('holder');
  expect(twice, 'dates that claim a space twice').to.deep.equal([]);
}
