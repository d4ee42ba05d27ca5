import { centreRooms } from './centre-rooms.ts';
import { clinicRooms } from './clinic-rooms.ts';
import { commonRooms } from './common-rooms.ts';
import { libraryRooms } from './library-rooms.ts';
import { outdoorRooms } from './outdoor-rooms.ts';
import { schoolRooms } from './school-rooms.ts';
import { townHallRooms } from './town-hall-rooms.ts';
import { winterGardensRooms } from './winter-gardens-rooms.ts';
import type { DemoRoom } from './room-builder.ts';

/** The rooms of Marlbeck that groups can ask for, with everything they need to know before they do. */
export const marlbeckRooms: DemoRoom[] = [
  ...clinicRooms,
  ...libraryRooms,
  ...schoolRooms,
  ...centreRooms,
  ...townHallRooms,
  ...winterGardensRooms,
  ...commonRooms,
  ...outdoorRooms,
];
