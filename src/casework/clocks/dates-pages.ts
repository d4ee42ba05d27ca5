import { datesView } from '../../../client/casework/clocks/dates-view.ts';
import { endpoint, parse, type Endpoint } from '../../kernel/endpoint.ts';
import { PAGE } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { Problem } from '../../kernel/problem.ts';
import { askedPeriod, datesQuery, type DatesQuery } from './dates-contract.ts';
import type { datesService } from './dates-service.ts';

type Deps = { dates: ReturnType<typeof datesService>; sendPage: SendPage };

/** Any date worked out day by day, for everybody: an address that can be kept, and the same for programs. */
export function datesPages({ dates, sendPage }: Deps): Endpoint[] {
  const open = { act: 'register.read', tag: 'cases', method: 'get' as const, query: datesQuery };
  return [
    endpoint({
      ...open,
      path: '/how-decisions-are-made/dates',
      summary: 'Works out a date day by day',
      reply: PAGE,
      async run({ req, res, query }) {
        const { period, mistakes } = understood(query);
        const shown = await dates.ask(query.area, period);
        await sendPage(req, res, {
          status: mistakes.length > 0 ? 400 : 200,
          title: 'How dates are worked out',
          description: 'Working days, weekends, bank holidays and pauses, counted day by day.',
          body: datesView(shown, { values: query, mistakes }),
          canonical: '/how-decisions-are-made/dates',
        });
      },
    }),
    endpoint({
      ...open,
      path: '/api/dates',
      summary: 'Works out a date day by day: the last day of a period and every day that led to it',
      reply: {
        type: 'application/json',
        description: 'The last day, null while a pause has no end, and each day with why it counts',
      },
      async run({ query }) {
        const { area, asked, knownUntil } = await dates.ask(query.area, parse(askedPeriod, query));
        return {
          area: area.slug,
          due: asked?.worked?.due ?? null,
          days: asked?.worked?.days ?? [],
          known_until: knownUntil,
        };
      },
    }),
  ];
}

function understood(query: DatesQuery) {
  if (query.from === undefined && query.count === undefined) return { period: null, mistakes: [] };
  try {
    return { period: parse(askedPeriod, query), mistakes: [] };
  } catch (error) {
    if (error instanceof Problem) return { period: null, mistakes: error.mistakes };
    throw error;
  }
}
