import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { testListView } from '../../../client/groups/benefit-test/test-list-view.ts';
import { testView } from '../../../client/groups/benefit-test/test-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { linkAfter, markIn } from '../../kernel/list-cursor.ts';
import { notFound, type Problem } from '../../kernel/problem.ts';
import type { ActName, Who } from '../../ground/people/role-contract.ts';
import { settlingIn } from './score-form.ts';
import { groupParams as testParams, type BenefitPagesDeps } from './test-endpoint.ts';
import {
  gatesSchema,
  publishSchema,
  settleSchema,
  sheetSchema,
  testListQuery,
  type Shown,
  type TestListPage,
  type TestPage,
  type TestRights,
} from './test-page-contract.ts';
import { testReply } from './test-reply.ts';

const ON_A_PAGE = 50;
const JSON_REPLY = { type: 'application/json', description: 'What the page shows to the same person' };
type ListQuery = { area?: string | undefined; show?: Shown | undefined; cursor?: string | undefined };
type Params = { params: { id: string } };

/** The desk of those who score, settle, check gates and publish. */
export function deskTestPages({
  benefitTests: { tests, scoring, settling, results },
  areas,
  access,
  sendPage,
}: BenefitPagesDeps): Endpoint[] {
  const ofTest = { tag: 'desk', params: testParams, thing: ({ params }: Params) => tests.thing(params.id) };
  const inArea = {
    act: 'test.list',
    tag: 'desk',
    query: testListQuery,
    thing: async ({ query, req }: { query: ListQuery; req: Request }) => ({
      areaId: (await areasOf(req)).find(({ slug }) => query.area === undefined || slug === query.area)?.id ?? null,
    }),
  };

  async function areasOf(req: Request): Promise<Area[]> {
    const own = req.who ? access.scopes(req.who, 'test.list', 'area') : [];
    return (await areas.all()).filter(({ id }) => own.includes(id));
  }

  async function list(req: Request, { area: slug, show: wanted, cursor }: ListQuery): Promise<TestListPage> {
    const own = await areasOf(req);
    const area = own.find((one) => slug === undefined || one.slug === slug);
    if (!area) throw notFound('area');
    const who = access.signedIn(req);
    const scorer = access.may(who, 'test.score', { areaId: area.id }) ? who : null;
    const show = wanted ?? (scorer ? 'score' : 'decide');
    const mark = markIn(cursor);
    const found = await tests.list(area.id, show, scorer, mark && { on: mark[0], id: mark[1] }, ON_A_PAGE + 1);
    const last = found.length > ON_A_PAGE ? found[ON_A_PAGE - 1] : undefined;
    return {
      area,
      areas: own,
      show,
      counts: await tests.counts(area.id, scorer),
      tests: found.slice(0, ON_A_PAGE),
      next: last ? linkAfter('/desk/tests', { area: area.slug, show }, [last.receivedOn, last.id]) : null,
      today: tests.today(area),
    };
  }

  async function pageOf(req: Request, id: string): Promise<TestPage> {
    const who = access.signedIn(req);
    const thing = await tests.thing(id);
    const may = (act: ActName): boolean => access.may(who, act, thing);
    const rights: TestRights = { score: may('test.score'), settle: may('test.settle'), check: may('test.check_gates') };
    return tests.page(who, id, rights);
  }

  async function show(req: Request, res: Response, id: string, status = 200, form?: FormState): Promise<void> {
    const page = await pageOf(req, id);
    const values = { submission: randomUUID(), ...page.draft };
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Benefit test: ${page.group.name}`,
      description: 'A benefit test.',
      body: testView(page, form ?? { values, mistakes: [] }, status === 200 ? told(req) : null),
      robots: 'noindex',
    });
  }
  const again = ({
    req,
    res,
    params,
    values,
    problem,
  }: Params & { req: Request; res: Response; values: Record<string, unknown>; problem: Problem }) =>
    show(req, res, params.id, problem.status, {
      values: { submission: randomUUID(), ...values },
      mistakes: mistakesOf(problem),
    });

  /** What a scorer sends: a draft, an interest, or marks. @returns what to tell them */
  async function handIn(
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

  return [
    endpoint({
      ...inArea,
      method: 'get',
      path: '/desk/tests',
      summary: 'Benefit tests that wait in an area',
      reply: PAGE,
      async run({ req, res, query }) {
        const page = await list(req, query);
        await sendPage(req, res, {
          title: `Benefit tests in ${page.area.name}`,
          description: 'For scorers and officers.',
          body: testListView(page),
          robots: 'noindex',
        });
      },
    }),
    endpoint({
      ...inArea,
      method: 'get',
      path: '/api/tests',
      summary: 'Benefit tests that wait in an area',
      reply: JSON_REPLY,
      async run({ req, query }) {
        const { area, show: shown, counts, tests: found, next } = await list(req, query);
        return {
          area: area.slug,
          show: shown,
          counts,
          tests: found,
          cursor: next && new URL(next, 'http://here.invalid').searchParams.get('cursor'),
        };
      },
    }),
    endpoint({
      ...ofTest,
      method: 'get',
      path: '/desk/tests/:id',
      act: 'test.read',
      summary: 'One benefit test',
      reply: PAGE,
      run: ({ req, res, params }) => show(req, res, params.id),
    }),
    endpoint({
      ...ofTest,
      method: 'get',
      path: '/api/tests/:id',
      act: 'test.read',
      summary: 'One benefit test',
      reply: JSON_REPLY,
      run: async ({ req, params }) => testReply(await pageOf(req, params.id)),
    }),
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
        tellNext(req, await handIn(access.signedIn(req), params.id, body));
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
        await results.answerGates(access.signedIn(req), params.id, body);
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
        const { outcome } = await results.publish(access.signedIn(req), params.id, body.inputs);
        tellNext(req, 'The result is published. The group is told by mail or letter.');
        seeOther(req, res, `/desk/tests/${params.id}`, { outcome });
      },
    }),
  ];
}
