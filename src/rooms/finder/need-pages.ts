import { z } from 'zod';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import { finderSchema } from './finder-contract.ts';
import { mistakesIn, type ShowFinder } from './finder-page.ts';
import type { FinderService } from './finder-service.ts';
import { saveNeedSchema } from './need-contract.ts';
import type { NeedService } from './need-service.ts';
import { DONE } from '../../kernel/form-page.ts';

type Deps = { needs: NeedService; finder: FinderService; access: Access; show: ShowFinder };

const needParams = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
    .catch('none'),
});

/** Asking to be told when something opens, and ending that. */
export function needPages({ needs, finder, access, show }: Deps): Endpoint[] {
  return [
    endpoint({
      method: 'post',
      path: '/needs',
      act: 'need.save',
      tag: 'spaces',
      summary: 'Keeps a wish until something opens',
      body: saveNeedSchema,
      reply: DONE,
      async run({ req, res, body }) {
        const { id, wish } = await needs.save(access.signedIn(req), body);
        seeOther(req, res, `/spaces?${wish}#watch-heading`, { id });
      },
      async again({ req, res, values, problem }) {
        const typed = Object.fromEntries(new URLSearchParams(String(values['wish'] ?? '')));
        const query = finderSchema.safeParse(typed);
        await show(req, res, {
          typed,
          status: problem.status,
          mistakes: mistakesIn(problem),
          found: query.success ? { query: query.data, answer: await finder.search(query.data) } : null,
        });
      },
    }),
    endpoint({
      method: 'post',
      path: '/needs/:id/end',
      act: 'need.own',
      tag: 'spaces',
      summary: 'Forgets a kept wish',
      params: needParams,
      reply: DONE,
      thing: ({ params }) => needs.thing(params.id),
      async run({ req, res, params }) {
        await needs.end(access.signedIn(req), params.id);
        seeOther(req, res, '/my');
      },
    }),
  ];
}
