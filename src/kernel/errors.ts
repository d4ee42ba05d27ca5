import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { errorView } from '../../client/kernel/error-view.ts';
import type { SendPage } from './page.ts';
import { invalid, notFound, Problem, problemDetails } from './problem.ts';

/** Whether the caller is a program: it asked below /api or /ogc, or prefers JSON to HTML. */
export function wantsJson(req: Request): boolean {
  return /^\/(api|ogc)(\/|$)/.test(req.path) || req.accepts(['html', 'json']) === 'json';
}

export const nothingHere: RequestHandler = () => {
  throw notFound();
};

/** Answers every error: problems in words people can act on, anything else logged once and answered with a bare 500. */
export function errorHandler(sendPage: SendPage): ErrorRequestHandler {
  return async (error: unknown, req, res, _next) => {
    const problem = asProblem(error);
    if (problem.status >= 500) req.log.error({ err: error }, 'request failed');
    if (res.headersSent) return void res.destroy();
    if (wantsJson(req)) return void sendDetails(res, problem, req.originalUrl);
    await sendPage(req, res, {
      status: problem.status,
      title: problem.title,
      description: problem.message,
      body: errorView({
        title: problem.title,
        message: problem.message,
        mistakes: problem.mistakes,
        reference: problem.status >= 500 ? String(req.id) : null,
      }),
      robots: 'noindex',
    });
  };
}

function sendDetails(res: Response, problem: Problem, instance: string): void {
  res
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemDetails(problem, instance)));
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // Express and its parsers mark what the caller got wrong, a broken %-escape for instance, with a 4xx status.
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status === 404) return notFound();
  if (status >= 400 && status < 500)
    return invalid(
      [{ field: '', message: 'We could not read that request. Check the address and try again.' }],
      status,
    );
  return new Problem(
    500,
    'Something went wrong',
    'It is our fault, not yours. Nothing was lost. Please try again in a few minutes.',
  );
}
