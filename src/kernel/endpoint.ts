import type { Request, Response } from 'express';
import type { z } from 'zod';
import { wantsJson } from './errors.ts';
import { invalid, type Mistake, type Problem } from './problem.ts';
import type { UploadRule } from './upload.ts';

export type Shape = z.ZodObject;
type Parsed<S extends Shape | undefined> = S extends Shape ? z.infer<S> : Record<string, never>;
type Input<P extends Shape | undefined, Q extends Shape | undefined, B extends Shape | undefined> = {
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  req: Request;
  res: Response;
};

/**
 * What an endpoint answers with when all is well. `leads`: it is a form that leads on to a page, see `seeOther`. `status` is 200
 * where it is not said.
 */
export type Reply = { type: string; schema?: z.ZodType; description: string; leads?: true; status?: 201 };

/** What an endpoint is, in one place: how it is called, who may, what it answers, and the words for the API's description. */
export type Endpoint<
  P extends Shape | undefined = Shape | undefined,
  Q extends Shape | undefined = Shape | undefined,
  B extends Shape | undefined = Shape | undefined,
> = {
  method: 'get' | 'post';
  path: string;
  /** Name of the act in the table of who may do what. */
  act: string;
  summary: string;
  tag: string;
  params?: P;
  query?: Q;
  body?: B;
  /** A file that comes with a form. */
  upload?: UploadRule;
  /** Media type and schema of the answer; the schema goes into the OpenAPI description. */
  reply: Reply;
  /** What the act is done to; asked before anything else is read. @throws Problem 404 when there is no such thing */
  thing?(input: { params: Parsed<P>; query: Parsed<Q>; req: Request }): Promise<unknown>;
  run(input: Input<P, Q, B>): unknown;
  /** Shows a form again with what was typed and what is wrong with it; without it a mistake gets an error page. */
  again?(input: {
    params: Parsed<P>;
    query: Parsed<Q>;
    values: Record<string, unknown>;
    problem: Problem;
    req: Request;
    res: Response;
  }): Promise<void>;
};

/** Says what an endpoint is; types flow from its schemas to `run`. */
export function endpoint<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
>(one: Endpoint<P, Q, B>): Endpoint {
  return one;
}

/** After a form: go to a page. Programs get 201 with what was made, browsers 303 See Other (RFC 9110, section 15.4.4). */
export function seeOther(req: Request, res: Response, path: string, made: unknown = {}): void {
  if (wantsJson(req) && req.method === 'POST') res.status(201).location(path).json(made);
  else res.redirect(303, path);
}

/**
 * Checks what came in against a contract.
 * @throws Problem 400 with one sentence for each mistake, saying what to do.
 */
export function parse<S extends z.ZodType>(schema: S, given: unknown): z.infer<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw invalid(result.error.issues.flatMap(mistakesIn));
}

/** The same where there may be no contract: then nothing is taken. */
export const parseIf = (schema: Shape | undefined, given: unknown): Record<string, unknown> =>
  schema ? parse(schema, given) : {};

/** The contract's own words for what is wrong. Of the branches of a union the last is the one that says how it should be. */
function ownWords(issue: z.core.$ZodIssue): string | undefined {
  const last = issue.code === 'invalid_union' ? issue.errors.at(-1)?.[0] : undefined;
  const message = last ? ownWords(last) : issue.message;
  return message?.startsWith('Invalid') ? undefined : message;
}

function mistakesIn(issue: z.core.$ZodIssue): Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: key,
      message: `We do not know the parameter "${key.slice(0, 60)}". Leave it out, or see the API description for its name.`,
    }));
  }
  const field = String(issue.path[0] ?? '');
  return [{ field, message: ownWords(issue) ?? `Check "${field}": give it once, as the API description says.` }];
}
