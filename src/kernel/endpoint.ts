import { Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { invalid, type Mistake } from './problem.ts';

type Shape = z.ZodObject;
type Parsed<S extends Shape | undefined> = S extends Shape ? z.infer<S> : Record<string, never>;

/** What an endpoint is, in one place: how it is called, what it answers, and the words for the API's description. */
export type Endpoint<P extends Shape | undefined = Shape | undefined, Q extends Shape | undefined = Shape | undefined> = {
  method: 'get';
  path: string;
  summary: string;
  tag: string;
  params?: P;
  query?: Q;
  /** Media type and schema of the answer; the schema goes into the OpenAPI description. */
  reply: { type: string; schema?: z.ZodType; description: string };
  run(input: { params: Parsed<P>; query: Parsed<Q>; req: Request; res: Response }): Promise<unknown> | unknown;
};

/** Says what an endpoint is; types flow from its schemas to `run`. */
export function endpoint<P extends Shape | undefined = undefined, Q extends Shape | undefined = undefined>(one: Endpoint<P, Q>): Endpoint {
  return one as unknown as Endpoint;
}

/** A router for endpoints. What `run` returns is sent as JSON, unless it has answered by itself. */
export function routerOf(endpoints: Endpoint[]): Router {
  const router = Router();
  for (const one of endpoints) router[one.method](one.path, handlerOf(one));
  return router;
}

function handlerOf(one: Endpoint): RequestHandler {
  return async (req, res) => {
    const params = one.params ? parse(one.params, req.params) : {};
    const query = one.query ? parse(one.query, req.query) : {};
    const result = await one.run({ params, query, req, res });
    if (!res.headersSent) res.type(one.reply.type).send(JSON.stringify(result));
  };
}

/**
 * Checks what came in against a contract.
 * @throws Problem 400 with one sentence for each mistake, saying what to do.
 */
export function parse<S extends z.ZodType>(schema: S, given: unknown): z.infer<S> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.flatMap(mistakesIn));
}

/** The contract's own words for what is wrong. Of the branches of a union the last is the one that says how it should be. */
function ownWords(issue: z.core.$ZodIssue): string | undefined {
  const last = issue.code === 'invalid_union' ? issue.errors.at(-1)?.[0] : undefined;
  const message = last ? ownWords(last) : issue.message;
  return message?.startsWith('Invalid') ? undefined : message;
}

function mistakesIn(issue: z.core.$ZodIssue): Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: key, message: `We do not know the parameter "${key.slice(0, 60)}". Leave it out, or see the API description for its name.` }));
  }
  const field = String(issue.path[0] ?? '');
  return [{ field, message: ownWords(issue) ?? `Check "${field}": give it once, as the API description says.` }];
}
