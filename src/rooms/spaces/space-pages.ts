import type { Request, Response } from 'express';
import { z } from 'zod';
import { spaceView } from '../../../client/rooms/spaces/space-view.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import type { SendPage } from '../../kernel/page.ts';
import { daySchema } from '../../kernel/recurrence-contract.ts';
import { calendarQuery, spacePageQuery } from './calendar-contract.ts';
import { rangeOf } from './calendar-rules.ts';
import type { PublicSpace } from './public-space-contract.ts';
import { calendarReply, spaceReply } from './space-reply.ts';
import type { SpacePageService } from './space-page-service.ts';
import { calendarReplySchema, spaceReplySchema } from './space-reply-contract.ts';

type Deps = {
  pages: SpacePageService;
  sendPage: SendPage;
  /** Where somebody asks for a space, or looks for another one nearby when it cannot be asked for. */
  askAt(space: PublicSpace, wish?: string): { href: string; label: string };
  /** What search engines read of it. */
  jsonLd(space: PublicSpace): Record<string, unknown>;
};

/** An id in an address. What cannot be one is the id of nothing. */
const id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
  .catch('none');
const params = z.object({ space: id });

/** What everybody may see of a space, as a page and for programs. */
export function spacePages({ pages, sendPage, askAt, jsonLd }: Deps): Endpoint[] {
  const about = { act: 'register.read', tag: 'spaces', method: 'get', params } as const;

  async function showPage(
    req: Request,
    res: Response,
    spaceId: string,
    query: z.infer<typeof spacePageQuery>,
  ): Promise<void> {
    const space = await pages.show(spaceId);
    const day = query.day ?? firstDayIn(query.ask, space.today);
    const calendar = await pages.calendar(spaceId, rangeOf(query.view, day));
    await sendPage(req, res, {
      title: `${space.name}, ${space.asset.name}`,
      description: descriptionOf(space),
      jsonLd: jsonLd(space),
      body: spaceView({
        space,
        calendar,
        view: query.view,
        day,
        ask: askAt(space, query.ask),
        found: query.found ?? null,
        along: alongOf(query),
      }),
      canonical: `/spaces/${space.id}`,
      about: { areaId: space.asset.area.id, ownerId: space.asset.owner.id },
      ...(query.day || alongOf(query) ? { robots: 'noindex' as const } : {}),
    });
  }

  return [
    endpoint({
      ...about,
      path: '/spaces/:space',
      summary: 'A space: access, prices, rules and its calendar',
      query: spacePageQuery,
      reply: { type: 'text/html', description: 'A page' },
      run: ({ req, res, params: { space }, query }) => showPage(req, res, space, query),
    }),
    endpoint({
      ...about,
      path: '/api/spaces/:space',
      summary: 'A space, as everybody may know it',
      reply: { type: 'application/json', schema: spaceReplySchema, description: 'The space' },
      run: async ({ params: { space } }) => spaceReply(await pages.show(space)),
    }),
    endpoint({
      ...about,
      path: '/api/spaces/:space/calendar',
      summary: 'When a space is free, day by day',
      query: calendarQuery,
      reply: { type: 'application/json', schema: calendarReplySchema, description: 'One entry for each day' },
      run: async ({ params: { space }, query }) => calendarReply(await pages.calendar(space, query)),
    }),
  ];
}

type Carried = Pick<z.infer<typeof spacePageQuery>, 'ask' | 'found'>;

/** What was brought along, for links that stay on the page. */
const alongOf = ({ ask, found }: Carried): string =>
  new URLSearchParams({ ...(ask && { ask }), ...(found && { found }) }).toString();

/** The first day that is asked for, or today: nobody looks at a week that is over. */
function firstDayIn(ask: string | undefined, today: string): string {
  const wish = new URLSearchParams(ask);
  const first = daySchema.safeParse(wish.get('on') ?? wish.get('from'));
  return first.success && first.data > today ? first.data : today;
}

/** What search engines show under the title: the owner's own words, or where it is and for how many. */
function descriptionOf({ name, description, asset, capacity }: PublicSpace): string {
  const where = [asset.name, asset.address.town ?? asset.area.name].join(', ');
  const size =
    capacity === null ? '' : ` for up to ${capacity.toLocaleString('en-GB')} ${capacity === 1 ? 'person' : 'people'}`;
  return description ?? `${name} in ${where}${size}: when it is free, what it costs, and how to get in.`;
}
