import type { Request, Response } from 'express';
import { seeOther } from '../../kernel/endpoint.ts';
import { wantsJson } from '../../kernel/errors.ts';
import { Problem } from '../../kernel/problem.ts';
import { WayInFirst } from '../../kernel/way-in.ts';
import type { Who } from './role-contract.ts';
import { signedIn } from './who-endpoint.ts';

/** How long a proof of who one is counts for what cannot be undone. */
export const PROOF_LASTS_MS = 10 * 60_000;

/**
 * Lets only somebody on who has proved a short while ago who they are; a session left open on a shared computer is not enough for this
 * (OWASP authentication, "require re-authentication for sensitive features"). Others are sent to prove it, then to `next`.
 * @returns null when the answer has gone out
 * @throws Problem 401 for programs; for a form, which is kept meanwhile
 */
export function freshlyProved(req: Request, res: Response, now: Date, next: string): Who | null {
  const who = signedIn(req);
  if (now.getTime() - new Date(who.provedAt).getTime() <= PROOF_LASTS_MS) return who;
  if (wantsJson(req))
    throw new Problem(
      401,
      'Prove that it is you',
      'Sign in again, then try once more: this needs a sign-in of the last ten minutes.',
    );
  // A form goes with them and comes back filled in; a page need only be asked for again.
  if (req.method !== 'GET') throw new WayInFirst('/account/prove', 401, 'Is it you?', 'Prove again who you are.');
  seeOther(req, res, `/account/prove?next=${encodeURIComponent(next)}`);
  return null;
}
