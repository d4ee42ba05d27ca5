import { expect } from 'chai';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { photoFiles } from '../../src/kernel/photo-files.ts';
import { keepPhoto } from '../../src/kernel/photo-upload.ts';
import { Problem } from '../../src/kernel/problem.ts';
import { aFolder } from '../support/temp-files.ts';

describe('A photo', () => {
  const files = photoFiles(aFolder('photos'));
  const upload = (content: Buffer) => {
    const path = join(aFolder('upload'), 'photo');
    writeFileSync(path, content);
    return { path, name: 'photo', bytes: content.length };
  };

  it('with a transparent ground stands on white, as a plan does on paper', async () => {
    const line = { create: { width: 300, height: 10, channels: 4, background: '#000000' } } as const;
    const plan = await sharp({ create: { width: 300, height: 200, channels: 4, background: '#00000000' } })
      .composite([{ input: await sharp(line).png().toBuffer(), top: 20, left: 0 }])
      .png()
      .toBuffer();
    expect(await keepPhoto(files, 'plan', upload(plan))).to.deep.equal({ width: 300, height: 200 });
    const { channels } = await sharp(readFileSync(files.pathOf('plan', 1200))).stats();
    for (const { mean } of channels) expect(mean).to.be.within(230, 250);
  });

  it('of a telephone with fifty million pixels is taken', async () => {
    const large = await sharp({ create: { width: 8160, height: 6144, channels: 3, background: '#668866' } })
      .jpeg({ quality: 20 })
      .toBuffer();
    expect(await keepPhoto(files, 'large', upload(large))).to.deep.equal({ width: 1200, height: 904 });
  });

  it('that is larger still is refused with the true reason', async () => {
    const small = await sharp({ create: { width: 10, height: 10, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const error: unknown = await keepPhoto(files, 'huge', upload(saysItIs(small, 20_000, 10_000))).catch(
      (reason: unknown) => reason,
    );
    expect(error instanceof Problem && error.message).to.match(
      /has 200 million pixels; we can take up to 100\. Save it smaller/,
    );
  });

  it('that cannot be read is refused as that', async () => {
    const broken = (
      await sharp({ create: { width: 50, height: 50, channels: 3, background: '#fff' } })
        .jpeg()
        .toBuffer()
    ).subarray(0, 60);
    const error: unknown = await keepPhoto(files, 'broken', upload(broken)).catch((reason: unknown) => reason);
    expect(error instanceof Problem && error.message).to.match(/could not read this picture/);
  });
});

/** A PNG whose head tells another size than it has (PNG specification, "IHDR"). */
function saysItIs(png: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29);
  return changed;
}
