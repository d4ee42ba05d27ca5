import type { z } from 'zod';
import { photoTextSchema } from '../../register/assets/photo-contract.ts';
import { submissionSchema } from '../../kernel/submission-contract.ts';

/** A photo that comes in. The same form twice adds it once. */
export const newPhotoSchema = photoTextSchema.extend({
  submission: submissionSchema,
});
export type NewPhotoText = z.infer<typeof newPhotoSchema>;
