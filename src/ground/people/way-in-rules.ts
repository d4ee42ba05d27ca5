import type { Config } from '../../kernel/config.ts';

/**
 * Whether anybody at all can get in: by a code that is mailed, by one that the demonstration shows, or by a passkey that is there already.
 * @returns what to set where nobody can; null where somebody can
 */
export function whyNobodyCanSignIn({
  smtpUrl,
  demo,
  passkeys,
}: Pick<Config, 'smtpUrl' | 'demo'> & { passkeys: number }): string | null {
  if (smtpUrl !== null || demo || passkeys > 0) return null;
  return 'SMTP_URL: set it, for instance to smtp://user:password@mail.example.org:587. People sign in with a code from an e-mail, and without it no mail goes out: nobody could ever sign in. (DEMO=on shows every mail to everybody: only for trying things out.)';
}
