import { endOfDay, dated } from '../../kernel/recurrence.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { ClosedStretch, RoomClosedOn } from './calendar-contract.ts';

/**
 * The days off on which rooms stay closed that would open otherwise, as their pages say. Where all rooms of a building that would open
 * stay closed it is told once, for the building.
 * @param rooms those that are asked for, each with the days off on which it stays closed
 */
export function closedDaysOff(rooms: readonly RoomClosedOn[]): ClosedStretch[] {
  const buildings = [...new Set(rooms.map(({ assetId }) => assetId))];
  return buildings.flatMap((id) => {
    const inside = rooms.filter(({ assetId }) => assetId === id);
    const days = [...new Set(inside.flatMap(({ closedOn }) => closedOn))].toSorted();
    return days.flatMap((day) => onDay(day, inside));
  });
}

function onDay(day: Day, inside: readonly RoomClosedOn[]): ClosedStretch[] {
  const closed = inside.filter(({ closedOn }) => closedOn.includes(day));
  const [first] = closed;
  if (!first) return [];
  if (inside.length > 1 && closed.length === inside.length) return [stretch(day, first, first.assetId, null)];
  return closed.map((room) => stretch(day, room, room.spaceId, room.space));
}

const stretch = (day: Day, { zone, building }: RoomClosedOn, thing: string, space: string | null): ClosedStretch => ({
  // The same thing is closed on the same day however often a program looks.
  id: `${thing}-${day}`,
  zone,
  building,
  space,
  reason: 'bank_holiday',
  publicText: 'Bank holiday',
  starts: dated(day, '00:00', '24:00', zone).starts,
  ends: endOfDay(day, zone),
});
