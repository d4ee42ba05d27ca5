import { endpoint, parse, type Endpoint } from '../../kernel/endpoint.ts';
import { answerSchema } from './answer-reply.ts';
import { finderSchema } from './finder-contract.ts';
import { mistakesIn, type ShowFinder } from './finder-page.ts';
import type { FinderService } from './finder-service.ts';

type Deps = { finder: FinderService; show: ShowFinder };

/** The finder as a page and for programs: one search behind both. */
export function finderPages({ finder, show }: Deps): Endpoint[] {
  const about = { act: 'register.read', tag: 'spaces', method: 'get' } as const;
  return [
    endpoint({
      ...about,
      path: '/spaces',
      summary: 'The finder: rooms that fit a need',
      reply: { type: 'text/html', description: 'A page' },
      async run({ req, res }) {
        const query = parse(finderSchema, req.query);
        await show(req, res, { typed: req.query, found: { answer: await finder.search(query), query } });
      },
      again: ({ req, res, problem }) =>
        show(req, res, { typed: req.query, status: problem.status, mistakes: mistakesIn(problem), found: null }),
    }),
    endpoint({
      ...about,
      path: '/api/spaces/search',
      summary: 'Rooms that fit a need, the best first, with why; and what nearly fits',
      query: finderSchema,
      reply: {
        type: 'application/json',
        schema: answerSchema,
        description: 'Rooms, near misses, and what ruled rooms out',
      },
      run: ({ query }) => finder.search(query),
    }),
  ];
}
