import type { Request } from 'express';
import { z } from 'zod';
import { wantsJson } from './errors.ts';
import type { Reply } from './endpoint.ts';
import type { Mistake, Problem } from './problem.ts';

declare module 'express-session' {
  interface SessionData {
    /** A message for the next page, shown once. */
    flash: string;
  }
}

export const PAGE: Reply = { type: 'text/html', description: 'A page' };
/** A form that was taken: on to the next page. */
export const DONE: Reply = { type: 'application/json', description: 'Where to go next', leads: true };

/** An id in an address. What cannot be one is the id of nothing, so that it answers like any unknown one. */
export const idSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
  .catch('none');

/**
 * What is wrong, for showing a form again.
 * @throws the problem itself when no form could help: the thing is gone, or was never there
 */
export function mistakesOf(problem: Problem): Mistake[] {
  if (problem.status === 404 || problem.status === 410) throw problem;
  return problem.mistakes.length > 0 ? problem.mistakes : [{ field: '', message: problem.message }];
}

/** Leaves a message for the next page that a browser shows. */
export function tellNext(req: Request, message: string): void {
  if (!wantsJson(req)) req.session.flash = message;
}

/** The message that the page before left; shown once. */
export function told(req: Request): string | null {
  const { flash } = req.session;
  if (flash === undefined) return null;
  delete req.session.flash;
  return flash;
}
