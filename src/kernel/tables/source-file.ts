import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { TableLimits } from './table-contract.ts';
import { encodingOf, Utf8Tally, type Encoding } from './file-encoding.ts';
import { refuseOtherFiles } from './file-kind.ts';
import { ImportProblem } from './import-problem.ts';

/** A text file that was looked through once: its size, fingerprint and encoding. */
export type SourceFile = {
  path: string;
  name: string;
  bytes: number;
  sha256: string;
  encoding: Encoding;
  damagedCharacters: number;
};

/** Told after every chunk how many bytes it had. */
export type OnBytes = (bytes: number) => void;

const HEAD_BYTES = 64 * 1024;

/**
 * Reads every byte of a file once to learn its fingerprint and encoding; keeps only the first 64 KB of it.
 * @throws ImportProblem for a missing, empty, too large or wrong file, with what to do
 */
export async function scanFile(path: string, name: string, limits: TableLimits, onBytes: OnBytes): Promise<SourceFile> {
  const bytes = await sizeOf(path, name);
  if (bytes > limits.fileBytes)
    throw new ImportProblem(
      `${name} is ${megabytes(bytes)}; at most ${megabytes(limits.fileBytes)} can be imported. Split the list into several files.`,
    );
  const hash = createHash('sha256');
  const tally = new Utf8Tally();
  let head = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (head.length < HEAD_BYTES) {
      if (head.length === 0) refuseOtherFiles(chunk);
      head = Buffer.concat([head, chunk]).subarray(0, HEAD_BYTES);
    }
    hash.update(chunk);
    tally.add(chunk);
    onBytes(chunk.length);
  }
  tally.end();
  if (head.length === 0)
    throw new ImportProblem(`${name} is empty. Export the list again and check that the file has rows in it.`);
  const encoding = encodingOf(head, tally);
  return {
    path,
    name,
    bytes,
    sha256: hash.digest('hex'),
    encoding,
    damagedCharacters: encoding === 'utf-8' ? tally.bad : 0,
  };
}

/** The file as text, piece by piece, without its byte order mark. */
export async function* textOf(file: SourceFile, onBytes: OnBytes = () => undefined): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(file.encoding);
  let first = true;
  const whole = (text: string): string => {
    const clean = first && text.startsWith('\uFEFF') ? text.slice(1) : text;
    if (text !== '') first = false;
    return clean;
  };
  for await (const chunk of createReadStream(file.path) as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    yield whole(decoder.write(chunk));
  }
  yield whole(decoder.end() ?? '');
}

/** The beginning of the file as text: `length` characters or a little more. */
export async function beginningOf(file: SourceFile, length: number): Promise<string> {
  let text = '';
  for await (const piece of textOf(file)) {
    text += piece;
    if (text.length >= length) break;
  }
  return text;
}

/** @throws ImportProblem when there is no such file */
export async function sizeOf(path: string, name: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isFile()) return found.size;
  } catch {
    // The sentence below says all there is to say.
  }
  throw new ImportProblem(`There is no file at ${name}. Check the path.`);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024).toLocaleString('en-GB')} MB`;
}
