import { ImportProblem } from './import-problem.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** In a file that is otherwise UTF-8, this many good characters outweigh one damaged one. */
const GOOD_FOR_ONE_BAD = 10;

/**
 * Counts well and badly formed UTF-8 sequences beyond ASCII, chunk by chunk: a single Windows-1252 apostrophe
 * may stand on the last of 100,000 lines, so the head of a file does not tell.
 */
export class Utf8Tally {
  good = 0;
  bad = 0;
  private awaited = 0;

  add(chunk: Uint8Array): void {
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0;
      if (byte < 0x80 && this.awaited === 0) continue;
      this.take(byte);
    }
  }

  end(): void {
    if (this.awaited > 0) this.bad++;
    this.awaited = 0;
  }

  private take(byte: number): void {
    if (this.awaited > 0 && (byte & 0xc0) === 0x80) {
      this.awaited--;
      if (this.awaited === 0) this.good++;
      return;
    }
    this.end();
    if (byte < 0x80) return;
    if (byte >= 0xc2 && byte <= 0xdf) this.awaited = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.awaited = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.awaited = 3;
    else this.bad++;
  }
}

/**
 * Decides how the bytes of a file are to be read.
 * @param head the first bytes; @param tally counted over the whole file
 * @throws ImportProblem when the file is not text at all
 */
export function encodingOf(head: Buffer, tally: Utf8Tally): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = zeroShare(head);
  if (zeros.odd > 0.3 && zeros.even < 0.05) return 'utf-16le';
  if (zeros.even > 0.3 && zeros.odd < 0.05) return 'utf-16be';
  if (zeros.odd + zeros.even > 0.01) {
    throw new ImportProblem('This file is not text. Import the list as CSV or GeoJSON.');
  }
  return tally.bad === 0 || tally.good > tally.bad * GOOD_FOR_ONE_BAD ? 'utf-8' : 'windows-1252';
}

function zeroShare(head: Buffer): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = Math.max(1, head.length / 2);
  return { even: even / half, odd: odd / half };
}
