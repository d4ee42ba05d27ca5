import { mkdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { filesBefore } from './old-files.ts';

/** Widths that a photo is kept in, in pixels. */
export const PHOTO_WIDTHS = [480, 1200] as const;
const LARGEST = Math.max(...PHOTO_WIDTHS);
export type PhotoWidth = (typeof PHOTO_WIDTHS)[number];

/** What stands behind the id in a file's name, also while it is written. */
const FILE_ENDING = /-\d+\.webp(\.part)?$/;
/** An image larger than this is refused before it is unpacked. */
const MOST_PIXELS = 50_000_000;

/** Photos on disk. Every image is made anew as WebP, so nothing of the sender's file (EXIF, place, script) is kept. */
export function photoFiles(dir: string) {
  const pathOf = (id: string, width: PhotoWidth): string => join(dir, `${id}-${width}.webp`);
  return {
    pathOf,
    /** Writes every size of an image. Returns the size of the largest in pixels. */
    async keep(id: string, image: Buffer): Promise<{ width: number; height: number }> {
      await mkdir(dir, { recursive: true });
      const { data, info } = await sharp(image, { limitInputPixels: MOST_PIXELS })
        .rotate()
        .resize({ width: LARGEST, withoutEnlargement: true })
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const raw = { width: info.width, height: info.height, channels: info.channels };
      for (const width of PHOTO_WIDTHS) {
        const half = `${pathOf(id, width)}.part`;
        await sharp(data, { raw }).resize({ width, withoutEnlargement: true }).webp({ quality: 82 }).toFile(half);
        await rename(half, pathOf(id, width));
      }
      return { width: info.width, height: info.height };
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
