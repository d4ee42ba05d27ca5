import { readFileSync } from 'node:fs';
import { marlbeckFile } from './marlbeck-file.ts';

/** The tile of fibres and specks that every drawing is laid over. It is kept once: it would be half of each file. */
const grain = readFileSync(marlbeckFile('paper-grain.svg'), 'utf8').replace(/^<svg[^>]*>|<\/svg>\s*$/g, '');

/** An original drawing as SVG, 1200 × 800, on its paper. @throws Error when there is no drawing of that name */
export const drawing = (name: string): string =>
  readFileSync(marlbeckFile(`pictures/${name}.svg`), 'utf8').replace(/(<pattern id="tooth"[^>]*>)/, `$1${grain}`);
