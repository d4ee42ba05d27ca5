import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { proposalView } from '../../../client/casework/proposals/proposal-view.ts';
import type { Party } from '../../ground/cases/standing-contract.ts';
import type { Thing, Who } from '../../ground/people/role-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { told } from '../../kernel/form-page.ts';
import { gathered } from '../../kernel/wing.ts';
import type { ProposalPagesDeps } from './proposal-endpoint.ts';
import type { AgainForm, ProposalShown } from './proposal-page-contract.ts';
import './proposal-slot.ts';

export type ShowProposal = (
  req: Request,
  res: Response,
  id: string,
  status?: number,
  again?: AgainForm | null,
) => Promise<void>;
/** In this order: whoever speaks for the group reads as the group, also where they have other roles. */
const SIDES: readonly [Party, keyof Thing, readonly string[]][] = [
  ['group', 'groupId', ['group_lead', 'group_deputy', 'group_member']],
  ['owner', 'ownerId', ['owner_representative']],
  ['owner', 'assetId', ['owner_representative']],
  ['broker', 'areaId', ['broker', 'area_administrator']],
  ['decision_officer', 'areaId', ['decision_officer']],
  ['monitoring_officer', 'areaId', ['monitoring_officer']],
  ['scorers', 'areaId', ['scorer']],
  ['panel', 'areaId', ['hearing_chair', 'panel_member', 'review_panel']],
];

/** Makes the function that shows a proposal: to everybody, its group, its owner and officers, with what each has to do. */
export function proposalPageOf({ proposals, access, sendPage, house, clock }: ProposalPagesDeps): ShowProposal {
  const { pages } = proposals;
  return async (req, res, id, status = 200, again = null) => {
    const { proposal, behind } = await pages.withBehind(id);
    const { areaId, ownerId, groupId, assetId } = behind.kept;
    const thing: Thing = { areaId, ownerId, groupId, assetId };
    const may: ProposalShown['may'] = (act) => access.may(req.who, act, thing);
    const sent = again?.form.values['submission'];
    const shown: ProposalShown = {
      proposal,
      behind,
      who: req.who,
      party: partyOf(req.who, thing),
      may,
      today: dayIn(proposal.area.timeZone, clock()),
      again,
      submission: typeof sent === 'string' ? sent : randomUUID(),
    };
    const parts = await Promise.all(gathered(house, 'onProposalPage').map((part) => part(shown)));
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}${proposal.place}: asked for by ${proposal.group.name}`,
      description: `${proposal.group.name} asks for ${proposal.place}: “${proposal.use}” Where it stands, and what everybody can do.`,
      body: proposalView({
        shown,
        hidden: may('proposal.own') ? await pages.privately(id) : null,
        acts: parts.flatMap(({ act }) => act ?? []),
        told: parts.flatMap(({ told: one }) => one ?? []),
        flash: told(req),
      }),
      about: { areaId: proposal.area.id },
      ...(status === 200 ? { canonical: `/proposals/${id}` } : { robots: 'noindex' as const }),
    });
  };
}

function partyOf(who: Who | null, thing: Thing): Party | null {
  const held = who?.rights ?? [];
  const side = SIDES.find(([, of, roles]) =>
    held.some(({ role, scopeId }) => scopeId === thing[of] && roles.includes(role)),
  );
  return side?.[0] ?? null;
}
