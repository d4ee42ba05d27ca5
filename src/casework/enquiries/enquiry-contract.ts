import { z } from 'zod';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { Point } from '../../kernel/geo-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { AssetKind } from '../../register/assets/asset-contract.ts';

export const ENQUIRY_STATES = [
  'asked',
  'looking',
  'escalated',
  'presumed',
  'outside',
  'introducing',
  'introduced',
  'parked',
  'confirmed',
  'stands',
  'closed',
  'withdrawn',
] as const;
export type EnquiryState = (typeof ENQUIRY_STATES)[number];

export const ENQUIRY_ACTS = [
  'acknowledge',
  'confirm',
  'outside',
  'park',
  'escalate',
  'presume',
  'disprove',
  'let_stand',
  'consent',
  'decline',
  'introduce',
  'lapse',
  'look_again',
  'close',
  'withdraw',
] as const;
export type EnquiryAct = (typeof ENQUIRY_ACTS)[number];

/** Where somebody looks for an owner. */
export const SOURCES = [
  'title_register',
  'index_map',
  'highway_records',
  'estates_list',
  'neighbours',
  'other',
] as const;
export type Source = (typeof SOURCES)[number];
/** What a source said: it names a public body, it names somebody else, nothing, or nobody answered. */
export const SOURCE_OUTCOMES = ['body', 'other_owner', 'nothing', 'no_answer'] as const;
export type SourceOutcome = (typeof SOURCE_OUTCOMES)[number];
/** Of these a body is registered, or maintains the road: if nobody says otherwise in time it counts as owner. */
export const PRESUMING: readonly Source[] = ['title_register', 'index_map', 'highway_records'];

/** One look into a source, with what came of it. `words` are for everybody and name no person. */
export type SourceCheck = {
  id: string;
  enquiryId: string;
  source: Source;
  outcome: SourceOutcome;
  words: string;
  ownerId: string | null;
  disproved: boolean;
  checkedOn: Day;
  checkedBy: string;
  notedAt: string;
  submission: string;
};

/** Who an owner is that has not joined the compact, as far as everybody may know. */
export const OUTSIDE_KINDS = ['person', 'company', 'charity', 'body', 'other'] as const;
export type OutsideKind = (typeof OUTSIDE_KINDS)[number];

/** How closely the place is known: a point on the map, the middle of a postcode or of a ward. */
export const PLACE_PRECISIONS = ['exact', 'postcode', 'ward', 'asset'] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

/** A question whose a place is, with everything that officers know of it. */
export type Enquiry = {
  id: string;
  areaId: string;
  number: string;
  /** The place on the register; null while it is on nobody’s list. */
  assetId: string | null;
  point: Point | null;
  precision: PlacePrecision;
  /** Name of the ward that it lies in. */
  ward: string | null;
  kind: AssetKind;
  /** The place in words of whoever asked, or of an officer: public for land, never for a building. */
  place: string;
  postcode: string | null;
  /** What they would like to do there. Never public. */
  idea: string;
  state: EnquiryState;
  /** The day on which it came into its state. */
  stateOn: Day;
  /** The day from which its limit is counted: the day after it is day one. */
  countedFrom: Day;
  dueOn: Day | null;
  /** How often it was looked at again. */
  looks: number;
  askerId: string | null;
  groupId: string | null;
  /** A group that need not be here. */
  groupName: string;
  channel: Channel;
  receivedOn: Day;
  enteredBy: string | null;
  readBack: string | null;
  submission: string;
  askedAt: string;
  /** Who said that it has arrived; null where nobody did, and the clock had to. */
  acknowledgedBy: string | null;
  /** The one named officer, and how often that changed. */
  officerId: string | null;
  handOffs: number;
  /** The public body whose it is. */
  ownerId: string | null;
  outsideKind: OutsideKind | null;
  /** Who the owner outside is, and how they are reached: for officers alone. */
  outsideOwner: string | null;
  /** What we tell everybody about the answer. */
  outcome: string;
  endedOn: Day | null;
  /** What may be passed on to an owner outside the compact, in the words of whoever asked. */
  consent: string;
};

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);
const degrees = (most: number, what: string) =>
  z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed),
    z.coerce
      .number(`Enter the ${what} as a number.`)
      .min(-most, `Enter the ${what} as a number from -${most} to ${most}.`)
      .max(most, `Enter the ${what} as a number from -${most} to ${most}.`)
      .optional(),
  );
const optionalId = z.preprocess((typed) => (typed === '' ? undefined : typed), z.string().max(36).optional());
const submission = z.uuid('Open the form again and send it as it is on the page.');
const today = z.iso.date('Enter the day as year-month-day.');

/** A place to ask about: one on the register, or a point, or a postcode or ward with words. */
const placeShape = {
  asset: optionalId,
  lon: degrees(180, 'longitude'),
  lat: degrees(90, 'latitude'),
  near: text(100).default(''),
  place: text(300).default(''),
  kind: z.enum(['land', 'building'], 'Say whether it is land or a building.').default('land'),
};
const wishShape = {
  idea: text(2_000).default(''),
  group: optionalId,
  group_name: text(200).default(''),
  submission: submission.optional(),
};
export const askSchema = z.object({ ...placeShape, ...wishShape });
export type Ask = z.infer<typeof askSchema>;

/** The same typed by an officer, with whoever got in touch. */
export const assistedAskSchema = askSchema.extend({
  channel: z.enum(['phone', 'paper', 'in_person'], 'Say how they got in touch.'),
  received_on: today,
  read_back: z.enum(['aloud', 'shown', 'letter'], 'Say how they checked what you typed.'),
  consent: z.literal('yes', 'Confirm that they agree.'),
  person_name: z.string('Enter the name of the person.').trim().min(1, 'Enter the name of the person.').max(200),
  person_email: z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() === '' ? undefined : typed),
    z.email('Enter an e-mail address like name@example.org.').max(200).optional(),
  ),
  person_telephone: text(40).default(''),
  person_address: text(500).default(''),
});
export type AssistedAsk = z.infer<typeof assistedAskSchema>;

/** `seen` is the state in which the page was shown: an act on another is refused. */
const seen = z.enum(ENQUIRY_STATES, 'Open the page again and send it as it is there.');
const reason = (ask: string, most = 1_000) =>
  z.string(ask).trim().min(3, ask).max(most, `Use up to ${most} characters.`);
export const seenSchema = z.object({ seen });

export const sourceSchema = z.object({
  source: z.enum(SOURCES, 'Choose where you looked.'),
  outcome: z.enum(SOURCE_OUTCOMES, 'Say what came of it.'),
  owner: optionalId,
  words: text(500).default(''),
  checked_on: today,
  submission: submission.optional(),
});
export type NewSource = z.infer<typeof sourceSchema>;

export const WHAT_IS_THERE = ['empty', 'hardly_used', 'in_use', 'unknown'] as const;
export const ownerSchema = z.object({
  seen,
  owner: z.string('Choose whose it is.').min(1, 'Choose whose it is.').max(36),
  outside_kind: z.preprocess((typed) => (typed === '' ? undefined : typed), z.enum(OUTSIDE_KINDS).optional()),
  outside_owner: text(1_000).default(''),
  outcome: text(500).default(''),
  name: text(200).default(''),
  there: z.enum(WHAT_IS_THERE, 'Say what you have seen there.').default('unknown'),
  lon: degrees(180, 'longitude'),
  lat: degrees(90, 'latitude'),
});
export type OwnerAnswer = z.infer<typeof ownerSchema>;

export const parkSchema = z.object({ seen, outcome: reason('Say in a sentence why nobody was found.', 500) });
export const closeSchema = z.object({
  seen,
  outcome: reason('Say why it is closed and what they can do now, for everybody to read.', 1_000),
});
export const disproveSchema = z.object({
  seen,
  outcome: reason('Say what shows that the place is not theirs, for everybody to read.', 1_000),
});
export const consentSchema = z.object({
  seen,
  may_write: z.enum(['yes', 'no'], 'Say whether we may write to the owner.'),
  pass_on: text(1_000).default(''),
});
export const introduceSchema = z.object({
  seen,
  sent_on: today,
  how: reason('Say how the letter went, for instance “by post”.', 200),
});
export const placeWordsSchema = z.object({ place: reason('Say in a few words where it is.', 300) });
export const photoSchema = z.object({
  alt: z
    .string('Say in a few words what the photo shows.')
    .trim()
    .min(3, 'Say in a few words what the photo shows.')
    .max(200, 'Use up to 200 characters.'),
  submission: submission.optional(),
});

/** A photo of the place, for officers and whoever asked. */
export type EnquiryPhoto = { id: string; enquiryId: string; alt: string; width: number; height: number };
export const MOST_ENQUIRY_PHOTOS = 6;

/** What the newest question about a place came to, as other features ask for it. */
export type EnquiryOutcome = Pick<
  Enquiry,
  'id' | 'number' | 'assetId' | 'state' | 'stateOn' | 'dueOn' | 'ownerId' | 'endedOn'
>;
