import type { Request, Response } from 'express';
import { caseQuestionView } from '../../../client/groups/benefit-test/case-question-view.ts';
import { caseTestView } from '../../../client/groups/benefit-test/case-test-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import type { ActName } from '../../ground/people/role-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import { answerValues, onlyOne, tokenOf } from './answer-form.ts';
import { oneAnswerSchema, questionQuery, type CaseTestPage } from './case-test-contract.ts';
import { groupParams, questionParams, type BenefitPagesDeps } from './test-endpoint.ts';

type Way = { act: ActName; tag: string; root: string };

/** The list of a case's questions and a page for each: the group's own, or for an officer who types for somebody. */
export function caseAnswerPages(deps: BenefitPagesDeps, { act, tag, root }: Way): Endpoint[] {
  const {
    benefitTests: { caseAnswers },
    access,
    about,
    sendPage,
  } = deps;
  const thing = ({ params }: { params: { id: string } }) => caseAnswers.thing(params.id);
  const typedBy = (req: Request): string | null => (act === 'group.assist' ? access.signedIn(req).personId : null);

  async function pageOf(req: Request, id: string): Promise<CaseTestPage> {
    const page = await caseAnswers.page(id);
    return { ...page, about: await about(page.test.subject, access.signedIn(req)) };
  }

  async function list(req: Request, res: Response, page: CaseTestPage): Promise<void> {
    await sendPage(req, res, {
      title: `Benefit test: ${page.about?.title ?? page.group.name}`,
      description: 'The questions of a case.',
      body: caseTestView(page, root.replace(':id', page.test.id), told(req)),
      robots: 'noindex',
    });
  }

  async function ask(
    req: Request,
    res: Response,
    { id, question, then }: { id: string; question: string; then?: unknown },
    again?: { status: number; form: FormState },
  ): Promise<void> {
    const page = await pageOf(req, id);
    const asked = page.asked.find((one) => one.id === question);
    if (!asked) throw notFound('question');
    if (!page.open && !again) return seeOther(req, res, root.replace(':id', id));
    const one = onlyOne(page.test.answers, question);
    const form = again?.form ?? { values: answerValues(one), mistakes: [] };
    await sendPage(req, res, {
      status: again?.status ?? 200,
      title: `${again ? 'Error: ' : ''}${asked.text}`,
      description: 'A question of the benefit test.',
      body: caseQuestionView(page, asked, form, {
        root: root.replace(':id', id),
        token: tokenOf(one),
        officer: act === 'group.assist',
        flash: again ? null : told(req),
        toCheck: then === 'check' && page.about?.checkHref !== undefined,
      }),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      act,
      tag,
      thing,
      method: 'get',
      path: root,
      params: groupParams,
      summary: 'The questions of a case’s benefit test, with what is answered',
      reply: PAGE,
      run: async ({ req, res, params }) => list(req, res, await pageOf(req, params.id)),
    }),
    endpoint({
      act,
      tag,
      thing,
      method: 'get',
      path: `${root}/:question`,
      params: questionParams,
      query: questionQuery,
      summary: 'One question of a case’s benefit test',
      reply: PAGE,
      run: ({ req, res, params, query }) => ask(req, res, { ...params, ...query }),
    }),
    endpoint({
      act,
      tag,
      thing,
      method: 'post',
      path: `${root}/:question`,
      params: questionParams,
      summary: 'Saves the answer to one question of a case’s benefit test',
      reply: DONE,
      body: oneAnswerSchema,
      async run({ req, res, params, body }) {
        const here = root.replace(':id', params.id);
        const next = await caseAnswers.save(params.id, params.question, {
          body,
          seen: body.seen,
          typedBy: typedBy(req),
        });
        if (body.do === 'evidence') return seeOther(req, res, `${here}/evidence/new?criterion=${params.question}`);
        const checked =
          body.then === 'check' && body.do === 'next' ? (await pageOf(req, params.id)).about?.checkHref : undefined;
        if (checked !== undefined) {
          tellNext(req, 'The answer is saved.');
          return seeOther(req, res, checked, { next });
        }
        if (body.do === 'next' && next !== null) return seeOther(req, res, `${here}/${next}`, { next });
        tellNext(req, 'The answer is saved.');
        seeOther(req, res, here, { next });
      },
      again: ({ req, res, params, values, problem }) =>
        ask(
          req,
          res,
          { ...params, then: values['then'] },
          { status: problem.status, form: { values, mistakes: mistakesOf(problem) } },
        ),
    }),
  ];
}
