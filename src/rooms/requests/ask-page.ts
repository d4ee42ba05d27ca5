import type { Request, Response } from 'express';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { chooseGroupView } from '../../../client/rooms/requests/choose-group-view.ts';
import { askFormView } from '../../../client/rooms/requests/request-form-view.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { RequestState } from './request-contract.ts';
import { isOwn, type RequestPagesDeps } from './request-endpoint.ts';
import { broughtWords } from './brought-wish-words.ts';
import { wishInAddress } from './wish-address-rules.ts';
import { valuesOf } from './wish-rules.ts';

const SHOWN_GROUPS = 20;
/** States in which another room can be put on the list. */
const TAKES_ROOMS: readonly RequestState[] = ['draft', 'incomplete', 'asked', 'chasing', 'with_broker'];

/** The pages before a request is sent: for which group, what is wanted, and that again to change it. */
export function askPages({ requests, groups, access, sendPage, room }: RequestPagesDeps) {
  return { choosePage, askPage, editPage };

  async function choosePage(req: Request, res: Response, spaceId: string, words: string): Promise<void> {
    const who = access.signedIn(req);
    const [place, wish] = [await room(spaceId), wishIn(req)];
    const own = await ownGroups(req);
    const officer = access.may(who, 'group.list', { areaId: place.areaId });
    const [only] = own;
    const open = (await requests.lists.ofGroups(own.map(({ id }) => id)))
      .filter(({ state }) => TAKES_ROOMS.includes(state))
      .map(({ id, group, room: first, when }) => ({ id, group, room: first, when }));
    if (only && own.length === 1 && !officer && open.length === 0)
      return void res.redirect(303, `/groups/${only.id}/ask?space=${spaceId}${wish ? `&${wish}` : ''}`);
    const found = officer && words !== '' ? await groups.inArea(place.areaId, words, null, SHOWN_GROUPS) : [];
    const body = chooseGroupView({
      room: place,
      wish,
      groups: own,
      requests: open,
      officer: officer ? { words, found } : null,
    });
    await sendPage(req, res, {
      title: `Ask for ${place.name}`,
      description: 'For which group?',
      body,
      robots: 'noindex',
    });
  }

  async function askPage(
    req: Request,
    res: Response,
    groupId: string,
    spaceId: string,
    status: number,
    form: FormState,
  ): Promise<void> {
    const [group, place] = [await groups.byId(groupId), await room(spaceId)];
    if (!group) throw notFound('group');
    if (!place.bookable)
      throw conflict('This room is described here, but groups cannot ask for it. Look for another one.');
    const assisted = isOwn(access.signedIn(req), groupId) ? 'no' : 'yes';
    const wish = wishInAddress(status === 200 ? req.query : form.values);
    const body = askFormView({
      form,
      room: place,
      group: { id: group.id, name: group.name, outsideName: outsideName(group) },
      brought: wish && broughtWords(wish),
      assisted,
      action: `/groups/${groupId}/requests?space=${spaceId}`,
      button: 'See all dates and the price',
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Ask for ${place.name}`,
      description: 'Ask for a room.',
      body,
      robots: 'noindex',
    });
  }

  async function editPage(
    req: Request,
    res: Response,
    id: string,
    status: number,
    form: FormState | null,
  ): Promise<void> {
    const page = await requests.pages.show(id, 'group');
    if (page.request.state !== 'draft' || !page.current)
      throw conflict('This request has been sent, so it can no longer be changed. Take it back and ask again.');
    const { request, current, group } = page;
    const brought = {
      channel: request.channel,
      received_on: request.receivedOn,
      read_back: request.readBack ?? '',
      consent: request.channel === 'online' ? '' : 'yes',
    };
    const body = askFormView({
      form: form ?? { values: { ...valuesOf(request.wish), ...brought }, mistakes: [] },
      room: { id: current.option.spaceId, name: current.name, place: current.place },
      group,
      brought: null,
      assisted: isOwn(access.signedIn(req), request.groupId) ? 'no' : 'yes',
      action: `/requests/${id}/edit`,
      button: 'Save, and see all dates again',
    });
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Change what you ask for`,
      description: 'Ask for a room.',
      body,
      robots: 'noindex',
    });
  }

  async function ownGroups(req: Request): Promise<{ id: string; name: string }[]> {
    const who = access.signedIn(req);
    const found = await Promise.all(access.scopes(who, 'group.edit', 'group').map((id) => groups.byId(id)));
    return found
      .flatMap((group) => (group ? [{ id: group.id, name: group.name }] : []))
      .toSorted((one, other) => one.name.localeCompare(other.name));
  }
}

/** The wish in an address, without what is ours. */
function wishIn({ query }: Request): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (name !== 'q' && name !== 'space')
      for (const one of [value].flat()) if (typeof one === 'string') params.append(name, one);
  return params.toString().slice(0, 2_000);
}
