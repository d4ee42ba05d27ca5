import type { Request } from 'express';
import type { Clock } from '../../kernel/clock.ts';
import { Problem } from '../../kernel/problem.ts';

declare module 'express-session' {
  interface SessionData {
    /** What a passkey has to sign, once. */
    challenge: { value: string; until: string };
  }
}

const CHALLENGE_LASTS_MS = 5 * 60_000;

/** Keeps in the session what a passkey has to sign. */
export function rememberChallenge(req: Request, clock: Clock, value: string): void {
  req.session.challenge = { value, until: new Date(clock().getTime() + CHALLENGE_LASTS_MS).toISOString() };
}

/** The challenge of this session, which is used up by looking. @throws Problem 400 when it has run out */
export function challengeOf(req: Request, clock: Clock): string {
  const { challenge } = req.session;
  delete req.session.challenge;
  if (!challenge || challenge.until < clock().toISOString())
    throw new Problem(400, 'That took too long', 'Start again: the request has run out.');
  return challenge.value;
}
