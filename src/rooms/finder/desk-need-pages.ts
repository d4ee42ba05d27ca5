import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { deskNeedsView } from '../../../client/rooms/finder/desk-needs-view.ts';
import { areaInAddress, areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import { deskNeedsQuery, keepNeedSchema } from './need-contract.ts';
import type { NeedService } from './need-service.ts';

type Deps = { needs: NeedService; access: Access; areas: { all(): Promise<Area[]> }; sendPage: SendPage };

const ofNeed = z.object({ id: idSchema });
const inAreaQuery = z.object({ area: areaInAddress });

/** What officers keep for groups without e-mail: by letter, or on the telephone. */
export function deskNeedPages({ needs, access, areas, sendPage }: Deps): Endpoint[] {
  const areaCalled = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  const atDesk = {
    act: 'need.keep_for',
    tag: 'desk',
    thing: async ({ query }: { query: { area: string } }) => ({ areaId: (await areaCalled(query.area)).id }),
  } as const;

  async function page(req: Request, res: Response, area: Area, wish: string, status = 200, form?: FormState) {
    const body = deskNeedsView({
      area,
      kept: await needs.keptIn(area.id),
      wish: wish === '' ? null : { address: wish, says: await needs.says(wish) },
      groups: wish === '' ? [] : await needs.withoutMail(area.id),
      form: form ?? { ...emptyForm, values: { submission: randomUUID() } },
      done: told(req),
    });
    const title = `${status === 200 ? '' : 'Error: '}Rooms that groups without e-mail wait for`;
    await sendPage(req, res, { status, title, description: 'For officers.', body, robots: 'noindex' });
  }
  const back = (req: Request, res: Response, area: string, words: string): void => {
    tellNext(req, words);
    seeOther(req, res, `/desk/needs?area=${area}`);
  };

  return [
    endpoint({
      ...atDesk,
      method: 'get',
      path: '/desk/needs',
      summary: 'What rooms groups without e-mail wait for, and whom to ring because one has opened',
      reply: PAGE,
      query: deskNeedsQuery,
      run: async ({ req, res, query }) => page(req, res, await areaCalled(query.area), query.wish ?? ''),
    }),
    endpoint({
      ...atDesk,
      method: 'post',
      path: '/desk/needs',
      summary: 'Keeps what room a group without e-mail looks for',
      reply: DONE,
      query: inAreaQuery,
      body: keepNeedSchema,
      async run({ req, res, query, body }) {
        await needs.keepFor(access.signedIn(req), await areaCalled(query.area), body);
        const how = body.tell_by === 'letter' ? 'a letter waits to be printed' : 'it stands here, to ring them';
        back(req, res, query.area, `Kept. As soon as a room opens, ${how}.`);
      },
      again: async ({ req, res, query, values, problem }) =>
        page(req, res, await areaCalled(query.area), String(values['wish'] ?? ''), problem.status, {
          values,
          mistakes: mistakesOf(problem),
        }),
    }),
    endpoint({
      ...atDesk,
      method: 'post',
      path: '/desk/needs/:id/rung',
      summary: 'Notes that a group was told on the telephone that a room has opened',
      reply: DONE,
      query: inAreaQuery,
      params: ofNeed,
      async run({ req, res, query, params }) {
        await needs.rung(access.signedIn(req), (await areaCalled(query.area)).id, params.id);
        back(req, res, query.area, 'Noted.');
      },
    }),
    endpoint({
      ...atDesk,
      method: 'post',
      path: '/desk/needs/:id/end',
      summary: 'Forgets what was kept for a group without e-mail',
      reply: DONE,
      query: inAreaQuery,
      params: ofNeed,
      async run({ req, res, query, params }) {
        await needs.forgetFor(access.signedIn(req), (await areaCalled(query.area)).id, params.id);
        back(req, res, query.area, 'Forgotten.');
      },
    }),
  ];
}
