import { mkdirSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import multer from 'multer';
import { filesBefore } from './old-files.ts';
import { Problem } from './problem.ts';

/** The one file a form carries: the name of its input and how large it may be. */
export type UploadRule = { field: string; mostBytes: number };
export type Upload = { path: string; name: string; bytes: number };

const DIR = join(tmpdir(), 'meantime-uploads');
const MEGABYTE = 1024 * 1024;
/** What a form weighs beside its file. */
const FORM_BYTES = 64 * 1024;

/**
 * Takes a file to a temporary place under a name of our own, and removes it when the answer has gone out.
 * One that is too large by what its sender says of it is refused before anything of it is read.
 */
export function uploads({ field, mostBytes }: UploadRule): RequestHandler[] {
  mkdirSync(DIR, { recursive: true });
  const take = multer({
    storage: multer.diskStorage({ destination: DIR, filename: (_req, _file, done) => done(null, randomUUID()) }),
    limits: { fileSize: mostBytes, files: 1, fields: 100, fieldSize: 200_000, parts: 110 },
    defParamCharset: 'utf8',
  }).single(field);
  const takeOrSay: RequestHandler = (req, res, next) => {
    refuseTooLarge(req, mostBytes);
    res.on('close', () => void (req.file && unlink(req.file.path).catch(() => undefined)));
    take(req, res, (error: unknown) =>
      next(error instanceof multer.MulterError ? tooLarge(error, mostBytes) : malformed(error)),
    );
  };
  return [takeOrSay];
}

/** Removes what a process left behind that died while a file came in. */
export async function forgetUploads(before: Date): Promise<number> {
  const names = await filesBefore(DIR, before);
  for (const name of names) await unlink(join(DIR, name)).catch(() => undefined);
  return names.length;
}

/** The file that came with the form, or undefined when none was chosen. The name is for showing only: never a path. */
export function uploadIn(req: Request): Upload | undefined {
  if (!req.file || req.file.size === 0) return undefined;
  return {
    path: req.file.path,
    name: req.file.originalname.replace(/^.*[/\\]/, '').slice(0, 200) || 'file',
    bytes: req.file.size,
  };
}

/** The form reader's own complaints carry no code; what the disk or the system says does, and stays our fault. */
function malformed(error: unknown): unknown {
  return error instanceof Error && !('code' in error) && !(error instanceof Problem)
    ? new Problem(400, 'We could not read that form', 'Send one file, with the form as it is on the page.')
    : error;
}

/** @throws Problem 413 for a form that is too large, 411 when its size is not said: browsers always say it */
function refuseTooLarge(req: Request, mostBytes: number): void {
  const bytes = req.get('content-length');
  if (bytes === undefined && req.get('transfer-encoding') !== undefined)
    throw new Problem(
      411,
      'How large is the file?',
      'Send the size of the request (Content-Length) with it, as browsers do.',
    );
  if (Number(bytes ?? 0) > mostBytes + FORM_BYTES) throw overLimit(mostBytes);
}

function tooLarge(error: multer.MulterError, mostBytes: number): Problem {
  return error.code === 'LIMIT_FILE_SIZE'
    ? overLimit(mostBytes, error.field)
    : new Problem(400, 'We could not read that form', 'Send one file, with the form as it is on the page.');
}

function overLimit(mostBytes: number, field = ''): Problem {
  const message = `Choose a file of up to ${Math.floor(mostBytes / MEGABYTE)} MB.`;
  return new Problem(413, 'The file is too large', message, [{ field, message }]);
}
