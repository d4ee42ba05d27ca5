import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { filesBefore } from '../../kernel/old-files.ts';
import { invalid } from '../../kernel/problem.ts';

/** An image larger than this is refused before it is unpacked. */
const MOST_PIXELS = 50_000_000;
/** Enough to read every line of a photographed page. */
const LONGEST_SIDE = 3_000;

const PDF = 'application/pdf';
const IMAGES = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const;
const ENDINGS: Record<string, string> = { [PDF]: 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

export type KeptFile = { fileName: string; mediaType: string; bytes: number; sha256: string };

/** Groups' papers on disk, each under a name made by chance. */
export function documentFiles(dir: string) {
  const pathOf = (fileName: string): string => join(dir, fileName);
  return {
    pathOf,
    endingOf: (mediaType: string): string => ENDINGS[mediaType] ?? 'bin',

    /**
     * Keeps a paper when its content, whatever its name says, is one of the types we take. Images are made anew, so nothing
     * hidden in them is kept; PDFs stay as they are, because a signature in them would break.
     * @throws Problem 400 that names the field `file`
     */
    async keep(uploadPath: string): Promise<KeptFile> {
      const { content, mediaType } = await checked(await readFile(uploadPath));
      const fileName = randomUUID();
      await mkdir(dir, { recursive: true });
      await writeFile(`${pathOf(fileName)}.part`, content, { mode: 0o600 });
      await rename(`${pathOf(fileName)}.part`, pathOf(fileName));
      return { fileName, mediaType, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
    },

    /** Names of files last written before an instant. */
    olderThan: (before: Date): Promise<string[]> => filesBefore(dir, before),

    /** Takes back what a piece of work that failed has kept, or what need not stay. */
    remove: (fileName: string): Promise<void> => unlink(pathOf(fileName)).catch(() => undefined),
  };
}
export type DocumentFiles = ReturnType<typeof documentFiles>;

async function checked(content: Buffer): Promise<{ content: Buffer; mediaType: string }> {
  const mediaType = (await fileTypeFromBuffer(content))?.mime;
  if (mediaType === PDF && isPdf(content)) return { content, mediaType };
  if (mediaType === 'image/jpeg' || mediaType === 'image/png' || mediaType === 'image/webp')
    return { content: await madeAnew(content, IMAGES[mediaType]), mediaType };
  throw notTaken(
    'Choose a PDF, or a photo or scan as JPEG, PNG or WebP. The file you chose is none of these, whatever its name says.',
  );
}

/** A PDF from its first byte to its end mark: nothing that a browser could take for a page stands in front. */
function isPdf(content: Buffer): boolean {
  return content.subarray(0, 5).toString('latin1') === '%PDF-' && content.subarray(-2_048).includes('%%EOF');
}

async function madeAnew(content: Buffer, format: (typeof IMAGES)[keyof typeof IMAGES]): Promise<Buffer> {
  const anew = sharp(content, { limitInputPixels: MOST_PIXELS })
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
  return anew
    .toFormat(format, { quality: 85 })
    .toBuffer()
    .catch(() => {
      throw notTaken(
        'We could not open that picture. It may be damaged or very large: take a new photo, or save it as a PDF.',
      );
    });
}

const notTaken = (message: string) => invalid([{ field: 'file', message }]);
