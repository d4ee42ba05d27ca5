import { options } from '../../kernel/command.ts';
import { invalid } from '../../kernel/problem.ts';
import type { PasskeyService } from './passkey-service.ts';

export const FORGET_PASSKEYS_USAGE = 'passkeys forget --email E';

/** Takes away every passkey of somebody who has lost theirs. @throws Problem 400 when nobody has the address */
export async function forgetPasskeys(passkeys: PasskeyService, args: string[]): Promise<void> {
  const removed = await passkeys.forgetAll(options(args, ['email'])['email']?.toLowerCase() ?? '');
  if (removed === null)
    throw invalid([
      { field: 'email', message: 'Nobody has that address. Give it as: passkeys forget --email name@example.org' },
    ]);
  console.log(
    `Removed ${removed}. Ask them to sign in with a code and add a new passkey, after you have made sure that it is them.`,
  );
}
