import { waitingList } from '../../../client/rooms/requests/waiting-view.ts';
import type { AtHome } from '../../ground/people/home-slot.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { idsIn } from '../../ground/people/role-rules.ts';
import { answerLines, homeLines } from './request-home-words.ts';
import type { RequestServices } from './request-services.ts';
import type { WaitingService } from './waiting-service.ts';

type Deps = { requests: Pick<RequestServices, 'lists'>; waiting: WaitingService };

/** Requests for rooms on somebody's own page: of their groups, and those that they answer for an owner or a place. */
export async function requestsAtHome({ requests: { lists }, waiting }: Deps, who: Who): Promise<AtHome> {
  const signing = idsIn(who, 'group', ['group_lead', 'group_deputy']);
  const owned = {
    ownerIds: idsIn(who, 'owner', ['owner_representative']),
    assetIds: idsIn(who, 'asset', ['owner_representative']),
  };
  const own = homeLines(await lists.ofGroups(signing));
  const answersFor = owned.ownerIds.length + owned.assetIds.length > 0;
  const toAnswer = answersFor ? answerLines((await lists.ofOwner(owned, 'to_answer', null)).lines) : [];
  return {
    waiting: [...own.waiting, ...toAnswer],
    expecting: own.expecting,
    below: waitingList(await waiting.ofGroups(signing)),
  };
}
