import { z } from 'zod';
import { clockTimeSchema, daySchema, type ClockTime, type Day } from '../../kernel/recurrence-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

/** A time at which a place can be seen. Everybody who is interested in it may take a place. */
export type Viewing = {
  id: string;
  areaId: string;
  assetId: string;
  day: Day;
  begins: ClockTime;
  ends: ClockTime;
  /** So many people at most. */
  places: number;
  /** Where to come: told to nobody but those who have a place. */
  meeting: string;
  /** For whoever opens up alone: who has the key, how the alarm goes. */
  keyNote: string;
  state: 'offered' | 'cancelled';
  /** Why it was changed or cancelled. */
  reason: string;
  /** Counts every change, so that calendars take the newest. */
  version: number;
  submission: string;
  createdAt: string;
};
/** A place that somebody has taken, for themselves and whom they bring. */
export type ViewingPlace = {
  id: string;
  viewingId: string;
  interestId: string;
  people: number;
  state: 'confirmed' | 'given_back';
  /** What whoever opened up says; null while nobody has said. */
  came: boolean | null;
  takenAt: string;
};
export const MOST_PEOPLE = 10;

const perhaps = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`)
    .default('');
const said = (ask: string, most = 500) =>
  z
    .string(ask)
    .trim()
    .min(3, ask)
    .max(most, `Use up to ${most.toLocaleString('en-GB')} characters.`);
const count = (ask: string, most: number) =>
  z.coerce.number(ask).int(ask).min(1, ask).max(most, `Enter ${most} at most.`);
const details = {
  day: daySchema,
  begins: clockTimeSchema,
  ends: clockTimeSchema,
  places: count('Enter how many people can see it at once, 1 or more.', 200),
  meeting: said('Say where they come: street, number and door.'),
  key_note: perhaps(1_000),
};
export const offerSchema = z.object({ ...details, submission: submissionSchema });
export type Offering = z.infer<typeof offerSchema>;
export const changeViewingSchema = z.object({
  ...details,
  reason: said('Say why it changes. Everybody who has a place reads it.'),
});
export type ChangingViewing = z.infer<typeof changeViewingSchema>;
export const cancelViewingSchema = z.object({
  reason: said('Say why it is cancelled. Everybody who has a place reads it.'),
});
export const takeSchema = z.object({
  viewing: z.string('Choose a time.').min(1, 'Choose a time.').max(36),
  people: count('Enter how many of you come, 1 or more.', MOST_PEOPLE),
});
export type TakingPlace = z.infer<typeof takeSchema>;
/** Who came: `came_…` with the id of the place. */
export const cameSchema = z.looseObject({});
