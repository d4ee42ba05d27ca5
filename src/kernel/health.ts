import { Router } from 'express';
import type { Database } from './database.ts';

/** `GET /healthz`: 200 when the database answers, 503 when not. */
export function healthPage(db: Database): Router {
  return Router().get('/healthz', async (req, res) => {
    try {
      await db.raw('select 1');
      res.json({ status: 'ok' });
    } catch (error) {
      req.log.error({ err: error }, 'the database does not answer');
      res.status(503).json({ status: 'the database does not answer' });
    }
  });
}
