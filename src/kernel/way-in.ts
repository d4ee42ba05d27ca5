import type { ErrorRequestHandler, Request } from 'express';
import { wayInView } from '../../client/kernel/carried-view.ts';
import { carryForm, isForm } from './carried-form.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { wantsJson } from './errors.ts';
import { GO_ON } from './go-on.ts';
import { countAttempt, networkOf } from './limits.ts';
import type { SendPage } from './page.ts';
import { Problem } from './problem.ts';
import { hashOf } from './secrets.ts';

type Deps = { db: Database; clock: Clock; sendPage: SendPage };

/** Forms kept for one network: each is a row of up to 200 kB that a stranger may write. */
const KEPT_FORMS = { name: 'forms-kept', most: 200, minutes: 60 };

/** For what somebody may do once they have proved who they are. `way` is the page where they do that; it takes `next`. */
export class WayInFirst extends Problem {
  readonly way: string;
  override readonly status: 401 | 403;

  constructor(way: string, status: 401 | 403, title: string, message: string) {
    super(status, title, message);
    this.way = way;
    this.status = status;
  }
}

/**
 * Leads people to where they prove who they are, and back: to the page they asked for, or to the form they sent, filled in as they sent it.
 * Programs get the problem.
 */
export function leadThrough({ db, clock, sendPage }: Deps): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (!(error instanceof WayInFirst) || wantsJson(req)) return next(error);
    if (req.goingOn || req.method === 'GET')
      return res.redirect(303, hrefOf(error, req.goingOn ? GO_ON : req.originalUrl));
    const kept = await keep(req);
    const files = req.session?.carried?.files ?? [];
    await sendPage(req, res, {
      status: error.status,
      title: error.title,
      description: error.message,
      body: wayInView({ title: error.title, message: error.message, kept, files, href: hrefOf(error, GO_ON) }),
      robots: 'noindex',
    });
  };

  async function keep(req: Request): Promise<boolean> {
    if (!isForm(req)) return false;
    const counted = await countAttempt(db, clock, KEPT_FORMS, hashOf(networkOf(req.ip))).catch(() => undefined);
    return counted !== undefined && carryForm(req, clock());
  }
}

const hrefOf = ({ way }: WayInFirst, next: string): string => `${way}?next=${encodeURIComponent(next)}`;
