import { mkdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { filesBefore } from './old-files.ts';
import { invalid, type Problem } from './problem.ts';

/** Widths that a photo is kept in, in pixels. */
export const PHOTO_WIDTHS = [480, 1200] as const;
const LARGEST = Math.max(...PHOTO_WIDTHS);
export type PhotoWidth = (typeof PHOTO_WIDTHS)[number];

/** What stands behind the id in a file's name, also while it is written. */
const FILE_ENDING = /-\d+\.webp(\.part)?$/;
/** An image larger than this is refused before it is unpacked. Telephones make 50 and 64 million, some 100. */
const MOST_PIXELS = 100_000_000;
/** Unpacked, a large image may take four bytes for each pixel: of these one at a time. */
const LARGE_PIXELS = 25_000_000;
const SMALLER = 'Save it smaller, for instance 4,000 pixels wide, and try once more.';

/** Photos on disk. Every image is made anew as WebP, so nothing of the sender's file (EXIF, place, script) is kept. */
export function photoFiles(dir: string) {
  const pathOf = (id: string, width: PhotoWidth): string => join(dir, `${id}-${width}.webp`);
  let waiting: Promise<unknown> = Promise.resolve();
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const result = waiting.then(work);
    waiting = result.catch(() => undefined);
    return result;
  };

  async function write(id: string, image: Buffer): Promise<{ width: number; height: number }> {
    const { data, info } = await sharp(image, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ width: LARGEST, withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch(outOfMemoryInWords);
    const raw = { width: info.width, height: info.height, channels: info.channels };
    for (const width of PHOTO_WIDTHS) {
      const half = `${pathOf(id, width)}.part`;
      await sharp(data, { raw }).resize({ width, withoutEnlargement: true }).webp({ quality: 82 }).toFile(half);
      await rename(half, pathOf(id, width));
    }
    return { width: info.width, height: info.height };
  }

  return {
    pathOf,
    /**
     * Writes every size of an image. What is transparent becomes white, like the paper that plans are drawn on.
     * @returns the size of the largest in pixels
     * @throws Problem 400 for an image of more pixels than we can unpack; other errors for what is no image
     */
    async keep(id: string, image: Buffer): Promise<{ width: number; height: number }> {
      await mkdir(dir, { recursive: true });
      const pixels = await pixelsIn(image);
      return pixels > LARGE_PIXELS ? oneAtATime(() => write(id, image)) : write(id, image);
    },

    /** Ids of photos of which a file was last written before an instant. */
    async olderThan(before: Date): Promise<string[]> {
      return [...new Set((await filesBefore(dir, before)).map((name) => name.replace(FILE_ENDING, '')))];
    },

    /** Takes back what a piece of work that failed has kept, or what need not stay; also what was only half written. */
    async remove(id: string): Promise<void> {
      for (const width of PHOTO_WIDTHS)
        for (const path of [pathOf(id, width), `${pathOf(id, width)}.part`]) await unlink(path).catch(() => undefined);
    },
  };
}
export type PhotoFiles = ReturnType<typeof photoFiles>;

/** How many pixels an image says it has: read from its head, nothing is unpacked. */
async function pixelsIn(image: Buffer): Promise<number> {
  const { width, height } = await sharp(image, { limitInputPixels: false }).metadata();
  if (width * height <= MOST_PIXELS) return width * height;
  const megapixels = Math.ceil((width * height) / 1e6).toLocaleString('en-GB');
  throw tooLarge(`This picture has ${megapixels} million pixels; we can take up to ${MOST_PIXELS / 1e6}. ${SMALLER}`);
}

function outOfMemoryInWords(error: unknown): never {
  if (error instanceof Error && /memory|alloc/i.test(error.message))
    throw tooLarge(`This picture is too large for us to open just now. ${SMALLER}`);
  throw error;
}

const tooLarge = (message: string): Problem => invalid([{ field: 'photo', message }]);
