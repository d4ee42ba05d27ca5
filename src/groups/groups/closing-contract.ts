import { z } from 'zod';
import { assistedSchema } from '../../ground/people/assisted-contract.ts';

/** What one types so that no slip closes a group. */
export const CLOSE_WORD = 'close';
/** What is left of a group's name where the record still points at it. */
export const NAME_AFTER = 'Closed group';

export const closeSchema = z.object({
  word: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.literal(CLOSE_WORD, `Type “${CLOSE_WORD}” to close the group.`)),
});
/** Closing a group for a lead who rang, wrote or came in. */
export const assistedCloseSchema = closeSchema.extend({
  ...assistedSchema.shape,
  consent: z.literal('yes', 'Confirm that they agree to close the group.'),
});
