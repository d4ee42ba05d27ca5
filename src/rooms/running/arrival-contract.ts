import { z } from 'zod';

/** How to get into a building or a room: keys, alarm, lights. Private to those who open it. */
export type ArrivalNote = { assetId: string; spaceId: string | null; note: string };
/** `seen` stands for the notes that the form was made from. */
export type ArrivalForm = {
  rooms: readonly { id: string; name: string }[];
  values: Readonly<Record<string, string>>;
  seen: string;
};

export const LONGEST_NOTE = 2_000;
/** The building's note is `building`, a room's `room_` and its id; what is in them is looked at room by room. */
export const arrivalSchema = z.looseObject({ seen: z.string().max(100).optional() });
export const noteOfRoom = (spaceId: string): string => `room_${spaceId}`;
