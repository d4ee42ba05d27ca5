import type { Response } from 'express';

/** Open data may be read by any web page, not only by ours (Fetch standard, "CORS protocol"). */
export function openToAll(res: Response): Response {
  return res.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Link',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}
