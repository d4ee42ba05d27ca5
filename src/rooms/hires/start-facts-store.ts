import { DEFAULT_ROOM_TERMS } from '../../groups/compact/compact-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { StartBooking } from './start-rules.ts';

type Row = Omit<StartBooking, 'terms' | 'price'> & { terms: string; price: string };

/** Of bookings what decides what their dates lack, and no more: a calendar asks for a thousand. */
export function startFactsOn(db: Db) {
  return {
    async bookings(ids: readonly string[]): Promise<StartBooking[]> {
      const rows: Row[] = await db('bookings').whereIn('id', ids).select({
        id: 'id',
        spaceId: 'space_id',
        groupId: 'group_id',
        requestId: 'request_id',
        zone: 'zone',
        startsOn: 'starts_on',
        endsOn: 'ends_on',
        terms: 'terms',
        price: 'price',
      });
      const termsFrom = once((text) => ({ ...DEFAULT_ROOM_TERMS, ...JSON.parse(text) }));
      const priceFrom = once((text) => JSON.parse(text) as StartBooking['price']);
      return rows.map((row) => ({ ...row, terms: termsFrom(row.terms), price: priceFrom(row.price) }));
    },
  };
}

/** Bookings of an area say mostly the same: each text is read once. */
function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? read(text);
    known.set(text, found);
    return found;
  };
}
