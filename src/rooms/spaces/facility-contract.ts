/** Everything that is said, asked and read about one facility. */
type FacilityRow = {
  /** Its place in `facility_bits`, by which the finder searches. It never changes: databases keep it. A new facility takes the next one. */
  bit: number;
  /** `access` decides whether somebody can come at all: told first, asked first, always in sight. `inside` is folded away until it is wanted. */
  about: 'access' | 'inside';
  /** What stands over its question, at its box, and in open data. */
  label: string;
  /** The same in the middle of a sentence. */
  noun: string;
  /** What the page of a room says where it is there, and where it is not. */
  yes: string;
  no: string;
  /** What one room and several have in common: "is step-free", "are step-free". */
  have: readonly [one: string, many: string];
  /** Headers of lists of rooms under which it stands, best first: lower case, letters and digits only. */
  headers: readonly [string, ...string[]];
};

/**
 * The yes-or-no facts about a space that people search by, in the order in which they are told. All other lists follow from this
 * one: the finder, the form, lists of rooms, open data. A row that lacks a column does not compile.
 */
export const FACILITY_TABLE = {
  step_free: {
    bit: 0,
    about: 'access',
    label: 'Step-free way in',
    noun: 'step-free way in',
    yes: 'You can get into this room without steps',
    no: 'There are steps on the way to this room',
    have: ['is step-free', 'are step-free'],
    headers: ['stepfree', 'stepfreeaccess', 'wheelchairaccess', 'levelaccess'],
  },
  accessible_toilet: {
    bit: 1,
    about: 'access',
    label: 'Accessible toilet',
    noun: 'accessible toilet',
    yes: 'There is an accessible toilet',
    no: 'There is no accessible toilet',
    have: ['has an accessible toilet', 'have an accessible toilet'],
    headers: ['accessibletoilet', 'disabledtoilet', 'disabilitytoilets'],
  },
  ground_floor: {
    bit: 2,
    about: 'access',
    label: 'On the ground floor',
    noun: 'on the ground floor',
    yes: 'It is on the ground floor',
    no: 'It is not on the ground floor',
    have: ['is on the ground floor', 'are on the ground floor'],
    headers: ['groundfloor'],
  },
  lift: {
    bit: 3,
    about: 'access',
    label: 'Lift',
    noun: 'lift',
    yes: 'There is a lift',
    no: 'There is no lift',
    have: ['has a lift', 'have a lift'],
    headers: ['lift'],
  },
  hearing_loop: {
    bit: 4,
    about: 'access',
    label: 'Hearing loop',
    noun: 'hearing loop',
    yes: 'There is a hearing loop',
    no: 'There is no hearing loop',
    have: ['has a hearing loop', 'have a hearing loop'],
    headers: ['hearingloop', 'inductionloop'],
  },
  parking: {
    bit: 5,
    about: 'access',
    label: 'Parking',
    noun: 'parking',
    yes: 'You can park here',
    no: 'There is no parking here',
    have: ['has parking', 'have parking'],
    headers: ['parking', 'carpark'],
  },
  blue_badge_parking: {
    bit: 6,
    about: 'access',
    label: 'Blue Badge parking',
    noun: 'Blue Badge parking',
    yes: 'There is parking for Blue Badge holders',
    no: 'There is no parking for Blue Badge holders',
    have: ['has Blue Badge parking', 'have Blue Badge parking'],
    headers: ['bluebadgeparking', 'disabledparking', 'disabilityparking'],
  },
  quiet: {
    bit: 7,
    about: 'access',
    label: 'Quiet',
    noun: 'quiet',
    yes: 'It is a quiet room',
    no: 'It can be noisy',
    have: ['is quiet', 'are quiet'],
    headers: ['quiet', 'quietroom'],
  },
  adjustable_light: {
    bit: 8,
    about: 'access',
    label: 'Light that can be turned down',
    noun: 'light that can be turned down',
    yes: 'You can turn the light down',
    no: 'You cannot turn the light down',
    have: ['has light that can be turned down', 'have light that can be turned down'],
    headers: ['adjustablelight', 'adjustablelighting', 'dimmablelight', 'dimmablelights', 'dimmablelighting'],
  },
  kitchen: {
    bit: 9,
    about: 'inside',
    label: 'Kitchen or place to make tea',
    noun: 'kitchen or place to make tea',
    yes: 'There is a kitchen or a place to make tea',
    no: 'There is no kitchen',
    have: ['has a kitchen', 'have a kitchen'],
    headers: ['kitchen', 'kitchenette'],
  },
  tables_and_chairs: {
    bit: 10,
    about: 'inside',
    label: 'Tables and chairs',
    noun: 'tables and chairs',
    yes: 'There are tables and chairs',
    no: 'There are no tables and chairs',
    have: ['has tables and chairs', 'have tables and chairs'],
    headers: ['tablesandchairs', 'tableschairs', 'chairsandtables'],
  },
  screen: {
    bit: 11,
    about: 'inside',
    label: 'Screen or projector',
    noun: 'screen or projector',
    yes: 'There is a screen or projector',
    no: 'There is no screen',
    have: ['has a screen', 'have a screen'],
    headers: ['screen', 'projector'],
  },
  wifi: {
    bit: 12,
    about: 'inside',
    label: 'Wi-Fi',
    noun: 'Wi-Fi',
    yes: 'There is Wi-Fi',
    no: 'There is no Wi-Fi',
    have: ['has Wi-Fi', 'have Wi-Fi'],
    headers: ['wifi'],
  },
  stage: {
    bit: 13,
    about: 'inside',
    label: 'Stage',
    noun: 'stage',
    yes: 'There is a stage',
    no: 'There is no stage',
    have: ['has a stage', 'have a stage'],
    headers: ['stage'],
  },
  piano: {
    bit: 14,
    about: 'inside',
    label: 'Piano',
    noun: 'piano',
    yes: 'There is a piano',
    no: 'There is no piano',
    have: ['has a piano', 'have a piano'],
    headers: ['piano'],
  },
  storage: {
    bit: 15,
    about: 'inside',
    label: 'Storage',
    noun: 'storage',
    yes: 'You can leave things here between meetings',
    no: 'You cannot leave things here',
    have: ['has room to leave things', 'have room to leave things'],
    headers: ['storage'],
  },
  outdoor: {
    bit: 16,
    about: 'inside',
    label: 'Outdoor space',
    noun: 'outdoor space',
    yes: 'There is outdoor space',
    no: 'There is no outdoor space',
    have: ['has outdoor space', 'have outdoor space'],
    headers: ['outdoor', 'garden'],
  },
} as const satisfies Record<string, FacilityRow>;

export type Facility = keyof typeof FACILITY_TABLE;
export const FACILITIES = Object.keys(FACILITY_TABLE) as [Facility, ...Facility[]];

const about = (what: FacilityRow['about']): readonly Facility[] =>
  FACILITIES.filter((name) => FACILITY_TABLE[name].about === what);
/** Those that decide whether somebody can come at all. */
export const ACCESS_FACILITIES = about('access');
/** What is in the room and around it. */
export const INSIDE_FACILITIES = about('inside');

/** What is known of one facility. `note` says what is special: "ring the bell, the lift is staffed until 8pm". Hours are minutes of the day. */
export type FacilityFact = { value: 'yes' | 'no'; note: string | null; hours: { from: number; to: number } | null };
/** Facilities that are missing here are not known, which is said as such and never counts as "yes". */
export type Facilities = Partial<Record<Facility, FacilityFact>>;

/** The bits of the facilities that a space has for certain. */
export const facilityBits = (facilities: Facilities): number =>
  bitsOf(FACILITIES.filter((name) => facilities[name]?.value === 'yes'));

/** The bits of some facilities together: a room has all of them when it has all of the bits. */
export const bitsOf = (wanted: readonly Facility[]): number =>
  wanted.reduce((bits, name) => bits | (1 << FACILITY_TABLE[name].bit), 0);
