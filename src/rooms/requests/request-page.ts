import type { Request, Response } from 'express';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import { requestDraftView } from '../../../client/rooms/requests/draft-view.ts';
import { requestView } from '../../../client/rooms/requests/request-view.ts';
import type { Thing } from '../../ground/people/role-contract.ts';
import { seeOther } from '../../kernel/endpoint.ts';
import { mistakesOf, tellNext, told } from '../../kernel/form-page.ts';
import type { Problem } from '../../kernel/problem.ts';
import { requestThing, viewerOf, type RequestPagesDeps } from './request-endpoint.ts';
import { requestParams } from './request-form-contract.ts';
import { finderAddress, wishAddress } from './wish-address-rules.ts';

type Input = { params: { id: string }; req: Request };
type Again = Input & { res: Response; values: Record<string, unknown>; problem: Problem };

/** What every form on the page of a request shares: the page itself, shown again after a mistake and opened anew when something is done. */
export function requestPage(deps: RequestPagesDeps) {
  const { requests, sendPage } = deps;
  const thing = requestThing(deps);
  const ofRequest = { tag: 'rooms', params: requestParams, thing };

  async function show(
    req: Request,
    res: Response,
    id: string,
    status = 200,
    form: FormState = emptyForm,
  ): Promise<void> {
    const about: Thing = await requests.pages.thing(id, req.who);
    const viewer = viewerOf(deps, req, about);
    const page = await requests.pages.show(id, viewer.as, about.spaceId ?? undefined);
    const draft = page.request.state === 'draft';
    const asks =
      viewer.may.ask && ['draft', 'incomplete', 'asked', 'chasing', 'with_broker'].includes(page.request.state);
    const around = {
      page,
      viewer,
      form,
      flash: told(req),
      suggestions: asks ? await requests.pages.suggestions(id) : [],
      finder: finderAddress(page.request.wish),
    };
    const body = draft
      ? requestDraftView({ ...around, lacks: await requests.sending.lacks(id) })
      : requestView({
          ...around,
          again: `/groups/${page.group.id}/ask?space=${page.current?.option.spaceId ?? ''}&${wishAddress(page.request.wish)}`,
        });
    const title = draft
      ? 'Check and send'
      : page.current
        ? `${page.current.name}, ${page.current.place}`
        : 'A request for a room';
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}${title}`,
      description: 'A request for a room.',
      body,
      about: { areaId: page.area.id, ...(page.current && { ownerId: page.current.option.ownerId }) },
      robots: 'noindex',
    });
  }

  const again = ({ req, res, params, values, problem }: Again): Promise<void> =>
    show(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem) });
  /** Answers a form: says what was done, and shows the request again. */
  const done = (req: Request, res: Response, id: string, words: string): void => {
    tellNext(req, words);
    seeOther(req, res, `/requests/${id}`);
  };
  const zoneOf = async (id: string): Promise<string> => {
    const areaId = (await requests.drafts.byId(id))?.areaId;
    return (await deps.areas.all()).find((area) => area.id === areaId)?.timeZone ?? 'UTC';
  };

  return { ofRequest, show, again, done, zoneOf };
}
