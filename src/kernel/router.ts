import { Router, type Request, type RequestHandler } from 'express';
import { carriedArrives } from './carried-form.ts';
import { parseIf, type Endpoint } from './endpoint.ts';
import { wantsJson } from './errors.ts';
import { readTexts } from './form-texts.ts';
import { goesOn, showsAgain, type GoingOn } from './go-on.ts';
import { Problem } from './problem.ts';
import { uploads } from './upload.ts';

/** Decides whether the caller may. @throws Problem 401, 403 or 404 */
export type Guard = (req: Request, act: string, thing: unknown) => void;

/** A router for endpoints. What `run` returns is sent as JSON, unless it has answered by itself. */
export function routerOf(endpoints: Endpoint[], guard: Guard, goingOn: GoingOn): Router {
  const router = Router();
  router.use(goesOn(goingOn));
  for (const one of endpoints)
    router[one.method](one.path, guarded(one, guard), showsAgain(one, goingOn), ...readersOf(one), handlerOf(one));
  return router;
}

function readersOf(one: Endpoint): RequestHandler[] {
  if (one.upload) return uploads(one.upload);
  return one.method === 'post' ? [readTexts()] : [];
}

/** First of all: may they? Strangers upload nothing and learn nothing. */
function guarded(one: Endpoint, guard: Guard): RequestHandler {
  return async (req, _res, next) => {
    const thing = one.thing
      ? await one.thing({ params: parseIf(one.params, req.params), query: parseIf(one.query, req.query), req })
      : {};
    guard(req, one.act, thing);
    next();
  };
}

function handlerOf(one: Endpoint): RequestHandler {
  return async (req, res) => {
    const params = parseIf(one.params, req.params);
    const query = parseIf(one.query, req.query);
    const putBack = carriedArrives(req);
    try {
      const result = await one.run({ params, query, body: parseIf(one.body, bodyOf(req, one)), req, res });
      if (!res.headersSent)
        res
          .status(one.reply.status ?? 200)
          .type(one.reply.type)
          .send(JSON.stringify(result));
    } catch (error) {
      putBack();
      const again =
        error instanceof Problem && error.status >= 400 && error.status < 500 && !wantsJson(req)
          ? one.again
          : undefined;
      if (!again || !(error instanceof Problem)) throw error;
      await again({ params, query, values: { ...bodyOf(req, one) }, problem: error, req, res });
    }
  };
}

/** @throws Problem 415 when the body is of a type we do not read */
function bodyOf(req: Request, one: Endpoint): Record<string, unknown> {
  if (one.body && req.body === undefined && Number(req.get('content-length') ?? 0) > 0) {
    throw new Problem(415, 'Not a form', 'Send the form as it is on the page, or JSON with the type application/json.');
  }
  return req.body ?? {};
}
