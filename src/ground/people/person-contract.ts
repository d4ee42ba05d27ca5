import { z } from 'zod';

export type Person = {
  id: string;
  /** Lower case; null for people whom officers serve by post or telephone. */
  email: string | null;
  name: string;
  telephone: string | null;
  postalAddress: string | null;
  createdAt: string;
  deletedAt: string | null;
};

export const emailSchema = z
  .string('Enter your e-mail address.')
  .trim()
  .toLowerCase()
  .min(1, 'Enter your e-mail address.')
  .max(254, 'That e-mail address is too long to be one.')
  .pipe(z.email('Enter an e-mail address such as name@example.org.'));

/**
 * A path on this site to go to after signing in; anything else is left out, so that no link here can lead elsewhere
 * (OWASP unvalidated redirects). Browsers read "/\\host" as "//host" and skip tabs and line breaks: hence no such characters.
 */
export const nextSchema = z
  .string()
  .optional()
  .catch(undefined)
  .transform((path) => (path !== undefined && isOwnPath(path) ? path : '/my'));

const isOwnPath = (path: string): boolean =>
  path.length <= 2_000 &&
  /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(path) &&
  new URL(path, 'http://here.invalid').host === 'here.invalid';

/** One line of text: no line breaks, which could become mail headers, no direction overrides, no halves of characters. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;

export const signInSchema = z.object({ email: emailSchema, next: nextSchema });
export const codeSchema = z.object({
  code: z
    .string('Enter the six digits from the e-mail.')
    .transform((code) => code.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Enter the six digits from the e-mail.')),
});
export const nameSchema = z.object({
  name: z
    .string('Enter your name.')
    .trim()
    .min(1, 'Enter your name.')
    .max(200, 'Enter a name of up to 200 characters.')
    .regex(ONE_LINE, 'Enter your name on one line, in ordinary letters.'),
});
