import { readFile } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { PhotoFiles } from './photo-files.ts';
import { invalid, Problem } from './problem.ts';
import type { Upload } from './upload.ts';

const TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'];

/**
 * Keeps an uploaded photo, made anew from its pixels. What it is, its first bytes tell and not its name.
 * @throws Problem 400 that names the field `photo`
 */
export async function keepPhoto(
  files: PhotoFiles,
  id: string,
  upload: Upload | undefined,
): Promise<{ width: number; height: number }> {
  if (!upload) throw notTaken('Choose a photo.');
  const type = await fileTypeFromFile(upload.path);
  if (!TYPES.includes(type?.mime ?? ''))
    throw notTaken('Choose a photo as JPEG, PNG, WebP or AVIF. Other files, drawings (SVG) among them, are not taken.');
  return files.keep(id, await readFile(upload.path)).catch(async (error: unknown) => {
    await files.remove(id);
    if (error instanceof Problem) throw error;
    throw notTaken('We could not read this picture. Save it again as JPEG and try once more.');
  });
}

const notTaken = (message: string) => invalid([{ field: 'photo', message }]);
