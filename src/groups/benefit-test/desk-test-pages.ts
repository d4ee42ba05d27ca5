import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, PAGE, tellNext } from '../../kernel/form-page.ts';
import { groupParams as testParams, type BenefitPagesDeps } from './test-endpoint.ts';
import { gatesSchema, publishSchema } from './test-page-contract.ts';
import { testReply } from './test-reply.ts';
import { JSON_REPLY, type Asking, type Params, testAgain, showTest, testPageOf } from './desk-test-page.ts';

/** The desk of those who score, settle, check gates and publish. */
export function deskTestPages(deps: BenefitPagesDeps): Endpoint[] {
  const {
    benefitTests: { tests, gates, results },
    access,
  } = deps;
  const ofTest = { tag: 'desk', params: testParams, thing: ({ params }: Params) => tests.thing(params.id) };
  const readable = { ...ofTest, thing: ({ params, req }: Asking) => tests.thingFor(params.id, req.who) };

  const again = testAgain(deps);

  return [
    endpoint({
      ...readable,
      method: 'get',
      path: '/desk/tests/:id',
      act: 'test.read',
      summary: 'One benefit test',
      reply: PAGE,
      run: ({ req, res, params }) => showTest(deps, req, res, params.id),
    }),
    endpoint({
      ...readable,
      method: 'get',
      path: '/api/tests/:id',
      act: 'test.read',
      summary: 'One benefit test',
      reply: JSON_REPLY,
      run: async ({ req, params }) => testReply(await testPageOf(deps, req, params.id)),
    }),
    endpoint({
      ...ofTest,
      method: 'post',
      path: '/desk/tests/:id/gates',
      act: 'test.check_gates',
      summary: 'Answers gates',
      reply: DONE,
      body: gatesSchema,
      again,
      async run({ req, res, params, body }) {
        await gates.answerGates(access.signedIn(req), params.id, body);
        tellNext(req, 'The answers to the gates are saved.');
        seeOther(req, res, `/desk/tests/${params.id}`);
      },
    }),
    endpoint({
      ...ofTest,
      method: 'post',
      path: '/desk/tests/:id/publish',
      act: 'test.check_gates',
      summary: 'Publishes the result and tells the group',
      reply: DONE,
      body: publishSchema,
      again,
      async run({ req, res, params, body }) {
        const { outcome } = await results.publish(access.signedIn(req), params.id, body.inputs, deps.whyNot);
        tellNext(req, 'The result is published. The group is told by mail or letter.');
        seeOther(req, res, `/desk/tests/${params.id}`, { outcome });
      },
    }),
  ];
}
