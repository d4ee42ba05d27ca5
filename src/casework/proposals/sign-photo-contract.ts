import { z } from 'zod';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

/** A photo that shows the sign in its place, for everybody. */
export type SignPhoto = { id: string; proposalId: string; alt: string; width: number; height: number; takenOn: Day };
export const MOST_SIGN_PHOTOS = 3;

export const signPhotoSchema = z.object({
  alt: z
    .string('Say in a few words what the photo shows.')
    .trim()
    .min(3, 'Say in a few words what the photo shows.')
    .max(200, 'Use up to 200 characters.'),
  submission: submissionSchema,
});
export type NewSignPhoto = z.infer<typeof signPhotoSchema>;
