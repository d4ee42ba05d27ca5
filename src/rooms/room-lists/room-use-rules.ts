import type { SpaceFields } from '../spaces/space-edit-contract.ts';
import type { RoomSaid, RoomUse } from './room-import-contract.ts';
import { whyNotWords } from './room-import-words.ts';

type Letting = Pick<SpaceFields, 'bookable' | 'whyNotBookable'>;
type Closing = RoomUse & { is: 'members' | 'private' };

export const isClosing = (use: RoomUse | undefined): use is Closing => use?.is === 'members' || use?.is === 'private';

/**
 * Whether groups may ask for a room after a list has said who may use it. What it said last time already decides nothing, so that a room
 * stays open that a person has opened. And a list opens only what a list has closed: a person who closed it had a reason.
 * @param before what the list said last time; null when people had the room before any list came
 */
export function lettingOf(
  room: Letting,
  now: RoomUse | undefined,
  before: Pick<RoomSaid, 'use'> | null,
): Letting & { note: string | null } {
  const last = before?.use;
  const present = { bookable: room.bookable, whyNotBookable: room.whyNotBookable };
  const isClosedByList = !room.bookable && isClosing(last) && room.whyNotBookable === whyNotWords(last);
  if (now?.is === 'unclear')
    return { ...present, note: `“${now.words}” does not say whether groups may ask for it. It is kept as a note.` };
  if (now?.is === 'groups') {
    if (room.bookable || isClosedByList) return { bookable: true, whyNotBookable: null, note: null };
    return {
      ...present,
      note: `The list says “${now.words}”. Somebody has said on the register that groups cannot ask for it, so it stays closed.`,
    };
  }
  if (!isClosing(now)) return { ...present, note: null };
  if (room.bookable && (isClosing(last) || before === null))
    return {
      ...present,
      note: `The list says “${now.words}”. Somebody has said on the register that groups may ask for it, so it stays open.`,
    };
  const why = room.bookable || isClosedByList ? whyNotWords(now) : room.whyNotBookable;
  return { bookable: false, whyNotBookable: why, note: `Groups cannot ask for it. ${whyNotWords(now)}` };
}
