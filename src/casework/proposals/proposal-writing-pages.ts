import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { checkView } from '../../../client/casework/proposals/check-view.ts';
import { newProposalView } from '../../../client/casework/proposals/new-proposal-view.ts';
import { datesView, useView, writeView } from '../../../client/casework/proposals/write-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { invalid } from '../../kernel/problem.ts';
import { beginSchema, datesSchema, sendSchema, useSchema } from './proposal-contract.ts';
import { ofProposal, type ProposalPagesDeps } from './proposal-endpoint.ts';
import type { DraftPage } from './proposal-page-contract.ts';

/** Where somebody came from: “check”, to go back there. */
const fromQuery = z.object({ then: z.string().max(10).optional().catch(undefined) });
const newQuery = z.object({ asset: z.string().max(36).optional(), group: z.string().max(36).optional() });

/** Asking for a place: for which group, then one thing a page, saved as one goes, and everything once more before it is sent. */
export function proposalWritingPages(deps: ProposalPagesDeps): Endpoint[] {
  const { proposals, access, sendPage, groupsOf } = deps;
  const { writing, sending, pages } = proposals;
  const mine = { ...ofProposal(proposals), act: 'proposal.own' } as const;

  async function newPage(req: Request, res: Response, status: number, form: FormState): Promise<void> {
    const { asset } = form.values;
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Ask for a place`,
      description: 'For which group, and where.',
      body: newProposalView({
        form,
        asset: typeof asset === 'string' && asset !== '' ? await writing.lookedAt(asset) : null,
        groups: (await groupsOf(access.signedIn(req))).map(({ id, name }) => ({ id, name })),
      }),
      robots: 'noindex',
    });
  }

  /** One page of the draft. */
  function page(
    view: (
      draft: DraftPage,
      form: FormState,
      extra: { flash: string | null; submission: string },
    ) => ReturnType<typeof writeView>,
    title: string,
  ) {
    return async (
      req: Request,
      res: Response,
      id: string,
      status = 200,
      form: FormState = emptyForm,
    ): Promise<void> => {
      const { groupId } = await pages.thing(id);
      const assisted = !access.signedIn(req).rights.some((right) => right.scopeId === groupId);
      const draft = await pages.draft(id, assisted);
      const sent = form.values['submission'];
      await sendPage(req, res, {
        status,
        title: `${status === 200 ? '' : 'Error: '}${title}: ${draft.proposal.place}`,
        description: 'For the group and officers.',
        body: view(draft, form, { flash: told(req), submission: typeof sent === 'string' ? sent : randomUUID() }),
        robots: 'noindex',
        about: { areaId: draft.proposal.area.id },
      });
    };
  }
  const showTasks = page((draft, form, { flash }) => writeView({ draft, form, flash }), 'Your proposal');
  const showUse = page((draft, form) => useView({ draft, form }), 'What you would do');
  const showDates = page((draft, form) => datesView({ draft, form }), 'From when until when');
  const showCheck = page((draft, form, extra) => checkView({ draft, form, ...extra }), 'Check your answers');

  return [
    endpoint({
      act: 'proposal.begin',
      tag: 'proposals',
      method: 'get',
      path: '/proposals/new',
      summary: 'For which group somebody asks for a place',
      reply: PAGE,
      query: newQuery,
      run: ({ req, res, query }) => newPage(req, res, 200, { values: query, mistakes: [] }),
    }),
    endpoint({
      act: 'proposal.begin',
      tag: 'proposals',
      method: 'post',
      path: '/proposals',
      summary: 'Begins a proposal of a group for a place, or opens the draft that it has',
      reply: DONE,
      body: beginSchema,
      async run({ req, res, body }) {
        const who = access.signedIn(req);
        const allowed = (await groupsOf(who)).some(({ id }) => id === body.group);
        if (!allowed) throw invalid([{ field: 'group', message: 'Choose a group that you speak for.' }]);
        const { id, number } = await writing.begin(who, body);
        seeOther(req, res, `/proposals/${id}/write`, { id, number });
      },
      again: ({ req, res, values, problem }) =>
        newPage(req, res, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...mine,
      method: 'get',
      path: '/proposals/:id/write',
      summary: 'A proposal that is being written: what is done and what is to be done',
      reply: PAGE,
      run: ({ req, res, params }) => showTasks(req, res, params.id),
    }),
    endpoint({
      ...mine,
      method: 'get',
      path: '/proposals/:id/use',
      summary: 'The form for what they would do there',
      reply: PAGE,
      query: fromQuery,
      run: ({ req, res, params, query }) => showUse(req, res, params.id, 200, { values: query, mistakes: [] }),
    }),
    endpoint({
      ...mine,
      method: 'post',
      path: '/proposals/:id/use',
      summary: 'Keeps what they would do there',
      reply: DONE,
      body: useSchema,
      async run({ req, res, params, body }) {
        await writing.saveUse(params.id, body);
        tellNext(req, 'Saved.');
        seeOther(req, res, backTo(params.id, body.then));
      },
      again: ({ req, res, params, values, problem }) =>
        showUse(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...mine,
      method: 'get',
      path: '/proposals/:id/dates',
      summary: 'The form for the days that they ask for',
      reply: PAGE,
      query: fromQuery,
      run: ({ req, res, params, query }) => showDates(req, res, params.id, 200, { values: query, mistakes: [] }),
    }),
    endpoint({
      ...mine,
      method: 'post',
      path: '/proposals/:id/dates',
      summary: 'Keeps the days that they ask for',
      reply: DONE,
      body: datesSchema,
      async run({ req, res, params, body }) {
        await writing.saveDates(params.id, body);
        tellNext(req, 'Saved.');
        seeOther(req, res, backTo(params.id, body.then));
      },
      again: ({ req, res, params, values, problem }) =>
        showDates(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...mine,
      method: 'get',
      path: '/proposals/:id/check',
      summary: 'Everything before it is sent: as others will see it, and the dates that it would have',
      reply: PAGE,
      run: ({ req, res, params }) => showCheck(req, res, params.id),
    }),
    endpoint({
      ...mine,
      method: 'post',
      path: '/proposals/:id/send',
      summary: 'Sends a proposal, for the first time, with what was missing, or improved',
      reply: DONE,
      body: sendSchema,
      async run({ req, res, params, body }) {
        const { number, state } = await sending.send(access.signedIn(req), params.id, body);
        tellNext(req, `Your proposal has been sent. Its number is ${number}: say it when you ring us.`);
        seeOther(req, res, `/proposals/${params.id}`, { number, state });
      },
      again: ({ req, res, params, values, problem }) =>
        showCheck(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];
}

const backTo = (id: string, then: string | undefined): string =>
  `/proposals/${id}/${then === 'check' ? 'check' : 'write'}`;
