import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { NewMail } from '../notifications/mail-contract.ts';
import { passkeyMail } from './account-words.ts';
import type { ShownPasskey } from './passkey-contract.ts';
import { notRight, passkeySignIn, passkeySite, refused, webAuthn } from './passkey-sign-in-service.ts';
import { passkeysOn } from './passkey-store.ts';
import { peopleOn } from './person-store.ts';
import type { Who } from './role-contract.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  baseUrl: string;
  writeMail(trx: Db, mail: NewMail): Promise<void>;
};

const MOST = 20;

/**
 * Passkeys: discoverable credentials whose holder is checked by the device (user verification), so that one of them stands for something one
 * has and something one knows or is (WebAuthn Level 3, sections 7.1 and 7.2). They work for the host of BASE_URL alone.
 */
export function passkeyService({ db, clock, newId, inOneTransaction, baseUrl, writeMail }: Deps) {
  const here = passkeySite(baseUrl);

  return {
    /** How many there are, of all people together. */
    count: (): Promise<number> => passkeysOn(db).count(),

    async of(personId: string): Promise<ShownPasskey[]> {
      return (await passkeysOn(db).of(personId)).map(({ id, name, createdAt, usedAt }) => ({
        id,
        name,
        createdAt,
        usedAt,
      }));
    },

    /** What a browser needs to make one. Its challenge belongs into the session. */
    async creationOptions(who: Who) {
      const { generateRegistrationOptions } = await webAuthn();
      const known = await passkeysOn(db).of(who.personId);
      return generateRegistrationOptions({
        rpName: 'Meantime',
        rpID: here.expectedRPID,
        userName: who.email ?? who.name,
        userDisplayName: who.name,
        userID: new TextEncoder().encode(who.personId),
        attestationType: 'none',
        excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
    },

    /** Keeps a new one. @throws Problem 400 when it was not made here and now, 409 when there are too many or it is known */
    async add(who: Who, response: RegistrationResponseJSON, expectedChallenge: string, name: string): Promise<void> {
      const { verifyRegistrationResponse } = await webAuthn();
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        ...here,
        response,
        expectedChallenge,
      }).catch(refused);
      if (!verified || !registrationInfo) throw notRight();
      const { id: credentialId, publicKey, counter } = registrationInfo.credential;
      const now = clock().toISOString();
      await inOneTransaction(async ({ trx, record }) => {
        const passkeys = passkeysOn(trx);
        if ((await passkeys.of(who.personId)).length >= MOST)
          throw conflict(`You have ${MOST} passkeys. Remove one that you do not use first.`);
        if (await passkeys.byCredential(credentialId)) throw conflict('This passkey is known already.');
        const id = newId();
        await passkeys.add({
          id,
          personId: who.personId,
          credentialId,
          publicKey: Buffer.from(publicKey).toString('base64url'),
          counter,
          transports: response.response.transports ?? [],
          name,
          createdAt: now,
          usedAt: null,
        });
        if (who.email !== null) await writeMail(trx, { to: who.email, ...passkeyMail('added', name) });
        record({
          kind: 'passkey_added',
          subjectKind: 'person',
          subjectId: who.personId,
          actor: who.personId,
          after: { passkeyId: id },
        });
      });
    },

    async rename(who: Who, id: string, name: string): Promise<void> {
      if (!(await passkeysOn(db).rename(who.personId, id, name))) throw notFound('passkey');
    },

    async remove(who: Who, id: string): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        const removed = await passkeysOn(trx).remove(who.personId, id);
        if (!removed) throw notFound('passkey');
        if (who.email !== null) await writeMail(trx, { to: who.email, ...passkeyMail('removed', removed.name) });
        record({
          kind: 'passkey_removed',
          subjectKind: 'person',
          subjectId: who.personId,
          actor: who.personId,
          before: { passkeyId: id },
        });
      });
    },

    /** For somebody who has lost theirs: the command line's way. @returns how many were removed; null when nobody has the address */
    async forgetAll(email: string): Promise<number | null> {
      return inOneTransaction(async ({ trx, record }) => {
        const person = await peopleOn(trx).byEmail(email);
        if (!person) return null;
        const removed = await passkeysOn(trx).removeAll(person.id);
        await writeMail(trx, { to: email, ...passkeyMail('removed', 'all of them') });
        record({
          kind: 'passkeys_reset',
          subjectKind: 'person',
          subjectId: person.id,
          actor: 'command line',
          before: { count: removed },
        });
        return removed;
      });
    },

    ...passkeySignIn({ clock, inOneTransaction, baseUrl }),
  };
}
export type PasskeyService = ReturnType<typeof passkeyService>;
