import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Upload } from '../../src/kernel/upload.ts';
import { drawing } from '../marlbeck/drawing.ts';

/** As wide as a photo in a list is shown; a larger one would take longer than it shows. */
const WIDTH = 720;

/** Drawn once: it takes longer than anything else about a sign. */
let drawn: Promise<Buffer> | undefined;
const draw = (): Promise<Buffer> =>
  sharp(Buffer.from(drawing('sign-on-post')))
    .resize({ width: WIDTH })
    .jpeg()
    .toBuffer();

/** A picture of a sign on its post, as a group would send it from a telephone. It is gone again after `work`. */
export async function withSignPhoto<T>(work: (upload: Upload) => Promise<T>): Promise<T> {
  const path = join(tmpdir(), `meantime-demonstration-${randomUUID()}.jpg`);
  const picture = await (drawn ??= draw());
  await writeFile(path, picture, { mode: 0o600 });
  try {
    return await work({ path, name: 'sign.jpg', bytes: picture.length });
  } finally {
    await rm(path, { force: true });
  }
}
