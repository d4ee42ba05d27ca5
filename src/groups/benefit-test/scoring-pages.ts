import { type BenefitPagesDeps, groupParams as testParams } from './test-endpoint.ts';
import { type Endpoint, endpoint, seeOther } from '../../kernel/endpoint.ts';
import { type Asking, testAgain } from './desk-test-page.ts';
import { DONE, tellNext } from '../../kernel/form-page.ts';
import { sheetSchema, settleSchema } from './test-page-contract.ts';
import { settlingIn } from './score-form-rules.ts';
import type { Who } from '../../ground/people/role-contract.ts';

/** Where two people score a test, apart from each other, and come to one mark where they differ. */
export function scoringPages(deps: BenefitPagesDeps): Endpoint[] {
  const {
    benefitTests: { tests, settling },
    access,
  } = deps;
  const ofTest = {
    tag: 'desk',
    params: testParams,
    thing: ({ params, req }: Asking) => tests.thingFor(params.id, req.who),
  };

  const again = testAgain(deps);

  return [
    endpoint({
      ...ofTest,
      method: 'post',
      path: '/desk/tests/:id/scores',
      act: 'test.score',
      summary: 'Hands in marks, saves them for later, or declares an interest',
      reply: DONE,
      body: sheetSchema,
      again,
      async run({ req, res, params, body }) {
        tellNext(req, await handIn(deps, access.signedIn(req), params.id, body));
        seeOther(req, res, `/desk/tests/${params.id}`);
      },
    }),
    endpoint({
      ...ofTest,
      method: 'post',
      path: '/desk/tests/:id/settle',
      act: 'test.settle',
      summary: 'Brings two marks for one question together',
      reply: DONE,
      body: settleSchema,
      again,
      async run({ req, res, params, body }) {
        const kind = await settling.settle(access.signedIn(req), params.id, settlingIn(body));
        tellNext(
          req,
          kind === 'proposed' ? 'Your proposal is there. It is the other scorer’s turn.' : 'The question is settled.',
        );
        seeOther(req, res, `/desk/tests/${params.id}`);
      },
    }),
  ];
}

/** What a scorer sends: a draft, an interest, or marks. @returns what to tell them */
async function handIn(
  { benefitTests: { scoring } }: BenefitPagesDeps,
  who: Who,
  id: string,
  body: Readonly<Record<string, unknown>> & {
    do: string;
    interest?: string | undefined;
    interest_words: string;
    submission?: string | undefined;
  },
): Promise<string> {
  if (body.do === 'save')
    return scoring.save(who, id, body).then(() => 'Your marks are saved. They are not handed in yet.');
  if (body.interest === 'yes')
    return scoring
      .declareInterest(who, id, body.interest_words, body.submission)
      .then(() => 'Your interest is noted. Somebody else scores this one.');
  return scoring.score(who, id, body, body.submission).then(() => 'Your marks are in. Thank you.');
}
