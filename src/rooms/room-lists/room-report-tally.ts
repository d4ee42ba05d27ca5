import {
  ROOM_GAPS,
  ROOM_LIMITS,
  ROOM_OUTCOMES,
  type RoomGap,
  type RoomOutcome,
  type RoomReport,
} from './room-import-contract.ts';

/** So many lines are named of each thing that is not known. */
const LINES = 21;

/** Adds up what becomes of a list of rooms. It keeps only as many lines as a report shows, however long the list is. */
export function roomReport() {
  const counts = Object.fromEntries(ROOM_OUTCOMES.map((what) => [what, 0])) as RoomReport['counts'];
  const missing = Object.fromEntries(ROOM_GAPS.map((what) => [what, { count: 0, lines: [] }])) as unknown as Record<
    RoomGap,
    { count: number; lines: number[] }
  >;
  const buildings = { added: 0, found: 0 };
  const kept: Record<'toLookAt' | 'changed' | 'others', RoomOutcome[]> = { toLookAt: [], changed: [], others: [] };
  let [all, notLet] = [0, 0];
  return {
    building: (isNew: boolean): void => void buildings[isNew ? 'added' : 'found']++,
    room(one: RoomOutcome): void {
      all++;
      counts[one.what]++;
      if (one.notLet) notLet++;
      for (const what of one.missing) {
        if (++missing[what].count <= LINES) missing[what].lines.push(one.line);
      }
      const list =
        kept[
          one.what === 'rejected' || one.notes.length > 0 ? 'toLookAt' : one.changes.length > 0 ? 'changed' : 'others'
        ];
      if (list.length < ROOM_LIMITS.shown) list.push(one);
    },
    result(): Pick<RoomReport, 'buildings' | 'counts' | 'notLet' | 'missing' | 'rooms' | 'notShown'> {
      const rooms = [...kept.toLookAt, ...kept.changed, ...kept.others]
        .slice(0, ROOM_LIMITS.shown)
        .toSorted((one, other) => one.line - other.line);
      return { buildings, counts, notLet, missing, rooms, notShown: all - rooms.length };
    },
  };
}
export type RoomTally = ReturnType<typeof roomReport>;
