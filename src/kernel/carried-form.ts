import type { Request } from 'express';
import { textsBesideFiles } from './form-texts.ts';
import { Problem } from './problem.ts';

/** A form that somebody sent when their session had ended: kept in that browser's session until they have signed in. */
export type CarriedForm = {
  /** Path and query that it was sent to. */
  to: string;
  values: Record<string, unknown>;
  /** Names of files that came with it. Files are not kept. */
  files: string[];
  /** The page of ours that it stood on, where the browser said so. */
  from: string | null;
  /** ISO instant from which it is forgotten. */
  until: string;
};

declare module 'express-session' {
  interface SessionData {
    carried: CarriedForm;
  }
}
declare module 'express-serve-static-core' {
  interface Request {
    /** The form that this request shows again. Nothing is done with it. */
    goingOn?: CarriedForm;
  }
}

const MOST_KEPT_CHARACTERS = 200_000;
const KEPT_MS = 3_600_000;
/** A form with files is read to its end for the texts in it; a larger one is not read at all. */
const MOST_READ_BYTES = 25 * 1024 * 1024;

/** Whether a request is a form as browsers send it, rather than something a script wrote. */
export const isForm = (req: Request): boolean =>
  req.method === 'POST' &&
  (Number(req.get('content-length') ?? 0) === 0 ||
    Boolean(req.is(['application/x-www-form-urlencoded', 'multipart/form-data'])));

/**
 * Keeps a form in the session of the browser that sent it; an earlier one goes.
 * @returns false for what is too large, or cannot be read
 */
export async function carryForm(req: Request, now: Date): Promise<boolean> {
  const texts = await textsIn(req).catch(() => undefined);
  if (!texts || JSON.stringify(texts.values).length > MOST_KEPT_CHARACTERS) return false;
  req.session.carried = {
    to: req.originalUrl,
    ...texts,
    from: ownPath(req.get('referer'), req.get('host')),
    until: new Date(now.getTime() + KEPT_MS).toISOString(),
  };
  return true;
}

/** The form that waits in this session; none once its time is over. */
export function carriedIn(req: Request, now: Date): CarriedForm | undefined {
  const { carried } = req.session ?? {};
  if (carried && carried.until > now.toISOString()) return carried;
  if (carried) delete req.session.carried;
  return undefined;
}

/**
 * Forgets a form that is being sent after all, before its answer goes out and the session with it.
 * @returns puts it back, for when it was not taken
 */
export function carriedArrives(req: Request): () => void {
  const carried = req.session?.carried;
  if (carried?.to !== req.originalUrl) return () => undefined;
  delete req.session.carried;
  return () => void (req.session.carried = carried);
}

/** What a form says above it when it is shown again: not a mistake, so its page is an ordinary one. */
export function backAgain({ files }: CarriedForm): Problem {
  const again = files.length > 0 ? ' The file you chose was not kept: choose it again.' : '';
  const message = `You are signed in again, and here is what you typed. Nothing has been saved yet: check it, then send it.${again}`;
  return new Problem(200, 'You are signed in again', message, [{ field: '', message }]);
}

export const nothingCarried = (): Problem =>
  new Problem(
    410,
    'There is nothing to go on with',
    'What was typed before signing in is kept for an hour, and only in the browser it was typed in. It is not here, or not any more.',
  );

async function textsIn(req: Request): Promise<{ values: Record<string, unknown>; files: string[] } | undefined> {
  if (req.body !== undefined) return { values: { ...req.body }, files: req.file ? [req.file.originalname] : [] };
  if (!req.is('multipart/form-data')) return { values: {}, files: [] };
  if (Number(req.get('content-length') ?? Infinity) > MOST_READ_BYTES || !req.res) return undefined;
  return textsBesideFiles(req, req.res);
}

function ownPath(referer: string | undefined, host: string | undefined): string | null {
  if (referer === undefined || !URL.canParse(referer)) return null;
  const page = new URL(referer);
  return page.host === host ? `${page.pathname}${page.search}` : null;
}
