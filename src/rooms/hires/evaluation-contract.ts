import { z } from 'zod';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import { broughtFields } from './deposit-contract.ts';

/** Did the room suit what they did in it? */
export const SUITED = ['yes', 'partly', 'no'] as const;
/** About how many people came each time: bands, because small exact numbers say too much. */
export const CAME = ['under_5', '5_to_10', '11_to_30', 'over_30'] as const;

/** What a group says at the end. The words are for the owner and the broker; everybody reads counts only. */
export type Evaluation = {
  bookingId: string;
  areaId: string;
  suited: (typeof SUITED)[number];
  people: (typeof CAME)[number];
  better: string;
  answeredOn: Day;
  channel: Channel;
};

export const evaluationSchema = z.object({
  suited: z.enum(SUITED, 'Choose whether the room suited you.'),
  people: z.enum(CAME, 'Choose about how many people came.'),
  better: z.string().trim().max(1_000, 'Use up to 1,000 characters.').default(''),
  ...broughtFields,
});
export type NewEvaluation = z.infer<typeof evaluationSchema>;

/** Counts below this are not told to everybody: they could point at one group. */
export const FEWEST_SHOWN = 5;
/** How bookings of an area went, for everybody. Null stands for fewer than five. */
export type Outcomes = {
  bookings: number | null;
  suited: Readonly<Record<(typeof SUITED)[number], number | null>>;
  people: Readonly<Record<(typeof CAME)[number], number | null>>;
};
