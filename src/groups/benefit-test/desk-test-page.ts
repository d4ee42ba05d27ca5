import type { Request, Response } from 'express';
import type { Problem } from '../../kernel/problem.ts';
import type { BenefitPagesDeps } from './test-endpoint.ts';
import { randomUUID } from 'node:crypto';
import { mistakesOf, told } from '../../kernel/form-page.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { testView } from '../../../client/groups/benefit-test/test-view.ts';
import type { TestPage, TestRights } from './test-page-contract.ts';

/** How programs get the page of a test. */
export const JSON_REPLY = { type: 'application/json', description: 'What the page shows to the same person' };

export type Params = { params: { id: string } };
export type Asking = Params & { req: Request };

type Refused = Params & { req: Request; res: Response; values: Record<string, unknown>; problem: Problem };

/** Shows the page once more, with what was typed and what is wrong with it. */
export const testAgain =
  (deps: BenefitPagesDeps) =>
  ({ req, res, params, values, problem }: Refused): Promise<void> =>
    showTest(deps, req, res, params.id, problem.status, {
      values: { submission: randomUUID(), ...values },
      mistakes: mistakesOf(problem),
    });

/** One test as whoever looks may see it. */
export async function showTest(
  deps: BenefitPagesDeps,
  req: Request,
  res: Response,
  id: string,
  status = 200,
  form?: FormState,
): Promise<void> {
  const page = await testPageOf(deps, req, id);
  const values = { submission: randomUUID(), ...page.draft };
  await deps.sendPage(req, res, {
    status,
    title: `${status === 200 ? '' : 'Error: '}Benefit test: ${page.about?.title ?? page.group.name}`,
    description: 'A benefit test.',
    body: testView(page, form ?? { values, mistakes: [] }, {
      flash: status === 200 ? told(req) : null,
      beside: await deps.beside(page.test.subject),
    }),
    robots: 'noindex',
  });
}

/** One test with what whoever looks may see of it, and may do. */
export async function testPageOf(
  { access, about, whyNot, benefitTests: { tests } }: BenefitPagesDeps,
  req: Request,
  id: string,
): Promise<TestPage> {
  const who = access.signedIn(req);
  const [thing, behind] = [await tests.thing(id), await tests.thingFor(id, who)];
  const rights: TestRights = {
    score: access.may(who, 'test.score', behind),
    settle: access.may(who, 'test.settle', behind),
    check: access.may(who, 'test.check_gates', thing),
  };
  const page = await tests.page(who, id, rights);
  const { subject } = page.test;
  return { ...page, about: await about(subject, who), firstDo: rights.check ? await whyNot(subject) : [] };
}
