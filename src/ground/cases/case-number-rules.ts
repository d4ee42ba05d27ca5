/**
 * Characters that look and sound as little alike as can be: no 0 and O, 1, I and L, 2 and Z, 5 and S, 6 and G, 8 and B, U and V, and no
 * A, E, so that no words come of them. There are 23, a prime, so that the check notices every single wrong character and every two that
 * changed places.
 */
const ALPHABET = '2346789CDFHJKMNPQRTVWXY';
const BASE = ALPHABET.length;
/** What people write or hear instead, where there is one thing only that can be meant. */
const MEANT: Readonly<Record<string, string>> = {
  O: 'Q',
  '0': 'Q',
  I: '7',
  L: '7',
  '1': '7',
  Z: '2',
  B: '8',
  G: '6',
  U: 'V',
};
const SHORTEST = 4;
const LONGEST = 7;
/** After so many tries of one length the next is one character longer: an area with many cases gets longer numbers, never none. */
const TRIES_OF_A_LENGTH = 3;

/** Two letters that say which area a number is from: "marlbeck" is MB, "salford-north" SN. They are for people, and not part of the check. */
function prefixOf(slug: string): string {
  const words = slug
    .toUpperCase()
    .split('-')
    .map((word) => word.replace(/[^A-Z]/g, ''))
    .filter((word) => word !== '');
  const [word = '', second = ''] = words;
  if (second !== '') return word.charAt(0) + second.charAt(0);
  const later = word.slice(Math.max(1, Math.floor(word.length / 2)));
  return `${word.charAt(0)}${/[^AEIOU]/.exec(later)?.[0] ?? later.charAt(0)}`.padEnd(2, 'X');
}

/**
 * A number that may be free: "MB-4K7TC".
 * @param attempt from 0 on; later ones are longer @param pick a whole number from 0 up to, not including, its argument
 */
export function numberFor(slug: string, attempt: number, pick: (below: number) => number): string {
  const length = Math.min(LONGEST, SHORTEST + Math.floor(attempt / TRIES_OF_A_LENGTH));
  const chosen = Array.from({ length }, () => ALPHABET.charAt(pick(BASE))).join('');
  return `${prefixOf(slug)}-${chosen}${checkOf(chosen)}`;
}

/** The part that is unique in the whole installation: what stands behind the area. */
export const tailOf = (number: string): string => number.slice(number.indexOf('-') + 1);

/**
 * What somebody who types or says a number may mean: in any case, with or without the area, with spaces and hyphens anywhere, with
 * characters that look alike. Nothing where it cannot be a number, because one character at least is wrong.
 */
export function tailsIn(typed: string): string[] {
  const bare = typed.toUpperCase().replace(/[\s\p{P}]/gu, '');
  if (!/^[A-Z0-9]+$/.test(bare)) return [];
  return [bare, bare.slice(2)]
    .filter((one, index) => index === 0 || /^[A-Z]{2}/.test(bare))
    .filter(({ length }) => length > SHORTEST && length <= LONGEST + 1)
    .map((one) => [...one].map((character) => MEANT[character] ?? character).join(''))
    .filter(isRight);
}

function isRight(tail: string): boolean {
  return (
    [...tail].every((one) => ALPHABET.includes(one)) && sumOf(tail.slice(0, -1)) === ALPHABET.indexOf(tail.slice(-1))
  );
}

const checkOf = (chosen: string): string => ALPHABET.charAt(sumOf(chosen));

/** Weights differ from each other and from 1 and are no multiple of the base, so that each character counts by its place. */
function sumOf(chosen: string): number {
  return [...chosen].reduce((sum, one, index) => sum + (index + 2) * ALPHABET.indexOf(one), 0) % BASE;
}
