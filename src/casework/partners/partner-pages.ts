import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { joinForView } from '../../../client/casework/partners/join-for-view.ts';
import { joinView, partnersView } from '../../../client/casework/partners/partner-views.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import type { Access, Who } from '../../ground/people/role-contract.ts';
import type { Group } from '../../groups/groups/group-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import type { DraftPage } from '../proposals/proposal-page-contract.ts';
import { answerPartnerSchema, askPartnerSchema, joinForSchema } from './partner-contract.ts';
import type { partnerReading } from './partner-reading-service.ts';
import type { partnerService } from './partner-service.ts';

export type PartnerPagesDeps = {
  partners: ReturnType<typeof partnerService>;
  reading: ReturnType<typeof partnerReading>;
  pages: { thing(id: string): Promise<Thing>; draft(id: string, assisted: boolean): Promise<DraftPage> };
  access: Access;
  sendPage: SendPage;
  /** Groups that somebody speaks for. */
  groupsOf(who: Who): Promise<Group[]>;
};
const ofProposal = z.object({ id: idSchema });
const findQuery = z.object({ q: z.string().trim().max(100).catch('') });
const keyParams = z.object({ key: z.string().max(100) });

/** Asking other groups to ask together, and what they are asked. */
export function partnerPages({ partners, reading, pages, access, sendPage, groupsOf }: PartnerPagesDeps): Endpoint[] {
  const thing = ({ params }: { params: { id: string } }) => pages.thing(params.id);
  const mine = { act: 'proposal.own', tag: 'proposals', params: ofProposal, thing } as const;
  const assist = { act: 'partner.assist', tag: 'proposals', params: ofProposal, thing } as const;
  return [
    endpoint({
      ...mine,
      method: 'get',
      path: '/proposals/:id/partners',
      summary: 'The groups that ask together with the one that leads',
      reply: PAGE,
      run: ({ req, res, params }) => showPartners(req, res, params.id, 200, emptyForm),
    }),
    endpoint({
      ...mine,
      method: 'post',
      path: '/proposals/:id/partners',
      summary: 'Asks another group, by a link in a mail, to ask together',
      reply: DONE,
      body: askPartnerSchema,
      async run({ req, res, params, body }) {
        await partners.ask(access.signedIn(req), params.id, body);
        tellNext(req, `We have sent a link to ${body.email}.`);
        seeOther(req, res, `/proposals/${params.id}/partners`);
      },
      again: ({ req, res, params, values, problem }) =>
        showPartners(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...mine,
      method: 'post',
      path: '/proposals/:id/partners/:partner/take-back',
      params: ofProposal.extend({ partner: idSchema }),
      summary: 'Takes back that a group was asked',
      reply: DONE,
      async run({ req, res, params }) {
        await partners.takeBack(access.signedIn(req), params.id, params.partner);
        tellNext(req, 'Taken back. Its link works no more.');
        seeOther(req, res, `/proposals/${params.id}/partners`);
      },
    }),
    endpoint({
      ...assist,
      method: 'get',
      path: '/proposals/:id/partners/for',
      summary: 'The form for a yes that a group gave by telephone, on paper or in person',
      reply: PAGE,
      query: findQuery,
      run: ({ req, res, params, query }) => showFor(req, res, params.id, query.q, 200, emptyForm),
    }),
    endpoint({
      ...assist,
      method: 'post',
      path: '/proposals/:id/partners/for',
      summary: 'Types in that a group says yes, as it told an officer',
      reply: DONE,
      body: joinForSchema.extend(findQuery.shape),
      async run({ req, res, params, body }) {
        await partners.joinFor(access.signedIn(req), params.id, body);
        tellNext(req, 'The group asks together with them now. Those who lead are told.');
        seeOther(req, res, `/proposals/${params.id}/partners`);
      },
      again: ({ req, res, params, values, problem }) => {
        const { q } = findQuery.parse(values);
        return showFor(req, res, params.id, q, problem.status, { values, mistakes: mistakesOf(problem) });
      },
    }),
    endpoint({
      act: 'partner.leave',
      tag: 'proposals',
      method: 'post',
      path: '/proposals/:id/partners/leave/:group',
      summary: 'A group that had joined leaves a proposal',
      reply: DONE,
      params: ofProposal.extend({ group: idSchema }),
      thing: ({ params }) => Promise.resolve({ groupId: params.group }),
      async run({ req, res, params }) {
        await partners.leave(access.signedIn(req), params.id, params.group);
        tellNext(req, 'Your group has left the proposal. Those who lead it are told.');
        seeOther(req, res, `/groups/${params.group}`);
      },
    }),
    endpoint({
      act: 'partner.see',
      tag: 'proposals',
      method: 'get',
      path: '/proposals/join/:key',
      summary: 'Where the link leads with which a group is asked to ask together',
      reply: PAGE,
      params: keyParams,
      run: ({ req, res, params }) => showAsked(req, res, params.key, 200, emptyForm),
    }),
    endpoint({
      act: 'partner.answer',
      tag: 'proposals',
      method: 'post',
      path: '/proposals/join/:key',
      summary: 'Says yes or no for a group that is asked to ask together',
      reply: DONE,
      params: keyParams,
      body: answerPartnerSchema,
      async run({ req, res, params, body }) {
        const who = access.signedIn(req);
        const { state, groupId } = await partners.answer(who, params.key, await groupsOf(who), body);
        tellNext(
          req,
          state === 'joined'
            ? 'Your group asks together with them now. Those who lead are told.'
            : 'You have said no. Those who asked are told.',
        );
        seeOther(req, res, state === 'joined' && groupId !== null ? `/groups/${groupId}` : '/my');
      },
      again: ({ req, res, params, values, problem }) =>
        showAsked(req, res, params.key, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
  ];

  async function showPartners(req: Request, res: Response, id: string, status: number, form: FormState): Promise<void> {
    const { groupId } = await pages.thing(id);
    const assisted = !access.signedIn(req).rights.some(({ scopeId }) => scopeId === groupId);
    const draft = await pages.draft(id, assisted);
    const sent = form.values['submission'];
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Groups that ask together: ${draft.proposal.place}`,
      description: 'For the group and officers.',
      body: partnersView({
        draft,
        lines: await reading.linesOf(id),
        form,
        flash: told(req),
        assists: access.may(req.who, 'partner.assist', await pages.thing(id)),
        submission: typeof sent === 'string' ? sent : randomUUID(),
      }),
      robots: 'noindex',
    });
  }

  async function showFor(
    req: Request,
    res: Response,
    id: string,
    q: string,
    status: number,
    form: FormState,
  ): Promise<void> {
    const draft = await pages.draft(id, true);
    const sent = form.values['submission'];
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}A group says yes: ${draft.proposal.place}`,
      description: 'For officers.',
      body: joinForView({
        draft,
        q,
        found: await reading.mayJoin(id, q),
        form,
        submission: typeof sent === 'string' ? sent : randomUUID(),
      }),
      robots: 'noindex',
    });
  }

  async function showAsked(req: Request, res: Response, key: string, status: number, form: FormState): Promise<void> {
    const asked = await reading.asked(key, req.who, req.who ? await groupsOf(req.who) : []);
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Ask for ${asked.place} together?`,
      description: 'A group asks another.',
      body: joinView({ key, asked, signedIn: req.who, form }),
      robots: 'noindex',
    });
  }
}
