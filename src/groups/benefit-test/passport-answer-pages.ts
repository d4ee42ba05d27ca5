import { type BenefitPagesDeps, groupParams, thingOfGroup } from './test-endpoint.ts';
import { type Endpoint, endpoint, seeOther } from '../../kernel/endpoint.ts';
import { PAGE, DONE, tellNext, mistakesOf } from '../../kernel/form-page.ts';
import { answerValues, answersIn } from './answer-form.ts';
import { randomUUID } from 'node:crypto';
import { answersSchema, type PassportPage } from './passport-contract.ts';
import type { Request, Response } from 'express';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { passportFormView } from '../../../client/groups/benefit-test/passport-form-view.ts';

/** The form with the questions of the room passport: saved, sent, and taken back. */
export function passportAnswerPages(deps: BenefitPagesDeps): Endpoint[] {
  const {
    benefitTests: { passports },
    access,
  } = deps;
  const ofGroup = { tag: 'groups', params: groupParams, thing: thingOfGroup(deps) };

  return [
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/groups/:id/passport/answers',
      act: 'test.answer',
      summary: 'The form with the five questions',
      reply: PAGE,
      run: ({ req, res, params }) =>
        showForm(deps, req, res, params.id, 200, ({ answers }) => ({
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
        showForm(deps, req, res, params.id, problem.status, () => ({ values, mistakes: mistakesOf(problem) })),
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

async function showForm(
  { benefitTests: { passports }, sendPage }: BenefitPagesDeps,
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
