import type { RequestHandler, Request } from 'express';
import type { Endpoint } from '../../kernel/endpoint.ts';
import { Problem, notFound } from '../../kernel/problem.ts';
import type { Guard } from '../../kernel/router.ts';
import { WayInFirst } from '../../kernel/way-in.ts';
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
    if (!req.who) throw notSignedIn('Sign in to go on. If you were signed in, that has ended.');
    // Whatever the thing is, and whether there is one: with the passkey they will be told.
    const roles: readonly string[] = ACTS[actNamed(act)].who;
    if (req.who.heldBack?.some(({ role }) => roles.includes(role))) throw passkeyNeeded();
    throw notFound();
  };
}

/** For an officer whose role may, but who has used no passkey in this session: led to where one is added or used, and back. */
const passkeyNeeded = (): WayInFirst =>
  new WayInFirst(
    '/account/passkeys',
    403,
    'Use a passkey first',
    'What you do as an officer needs a passkey here. Add one to your account, or sign in with the one you have.',
  );

const notSignedIn = (message: string): WayInFirst => new WayInFirst('/sign-in', 401, 'Please sign in', message);

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
  if (!req.who) throw notSignedIn('Sign in to go on.');
  return req.who;
}

/** @throws Error for an endpoint whose act is not in the table: the application does not start */
export function actNamed(act: string): ActName {
  const found = ACT_NAMES.find((name) => name === act);
  if (!found) throw new Error(`No act "${act}" in the table of who may do what (src/ground/people/role-contract.ts).`);
  return found;
}
