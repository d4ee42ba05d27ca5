import type { Role, Who } from '../../ground/people/role-contract.ts';
import { conflict } from '../../kernel/problem.ts';
import type { Proposal, ProposalState } from './proposal-contract.ts';

type Mine = Pick<Proposal, 'groupId' | 'areaId' | 'ownerId' | 'assetId'>;
/** In this order: whoever speaks for the group speaks for it, also where they have other roles. */
const ORDER: readonly Role[] = [
  'group_lead',
  'group_deputy',
  'owner_representative',
  'decision_officer',
  'monitoring_officer',
  'hearing_chair',
  'review_panel',
  'ward_councillor',
];

/**
 * As what somebody acts on a proposal. The table of rights has said that they may; officers who may do what a broker does, and are none,
 * count as one.
 */
export function moverOf({ rights }: Pick<Who, 'rights'>, { groupId, areaId, ownerId, assetId }: Mine): Role {
  const ids = [groupId, areaId, ownerId, assetId];
  const held = rights.filter(({ scopeId }) => ids.includes(scopeId)).map(({ role }) => role);
  if (
    held.some((role) => role === 'broker' || role === 'area_administrator') &&
    !held.includes('group_lead') &&
    !held.includes('group_deputy')
  )
    return 'broker';
  return ORDER.find((role) => held.includes(role)) ?? 'broker';
}

/** @throws Problem 409 where the page is older than what has happened */
export function mustBeAsSeen({ state }: Pick<Proposal, 'state'>, seen: ProposalState): void {
  if (state !== seen)
    throw conflict(
      'This proposal has moved on since you opened its page. Look at it again: it says what can be done now.',
    );
}
