import { z } from 'zod';
import { caseSearchView } from '../../../client/ground/cases/case-view.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Access } from '../people/role-contract.ts';
import type { FindCases } from './case-contract.ts';
import { tailsIn } from './case-number-rules.ts';

type Deps = { find: FindCases; access: Access; sendPage: SendPage };
const query = z.object({
  number: z.string().trim().max(60, 'A case number is shorter than that.').default(''),
});

/** Opening a case by its number. Whoever may not read it is told the same as of a number that there is not. */
export function casePages({ find, access, sendPage }: Deps): Endpoint[] {
  return [
    endpoint({
      act: 'session.own',
      tag: 'people',
      method: 'get',
      path: '/cases',
      summary: 'Opens a case by the number that was said on the telephone',
      reply: PAGE,
      query,
      async run({ req, res, query: { number } }) {
        const [only, ...more] = await find(access.signedIn(req), number);
        if (only && more.length === 0) return seeOther(req, res, only.href);
        const problem = number === '' ? null : tailsIn(number).length > 0 ? 'unknown' : 'misheard';
        await sendPage(req, res, {
          status: problem === null ? 200 : 404,
          title: 'Find a case by its number',
          description: 'Requests and bookings by the number that stands on them.',
          body: caseSearchView(number, problem),
          robots: 'noindex',
        });
      },
    }),
  ];
}
