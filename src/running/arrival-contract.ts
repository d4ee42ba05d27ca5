import { z } from 'zod';

/** How to get into a building or a room: keys, alarm, lights. Private to those who open it. */
export type ArrivalNote = { assetId: string; spaceId: string | null; note: string };

export const LONGEST_NOTE = 2_000;
/** Rooms' notes come as `room_` and the id of the room; other inputs are none of ours. */
export const arrivalSchema = z.object({ building: z.string().max(LONGEST_NOTE * 2).default('') }).catchall(z.unknown());
export const noteOfRoom = (spaceId: string): string => `room_${spaceId}`;
