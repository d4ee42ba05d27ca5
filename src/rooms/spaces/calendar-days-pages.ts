import type { Request, Response } from 'express';
import { areaNamed } from '../../ground/areas/area-contract.ts';
import { z } from 'zod';
import { areaCalendarView, placeTermsView } from '../../../client/rooms/spaces/calendar-days-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { notFound } from '../../kernel/problem.ts';
import { calendarQuery } from './calendar-days-contract.ts';
import { DONE, PAGE } from '../../kernel/form-page.ts';
import { deskPlaces, doneQuery, formAgain, placeParams, SENT, type DeskSpaceDeps } from './desk-space-page.ts';
import { withList } from './row-form-rules.ts';
import { textsIn } from './space-form-rules.ts';
import type { ListForm } from './space-hours-service.ts';

type Area = Awaited<ReturnType<DeskSpaceDeps['areas']['all']>>[number];
type Forms = { terms?: FormState; daysOff?: FormState };

const listSchema = z.looseObject({ seen: z.string('Open the form again and send it as it is on the page.').max(100) });
const SAVED: Record<string, string> = {
  terms: 'The terms are saved.',
  days: 'The days off are saved.',
  saved: 'Saved.',
};
const areaQuery = calendarQuery.extend(doneQuery.shape);

/** Term dates and days off: of an area by its officers, own terms of one place by those who keep its spaces. */
export function calendarDaysPages(deps: DeskSpaceDeps): Endpoint[] {
  const { spaces, access, sendPage, areas } = deps;
  const placeOf = deskPlaces(deps);
  const { days } = spaces;
  const areaCalled = async (slug: string | undefined): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  const ofArea = {
    act: 'area.calendar',
    tag: 'spaces',
    query: areaQuery,
    thing: async ({ query }: { query: { area?: string | undefined } }) => ({
      areaId: (await areaCalled(query.area)).id,
    }),
  } as const;
  const inPlace = {
    act: 'space.edit',
    tag: 'spaces',
    params: placeParams,
    thing: ({ params }: { params: { asset: string } }) => spaces.placeThing(params.asset),
  } as const;

  async function areaPage(
    req: Request,
    res: Response,
    area: Area,
    status: number,
    forms: Forms,
    done: string | null = null,
  ): Promise<void> {
    const terms = await days.termsForm(area.id, null);
    const daysOff = await days.daysOffForm(area.id);
    const body = areaCalendarView({
      area,
      done,
      savedTerms: await days.terms(area.id, null),
      bankHolidays: await days.bankHolidays(area),
      terms: shown(forms.terms, terms, status),
      daysOff: shown(forms.daysOff, daysOff, status),
    });
    await sendPage(req, res, {
      status,
      title: SENT.title(`Terms and days off of ${area.name}`, status),
      description: 'The calendar of an area.',
      body,
      robots: 'noindex',
    });
  }

  async function placePage(
    req: Request,
    res: Response,
    assetId: string,
    status: number,
    form?: FormState,
    done: string | null = null,
  ): Promise<void> {
    const { areaId } = await spaces.placeThing(assetId);
    const place = await placeOf(req, assetId);
    const terms = await days.termsForm(areaId, assetId);
    const body = placeTermsView({
      place,
      terms: shown(form, terms, status),
      areaTerms: await days.terms(areaId, null),
      done,
    });
    await sendPage(req, res, {
      status,
      title: SENT.title(`Term dates of ${place.name}`, status),
      description: 'Terms of one place.',
      body,
      robots: 'noindex',
    });
  }
  const typed = (values: Record<string, unknown>, list: string): Record<string, unknown> =>
    textsIn(withList(values, list));

  return [
    endpoint({
      ...ofArea,
      method: 'get',
      path: '/desk/calendar',
      summary: 'Terms and days off of an area',
      reply: PAGE,
      run: async ({ req, res, query }) =>
        areaPage(req, res, await areaCalled(query.area), 200, {}, SAVED[query.done ?? ''] ?? null),
    }),
    endpoint({
      ...ofArea,
      method: 'post',
      path: '/desk/calendar/terms',
      summary: 'Replaces the terms of an area',
      reply: DONE,
      body: listSchema,
      async run({ req, res, query, body }) {
        const area = await areaCalled(query.area);
        await days.changeAreaTerms(access.signedIn(req), area.id, body);
        seeOther(req, res, `/desk/calendar?area=${area.slug}&done=terms`);
      },
      again: async ({ req, res, query, values, problem }) =>
        areaPage(req, res, await areaCalled(query.area), problem.status, {
          terms: formAgain(typed(values, 'term'), problem),
        }),
    }),
    endpoint({
      ...ofArea,
      method: 'post',
      path: '/desk/calendar/days-off',
      summary: 'Replaces the days off of an area',
      reply: DONE,
      body: listSchema,
      async run({ req, res, query, body }) {
        const area = await areaCalled(query.area);
        await days.changeDaysOff(access.signedIn(req), area.id, body);
        seeOther(req, res, `/desk/calendar?area=${area.slug}&done=days`);
      },
      again: async ({ req, res, query, values, problem }) =>
        areaPage(req, res, await areaCalled(query.area), problem.status, {
          daysOff: formAgain(typed(values, 'off'), problem),
        }),
    }),
    endpoint({
      ...inPlace,
      method: 'get',
      path: '/desk/assets/:asset/terms',
      summary: 'Own terms of a place',
      reply: PAGE,
      query: doneQuery,
      run: ({ req, res, params, query }) =>
        placePage(req, res, params.asset, 200, undefined, SAVED[query.done ?? ''] ?? null),
    }),
    endpoint({
      ...inPlace,
      method: 'post',
      path: '/desk/assets/:asset/terms',
      summary: 'Replaces the own terms of a place',
      reply: DONE,
      body: listSchema,
      async run({ req, res, params, body }) {
        await days.changePlaceTerms(access.signedIn(req), params.asset, body);
        seeOther(req, res, `/desk/assets/${params.asset}/terms?done=saved`);
      },
      again: ({ req, res, params, values, problem }) =>
        placePage(req, res, params.asset, problem.status, formAgain(typed(values, 'term'), problem)),
    }),
  ];
}

/** After a mistake the list stays compared with what the person saw; after somebody else's change with what is there now. */
function shown(form: FormState | undefined, fresh: ListForm, status: number): { form: FormState; seen: string } {
  const seen = form?.values['seen'];
  return {
    form: form ?? { values: fresh.values, mistakes: [] },
    seen: status === 400 && typeof seen === 'string' ? seen : fresh.seen,
  };
}
