import type { ErrorRequestHandler, RequestHandler, Request } from 'express';
import type { Endpoint, Guard } from '../../kernel/endpoint.ts';
import { wantsJson } from '../../kernel/errors.ts';
import { Problem, notFound } from '../../kernel/problem.ts';
import { ACTS, ACT_NAMES, type ActName, type Thing, type Who } from './role-contract.ts';
import { may } from './role-rules.ts';

declare module 'express-serve-static-core' {
  interface Request {
    /** Who is signed in; null for everybody else. */
    who: Who | null;
  }
}

/** Finds out who sent a request, from its session. Rights are read anew each time, so ending one works at once. */
export function recogniseWho(
  whoIs: (personId: string, provedAt: string, withPasskey: boolean) => Promise<Who | null>,
): RequestHandler {
  return async (req, res, next) => {
    const { personId, provedAt, withPasskey } = req.session ?? {};
    req.who = personId ? await whoIs(personId, provedAt ?? '', withPasskey === true) : null;
    // What somebody sees who is signed in stays out of every cache, also of the browser that another person uses next.
    if (req.who) res.set('Cache-Control', 'private, no-store');
    next();
  };
}

/**
 * The guard of every endpoint: asks the one table of who may do what.
 * Nobody signed in: 401, which pages turn into a sign-in. Signed in without the right: 404, for what one may not know exists.
 */
export function guardBy(today: () => string): Guard {
  return (req, act, thing) => {
    if (may(req.who, actNamed(act), thing as Thing, today())) return;
    if (!req.who)
      throw new Problem(
        401,
        'Please sign in',
        'Sign in to go on. If you were signed in, that has ended; what you typed is still there when you go back.',
      );
    // Whatever the thing is, and whether there is one: with the passkey they will be told.
    const roles: readonly string[] = ACTS[actNamed(act)].who;
    if (req.who.heldBack?.some(({ role }) => roles.includes(role))) throw new PasskeyNeeded();
    throw notFound();
  };
}

/** For an officer whose role may, but who has used no passkey in this session. */
class PasskeyNeeded extends Problem {
  constructor() {
    super(
      403,
      'Use a passkey first',
      'What you do as an officer needs a passkey here. Add one to your account, or sign in with the one you have.',
    );
  }
}

/** Leads whoever asked for a page to where a passkey is added or used, and back. */
export const leadToPasskey: ErrorRequestHandler = (error, req, res, next) => {
  if (!(error instanceof PasskeyNeeded) || req.method !== 'GET' || wantsJson(req)) return next(error);
  res.redirect(303, `/account/passkeys?next=${encodeURIComponent(req.originalUrl)}`);
};

/**
 * Keeps an endpoint from telling strangers which things there are: while nobody is signed in, a thing that is not there is
 * answered like one that is, with 401. What everybody may read keeps its plain 404.
 */
export function hiddenFromStrangers(one: Endpoint): Endpoint {
  const { thing } = one;
  if (!thing || (ACTS[actNamed(one.act)].who as readonly string[]).includes('anyone')) return one;
  const asked: Endpoint['thing'] = (input) => (input.req.who ? thing(input) : thing(input).catch(nothingForStrangers));
  return { ...one, thing: asked };
}

function nothingForStrangers(error: unknown): object {
  if (error instanceof Problem) return {};
  throw error;
}

/** @throws Problem 401 when nobody is signed in */
export function signedIn(req: Request): Who {
  if (!req.who) throw new Problem(401, 'Please sign in', 'Sign in to go on.');
  return req.who;
}

/** @throws Error for an endpoint whose act is not in the table: the application does not start */
export function actNamed(act: string): ActName {
  const found = ACT_NAMES.find((name) => name === act);
  if (!found) throw new Error(`No act "${act}" in the table of who may do what (src/ground/people/role-contract.ts).`);
  return found;
}
