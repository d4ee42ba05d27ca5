import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { BookingState } from '../bookings/booking-contract.ts';

/** Which bookings somebody may see to: of an area, of owners, of single places, of groups. */
export type HireScope = {
  areaIds?: readonly string[];
  ownerIds?: readonly string[];
  assetIds?: readonly string[];
  groupIds?: readonly string[];
};

/** Finding bookings by where they are between their confirmation and their end. */
export function hiresOn(db: Db) {
  return {
    /** Ids in some states whose last day lies before a day. */
    async endedBefore(areaId: string, states: readonly BookingState[], day: Day): Promise<string[]> {
      return db('bookings')
        .where({ area_id: areaId })
        .whereIn('state', states)
        .where('ends_on', '<', day)
        .orderBy('ends_on')
        .orderBy('id')
        .pluck('id');
    },
    /** Ids in some states that have begun by a day, or will have. */
    async begunBy(areaId: string, states: readonly BookingState[], day: Day): Promise<string[]> {
      return db('bookings')
        .where({ area_id: areaId })
        .whereIn('state', states)
        .where('starts_on', '<=', day)
        .orderBy('starts_on')
        .orderBy('id')
        .pluck('id');
    },
    /** Ids in some states that end by a day. */
    async endingBy(areaId: string, states: readonly BookingState[], day: Day): Promise<string[]> {
      return db('bookings')
        .where({ area_id: areaId })
        .whereIn('state', states)
        .where('ends_on', '<=', day)
        .orderBy('ends_on')
        .orderBy('id')
        .pluck('id');
    },
    async inStates(areaId: string, states: readonly BookingState[]): Promise<string[]> {
      return db('bookings')
        .where({ area_id: areaId })
        .whereIn('state', states)
        .orderBy('ends_on')
        .orderBy('id')
        .pluck('id');
    },
    /** Ids of bookings that were given up with money of a deposit paid in, and not given back. */
    async givenUpWithDeposit(areaId: string): Promise<string[]> {
      return db('bookings')
        .where({ area_id: areaId })
        .whereIn('state', ['cancelled', 'withdrawn', 'lapsed'])
        .whereIn(
          'id',
          db('booking_ledger').where({ area_id: areaId, account: 'deposit', kind: 'paid' }).select('booking_id'),
        )
        .whereNotIn('id', db('deposit_returns').select('booking_id'))
        .orderBy('ends_on')
        .orderBy('id')
        .pluck('id');
    },
    /** Ids of what somebody may see to and that may wait for somebody by a day, those that end first at the top. */
    async maybeDue(
      { areaIds = [], ownerIds = [], assetIds = [], groupIds = [] }: HireScope,
      startsBy: Day,
      limit: number,
    ): Promise<string[]> {
      const places = db('desk_assets')
        .where((any) => any.whereIn('owner_id', ownerIds).orWhereIn('asset_id', assetIds))
        .select('asset_id');
      const rooms = db('spaces').whereIn('asset_id', places).select('id');
      const ledger = (account: string, kind: string) =>
        db('booking_ledger').where({ account, kind }).select('booking_id');
      return db('bookings')
        .where((any) => any.whereIn('area_id', areaIds).orWhereIn('group_id', groupIds).orWhereIn('space_id', rooms))
        .where((waits) =>
          waits
            .whereIn('state', ['ended', 'deposit_returned'])
            .orWhere((start) => start.where({ state: 'confirmed' }).where('starts_on', '<=', startsBy))
            .orWhere((over) =>
              over
                .whereIn('state', ['cancelled', 'withdrawn', 'lapsed'])
                .whereIn('id', ledger('deposit', 'paid'))
                .whereNotIn('id', db('deposit_returns').select('booking_id')),
            )
            .orWhere((disputed) =>
              disputed.whereIn(
                'id',
                db('deposit_returns').whereNotNull('challenged_on').whereNull('answered_on').select('booking_id'),
              ),
            )
            .orWhere((refund) => refund.whereIn('id', ledger('hire', 'credited')).whereIn('id', ledger('hire', 'paid')))
            .orWhere((offer) => offer.whereIn('id', db('date_offers').where({ state: 'open' }).select('booking_id'))),
        )
        .orderBy('ends_on')
        .orderBy('id')
        .limit(limit)
        .pluck('id');
    },
    async ofGroup(groupId: string, states: readonly BookingState[]): Promise<string[]> {
      return db('bookings').where({ group_id: groupId }).whereIn('state', states).orderBy('id').pluck('id');
    },
    /** Of some groups, those that ended last or go on at the top. */
    async ofGroups(groupIds: readonly string[], states: readonly BookingState[], limit: number): Promise<string[]> {
      return db('bookings')
        .whereIn('group_id', groupIds)
        .whereIn('state', states)
        .orderBy('ends_on', 'desc')
        .orderBy('id')
        .limit(limit)
        .pluck('id');
    },
  };
}
