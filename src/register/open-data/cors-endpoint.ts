import type { RequestHandler, Response } from 'express';

/** Open data may be read by any web page, not only by ours (Fetch standard, "CORS protocol"). */
export function openToAll(res: Response): Response {
  return res.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Link, ETag',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}

const FOR_PROGRAMS = /^\/(api|ogc)(\/|$)/;
const READS = ['GET', 'HEAD'];

/**
 * The same for all that programs read, mistakes included: a script that may not read what is wrong cannot say it. No cookie comes with
 * such a request, so nobody's own data goes out. Asked before (OPTIONS), we say that a script may ask with `If-None-Match`.
 */
export const openToScripts: RequestHandler = (req, res, next) => {
  if (!FOR_PROGRAMS.test(req.path) || ![...READS, 'OPTIONS'].includes(req.method)) return next();
  openToAll(res);
  if (req.method !== 'OPTIONS') return next();
  res
    .set({
      'Access-Control-Allow-Methods': READS.join(', '),
      'Access-Control-Allow-Headers': 'Accept, If-None-Match, If-Modified-Since',
      'Access-Control-Max-Age': '86400',
    })
    .status(204)
    .end();
};
