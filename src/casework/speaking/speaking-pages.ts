import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { ownSpeakingView } from '../../../client/casework/speaking/own-speaking-view.ts';
import { speakView } from '../../../client/casework/speaking/speak-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { networkOf } from '../../kernel/limits.ts';
import { speakForSchema, speakSchema } from './speaking-contract.ts';
import { ofProposalParams, onHearing, speakerParams, type SpeakingPagesDeps } from './speaking-endpoint.ts';

const DONE_WORDS = {
  unconfirmed: 'We have sent you a mail. Open the link in it and press the button there: then you are registered.',
  registered: 'You are registered. We write to you when day or room change.',
  withdrawn: 'You have taken this back before. The link in your mail registers you again.',
};

/** Registering to speak at a hearing: for oneself, for somebody, and what is noted, by the link in a mail. */
export function speakingPages(deps: SpeakingPagesDeps): Endpoint[] {
  const { speaking, access } = deps;
  const { registering } = speaking;
  const form = formPageOf(deps);
  const own = ownPageOf(deps);
  const assists = { ...onHearing(deps), act: 'hearing.speak_for', path: '/proposals/:id/hearing/speak/for' } as const;
  const byLink = { act: 'speaker.by_link', tag: 'hearings', params: speakerParams } as const;
  return [
    endpoint({
      act: 'register.read',
      tag: 'hearings',
      params: ofProposalParams,
      method: 'get',
      path: '/proposals/:id/hearing/speak',
      summary: 'The form to register for speaking at a hearing',
      reply: PAGE,
      run: ({ req, res, params }) => form(req, res, params.id, false),
    }),
    endpoint({
      act: 'hearing.speak',
      tag: 'hearings',
      params: ofProposalParams,
      method: 'post',
      path: '/proposals/:id/hearing/speak',
      summary: 'Registers to speak at a hearing: with an account at once, otherwise by a link in a mail',
      reply: DONE,
      body: speakSchema,
      async run({ req, res, params, body }) {
        await deps.proposals.sentThing(params.id);
        const { state } = await registering.register(req.who, params.id, body, networkOf(req.ip));
        tellNext(req, DONE_WORDS[state]);
        seeOther(req, res, `/proposals/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        form(req, res, params.id, false, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...assists,
      method: 'get',
      summary: 'The form to register somebody who rang, wrote or came in',
      reply: PAGE,
      run: ({ req, res, params }) => form(req, res, params.id, true),
    }),
    endpoint({
      ...assists,
      method: 'post',
      summary: 'Registers somebody to speak at a hearing',
      reply: DONE,
      body: speakForSchema,
      async run({ req, res, params, body }) {
        await registering.registerFor(access.signedIn(req), params.id, body);
        tellNext(req, 'They are registered, and are told.');
        seeOther(req, res, `/proposals/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        form(req, res, params.id, true, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...byLink,
      method: 'get',
      path: '/speakers/:key',
      summary: 'What somebody has registered to say at a hearing',
      reply: PAGE,
      run: ({ req, res, params }) => own(req, res, params.key),
    }),
    endpoint({
      ...byLink,
      method: 'post',
      path: '/speakers/:key/confirm',
      summary: 'Confirms a registration, or registers again',
      reply: DONE,
      async run({ req, res, params }) {
        await registering.confirm(params.key);
        tellNext(req, DONE_WORDS.registered);
        seeOther(req, res, `/speakers/${params.key}`);
      },
      again: ({ req, res, params, problem }) => own(req, res, params.key, problem.status, mistakesOf(problem)),
    }),
    endpoint({
      ...byLink,
      method: 'post',
      path: '/speakers/:key/withdraw',
      summary: 'Takes a registration back',
      reply: DONE,
      async run({ req, res, params }) {
        await registering.withdraw(params.key);
        tellNext(req, 'You have taken it back.');
        seeOther(req, res, `/speakers/${params.key}`);
      },
      again: ({ req, res, params, problem }) => own(req, res, params.key, problem.status, mistakesOf(problem)),
    }),
  ];
}

/** Makes the function that shows the form to register with, for oneself or for somebody. */
function formPageOf({ proposals, hearingOf, sideMinutes, contact, sendPage }: SpeakingPagesDeps) {
  return async (
    req: Request,
    res: Response,
    id: string,
    assisted: boolean,
    status = 200,
    form: FormState = emptyForm,
  ): Promise<void> => {
    const proposal = await proposals.publicly(id);
    const hearing = await hearingOf(id);
    const mine = req.who && !assisted ? { name: req.who.name } : {};
    const { submission } = form.values;
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Speak at the hearing: ${proposal.place}`,
      description: `Register to speak at the public hearing about ${proposal.place}, or have your words read out.`,
      body: speakView({
        proposal,
        hearing: hearing?.state === 'called' ? hearing : null,
        minutes: await sideMinutes(id),
        form: { ...form, values: { ...mine, ...form.values } },
        submission: typeof submission === 'string' && submission !== '' ? submission : randomUUID(),
        signedIn: req.who !== null,
        assisted,
        contact: await contact(proposal.area.id),
      }),
      about: { areaId: proposal.area.id },
      ...(status === 200 && !assisted
        ? { canonical: `/proposals/${id}/hearing/speak` }
        : { robots: 'noindex' as const }),
    });
  };
}

/** Makes the function that shows somebody what they registered: a page with a button, since programs open every link. */
function ownPageOf({ speaking: { registering }, proposals, hearingOf, sendPage }: SpeakingPagesDeps) {
  return async (
    req: Request,
    res: Response,
    key: string,
    status = 200,
    mistakes: FormState['mistakes'] = [],
  ): Promise<void> => {
    const speaker = await registering.byKey(key);
    const { place, area } = await proposals.publicly(speaker.proposalId);
    res.set('Referrer-Policy', 'no-referrer');
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Speaking at the hearing`,
      description: 'What you registered to say at a public hearing.',
      body: ownSpeakingView({
        key,
        speaker,
        place,
        hearing: await hearingOf(speaker.proposalId),
        mistakes,
        flash: told(req),
      }),
      about: { areaId: area.id },
      robots: 'noindex',
    });
  };
}
