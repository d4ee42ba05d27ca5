import type { RequestHandler } from 'express';
import { carriedView } from '../../client/kernel/carried-view.ts';
import { backAgain, carriedIn, nothingCarried } from './carried-form.ts';
import type { Clock } from './clock.ts';
import { parseIf, type Endpoint } from './endpoint.ts';
import type { SendPage } from './page.ts';

export type GoingOn = { clock: Clock; sendPage: SendPage };

/** Where a form that was sent without a session, or without enough proof, is shown again once there is one. */
export const GO_ON = '/sign-in/go-on';

/**
 * Goes on with the form that waits in this session: the request takes the way of the one that sent it, so that the same guard asks who may.
 * It ends at `showsAgain`: a GET does nothing.
 */
export function goesOn({ clock }: GoingOn): RequestHandler {
  return (req, _res, next) => {
    if (req.method !== 'GET' || req.path !== GO_ON) return next();
    const carried = carriedIn(req, clock());
    if (!carried) return next(nothingCarried());
    req.goingOn = carried;
    req.method = 'POST';
    req.url = carried.to;
    next();
  };
}

/** Shows the form that waits: on its own page where the endpoint can, otherwise with a button to send it. */
export function showsAgain(one: Endpoint, { sendPage }: GoingOn): RequestHandler {
  return async (req, res, next) => {
    const carried = req.goingOn;
    if (!carried) return next();
    if (one.again) {
      const params = parseIf(one.params, req.params);
      const query = parseIf(one.query, req.query);
      return one.again({ params, query, values: { ...carried.values }, problem: backAgain(carried), req, res });
    }
    await sendPage(req, res, {
      title: 'You are signed in again',
      description: 'What you were about to do.',
      body: carriedView({ ...carried, what: one.summary }),
      robots: 'noindex',
    });
  };
}
