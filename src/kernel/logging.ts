import { randomUUID } from 'node:crypto';
import { pino, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { RequestHandler } from 'express';

export type { Logger };

export function makeLogger(level: string): Logger {
  return pino({ level });
}

/** Tokens are 43 letters of base64url (32 bytes); ids have 36, and dashes. */
const SECRET = /[\w-]{40,}/g;
const ID_FROM_PROXY = /^[\w-]{8,64}$/;

/**
 * Logs each request as one JSON line with an id, taken from the proxy's X-Request-Id where that is a sane one.
 * Query strings are left out: they hold what people look for. So are secrets in paths, such as that of a sign-in link.
 */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: (req, res) => {
      const given = req.headers['x-request-id'];
      const id = typeof given === 'string' && ID_FROM_PROXY.test(given) ? given : randomUUID();
      res.setHeader('X-Request-Id', id);
      return id;
    },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: (req: { id: unknown; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        path: req.url.split('?')[0]?.replace(SECRET, '…'),
      }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
  });
}
