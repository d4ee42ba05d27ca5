import type { Request, Response } from 'express';
import { z } from 'zod';
import { tonightView } from '../../../client/rooms/running/tonight-view.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Mistake } from '../../kernel/problem.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import type { CheckInService } from './check-in-service.ts';
import type { LookingService } from './looking-service.ts';
import { dayTitle } from './running-words.ts';
import { checkBody, CHECKS, tonightQuery, type Check } from './tonight-contract.ts';
import type { TonightService } from './tonight-service.ts';

export type TonightPagesDeps = {
  tonight: TonightService;
  checkIn: CheckInService;
  looking: LookingService;
  access: Access;
  sendPage: SendPage;
};
type Shown = { day?: string | undefined; building?: string | undefined };

const SUMMARIES: Record<Check, string> = {
  came: 'Notes that they came',
  nobody: 'Notes that nobody came',
  undo: 'Takes back what was noted today',
};
const params = z.object({ date: idSchema });

/** The list of a day for those who open the doors, and telling who came. */
export function tonightPages({ tonight, checkIn, looking, access, sendPage }: TonightPagesDeps): Endpoint[] {
  async function page(
    req: Request,
    res: Response,
    shown: Shown,
    status = 200,
    mistakes: readonly Mistake[] = [],
  ): Promise<void> {
    const list = await tonight.list(access.signedIn(req), shown);
    const title = `${status === 200 ? '' : 'Error: '}${dayTitle(list.day, list.now.day)}`;
    await sendPage(req, res, {
      status,
      title,
      description: 'Who comes when.',
      body: tonightView(list, mistakes),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      act: 'space.see_dates',
      tag: 'running',
      method: 'get',
      path: '/tonight',
      summary: 'Who comes to the rooms that one looks after, on a day',
      reply: PAGE,
      query: tonightQuery,
      thing: ({ req, query }) =>
        query.building
          ? looking.thing(req.who, 'space.see_dates', query.building)
          : Promise.resolve(looking.anyThing(req.who, 'space.see_dates')),
      run: ({ req, res, query }) => page(req, res, query),
    }),
    ...CHECKS.map((check) =>
      endpoint({
        act: 'space.check_in',
        tag: 'running',
        method: 'post',
        path: `/tonight/dates/:date/${check}`,
        summary: SUMMARIES[check],
        reply: DONE,
        params,
        body: checkBody,
        thing: ({ req, params: { date } }) => checkIn.thing(req.who, date),
        async run({ req, res, params: { date }, body }) {
          await checkIn.tell(access.signedIn(req), date, check);
          seeOther(req, res, `/tonight${queryOf(body)}#date-${date}`);
        },
        again: ({ req, res, values, problem }) =>
          page(req, res, checkBody.parse(values), problem.status, mistakesOf(problem)),
      }),
    ),
  ];
}

function queryOf({ day, building }: Shown): string {
  const query = new URLSearchParams({ ...(day && { day }), ...(building && { building }) }).toString();
  return query === '' ? '' : `?${query}`;
}
