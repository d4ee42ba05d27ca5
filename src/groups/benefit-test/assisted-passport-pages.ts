import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { assistedPassportView } from '../../../client/groups/benefit-test/passport-form-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, parse, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import { assistedSchema } from '../../ground/people/assisted-contract.ts';
import { answersIn, answerValues } from './answer-form.ts';
import { answersSchema, type PassportPage } from './passport-contract.ts';
import { groupParams, thingOfGroup, type BenefitPagesDeps } from './test-endpoint.ts';

/** The same five questions, typed by an officer for somebody who rang, wrote or came in. */
export function assistedPassportPages(deps: BenefitPagesDeps): Endpoint[] {
  const {
    benefitTests: { passports },
    groups,
    access,
    sendPage,
  } = deps;
  const ofGroup = { act: 'group.assist', tag: 'desk', params: groupParams, thing: thingOfGroup(deps) };

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
      title: `${status === 200 ? '' : 'Error: '}Type the answers for somebody`,
      description: 'For officers.',
      body: assistedPassportView(page, form(page)),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      ...ofGroup,
      method: 'get',
      path: '/desk/groups/:id/passport',
      summary: 'The five questions, for an officer to type the answers',
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
      path: '/desk/groups/:id/passport',
      summary: 'Saves or sends answers for somebody',
      reply: DONE,
      body: answersSchema,
      async run({ req, res, params, body }) {
        const { path } = await passports.state(params.id);
        const sent = { answers: answersIn(body, path), seen: body.seen, submission: body.submission };
        if (body.do !== 'send') {
          const { id } = await passports.save(params.id, sent);
          if (body.do === 'save') tellNext(req, 'The answers are saved. They are not sent yet.');
          return seeOther(
            req,
            res,
            body.do === 'save'
              ? `/groups/${params.id}/passport`
              : `/desk/groups/${params.id}/passport/evidence/new?criterion=${body.do.slice('evidence_'.length)}`,
            { id },
          );
        }
        const { channel, received_on, read_back } = parse(assistedSchema, body);
        const lead = await groups.lead(params.id);
        if (!lead) throw notFound('group');
        const { id } = await passports.send(access.signedIn(req), params.id, {
          ...sent,
          brought: { personId: lead.personId, channel, receivedOn: received_on, readBack: read_back },
        });
        tellNext(req, 'The answers are sent. The lead gets a copy by mail or letter.');
        return seeOther(req, res, `/groups/${params.id}/passport`, { id });
      },
      again: ({ req, res, params, values, problem }) =>
        formPage(req, res, params.id, problem.status, () => ({ values, mistakes: mistakesOf(problem) })),
    }),
  ];
}
