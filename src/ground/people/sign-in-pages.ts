import type { Contact } from '../contacts/contact-contract.ts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { codeView, signInView } from '../../../client/ground/people/sign-in-views.ts';
import { emptyForm } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import type { SendPage } from '../../kernel/page.ts';
import { carriedIn, type CarriedForm } from '../../kernel/carried-form.ts';
import { GO_ON } from '../../kernel/go-on.ts';
import { networkOf, waitWords } from '../../kernel/limits.ts';
import { invalid } from '../../kernel/problem.ts';
import { beginSession, pendingOf } from './session-endpoint.ts';
import { codeSchema, nextSchema, signInSchema, type Person } from './person-contract.ts';
import { signInLinkPages } from './sign-in-link-pages.ts';
import type { SignInService } from './sign-in-service.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';

type Deps = {
  signIn: SignInService;
  sendPage: SendPage;
  demo: readonly { email: string; role: string }[];
  clock: () => Date;
  /** Whom somebody without e-mail turns to; null where nobody has said. */
  contact(): Promise<Contact | null>;
  /** Where somebody goes who was not on the way anywhere: to the desk, to their owner's home, to their own page. */
  homePath(personId: string): Promise<string>;
};

/** Signing in by a code from an e-mail, with forms or JSON. */
export function signInPages({ signIn, sendPage, demo, clock, contact, homePath }: Deps): Endpoint[] {
  async function begin(req: Request, person: Person, wanted: string): Promise<string> {
    const next = wanted === '/my' ? await homePath(person.id) : wanted;
    await beginSession(req, person.id, clock(), false);
    return person.name === '' ? `/account/name?next=${encodeURIComponent(next)}` : next;
  }

  const signInPage = async (req: Request, res: Response, status: number, form = emptyForm, next = '/my') =>
    sendPage(req, res, {
      status,
      title: status === 200 ? 'Sign in' : 'Error: Sign in',
      description: 'Sign in with a code from an e-mail.',
      body: signInView(form, next, demo, keptOf(req, next), await contact()),
      robots: 'noindex',
    });

  /** What comes back after signing in: a form that was sent too late. */
  const keptOf = (req: Request, next: string): CarriedForm | undefined =>
    next === GO_ON ? carriedIn(req, clock()) : undefined;

  return [
    endpoint({
      method: 'get',
      path: '/sign-in',
      act: 'session.sign_in',
      tag: 'people',
      summary: 'The form to sign in with',
      reply: PAGE,
      query: z.object({ next: nextSchema }),
      run: ({ req, res, query }) => signInPage(req, res, 200, emptyForm, query.next),
    }),
    endpoint({
      method: 'post',
      path: '/sign-in',
      act: 'session.sign_in',
      tag: 'people',
      summary: 'Sends a code to an e-mail address',
      reply: DONE,
      body: signInSchema,
      async run({ body, req, res }) {
        const sent = await signIn.sendCode(body.email, networkOf(req.ip), body.next);
        req.session.pending = pendingOf(sent, body.email, body.next);
        seeOther(req, res, '/sign-in/code');
      },
      again: ({ values, problem, req, res }) =>
        signInPage(
          req,
          res,
          problem.status,
          {
            values,
            mistakes: problem.mistakes.length > 0 ? problem.mistakes : [{ field: 'email', message: problem.message }],
          },
          nextSchema.parse(values['next']),
        ),
    }),
    endpoint({
      method: 'get',
      path: '/sign-in/code',
      act: 'session.sign_in',
      tag: 'people',
      summary: 'The form for the code',
      reply: PAGE,
      async run({ req, res }) {
        if (!req.session.pending) return res.redirect(303, '/sign-in');
        await codePage(req, res, 200);
      },
    }),
    endpoint({
      method: 'post',
      path: '/sign-in/code',
      act: 'session.sign_in',
      tag: 'people',
      summary: 'Signs in with a code',
      reply: DONE,
      body: codeSchema,
      async run({ body, req, res }) {
        const { pending } = req.session;
        if (!pending)
          throw invalid([{ field: 'code', message: 'Ask for a code first: this browser is not waiting for one.' }]);
        const person = await signIn.withCode(pending.codeId, body.code, networkOf(req.ip));
        seeOther(req, res, await begin(req, person, pending.next));
      },
      again: async ({ values, problem, req, res }) =>
        !req.session.pending
          ? res.redirect(303, '/sign-in')
          : codePage(req, res, problem.status, { values, mistakes: [{ field: 'code', message: problem.message }] }),
    }),
    ...signInLinkPages({ signIn, sendPage, begin }),
  ];

  async function codePage(req: Request, res: Response, status: number, form = emptyForm): Promise<void> {
    const { email = '', onlyKnownUntil = '' } = req.session.pending ?? {};
    const wait = Date.parse(onlyKnownUntil) - clock().getTime();
    await sendPage(req, res, {
      status,
      title: status === 200 ? 'Type the code' : 'Error: Type the code',
      description: 'Sign in.',
      body: codeView(form, email, { demo: demo.length > 0, newOnesWait: wait > 0 ? waitWords(wait) : null }),
      robots: 'noindex',
    });
  }
}
