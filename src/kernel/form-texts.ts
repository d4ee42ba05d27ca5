import type { Request, RequestHandler, Response } from 'express';
import multer from 'multer';
import { Problem } from './problem.ts';

const FIELDS = 200;
const FIELD_BYTES = 200_000;
/** As for forms in the other encoding. */
const MOST_BYTES = 1024 * 1024;

/** The texts of a form that was sent in parts (multipart/form-data), and the names of files beside them, which are read past and not kept. */
export async function textsBesideFiles(
  req: Request,
  res: Response,
): Promise<{ values: Record<string, unknown>; files: string[] }> {
  const files: string[] = [];
  const read = multer({
    fileFilter: (_req, file, take) => {
      if (file.originalname !== '') files.push(file.originalname.slice(0, 200));
      take(null, false);
    },
    limits: { fields: FIELDS, fieldSize: FIELD_BYTES, files: 10, parts: FIELDS + 10 },
    defParamCharset: 'utf8',
  }).any();
  await new Promise<void>((resolve, reject) =>
    read(req, res, (error?: unknown) => (error instanceof Error ? reject(error) : resolve())),
  );
  return { values: { ...req.body }, files };
}

/** Reads a form without files also where a program sends it in parts: a form is a form in either encoding. */
export function readTexts(): RequestHandler {
  const read = multer({ limits: { fields: FIELDS, fieldSize: FIELD_BYTES, parts: FIELDS } }).none();
  return (req, res, next) => {
    if (!req.is('multipart/form-data')) return next();
    if (Number(req.get('content-length') ?? 0) > MOST_BYTES) return next(unreadable(413));
    read(req, res, (error: unknown) => next(error ? unreadable(400) : undefined));
  };
}

const unreadable = (status: number): Problem =>
  new Problem(status, 'We could not read that form', 'Send the form as it is on the page, without files.');
