import session from 'express-session';
import type { RequestHandler } from 'express';
import { SESSION_ENDS, type DatabaseSessions } from './session-store.ts';

declare module 'express-session' {
  interface SessionData {
    personId: string;
    /** When the person last proved with a code or a passkey who they are; ISO instant. */
    provedAt: string;
    /** Whether a passkey was part of that. */
    withPasskey: boolean;
    /** A sign-in that waits for its code. The code belongs to this session: nobody else can use up its tries. */
    pending: {
      codeId: string;
      email: string;
      next: string;
      /** Until when the network gets codes only for addresses that are known; ISO instant. */
      onlyKnownUntil?: string;
    };
    device: string;
    startedAt: string;
    /** When it was last written. Only a session that came from the database has it. */
    seenAt: string;
  }
}

/**
 * The cookie that ties a browser to its session. Set only once there is something to remember: reading needs no cookie.
 * Over HTTPS its name begins with `__Host-`: browsers then take it from this very host only, not from a neighbour (RFC 6265bis, section 4.1.3.2).
 */
export function sessions(store: DatabaseSessions, secret: string, secure: boolean): RequestHandler[] {
  return [
    session({
      store,
      secret,
      name: secure ? '__Host-meantime' : 'meantime',
      resave: false,
      saveUninitialized: false,
      rolling: true,
      // An https address means that something in front of us ends TLS; whether its word on addresses is believed is another question.
      proxy: secure,
      cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge: SESSION_ENDS.idleMs },
    }),
    savedFirst,
  ];
}

/**
 * A changed session is in the database before the answer goes out: the browser comes back at once, perhaps to another process.
 * Left to itself, express-session saves while most of the answer is under way.
 */
const savedFirst: RequestHandler = (req, res, next) => {
  const contents = (): string => (req.session ? JSON.stringify({ ...req.session, cookie: null }) : '');
  const before = contents();
  const end = res.end.bind(res) as (...answer: unknown[]) => typeof res;
  res.end = (...answer: unknown[]) => {
    if (!req.session || contents() === before) return end(...answer);
    res.end = end;
    if (!res.headersSent) res.writeHead(res.statusCode);
    req.session.save((error: unknown) => (error ? res.destroy() : end(...answer)));
    return res;
  };
  next();
};
