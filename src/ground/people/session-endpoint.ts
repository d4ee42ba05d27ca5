import type { Request } from 'express';
import type { SessionData } from 'express-session';
import { deviceName } from './device-rules.ts';
import type { SentCode } from './sign-in-service.ts';

/**
 * A new session for somebody who has just proved who they are. Its id is new, so that one planted before is worth nothing
 * (OWASP session management, "renew the session id after any privilege level change").
 */
export async function beginSession(req: Request, personId: string, now: Date, withPasskey: boolean): Promise<void> {
  const sameAsBefore = req.session.personId === personId;
  // What somebody typed before they signed in goes with them; it does not go to the next person at the same computer.
  const carried = req.session.personId === undefined || sameAsBefore ? req.session.carried : undefined;
  const passkey = withPasskey || (sameAsBefore && req.session.withPasskey === true);
  await new Promise<void>((resolve, reject) =>
    req.session.regenerate((error?: Error) => (error ? reject(error) : resolve())),
  );
  const at = now.toISOString();
  Object.assign(req.session, {
    personId,
    provedAt: at,
    startedAt: at,
    withPasskey: passkey,
    device: deviceName(req.get('user-agent')),
    ...(carried && { carried }),
  });
}

export function endSession(req: Request): Promise<void> {
  return new Promise((resolve, reject) => req.session.destroy((error?: Error) => (error ? reject(error) : resolve())));
}

/** What a session waits for after a code was sent. */
export const pendingOf = ({ id, onlyKnownUntil }: SentCode, email: string, next: string): SessionData['pending'] => ({
  codeId: id,
  email,
  next,
  ...(onlyKnownUntil && { onlyKnownUntil: onlyKnownUntil.toISOString() }),
});
