import { LEFT_OUT } from './comment-contract.ts';

/** An at-sign as people write it, also to hide an address from programs. */
const AT = String.raw`(?:[@＠]|\s?[([]\s?at\s?[)\]]\s?)`;
/** Each runs over a text once: no part may match what the next one does. */
const PRIVATE: readonly RegExp[] = [
  new RegExp(
    String.raw`[\p{L}\p{N}._%+-]{1,64}${AT}[\p{L}\p{N}-]{1,63}(?:(?:\.|\s?[([]\s?dot\s?[)\]]\s?)[\p{L}\p{N}-]{1,63}){1,6}`,
    'giu',
  ),
  // With its area code or its country: that much begins with 0 or +.
  /(?<![\d£.,])(?:\+|\(?0)\d?(?:[\s().\-/]{0,3}\d){7,14}(?!\d)/gu,
  // A number without one, in one go.
  /(?<![\d£.,])\d{3,4}[ -]?\d{4,7}(?![\d-])/gu,
  /(?<![\p{L}\p{N}])(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]?[ \u00A0]{0,2}\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}])/giu,
];
/** Two years, two of a day’s hours, or a date are no telephone number. */
const NO_NUMBER =
  /^(?:19|20)\d\d[ -](?:19|20)\d\d$|^0?\d[./-]\d\d?[./-]\d{4}$|^[012]\d[0-5]\d[\s–-]{1,3}[012]\d[0-5]\d$/;

/** A text without what looks like e-mail addresses, telephone numbers and postcodes. */
export function withoutPrivate(text: string): string {
  return PRIVATE.reduce(
    (left, pattern) => left.replace(pattern, (found) => (NO_NUMBER.test(found.trim()) ? found : LEFT_OUT)),
    text,
  );
}

/**
 * Whether a text is another with passages left out, and nothing put in: whoever redacts puts no words into anybody’s mouth. How
 * lines are broken and spaces set makes no difference.
 */
export function isLeftOutOf(given: string, original: string): boolean {
  const [whole, parts] = [flat(original), given.split(LEFT_OUT).map(flat)];
  if (parts.length === 1) return parts[0] === whole;
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!whole.startsWith(first) || !whole.endsWith(last) || first.length + last.length > whole.length) return false;
  let at = first.length;
  const until = whole.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = whole.indexOf(part, at);
    if (found < 0 || found + part.length > until) return false;
    at = found + part.length;
  }
  return true;
}

const flat = (text: string): string => text.replace(/\s+/gu, '');
