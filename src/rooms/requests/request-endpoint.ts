import type { Request } from 'express';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { Group } from '../../groups/groups/group-contract.ts';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { SendPage } from '../../kernel/page.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import type { Access, ActName, Thing, Who } from '../../ground/people/role-contract.ts';
import type { RequestViewer } from './request-page-contract.ts';
import type { AskForm } from './request-form-contract.ts';
import type { Actor } from './request-scene.ts';
import type { RequestServices } from './request-services.ts';
import { broughtMistakes } from './brought-rules.ts';

/** What the pages of requests need. */
export type RequestPagesDeps = {
  requests: RequestServices;
  access: Access;
  clock: Clock;
  sendPage: SendPage;
  areas: { all(): Promise<Area[]> };
  owners(): Promise<{ id: string; name: string; areaId: string }[]>;
  groups: {
    byId(id: string): Promise<Group | undefined>;
    inArea(areaId: string, words: string, after: null, limit: number): Promise<Group[]>;
  };
  /** A room with its place as the public knows it. @throws Problem 404 */
  room(spaceId: string): Promise<{ id: string; name: string; place: string; areaId: string; bookable: boolean }>;
};
type Brought = Pick<AskForm, 'channel' | 'received_on' | 'read_back' | 'consent'>;

/** The thing of a request that an act is done to, for whoever asks. */
export const requestThing =
  ({ requests }: Pick<RequestPagesDeps, 'requests'>) =>
  ({ params, req }: { params: { id: string }; req: Request }): Promise<Thing> =>
    requests.pages.thing(params.id, req.who);

/** Whether somebody speaks for a group themselves: its lead or its deputy. */
export const isOwn = (
  who: Who,
  groupId: string | null | undefined,
  roles: readonly string[] = ['group_lead', 'group_deputy'],
): boolean =>
  who.rights.some(({ scope, scopeId, role }) => scope === 'group' && scopeId === groupId && roles.includes(role));

/** What whoever looks at a request is there, and may do. */
export function viewerOf({ access }: Pick<RequestPagesDeps, 'access'>, req: Request, thing: Thing): RequestViewer {
  const who = access.signedIn(req);
  const may = (act: ActName): boolean => access.may(who, act, thing);
  const ofGroup = isOwn(who, thing.groupId, ['group_lead', 'group_deputy', 'group_member']);
  return {
    as: ofGroup ? 'group' : may('room.ask') ? 'officer' : 'owner',
    may: {
      ask: may('room.ask') && (!ofGroup || isOwn(who, thing.groupId)),
      sign: may('room.sign') && (!ofGroup || isOwn(who, thing.groupId, ['group_lead'])),
      answer: may('room.answer'),
      money: may('room.take_deposit'),
      close: may('room.close'),
    },
  };
}

/**
 * Who does something for a group: its own people, or an officer who says who got in touch and how.
 * @param roles of the group that may do it by themselves. An officer who is in the group does nothing for it
 * @throws Problem 400 that names what an officer left out, 404
 */
export function actorFor(
  { access, clock }: Pick<RequestPagesDeps, 'access' | 'clock'>,
  req: Request,
  { groupId }: Thing,
  body: Brought,
  timeZone: string,
  roles?: readonly string[],
): Actor {
  const who = access.signedIn(req);
  if (isOwn(who, groupId, roles)) return { personId: who.personId, brought: null };
  if (isOwn(who, groupId, ['group_lead', 'group_deputy', 'group_member'])) throw notFound('request');
  const mistakes = broughtMistakes(body, dayIn(timeZone, clock()));
  if (mistakes.length > 0) throw invalid(mistakes);
  return {
    personId: who.personId,
    brought: { channel: body.channel ?? 'phone', receivedOn: body.received_on ?? '', readBack: body.read_back ?? '' },
  };
}
