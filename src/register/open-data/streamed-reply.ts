import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';

type Headers = Record<string, string>;

/**
 * Sends an answer piece by piece, only as fast as the reader takes it, so that its size never counts in memory.
 * The first piece is made before anything is sent: a mistake in the filters still gets a proper answer.
 */
export async function sendStreamed(
  req: Request,
  res: Response,
  headers: Headers,
  pieces: AsyncGenerator<string>,
): Promise<void> {
  const first = await pieces.next();
  res.set(headers);
  if (req.method === 'HEAD') {
    await pieces.return(undefined);
    res.end();
    return;
  }
  try {
    await pipeline(Readable.from(following(first, pieces), { objectMode: false }), res);
  } catch (error) {
    if (!leftEarly(error)) throw error;
  }
}

async function* following(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

/** A reader who goes away half-way is no error of ours: the generator has been ended, and the database is free. */
function leftEarly(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
