import type { Request, Response } from 'express';
import { judgingView } from '../../../client/casework/petitions/judging-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import {
  onPetition,
  petitionParams,
  signatureParams,
  strikeParams,
  type PetitionPagesDeps,
} from './petition-endpoint.ts';
import { doubleSchema, strikeSchema } from './signature-contract.ts';

/** What a person judges of signatures: what looks made by a script, and who may have signed twice. */
export function judgingPages(deps: PetitionPagesDeps): Endpoint[] {
  const { petitions, access, sendPage } = deps;
  const { judging, pages } = petitions;
  const counts = { ...onPetition(deps), act: 'petition.count' } as const;

  async function show(req: Request, res: Response, id: string, status = 200, form: FormState = emptyForm) {
    await pages.openedOnly(id);
    const petition = await pages.publicly(id);
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Look at the signatures: ${petition.place}`,
      description: 'For those who count.',
      body: judgingView({
        petition,
        patterns: (await judging.patterns(id)).map(({ ids, ...pattern }) => ({ ...pattern, count: ids.length })),
        strikes: (await judging.strikes(id)).map(({ id: strike, kind, count, standing }) => ({
          id: strike,
          kind,
          count,
          standing,
        })),
        doubles: await judging.doubles(id),
        form,
        flash: told(req),
      }),
      about: { areaId: petition.area.id },
      robots: 'noindex',
    });
  }

  const striking = (what: 'undo' | 'redo'): Endpoint =>
    endpoint({
      ...counts,
      params: strikeParams,
      method: 'post',
      path: `/petitions/:id/strikes/:strike/${what}`,
      summary:
        what === 'undo' ? 'Takes a strike back: the signatures count again' : 'Strikes the same signatures again',
      reply: DONE,
      async run({ req, res, params }) {
        await judging.setStrike(access.signedIn(req), params.id, params.strike, what === 'redo');
        tellNext(req, what === 'undo' ? 'They count again.' : 'They are struck again.');
        seeOther(req, res, `/petitions/${params.id}/judging`);
      },
    });

  return [
    endpoint({
      ...counts,
      params: petitionParams,
      method: 'get',
      path: '/petitions/:id/judging',
      summary: 'Signatures that look made by a script, and those that may be of somebody who has signed already',
      reply: PAGE,
      run: ({ req, res, params }) => show(req, res, params.id),
    }),
    endpoint({
      ...counts,
      params: petitionParams,
      method: 'post',
      path: '/petitions/:id/strikes',
      summary: 'Strikes all signatures of a pattern that was shown, as many as were shown',
      reply: DONE,
      body: strikeSchema,
      async run({ req, res, params, body }) {
        const { count } = await judging.strike(access.signedIn(req), params.id, body);
        tellNext(req, `${count} signatures are struck. You can take that back below.`);
        seeOther(req, res, `/petitions/${params.id}/judging`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    striking('undo'),
    striking('redo'),
    endpoint({
      ...counts,
      params: signatureParams,
      method: 'post',
      path: '/petitions/:id/doubles/:signature',
      summary: 'Says whether two signatures of one name and postcode are of the same person',
      reply: DONE,
      body: doubleSchema,
      async run({ req, res, params, body }) {
        await judging.judge(access.signedIn(req), params.id, params.signature, body.verdict);
        tellNext(req, body.verdict === 'same' ? 'It counts once.' : 'Both count.');
        seeOther(req, res, `/petitions/${params.id}/judging`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}
