import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Request } from 'express';
import { z } from 'zod';
import { passkeysView } from '../../../client/ground/people/passkeys-view.ts';
import type { Database } from '../../kernel/database.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { countAttempt, networkOf } from '../../kernel/limits.ts';
import type { SendPage } from '../../kernel/page.ts';
import { Problem } from '../../kernel/problem.ts';
import { createdSchema, passkeyNameSchema, signedSchema } from './passkey-contract.ts';
import type { PasskeyService } from './passkey-service.ts';
import { nextSchema } from './person-contract.ts';
import { freshlyProved } from './proof.ts';
import type { Who } from './role-contract.ts';
import { beginSession } from './session-begin.ts';
import { signedIn } from './who.ts';
import { PAGE, DONE } from '../../kernel/form-page.ts';

declare module 'express-session' {
  interface SessionData {
    /** What a passkey has to sign, once. */
    challenge: { value: string; until: string };
  }
}

type Deps = { passkeys: PasskeyService; db: Database; clock: () => Date; sendPage: SendPage };

const OPTIONS = { type: 'application/json', description: 'Options for navigator.credentials' };
const CHALLENGE_LASTS_MS = 5 * 60_000;
/** Nothing can be guessed here: this only keeps a program from filling the table of sessions. A network may be a whole council. */
const TRIES = { name: 'passkey-from-network', most: 1_000, minutes: 60 };
const idParams = z.object({ id: z.string().max(36) });

/** Adding, naming and removing passkeys, and signing in with one. The browser's part needs JavaScript; codes do not. */
export function passkeyPages({ passkeys, db, clock, sendPage }: Deps): Endpoint[] {
  const own = { act: 'session.own', tag: 'people' };
  const remember = (req: Request, value: string): void =>
    void (req.session.challenge = { value, until: new Date(clock().getTime() + CHALLENGE_LASTS_MS).toISOString() });
  /** The challenge of this session, which is used up by looking. */
  const challengeOf = (req: Request): string => {
    const { challenge } = req.session;
    delete req.session.challenge;
    if (!challenge || challenge.until < clock().toISOString())
      throw new Problem(400, 'That took too long', 'Start again: the request has run out.');
    return challenge.value;
  };

  return [
    endpoint({
      ...own,
      method: 'get',
      path: '/account/passkeys',
      summary: 'One’s passkeys',
      reply: PAGE,
      query: z.object({ next: nextSchema }),
      async run({ req, res, query }) {
        const who = freshlyProved(req, res, clock(), `/account/passkeys?next=${encodeURIComponent(query.next)}`);
        if (!who) return;
        const body = passkeysView({
          passkeys: await passkeys.of(who.personId),
          next: query.next,
          needed: (who.heldBack ?? []).length > 0,
          mustUseOne: await mustUseOne(who),
        });
        await sendPage(req, res, { title: 'Your passkeys', description: 'Your passkeys.', body, robots: 'noindex' });
      },
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/account/passkeys/options',
      summary: 'What a browser needs to make a passkey',
      reply: OPTIONS,
      async run({ req, res }) {
        const who = freshlyProved(req, res, clock(), '/account/passkeys');
        if (!who) return;
        if (await mustUseOne(who))
          throw new Problem(401, 'Use your passkey first', 'Sign in with the passkey that you have, then add another.');
        const options = await passkeys.creationOptions(who);
        remember(req, options.challenge);
        return options;
      },
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/account/passkeys',
      summary: 'Adds a passkey',
      reply: DONE,
      body: z.object({ name: passkeyNameSchema, response: createdSchema, next: nextSchema }),
      async run({ req, res, body }) {
        const who = freshlyProved(req, res, clock(), '/account/passkeys');
        if (!who) return;
        const challenge = challengeOf(req);
        if (await mustUseOne(who))
          throw new Problem(401, 'Use your passkey first', 'Sign in with the passkey that you have, then add another.');
        await passkeys.add(who, body.response as RegistrationResponseJSON, challenge, body.name);
        await beginSession(req, who.personId, clock(), true);
        seeOther(req, res, body.next === '/my' ? '/account/passkeys' : body.next);
      },
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/account/passkeys/:id/name',
      summary: 'Renames a passkey',
      reply: DONE,
      params: idParams,
      body: z.object({ name: passkeyNameSchema }),
      async run({ req, res, params, body }) {
        await passkeys.rename(signedIn(req), params.id, body.name);
        seeOther(req, res, '/account/passkeys');
      },
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/account/passkeys/:id/remove',
      summary: 'Removes a passkey',
      reply: DONE,
      params: idParams,
      async run({ req, res, params }) {
        const who = freshlyProved(req, res, clock(), '/account/passkeys');
        if (!who) return;
        if (await mustUseOne(who))
          throw new Problem(
            401,
            'Use your passkey first',
            'Sign in with a passkey, then remove the one you do not need.',
          );
        await passkeys.remove(who, params.id);
        seeOther(req, res, '/account/passkeys');
      },
    }),
    endpoint({
      act: 'session.sign_in',
      tag: 'people',
      method: 'post',
      path: '/sign-in/passkey/options',
      summary: 'What a browser needs to sign in with a passkey',
      reply: OPTIONS,
      async run({ req }) {
        await countAttempt(db, clock, TRIES, networkOf(req.ip));
        const options = await passkeys.requestOptions();
        remember(req, options.challenge);
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
        const person = await passkeys.signIn(body.response as AuthenticationResponseJSON, challengeOf(req));
        await beginSession(req, person.id, clock(), true);
        seeOther(req, res, body.next);
      },
    }),
  ];

  /** Where passkeys are required, somebody who has one cannot get round it with a code: not by adding another, nor by removing it. */
  async function mustUseOne(who: Who): Promise<boolean> {
    return (who.heldBack ?? []).length > 0 && (await passkeys.of(who.personId)).length > 0;
  }
}
