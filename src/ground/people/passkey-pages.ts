import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { passkeysView } from '../../../client/ground/people/passkeys-view.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { Problem } from '../../kernel/problem.ts';
import { challengeOf, rememberChallenge } from './passkey-challenge-endpoint.ts';
import { createdSchema, passkeyNameSchema } from './passkey-contract.ts';
import { PASSKEY_OPTIONS, passkeySignInPages, type PasskeySignInDeps } from './passkey-sign-in-pages.ts';
import { nextSchema } from './person-contract.ts';
import { freshlyProved } from './proof-endpoint.ts';
import type { Who } from './role-contract.ts';
import { beginSession } from './session-endpoint.ts';
import { signedIn } from './who-endpoint.ts';

type Deps = PasskeySignInDeps & { sendPage: SendPage };

const idParams = z.object({ id: z.string().max(36) });

/** Adding, naming and removing passkeys, and signing in with one. The browser's part needs JavaScript; codes do not. */
export function passkeyPages(deps: Deps): Endpoint[] {
  const { passkeys, clock, sendPage } = deps;
  const own = { act: 'session.own', tag: 'people' };

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
      reply: PASSKEY_OPTIONS,
      async run({ req, res }) {
        const who = freshlyProved(req, res, clock(), '/account/passkeys');
        if (!who) return;
        if (await mustUseOne(who))
          throw new Problem(401, 'Use your passkey first', 'Sign in with the passkey that you have, then add another.');
        const options = await passkeys.creationOptions(who);
        rememberChallenge(req, clock, options.challenge);
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
        const challenge = challengeOf(req, clock);
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
    ...passkeySignInPages(deps),
  ];

  /** Where passkeys are required, somebody who has one cannot get round it with a code: not by adding another, nor by removing it. */
  async function mustUseOne(who: Who): Promise<boolean> {
    return (who.heldBack ?? []).length > 0 && (await passkeys.of(who.personId)).length > 0;
  }
}
