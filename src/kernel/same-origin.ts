import type { Request, RequestHandler } from 'express';
import { Problem } from './problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send (cross-site request forgery). Browsers say where a request comes from:
 * Sec-Fetch-Site where they know it, Origin otherwise. Programs send neither and carry no cookies by accident.
 * OWASP CSRF prevention, "Fetch Metadata headers"; the cookie's SameSite=Lax is the second wall.
 * @param meantForOthers the few requests that other sites are meant to send: they carry a secret of their own and use no session
 */
export function sameOriginOnly(meantForOthers: (req: Request) => boolean): RequestHandler {
  return (req, _res, next) => {
    if (
      SAFE.has(req.method) ||
      comesFromUs(req.get('sec-fetch-site'), req.get('origin'), req.get('host')) ||
      meantForOthers(req)
    )
      return next();
    next(
      new Problem(
        403,
        'Not from this site',
        'This was sent from another site, so nothing was done. Open the page here and try again.',
      ),
    );
  };
}

function comesFromUs(site: string | undefined, origin: string | undefined, host: string | undefined): boolean {
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
