import { z } from 'zod';
import type { Contact } from '../../ground/contacts/contact-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';

/** What somebody comes for. */
export const NEEDS = ['room', 'land', 'building', 'neglected', 'else'] as const;
export type Need = (typeof NEEDS)[number];

/** How often, or for how long. */
export const LENGTHS = ['once', 'regular', 'months', 'for_good'] as const;
export type Length = (typeof LENGTHS)[number];
/** How often or how long each need may last; what is not here is not asked about that. */
export const LENGTHS_OF: Partial<Record<Need, readonly Length[]>> = {
  room: ['once', 'regular', 'months'],
  land: ['once', 'months', 'for_good'],
  building: ['once', 'months', 'for_good'],
};

/** Whether they have a place in mind. */
export const KNOWN = ['yes', 'no'] as const;

/** The questions, in their order. */
export const QUESTIONS = ['need', 'long', 'known'] as const;
export type Question = (typeof QUESTIONS)[number];

/**
 * The answers so far, as they stand in the address: it can be kept, sent on and gone back to. What is no answer counts as none, and is
 * asked again. `step` is the question that was just answered.
 */
export const startQuery = z.object({
  asset: z.string().max(36).optional(),
  need: z.enum(NEEDS).optional().catch(undefined),
  long: z.enum(LENGTHS).optional().catch(undefined),
  known: z.enum(KNOWN).optional().catch(undefined),
  near: z.string().trim().max(100, 'Use up to 100 characters.').default(''),
  step: z.enum(QUESTIONS).optional().catch(undefined),
});
export type AnswerTo<Q extends Question> = NonNullable<z.infer<typeof startQuery>[Q]>;
export type Answers = Pick<z.infer<typeof startQuery>, 'need' | 'long' | 'known' | 'near'>;

/** The place that was chosen before, as the public sees it. */
export type ChosenPlace = Pick<
  PublicAsset,
  'id' | 'name' | 'kind' | 'state' | 'ownership' | 'owner' | 'area' | 'address' | 'code' | 'redacted'
>;

/** Where the answers lead. */
export const WAYS = [
  'rooms',
  'ask',
  'find_land',
  'short_land',
  'asked_already',
  'in_use',
  'find_building',
  'whose',
  'tell_owner',
  'else',
] as const;
export type Way = (typeof WAYS)[number];
/** `href` is what its button leads to. */
export type WayFound = { way: Way; href: string };

/** What the page shows: the next question, or where the answers lead. */
export type StartShown = {
  answers: Answers;
  place: ChosenPlace | null;
  question: Question | null;
  /** Where nothing is left to be asked. */
  found: WayFound | null;
  /** How the area is reached; null where nobody has filled it in, or there are several. */
  contact: Contact | null;
};
