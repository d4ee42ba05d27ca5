import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { ownSignatureView } from '../../../client/casework/petitions/own-signature-view.ts';
import { phoneSignView, signView, signedView } from '../../../client/casework/petitions/sign-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { networkOf } from '../../kernel/limits.ts';
import { keyParams, onPetition, petitionParams, type PetitionPagesDeps } from './petition-endpoint.ts';
import { phoneSignSchema, signSchema } from './signature-contract.ts';
import { CONFIRM_DAYS } from './signing-service.ts';

/** Signing: online, by a link to a page with a button, since programs open every link; and by telephone, read back. */
export function signingPages(deps: PetitionPagesDeps): Endpoint[] {
  const { petitions, access, sendPage, contact } = deps;
  const { signing, pages } = petitions;
  const open = { tag: 'petitions', params: petitionParams, act: 'petition.sign' } as const;
  const phone = {
    ...onPetition(deps),
    params: petitionParams,
    act: 'petition.enter',
    path: '/petitions/:id/telephone',
  } as const;
  const own = { tag: 'petitions', params: keyParams, act: 'petition.by_link' } as const;

  async function form(
    req: Request,
    res: Response,
    id: string,
    by: 'online' | 'phone',
    status = 200,
    shown: FormState = emptyForm,
  ) {
    await pages.openedOnly(id);
    const petition = await pages.publicly(id);
    const { submission } = shown.values;
    const data = {
      petition,
      form: shown,
      contact: await contact(petition.area.id),
      submission: typeof submission === 'string' ? submission : randomUUID(),
      flash: told(req),
    };
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}${by === 'online' ? 'Sign the petition' : 'Sign for somebody on the telephone'}: ${petition.place}`,
      description: `“${petition.wording}”`,
      body: by === 'online' ? signView(data) : phoneSignView(data),
      about: { areaId: petition.area.id },
      ...(by === 'online' && status === 200 ? { canonical: `/petitions/${id}/sign` } : { robots: 'noindex' as const }),
    });
  }

  async function ownPage(req: Request, res: Response, key: string, status = 200, shown: FormState = emptyForm) {
    const { petitionId, standing, age } = await signing.byKey(key);
    const petition = await pages.publicly(petitionId);
    res.set('Referrer-Policy', 'no-referrer');
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Your signature`,
      description: 'A signature under a petition.',
      body: ownSignatureView({ petition, standing, age, key, form: shown, flash: told(req) }),
      about: { areaId: petition.area.id },
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...open,
      method: 'get',
      path: '/petitions/:id/sign',
      summary: 'The form to sign a petition',
      reply: PAGE,
      run: ({ req, res, params }) => form(req, res, params.id, 'online'),
    }),
    endpoint({
      ...open,
      method: 'post',
      path: '/petitions/:id/sign',
      summary: 'Signs a petition: it counts once the button behind the link in a mail was pressed',
      reply: DONE,
      body: signSchema,
      async run({ req, res, params, body }) {
        await signing.sign(params.id, body, networkOf(req.ip));
        seeOther(req, res, `/petitions/${params.id}/signed`);
      },
      again: ({ req, res, params, values, problem }) =>
        form(req, res, params.id, 'online', problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...open,
      method: 'get',
      path: '/petitions/:id/signed',
      summary: 'What comes after signing: a mail with a link',
      reply: PAGE,
      async run({ req, res, params }) {
        await pages.openedOnly(params.id);
        const petition = await pages.publicly(params.id);
        await sendPage(req, res, {
          title: `Nearly done: ${petition.place}`,
          description: 'Open the link in your mail.',
          body: signedView({ petition, contact: await contact(petition.area.id), days: CONFIRM_DAYS }),
          about: { areaId: petition.area.id },
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...phone,
      method: 'get',
      summary: 'The form to sign for somebody on the telephone',
      reply: PAGE,
      run: ({ req, res, params }) => form(req, res, params.id, 'phone'),
    }),
    endpoint({
      ...phone,
      method: 'post',
      summary: 'Signs for somebody on the telephone, read back to them',
      reply: DONE,
      body: phoneSignSchema,
      async run({ req, res, params, body }) {
        await signing.byTelephone(access.signedIn(req), params.id, body);
        tellNext(req, 'The signature counts.');
        seeOther(req, res, `/petitions/${params.id}/telephone`);
      },
      again: ({ req, res, params, values, problem }) =>
        form(req, res, params.id, 'phone', problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...own,
      method: 'get',
      path: '/signatures/:key',
      summary: 'One’s own signature: whether it counts, with buttons to confirm it and to take it back',
      reply: PAGE,
      run: ({ req, res, params }) => ownPage(req, res, params.key),
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/signatures/:key/confirm',
      summary: 'Confirms a signature: it counts from then on',
      reply: DONE,
      async run({ req, res, params }) {
        await signing.confirm(params.key);
        tellNext(req, 'Thank you. Your signature counts.');
        seeOther(req, res, `/signatures/${params.key}`);
      },
      again: ({ req, res, params, problem }) =>
        ownPage(req, res, params.key, problem.status, { values: {}, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...own,
      method: 'post',
      path: '/signatures/:key/take-back',
      summary: 'Takes a signature back, and forgets who it was',
      reply: DONE,
      async run({ req, res, params }) {
        const { petitionId } = await signing.byKey(params.key);
        const counts = !(await signing.takeBack(params.key));
        tellNext(
          req,
          counts
            ? 'We have forgotten your name and address. The count was over already, so it stays as it is.'
            : 'Your signature is taken back, and we have forgotten your name and address.',
        );
        seeOther(req, res, `/petitions/${petitionId}`);
      },
    }),
  ];
}
