import { AUDIENCES, LAYOUTS } from '../spaces/space-contract.ts';
import { FACILITIES, FACILITY_TABLE, type Facility } from '../spaces/facility-contract.ts';
import {
  ACCESS_REMARKS,
  type AccessRemark,
  type RoomOutcome,
  type RoomTarget,
  type RoomUse,
} from './room-import-contract.ts';

const REMARK_WORDS: Readonly<Record<AccessRemark, string>> = {
  entrance: 'the way to the entrance',
  doorways: 'the doorways',
  reception: 'the reception',
  activity_area: 'the activity area',
  social_areas: 'the social areas',
  spectator_areas: 'the places for spectators',
  changing_rooms: 'the changing rooms',
  emergency_exits: 'the emergency exits',
};

/** What a column of a list of rooms may hold, in words. */
export const ROOM_TARGET_WORDS: Readonly<Record<RoomTarget, string>> = {
  building: 'Building',
  address: 'Address',
  town: 'Town',
  postcode: 'Postcode',
  longitude: 'Longitude',
  latitude: 'Latitude',
  room: 'Room',
  description: 'Description',
  floor: 'Floor',
  floor_area: 'Floor area in square metres',
  capacity: 'Most people',
  availability: 'When it can be had, in words',
  who_may_use: 'Who may use it',
  access_notes: 'Access, in words',
  ignore: 'Nothing that is needed',
  ...(Object.fromEntries(
    LAYOUTS.map((layout) => [
      `capacity_${layout}`,
      { boardroom: 'People around tables', theatre: 'People in rows', standing: 'People standing' }[layout],
    ]),
  ) as Record<`capacity_${(typeof LAYOUTS)[number]}`, string>),
  ...(Object.fromEntries(
    AUDIENCES.map((audience) => [
      `hour_${audience}`,
      `Pounds an hour, ${{ community: 'community groups', charity: 'charities', private: 'private', commercial: 'businesses' }[audience]}`,
    ]),
  ) as Record<`hour_${(typeof AUDIENCES)[number]}`, string>),
  ...(Object.fromEntries(
    FACILITIES.map((name) => [`has_${name}`, `Yes or no: ${FACILITY_TABLE[name].noun}`]),
  ) as Record<`has_${Facility}`, string>),
  ...(Object.fromEntries(
    ACCESS_REMARKS.map((name) => [`access_${name}`, `Yes or no: access for disabled people to ${REMARK_WORDS[name]}`]),
  ) as Record<`access_${AccessRemark}`, string>),
};

export const OUTCOME_WORDS: Readonly<Record<RoomOutcome['what'], string>> = {
  added: 'new',
  changed: 'changed',
  unchanged: 'unchanged',
  rejected: 'not taken',
};
/** How the owner's own words about when a room can be had stand on its page. */
export const AVAILABILITY_INTRO = 'When it can be had, in the owner’s words: ';
/** The same of who may use it, where that does not say whether groups may ask. */
export const USE_INTRO = 'Who may use it, in the owner’s words: ';

/** Why groups cannot ask for a room, as everybody reads it on its page. */
const WHY_NOT_WORDS: Readonly<Record<'members' | 'private', string>> = {
  members: 'It is for registered members only',
  private: 'It is not let to others',
};
export const whyNotWords = ({ is, words }: RoomUse & { is: 'members' | 'private' }): string =>
  `${WHY_NOT_WORDS[is]}: the owner’s list says “${words}”.`;

/** What a list says of access, as a note. Whether there are steps it does not say, and nor do we. */
export function accessWords(
  remarks: Partial<Record<AccessRemark, 'yes' | 'no'>>,
  notes: string | undefined,
): string | undefined {
  const named = (value: 'yes' | 'no'): string =>
    listed(ACCESS_REMARKS.filter((name) => remarks[name] === value).map((name) => REMARK_WORDS[name]));
  const [good, bad] = [named('yes'), named('no')];
  const answers = [good && `yes to ${good}`, bad && `no to ${bad}`].filter((answer) => answer).join('; ');
  const lines = [
    answers && `Access for disabled people in the owner’s list: ${answers}. It does not say whether there are steps.`,
    notes && `In the list’s own words: “${notes}”.`,
  ];
  return lines.filter((line) => line).join(' ') || undefined;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
