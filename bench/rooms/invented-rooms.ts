import { insertAll, type Database } from '../../src/kernel/database.ts';
import { FACILITIES, facilityBits, type Facilities } from '../../src/rooms/spaces/facility-contract.ts';
import { UNTOLD, type SpaceDetails } from '../../src/rooms/spaces/space-contract.ts';
import { randomFrom, type Random } from '../support/random.ts';
import { AT_ONCE } from './room-filling.ts';

/** Share of the rooms that have each facility: with three asked for at once about a third remain. */
const SHARE = 0.7;

/** Adds places with rooms, many at once. */
export async function addSpaces(db: Database, count: number): Promise<void> {
  const places: { id: string }[] = await db('public_assets')
    .where({ hidden: false, kind: 'building' })
    .whereNotNull('lon')
    .whereNull('retired_on')
    .orderBy('id')
    .select('id');
  const random = randomFrom(7);
  const each = Math.ceil(count / places.length);
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => from + at);
    await insertAll(
      db,
      'spaces',
      numbers.map((number) => aRoom(random, places[Math.floor(number / each)]?.id ?? '', number)),
    );
  }
  await db.raw('insert into space_leaves (space_id, leaf) select id, number from spaces');
}

function aRoom(random: Random, assetId: string, number: number) {
  const facilities: Facilities = Object.fromEntries(
    FACILITIES.map((facility) => [
      facility,
      {
        value: random.chance(SHARE) ? 'yes' : 'no',
        note: random.chance(0.2) ? 'Ask at the desk by the side door.' : null,
        hours: null,
      },
    ]),
  );
  const details: SpaceDetails = {
    ...UNTOLD,
    facilities,
    equipment: ['Flip chart', 'Urn', 'Folding tables'],
    layouts: { boardroom: 20, theatre: 40 },
    activities: 'Meetings, classes and exercise',
    notAllowed: 'Amplified music after 9pm',
    conditions: null,
    hirersLiability: random.chance(0.5)
      ? { available: true, cost: { kind: 'percent', percent: 12, minimumPence: 500 }, exclusions: null }
      : null,
    minutesBefore: 0,
    minutesAfter: random.one([0, 0, 15, 30]),
    daysAhead: 1_000,
    openingCostPence: random.one([0, 1_500]),
    depositPence: random.one([0, 3_000]),
    caretaking: 'The caretaker opens and closes.',
  };
  return {
    id: `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`,
    asset_id: assetId,
    name: `${random.one(['Hall', 'Meeting room', 'Studio', 'Committee room', 'Garden room'])} ${number % 10}`,
    description: 'A plain room with daylight from two sides.',
    floor: 'Ground floor',
    capacity: 10 + random.below(120),
    bookable: true,
    facility_bits: facilityBits(facilities),
    details: JSON.stringify(details),
  };
}
