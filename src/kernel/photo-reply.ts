import { resolve } from 'node:path';
import type { Response } from 'express';
import { PHOTO_WIDTHS, type PhotoFiles } from './photo-files.ts';
import { notFound } from './problem.ts';

/** How long a browser may keep a photo: one that everybody may see, or one that is only for whoever asked. */
export const PHOTO_CACHE = { everybody: 'public, max-age=60', thisPerson: 'private, max-age=300' } as const;

/** Sends a photo in one of the widths that are kept. Whether whoever asks may see it has been found out before. @throws Problem 404 for another width */
export function sendPhoto(
  res: Response,
  files: PhotoFiles,
  { id, width: wanted }: { id: string; width: string | undefined },
  cache: string,
): Promise<void> {
  const width = PHOTO_WIDTHS.find((one) => String(one) === wanted);
  if (!width) throw notFound('picture');
  res.set('Cache-Control', cache);
  return new Promise((done) =>
    res.sendFile(resolve(files.pathOf(id, width)), { dotfiles: 'allow', cacheControl: false }, (error) => {
      if (error && !res.headersSent) res.status(404).end();
      done();
    }),
  );
}
