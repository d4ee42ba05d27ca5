import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE } from '../../kernel/form-page.ts';
import { countAttempt, networkOf } from '../../kernel/limits.ts';
import { challengeOf, rememberChallenge } from './passkey-challenge-endpoint.ts';
import { signedSchema } from './passkey-contract.ts';
import type { PasskeyService } from './passkey-service.ts';
import { nextSchema } from './person-contract.ts';
import { beginSession } from './session-endpoint.ts';

export type PasskeySignInDeps = { passkeys: PasskeyService; db: Database; clock: Clock };

/** What a script of the browser is handed for `navigator.credentials`. */
export const PASSKEY_OPTIONS = { type: 'application/json', description: 'Options for navigator.credentials' };
/** Nothing can be guessed here: this only keeps a program from filling the table of sessions. A network may be a whole council. */
const TRIES = { name: 'passkey-from-network', most: 1_000, minutes: 60 };

/** Signing in with a passkey. The browser's part needs JavaScript; codes do not. */
export function passkeySignInPages({ passkeys, db, clock }: PasskeySignInDeps): Endpoint[] {
  return [
    endpoint({
      act: 'session.sign_in',
      tag: 'people',
      method: 'post',
      path: '/sign-in/passkey/options',
      summary: 'What a browser needs to sign in with a passkey',
      reply: PASSKEY_OPTIONS,
      async run({ req }) {
        await countAttempt(db, clock, TRIES, networkOf(req.ip));
        const options = await passkeys.requestOptions();
        rememberChallenge(req, clock, options.challenge);
        return options;
      },
    }),
    endpoint({
      act: 'session.sign_in',
      tag: 'people',
      method: 'post',
      path: '/sign-in/passkey',
      summary: 'Signs in with a passkey',
      reply: DONE,
      body: z.object({ response: signedSchema, next: nextSchema }),
      async run({ req, res, body }) {
        const person = await passkeys.signIn(body.response as AuthenticationResponseJSON, challengeOf(req, clock));
        await beginSession(req, person.id, clock(), true);
        seeOther(req, res, body.next);
      },
    }),
  ];
}
