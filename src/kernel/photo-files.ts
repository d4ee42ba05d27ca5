import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** Widths that a photo is kept in, in pixels. */
export const PHOTO_WIDTHS = [480, 1200] as const;
export type PhotoWidth = (typeof PHOTO_WIDTHS)[number];

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
      let size = { width: 0, height: 0 };
      for (const width of PHOTO_WIDTHS) {
        const half = `${pathOf(id, width)}.part`;
        const written = await sharp(image, { limitInputPixels: MOST_PIXELS }).rotate().resize({ width, withoutEnlargement: true }).webp({ quality: 82 }).toFile(half);
        await rename(half, pathOf(id, width));
        size = { width: written.width, height: written.height };
      }
      return size;
    },
  };
}
export type PhotoFiles = ReturnType<typeof photoFiles>;
