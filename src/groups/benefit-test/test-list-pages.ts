import { type Shown, testListQuery, type TestListPage } from './test-page-contract.ts';
import type { BenefitPagesDeps } from './test-endpoint.ts';
import { type Endpoint, endpoint } from '../../kernel/endpoint.ts';
import type { Request } from 'express';
import { PAGE } from '../../kernel/form-page.ts';
import { testListView } from '../../../client/groups/benefit-test/test-list-view.ts';
import { JSON_REPLY } from './desk-test-page.ts';
import { notFound } from '../../kernel/problem.ts';
import { markIn, linkAfter } from '../../kernel/list-cursor.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { TestSummary } from './test-contract.ts';
import type { Area } from '../../ground/areas/area-contract.ts';

const ON_A_PAGE = 50;

type ListQuery = { area?: string | undefined; show?: Shown | undefined; cursor?: string | undefined };

/** The list of benefit tests that wait in an area. */
export function testListPages(deps: BenefitPagesDeps): Endpoint[] {
  const { sendPage } = deps;

  const inArea = {
    act: 'test.list',
    tag: 'desk',
    query: testListQuery,
    thing: async ({ query, req }: { query: ListQuery; req: Request }) => ({
      areaId:
        (await areasOfScorer(deps, req)).find(({ slug }) => query.area === undefined || slug === query.area)?.id ??
        null,
    }),
  };

  return [
    endpoint({
      ...inArea,
      method: 'get',
      path: '/desk/tests',
      summary: 'Benefit tests that wait in an area',
      reply: PAGE,
      async run({ req, res, query }) {
        const page = await testsIn(deps, req, query);
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
        const { area, show: shown, counts, tests: found, next } = await testsIn(deps, req, query);
        return {
          area: area.slug,
          show: shown,
          counts,
          tests: found,
          cursor: next && new URL(next, 'http://here.invalid').searchParams.get('cursor'),
        };
      },
    }),
  ];
}

async function testsIn(
  deps: BenefitPagesDeps,
  req: Request,
  { area: slug, show: wanted, cursor }: ListQuery,
): Promise<TestListPage> {
  const own = await areasOfScorer(deps, req);
  const area = own.find((one) => slug === undefined || one.slug === slug);
  if (!area) throw notFound('area');
  const who = deps.access.signedIn(req);
  const show = wanted ?? (deps.access.may(who, 'test.score', { areaId: area.id }) ? 'score' : 'decide');
  const mark = markIn(cursor);
  const found = await deps.benefitTests.tests.list(
    area,
    show,
    who,
    mark && { on: mark[0], id: mark[1] },
    ON_A_PAGE + 1,
  );
  const last = found.length > ON_A_PAGE ? found[ON_A_PAGE - 1] : undefined;
  return {
    area,
    areas: own,
    show,
    counts: await deps.benefitTests.tests.counts(area, who),
    tests: await named(deps, who, found.slice(0, ON_A_PAGE)),
    next: last ? linkAfter('/desk/tests', { area: area.slug, show }, [last.receivedOn, last.id]) : null,
    today: deps.benefitTests.tests.today(area),
  };
}

/** Each with what it is about, as far as whoever looks may know of it. */
function named({ about }: BenefitPagesDeps, who: Who, tests: readonly TestSummary[]): Promise<TestListPage['tests']> {
  return Promise.all(tests.map(async (test) => ({ ...test, about: await about(test.subject, who) })));
}

async function areasOfScorer({ access, areas }: BenefitPagesDeps, req: Request): Promise<Area[]> {
  const own = req.who ? access.scopes(req.who, 'test.list', 'area') : [];
  return (await areas.all()).filter(({ id }) => own.includes(id));
}
