/** Keeps nothing secret: it stands here for everybody to read. */
export const DEVELOPMENT_SECRET = 'for development only, never in production';

/** A random one of 32 letters has far more; "xxxxxxxx…" or "changeme changeme …" has fewer. */
const FEWEST_DIFFERENT_CHARACTERS = 10;

/**
 * What is fine on somebody's own computer and wrong for a public site.
 * @param given the environment, without what is empty
 * @returns a line for each variable to set or unset; an empty list where all is well
 */
export function unfitForProduction(given: Record<string, string | undefined>): string[] {
  const { MEANTIME_NOW, SESSION_SECRET, BASE_URL, SMTP_URL, MAIL_FROM } = given;
  const lines: [wrong: boolean, line: string][] = [
    [MEANTIME_NOW !== undefined, 'MEANTIME_NOW: unset it in production; the clock must be the real one.'],
    [
      SESSION_SECRET === undefined || isGuessable(SESSION_SECRET),
      'SESSION_SECRET: set it to at least 32 random characters, the same for every process. "openssl rand -hex 32" prints some.',
    ],
    [
      BASE_URL === undefined,
      'BASE_URL: set it to the address people type, for instance https://meantime.example.org. Links in mails begin with it.',
    ],
    [
      SMTP_URL !== undefined && MAIL_FROM === undefined,
      'MAIL_FROM: set it to an address that somebody reads, for instance Meantime <meantime@example.org>. Mail from a made-up one is refused.',
    ],
  ];
  return lines.filter(([wrong]) => wrong).map(([, line]) => line);
}

function isGuessable(secret: string): boolean {
  return secret === DEVELOPMENT_SECRET || new Set(secret).size < FEWEST_DIFFERENT_CHARACTERS;
}
