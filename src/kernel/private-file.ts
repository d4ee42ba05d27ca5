import { resolve } from 'node:path';
import type { Response } from 'express';
import { notFound } from './problem.ts';

/** Sends a private file so that a browser saves it and runs nothing of it, whatever is in it. */
export function sendPrivateFile(
  res: Response,
  { path, mediaType, name }: { path: string; mediaType: string; name: string },
): Promise<void> {
  res.set({
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  });
  return new Promise((done, failed) =>
    res.sendFile(resolve(path), { dotfiles: 'allow', cacheControl: false }, (error) =>
      error ? failed(notFound('file')) : done(),
    ),
  );
}
