import type { Paper } from './paper-contract.ts';

/** The signs that Atkinson Hyperlegible Next has in each cut that papers use, as ranges of code points in hexadecimal; the tests hold it against the font. */
const SIGNS =
  `20-7e a0-ac ae-b4 b6-107 10a-113 116-11b 11e-123 126-127 12a-12b 12e-133 136-137 139-13e 141-148 150-155 158-15b
15e-165 16a-16b 16e-17e 192 218-21b 237 2c6-2c7 2c9 2d8-2dd 300-304 306-308 30a-30c 312 326-328 394 3a9 3bc 3c0 1e80-1e85 1e9e 1ef2-1ef3
2009 2013-2014 2018-201a 201c-201e 2020-2022 2026 2030 2039-203a 2044 20ac 20b9 2113 2122 212e 2202 220f 2211-2212 2215 2219-221a 221e
222b 2248 2260 2264-2265 25ca 266a`
    .split(/\s/)
    .map((range) => range.split('-').map((code) => Number.parseInt(code, 16)))
    .map(([first = 0, last = first]) => [first, last] as const);

/** Whether papers can print one character. */
export function canPrint(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return SIGNS.some(([first, last]) => code >= first && code <= last);
}

const SYMBOL = '[symbol]';
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What one thing that people see as one sign becomes on paper: itself, itself without marks that the typeface lacks, or "[symbol]". */
function printedSign(sign: string): string {
  const seen = sign.normalize('NFC').replace(/[\p{Cc}\p{Cf}\u{fe00}-\u{fe0f}]/gu, '');
  if ([...seen].every(canPrint)) return seen;
  const plain = [...seen.normalize('NFD')].filter((character) => !/\p{M}/u.test(character));
  return plain.length > 0 && plain.every(canPrint) ? plain.join('') : SYMBOL;
}

/** Spaces, hyphens and line breaks of all kinds become the plain ones, which changes nothing that anybody reads. */
const evenText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(/[\u2010\u2011]/g, '-');

/** A text as paper can show it. */
export function printed(text: string): string {
  const even = evenText(text);
  if (/^[ -~\n]*$/.test(even)) return even;
  const signs = [...GRAPHEMES.segment(even)].map(({ segment }) => (segment === '\n' ? segment : printedSign(segment)));
  // A word in another script is one symbol, not one for each of its letters.
  return signs.filter((sign, at) => sign !== SYMBOL || signs[at - 1] !== SYMBOL).join('');
}

/** What is never printed as text: how the paper is made, drawings, and addresses behind words. */
const NO_TEXT = new Set(['kind', 'look', 'tone', 'svg', 'href', 'day']);

/** The whole paper as paper can show it. */
export const printedPaper = (paper: Paper): Paper => mapped(paper, printed);

/** "[symbol]" for "🌱", and "o" for "ọ": each thing that paper shows otherwise than it was written, once. */
export function printedOtherwise(paper: Paper): { written: string; print: string }[] {
  const found = new Map<string, string>();
  mapped(paper, (text) => {
    for (const { segment } of GRAPHEMES.segment(evenText(text))) {
      const print = segment === '\n' ? segment : printedSign(segment);
      if (print !== '' && print !== segment.normalize('NFC')) found.set(segment, print);
    }
    return text;
  });
  return [...found].map(([written, print]) => ({ written, print }));
}

function mapped<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => mapped(one, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, NO_TEXT.has(key) ? one : mapped(one, change)]);
  return Object.fromEntries(entries) as T;
}
