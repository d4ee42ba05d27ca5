import { readFile } from 'node:fs/promises';
import { invalid, type Problem } from '../../kernel/problem.ts';

/** Reads a JSON file, with or without a byte order mark. @throws Problem 400 that names the file and says what to do */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw wrongFile(file, 'cannot be read; check its path');
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw wrongFile(file, 'is not JSON');
  }
}

/** @param what goes on after the name of the file, without a full stop */
export const wrongFile = (file: string, what: string): Problem =>
  invalid([{ field: 'file', message: `The file ${file} ${what}.` }]);
