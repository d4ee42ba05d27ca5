import { AUDIENCES, FACILITIES, LAYOUTS } from '../spaces/space-contract.ts';
import { FACILITY_WORDS } from '../spaces/space-words.ts';
import type { RoomOutcome, RoomTarget } from './room-import-contract.ts';

/** What a column of a list of rooms may hold, in words. */
export const ROOM_TARGET_WORDS: Readonly<Record<RoomTarget, string>> = {
  building: 'Building', address: 'Address', town: 'Town', postcode: 'Postcode', longitude: 'Longitude', latitude: 'Latitude', room: 'Room', description: 'Description', floor: 'Floor', floor_area: 'Floor area in square metres',
  capacity: 'Most people', availability: 'When it can be had, in words', ignore: 'Nothing that is needed',
  ...(Object.fromEntries(LAYOUTS.map((layout) => [`capacity_${layout}`, { boardroom: 'People around tables', theatre: 'People in rows', standing: 'People standing' }[layout]])) as Record<`capacity_${(typeof LAYOUTS)[number]}`, string>),
  ...(Object.fromEntries(AUDIENCES.map((audience) => [`hour_${audience}`, `Pounds an hour, ${{ community: 'community groups', charity: 'charities', private: 'private', commercial: 'businesses' }[audience]}`])) as Record<`hour_${(typeof AUDIENCES)[number]}`, string>),
  ...(Object.fromEntries(FACILITIES.map((name) => [`has_${name}`, `Yes or no: ${FACILITY_WORDS[name].label.toLowerCase()}`])) as Record<`has_${(typeof FACILITIES)[number]}`, string>),
};

export const OUTCOME_WORDS: Readonly<Record<RoomOutcome['what'], string>> = { added: 'new', changed: 'changed', unchanged: 'unchanged', rejected: 'not taken' };
/** How the owner's own words about when a room can be had stand on its page. */
export const AVAILABILITY_INTRO = 'When it can be had, in the owner’s words: ';
