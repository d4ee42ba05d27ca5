import { z } from 'zod';
import { photoTextSchema } from '../../register/assets/photo-contract.ts';

/** A photo that comes in. The same form twice adds it once. */
export const newPhotoSchema = photoTextSchema.extend({
  submission: z.uuid('Open the form again and send it as it is on the page.').optional(),
});
export type NewPhotoText = z.infer<typeof newPhotoSchema>;
