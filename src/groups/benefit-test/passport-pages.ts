import type { Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { passportFormView } from '../../../client/groups/benefit-test/passport-form-view.ts';
import type { PassportViewer } from '../../../client/groups/benefit-test/passport-standing-part.ts';
import { passportView } from '../../../client/groups/benefit-test/passport-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { answersIn, answerValues } from './answer-form.ts';
import { answersSchema, type PassportPage } from './passport-contract.ts';
import { groupParams, thingOfGroup, type BenefitPagesDeps } from './test-endpoint.ts';

/** A group's own pages about its room passport. */
export function passportPages(deps: BenefitPagesDeps): Endpoint[] {
  const {
    benefitTests: { passports },
    access,
    sendPage,
  } = deps;
  const ofGroup = { tag: 'groups', params: groupParams, thing: thingOfGroup(deps) };

  function viewerOf(
    req: Request,
    { open }: PassportPage,
    thing: { groupId?: string; areaId?: string },
  ): PassportViewer {
    const who = access.signedIn(req);
    return {
      answer: access.may(who, 'test.answer', thing),
      assist: access.may(who, 'group.assist', thing),
      read: open !== null && access.may(who, 'group.read_document', thing),
    };
  }

  async function formPage(
    req: Request,
    res: Response,
    id: string,
    status: number,
    form: (page: PassportPage) => FormState,
  ): Promise<void> {
    const page = await passports.state(id);
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Answers for the room passport`,
      description: 'Five questions.',
      body: passportFormView(page, form(page)),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id/passport',
      act: 'group.read',
      summary: 'How a group stands with its room passport',
      reply: PAGE,
      async run({ req, res, params }) {
        const page = await passports.state(params.id);
        const viewer = viewerOf(req, page, await deps.groups.thing(params.id));
        await sendPage(req, res, {
          title: `Room passport of ${page.group.name}`,
          description: 'How it stands.',
          body: passportView({ page, viewer, flash: told(req) }),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/api/groups/:id/passport',
      act: 'group.read',
      summary: 'How a group stands with its room passport, and its newest result',
      reply: { type: 'application/json', description: 'The passport' },
      run: async ({ params }) => passportReply(await passports.state(params.id)),
    }),
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id/passport/answers',
      act: 'test.answer',
      summary: 'The form with the five questions',
      reply: PAGE,
      run: ({ req, res, params }) =>
        formPage(req, res, params.id, 200, ({ answers }) => ({
          values: { ...answerValues(answers), submission: randomUUID() },
          mistakes: [],
        })),
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/groups/:id/passport/answers',
      act: 'test.answer',
      summary: 'Saves or sends the answers',
      reply: DONE,
      body: answersSchema,
      async run({ req, res, params, body }) {
        const { path } = await passports.state(params.id);
        const sent = { answers: answersIn(body, path), seen: body.seen, submission: body.submission, brought: null };
        const home = `/groups/${params.id}/passport`;
        if (body.do === 'send') {
          const { id } = await passports.send(access.signedIn(req), params.id, sent);
          tellNext(req, 'Your answers are sent. Two people score them now.');
          return seeOther(req, res, home, { id });
        }
        const { id } = await passports.save(params.id, sent);
        if (body.do === 'save') tellNext(req, 'Your answers are saved. They are not sent yet.');
        return seeOther(
          req,
          res,
          body.do === 'save' ? home : `${home}/evidence/new?criterion=${body.do.slice('evidence_'.length)}`,
          { id },
        );
      },
      again: ({ req, res, params, values, problem }) =>
        formPage(req, res, params.id, problem.status, () => ({ values, mistakes: mistakesOf(problem) })),
    }),
    endpoint({
      ...ofGroup,
      method: 'post',
      path: '/groups/:id/passport/withdraw',
      act: 'test.answer',
      summary: 'Takes back answers that wait to be scored',
      reply: DONE,
      async run({ req, res, params }) {
        await passports.withdraw(access.signedIn(req), params.id);
        tellNext(req, 'The answers are taken back. You can answer again at any time.');
        seeOther(req, res, `/groups/${params.id}/passport`);
      },
    }),
  ];
}

/** What a program gets: the same as the page shows. */
function passportReply({ standing, next, renewFrom, open, last, stored, gates, scored, needsNews }: PassportPage) {
  return {
    ...standing,
    next,
    renewFrom,
    needsNews,
    criteria: stored.set.version,
    open: open && {
      id: open.id,
      state: open.state,
      receivedOn: open.receivedOn,
      dueOn: open.dueOn,
      improves: open.improvesId,
      answers: open.answers,
      scored,
      gates: gates.map(({ gate, answer, note }) => ({ id: gate.id, answer, note })),
    },
    result: last?.result ?? null,
  };
}
