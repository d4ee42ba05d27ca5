import { z } from 'zod';

/** What is said about a photo, of a place or of a room in it. */
export const photoTextSchema = z.object({
  alt: z
    .string('Say what the picture shows.')
    .trim()
    .min(5, 'Say what the picture shows, for people who cannot see it.')
    .max(500, 'Describe the picture in up to 500 characters.'),
  credit: z.string().trim().max(200, 'Name who took it in up to 200 characters.').default(''),
});
export type PhotoText = z.infer<typeof photoTextSchema>;
export const movePhotoSchema = z.object({
  direction: z.enum(['earlier', 'later'], 'Say whether it goes earlier or later.'),
});
export type PhotoMove = z.infer<typeof movePhotoSchema>['direction'];
/** The largest photo that is taken, in bytes. */
export const MOST_PHOTO_BYTES = 15 * 1024 * 1024;
export const MOST_PHOTOS = 30;

/** The same photos with one of them a place earlier or later; at either end it stays. */
export function movedPhoto(ids: readonly string[], id: string, direction: PhotoMove): string[] {
  const from = ids.indexOf(id);
  const to = Math.max(0, Math.min(ids.length - 1, from + (direction === 'earlier' ? -1 : 1)));
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}
