import { FACILITIES, FACILITY_TABLE } from '../spaces/facility-contract.ts';
import { isPersonal, normalised } from '../../kernel/tables/header-text.ts';
import { ROOM_TARGETS, type RoomColumns, type RoomTarget } from './room-import-contract.ts';

type Names = Partial<Record<RoomTarget, readonly string[]>>;
const FACILITY_NAMES: Names = Object.fromEntries(
  FACILITIES.map((name) => [`has_${name}`, FACILITY_TABLE[name].headers]),
);
/** Names that headers of lists of rooms have, best first. Sources: councils' room lists, and the Active Places open data of Sport England. */
const NAMES: Names = {
  building: [
    'building',
    'library',
    'buildingname',
    'venue',
    'venuename',
    'sitename',
    'centre',
    'communitycentre',
    'communityhub',
    'hub',
    'school',
    'site',
    'place',
    'location',
    'name',
  ],
  address: ['address', 'street', 'fulladdress', 'address1', 'addressline1'],
  town: ['town', 'posttown', 'city'],
  postcode: ['postcode', 'postalcode'],
  longitude: ['longitude', 'lon', 'lng', 'long'],
  latitude: ['latitude', 'lat'],
  room: ['room', 'roomname', 'space', 'spacename', 'hall', 'facility', 'facilitytype', 'facilityname', 'area'],
  description: ['description', 'details', 'notes', 'about'],
  floor: ['floor', 'level', 'storey'],
  floor_area: ['floorarea', 'size', 'sizem2', 'm2', 'squaremetres'],
  capacity: ['capacity', 'maxcapacity', 'maximumcapacity', 'people', 'seats', 'mostpeople'],
  capacity_boardroom: ['capacityboardroom', 'boardroom', 'boardroomstyle'],
  capacity_theatre: ['capacitytheatre', 'theatre', 'theatrestyle', 'seated'],
  capacity_standing: ['capacitystanding', 'standing', 'reception'],
  hour_community: [
    'gbpperhourcommunity',
    'communityrate',
    'community',
    'communityprice',
    'priceperhour',
    'hourlyrate',
    'rate',
    'price',
    'costperhour',
  ],
  hour_charity: ['gbpperhourcharity', 'charityrate', 'charity'],
  hour_private: ['gbpperhourprivate', 'privaterate', 'private'],
  hour_commercial: ['gbpperhourcommercial', 'commercialrate', 'commercial', 'businessrate'],
  availability: ['availability', 'available', 'openinghours', 'openingtimes', 'hours', 'whenavailable', 'times'],
  who_may_use: [
    'accesstype',
    'whomayuse',
    'whomayuseit',
    'whocanuse',
    'whocanuseit',
    'communityuse',
    'availableforhire',
  ],
  ...FACILITY_NAMES,
  access_entrance: ['disabilityfindingreachingentrance'],
  access_doorways: ['disabilitydoorways'],
  access_reception: ['disabilityreceptionarea'],
  access_activity_area: ['disabilityactivityarea'],
  access_social_areas: ['disabilitysocialareas'],
  access_spectator_areas: ['disabilityspectatorareas'],
  access_changing_rooms: ['disabilitychangingfacilities'],
  access_emergency_exits: ['disabilityemergencyexits'],
  access_notes: ['disabilitynotes', 'accessnotes', 'accessibilitynotes'],
};

/** By these a line is known to be a header. */
export const ROOM_HEADER_NAMES = Object.values(NAMES).flat();

/** What each column seems to hold, by its name alone: each thing once, by the best name for it. People are never read. */
export function guessedColumns(header: readonly string[]): RoomColumns {
  const names = header.map(normalised);
  const found = ROOM_TARGETS.flatMap((target): [RoomTarget, number][] => {
    const at = (NAMES[target] ?? [])
      .map((name) => names.indexOf(name))
      .find((place) => place >= 0 && !isPersonal(header[place] ?? ''));
    return at === undefined ? [] : [[target, at]];
  });
  const taken = new Set<number>();
  return Object.fromEntries(found.filter(([, at]) => !taken.has(at) && taken.add(at)));
}
