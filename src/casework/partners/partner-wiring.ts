import { leavePart } from '../../../client/casework/partners/leave-part.ts';
import type { Ground } from '../../ground/wing.ts';
import type { MailService } from '../../ground/notifications/mail-service.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Group } from '../../groups/groups/group-contract.ts';
import { groupPorts } from '../../groups/groups/group-ports.ts';
import { groupsOn } from '../../groups/groups/group-store.ts';
import type { Groups } from '../../groups/wing.ts';
import type { Db } from '../../kernel/database.ts';
import type { BeforeWriting, Contribution, Kernel } from '../../kernel/wing.ts';
import { shownAsset } from '../../register/assets/asset-ports.ts';
import { placeOf } from '../proposals/proposal-scene-service.ts';
import type { ProposalServices } from '../proposals/proposal-services.ts';
import { proposalsOn } from '../proposals/proposal-store.ts';
import { LINK_DAYS } from './partner-contract.ts';
import type { PartnerTellingDeps } from './partner-deps.ts';
import { partnerKeeper } from './partner-keeper.ts';
import { partnerPages } from './partner-pages.ts';
import { partnerReading } from './partner-reading-service.ts';
import { partnerService } from './partner-service.ts';
import { partnersOn } from './partner-store.ts';

type Below = { ground: Ground; groups: Groups; proposals: ProposalServices };
/** Shown at once where an officer looks for a group. */
const MOST_FOUND = 20;
const UNANSWERED = {
  kind: 'partners_unanswered',
  days: LINK_DAYS,
  what: 'Addresses of those who were asked to ask for a place together with a group, and did not answer',
  why: 'Time to open the link in the mail',
};

/** What telling the groups of a proposal needs. */
export function partnerTellingDeps(before: BeforeWriting, { mails }: { mails: MailService }): PartnerTellingDeps {
  return {
    baseUrl: before.config.baseUrl,
    proposals: { byId: (db, id) => proposalsOn(db).byId(id) },
    placeOf: async (db, assetId) => placeOf((await shownAsset(db, assetId)) ?? null),
    groups: groupPorts(before, { mails }),
    tell: groupPorts(before, { mails }).tell,
  };
}

/** Groups that ask for a place together. */
export function partnersFeature(
  kernel: Kernel,
  { ground: { access, mails }, groups: { groupPorts: groups }, proposals }: Below,
) {
  const { db } = kernel;
  const deps = {
    ...kernel,
    ...partnerTellingDeps(kernel, { mails }),
    groups: {
      ...groups,
      inArea: (on: Db, areaId: string, words: string) => groupsOn(on).inArea(areaId, words, null, MOST_FOUND),
    },
    locked: proposals.steps.locked,
    writeMail: mails.write,
  };
  const partners = partnerService(deps);
  const reading = partnerReading(deps);
  const contribution: Contribution = {
    endpoints: ({ sendPage }) =>
      partnerPages({ partners, reading, pages: proposals.pages, access, sendPage, groupsOf }),
    keeper: partnerKeeper,
    forgets: [{ kept: UNANSWERED, forget: (before) => partnersOn(db).forgetUnanswered(before) }],
    async groupStands(groupId) {
      return (await joinedBy([groupId])).map(({ id, place, standing }) => ({
        about: `Proposal for ${place}, together with others`,
        href: `/proposals/${id}`,
        step: standing.steps[0],
      }));
    },
    holdsGroup: async (on, groupId) =>
      (await proposalsOn(on).byIds((await partnersOn(on).joinedBy([groupId])).map(({ proposalId }) => proposalId)))
        .filter(({ endedOn }) => endedOn === null)
        .map(
          ({ number }) => `Your group asks for a place together with others (${number}). Leave that proposal first.`,
        ),
    async onProposalPage({ proposal, who }) {
      const own = who === null ? [] : access.scopes(who, 'partner.leave', 'group');
      if (own.length === 0 || proposal.endedOn !== null) return {};
      const joined = (await partnersOn(db).joined([proposal.id])).filter(({ groupId }) => own.includes(groupId));
      return joined.length === 0 ? {} : { act: leavePart(proposal.id, joined) };
    },
  };
  return { partners, contribution };

  async function joinedBy(groupIds: readonly string[]) {
    const ids = (await reading.joinedBy(groupIds)).map(({ proposalId }) => proposalId);
    return proposals.lists.byIds(ids);
  }

  async function groupsOf(who: Who): Promise<Group[]> {
    const ids = [...new Set(access.scopes(who, 'partner.leave', 'group'))];
    return (await groups.byIds(db, ids)).filter(({ closedAt }) => closedAt === null);
  }
}
