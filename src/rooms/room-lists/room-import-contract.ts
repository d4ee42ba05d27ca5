import { z } from 'zod';
import type { Point } from '../../register/assets/asset-contract.ts';
import { FACILITIES, type Facility } from '../spaces/facility-contract.ts';
import { LAYOUTS, AUDIENCES, type Audience, type Layout } from '../spaces/space-contract.ts';

/** Who may use a room, as far as a list says it in words that we know. */
export const ROOM_USES = ['groups', 'members', 'private', 'unclear'] as const;
export type RoomUse = { is: (typeof ROOM_USES)[number]; words: string };

/** What lists say of access beside the facilities of a room. None of it says that there are no steps. */
export const ACCESS_REMARKS = [
  'entrance',
  'doorways',
  'reception',
  'activity_area',
  'social_areas',
  'spectator_areas',
  'changing_rooms',
  'emergency_exits',
] as const;
export type AccessRemark = (typeof ACCESS_REMARKS)[number];

/** What a column of a list of rooms may hold. Whatever is not mapped to one of these is never stored. */
export const ROOM_TARGETS = [
  'building',
  'address',
  'town',
  'postcode',
  'longitude',
  'latitude',
  'room',
  'description',
  'floor',
  'floor_area',
  'capacity',
  ...LAYOUTS.map((layout) => `capacity_${layout}` as const),
  ...AUDIENCES.map((audience) => `hour_${audience}` as const),
  'availability',
  'who_may_use',
  ...FACILITIES.map((name) => `has_${name}` as const),
  ...ACCESS_REMARKS.map((name) => `access_${name}` as const),
  'access_notes',
  'ignore',
] as const;
export type RoomTarget = (typeof ROOM_TARGETS)[number];
/** Which column (by its place, from 0) holds what. */
export type RoomColumns = Readonly<Partial<Record<RoomTarget, number>>>;

/** Bounds that keep one import within memory and minutes: it writes whole or not at all. `shown` lines are listed one by one in a report. */
export const ROOM_LIMITS = {
  fileBytes: 16 * 1024 * 1024,
  rooms: 25_000,
  columns: 100,
  nameChars: 80,
  shown: 200,
} as const;

/** One line of a list, without the columns that hold people. */
export type RoomLine = { line: number; cells: readonly string[] };
/** What a list of rooms looks like: its header, how many lines are below it, and a few cells of each column. */
export type RoomFile = {
  name: string;
  header: readonly string[];
  count: number;
  examples: readonly (readonly string[])[];
};
/** The lines below the header, from the first on: read anew each time, never all in memory. */
export type RoomLines = () => AsyncIterable<RoomLine>;

/** What one row says of a room. A key that is missing was not said; what people corrected by hand stays unless the row says something new. */
export type RoomSaid = {
  description?: string;
  floor?: string;
  floorAreaM2?: number;
  capacity?: number;
  availability?: string;
  use?: RoomUse;
  accessRemarks?: Partial<Record<AccessRemark, 'yes' | 'no'>>;
  accessNotes?: string;
  layouts?: Partial<Record<Layout, number>>;
  prices?: Partial<Record<Audience, number>>;
  facilities?: Partial<Record<Facility, 'yes' | 'no'>>;
};
export type RoomBuilding = {
  name: string;
  street: string | null;
  town: string | null;
  postcode: string | null;
  point: Point | null;
};
export type RoomRow = { line: number; building: RoomBuilding; room: string; said: RoomSaid; notes: readonly string[] };
export type RejectedRow = { line: number; room: string; why: string };

export const roomOptionsSchema = z.object({
  /** Column places by what they hold, where the guess was put right. */
  columns: z.partialRecord(z.enum(ROOM_TARGETS), z.number().int().min(0)).default({}),
  /** What the room is called where the list has no column for it. */
  room: z.string().trim().max(200, 'Use up to 200 characters.').default(''),
  /** Opening hours for rooms that have none: "Mon-Fri 09:00-21:00; Sat 10-16". */
  open: z.string().trim().max(300, 'Use up to 300 characters.').default(''),
});
export type RoomOptions = z.infer<typeof roomOptionsSchema>;

export const ROOM_OUTCOMES = ['added', 'changed', 'unchanged', 'rejected'] as const;
/** What groups ask about and a room may lack. */
export const ROOM_GAPS = ['opening hours', 'the price', 'how many people fit'] as const;
export type RoomGap = (typeof ROOM_GAPS)[number];
/** What became of one room of the list. `missing`: what neither the list nor anybody has told. `notLet`: groups cannot ask for it, so that nothing is missing. */
export type RoomOutcome = {
  line: number;
  building: string;
  room: string;
  what: (typeof ROOM_OUTCOMES)[number];
  changes: readonly string[];
  missing: readonly RoomGap[];
  notLet: boolean;
  notes: readonly string[];
};
export type RoomReport = {
  applied: boolean;
  area: string;
  owner: string;
  file: string;
  buildings: { added: number; found: number };
  counts: Record<(typeof ROOM_OUTCOMES)[number], number>;
  /** Rooms on the register that groups cannot ask for. */
  notLet: number;
  /** Of how many rooms something is not known, and the first lines of them. */
  missing: Record<RoomGap, { count: number; lines: readonly number[] }>;
  /** Lines to look at and rooms that changed come first; the rest are only counted. In the order of the file. */
  rooms: readonly RoomOutcome[];
  notShown: number;
  columns: readonly { header: string; target: RoomTarget | null }[];
};

/** `checking` and `applying` are work under way. */
export const ROOM_IMPORT_STATES = [
  'mapping',
  'checking',
  'checked',
  'applying',
  'applied',
  'failed',
  'discarded',
] as const;
/** A list of rooms that somebody brings in by the screen. Its lines are kept in a file until it is applied or thrown away. `run` is the work under way. */
export type RoomImport = {
  id: string;
  areaId: string;
  ownerId: string | null;
  ownerName: string;
  personId: string;
  fileName: string;
  file: RoomFile | null;
  options: RoomOptions;
  state: (typeof ROOM_IMPORT_STATES)[number];
  run: string | null;
  problem: string | null;
  report: RoomReport | null;
  changedAt: string;
};

/** How far a piece of work has come, in lines. */
export type RoomProgress = { stage: 'checking' | 'comparing'; done: number; total: number };
export type RoomScreenProgress = {
  state: RoomImport['state'];
  stopped: boolean;
  stage: RoomProgress['stage'] | null;
  percent: number;
};

export const roomUploadQuery = z.object({ area: z.string().max(60).optional(), owner: z.string().max(36).optional() });
export const roomUploadSchema = z.object({
  owner: z.string().max(36).default(''),
  owner_name: z.string().trim().max(200, 'Enter the owner’s name in up to 200 characters.').default(''),
});
/** What the columns hold: `column_1`, `column_2`, … */
export const roomMappingSchema = z.looseObject({
  room: roomOptionsSchema.shape.room,
  open: roomOptionsSchema.shape.open,
});
export const roomApplySchema = z.object({ confirm: z.literal('yes', 'Confirm that you want to change the register.') });
