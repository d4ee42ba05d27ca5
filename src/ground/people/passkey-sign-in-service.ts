import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Clock } from '../../kernel/clock.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import { Problem } from '../../kernel/problem.ts';
import { passkeysOn } from './passkey-store.ts';
import type { Person } from './person-contract.ts';
import { peopleOn } from './person-store.ts';

type Deps = { clock: Clock; inOneTransaction: InOneTransaction; baseUrl: string };

/** Loaded when the first passkey is made or used: it would make every start of server and command line longer by a quarter. */
export const webAuthn = () => import('@simplewebauthn/server');

const NOT_RIGHT = 'That passkey did not work here. Try again, or sign in with a code.';

/** What a passkey must have been made and used for: this very site, with its holder checked by the device. */
export function passkeySite(baseUrl: string) {
  const { hostname: expectedRPID, origin: expectedOrigin } = new URL(baseUrl);
  return { expectedOrigin, expectedRPID, requireUserVerification: true };
}

export const notRight = (): Problem => new Problem(400, 'That passkey did not work', NOT_RIGHT);

/** The library says in an error what was wrong; whoever tries need not know. */
export function refused(): never {
  throw notRight();
}

/** Signing in with a passkey. */
export function passkeySignIn({ clock, inOneTransaction, baseUrl }: Deps) {
  const here = passkeySite(baseUrl);
  return {
    /** What a browser needs to sign in with whichever passkey it has for us; it names nobody. */
    async requestOptions() {
      const { generateAuthenticationOptions } = await webAuthn();
      return generateAuthenticationOptions({ rpID: here.expectedRPID, userVerification: 'required' });
    },

    /** Lets in whoever signed the challenge. @throws Problem 400 for an unknown passkey or a wrong signature, the same for both */
    async signIn(response: AuthenticationResponseJSON, expectedChallenge: string): Promise<Person> {
      const { verifyAuthenticationResponse } = await webAuthn();
      return inOneTransaction(async ({ trx, record }) => {
        const passkey = await passkeysOn(trx).byCredential(response.id);
        if (!passkey) throw notRight();
        const credential = {
          id: passkey.credentialId,
          publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
          counter: passkey.counter,
        };
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          ...here,
          response,
          expectedChallenge,
          credential,
        }).catch(refused);
        const person = await peopleOn(trx).byId(passkey.personId);
        const { userHandle } = response.response;
        const anotherPerson =
          typeof userHandle === 'string' && Buffer.from(userHandle, 'base64url').toString() !== passkey.personId;
        if (!verified || !person || anotherPerson) throw notRight();
        await passkeysOn(trx).used(passkey.id, authenticationInfo.newCounter, clock());
        record({
          kind: 'signed_in',
          subjectKind: 'person',
          subjectId: person.id,
          actor: person.id,
          after: { with: 'passkey' },
        });
        return person;
      });
    },
  };
}
