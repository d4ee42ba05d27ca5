import { z } from 'zod';
import { linkView } from '../../../client/ground/people/sign-in-views.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { nextSchema, type Person } from './person-contract.ts';
import type { SignInService } from './sign-in-service.ts';
import type { Request } from 'express';

type Deps = {
  signIn: SignInService;
  sendPage: SendPage;
  /** Begins a session. @returns where to go on */
  begin(req: Request, person: Person, wanted: string): Promise<string>;
};

const linkParams = z.object({ token: z.string().max(100) });
const linkQuery = z.object({ next: nextSchema });

/** Signing in by the link in the mail: a page with a button, since programs open every link. */
export function signInLinkPages({ signIn, sendPage, begin }: Deps): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/sign-in/link/:token',
      act: 'session.sign_in',
      tag: 'people',
      summary: 'Where the link in the e-mail leads',
      reply: PAGE,
      params: linkParams,
      query: linkQuery,
      async run({ params, query, req, res }) {
        const email = await signIn.linkFor(params.token);
        await sendPage(req, res, {
          title: email ? 'Sign in on this device?' : 'This link has run out',
          description: 'Sign in.',
          body: linkView(params.token, email, query.next),
          robots: 'noindex',
          status: email ? 200 : 410,
        });
      },
    }),
    endpoint({
      method: 'post',
      path: '/sign-in/link/:token',
      act: 'session.sign_in',
      tag: 'people',
      summary: 'Signs in with a link',
      reply: DONE,
      params: linkParams,
      body: linkQuery,
      async run({ params, body, req, res }) {
        const person = await signIn.withLink(params.token);
        seeOther(req, res, await begin(req, person, body.next));
      },
    }),
  ];
}
