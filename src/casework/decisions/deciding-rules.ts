import type { Mover } from '../../ground/cases/transition-contract.ts';
import type { Role, Who } from '../../ground/people/role-contract.ts';
import { workingDaysUntil, type DaysOff } from '../../kernel/working-days.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { CaseReading } from './case-steps-contract.ts';
import type { Proposal, ProposalAct } from '../proposals/proposal-contract.ts';

/**
 * As what somebody does an act: of the roles they hold on the case, the first to which the table opens it. The table of rights has said
 * that they may; where it is not their turn, moving is refused.
 */
export function moverFor(
  { leadsTo }: Pick<CaseReading, 'leadsTo'>,
  who: Pick<Who, 'rights'>,
  proposal: Proposal,
  act: ProposalAct,
): Mover {
  const held = rolesOn(who, proposal);
  return held.find((role) => leadsTo(proposal.state, act, role) !== null) ?? held[0] ?? 'broker';
}

/** Roles that somebody holds on a case; whoever looks after an area counts as its broker. */
export const rolesOn = (
  { rights }: Pick<Who, 'rights'>,
  { groupId, areaId, ownerId, assetId }: Pick<Proposal, 'groupId' | 'areaId' | 'ownerId' | 'assetId'>,
): Role[] =>
  rights
    .filter(({ scopeId }) => [groupId, areaId, ownerId, assetId].includes(scopeId))
    .map(({ role }) => (role === 'area_administrator' ? 'broker' : role));

/** @throws Problem 403 for somebody who has worked on what is decided now */
export function mustBeApart(
  { personId }: Pick<Who, 'personId'>,
  workedOn: readonly (string | null)[],
  what: string,
): void {
  if (workedOn.includes(personId))
    throw new Problem(403, 'Somebody else does this', `You ${what}, so somebody else decides now.`);
}

/** Working days after a decision from which the monitoring officer may sign it (casework reference, second part, section 3). */
const MONITORING_SIGNS_FROM_WD = 6;

/** As what somebody signs a decision; null where it is not their turn yet. */
export function signsAs(
  roles: readonly Role[],
  decidedOn: Day,
  today: Day,
  daysOff: DaysOff,
): 'decision_officer' | 'monitoring_officer' | null {
  if (roles.includes('decision_officer')) return 'decision_officer';
  const late = workingDaysUntil(decidedOn, today, daysOff) >= MONITORING_SIGNS_FROM_WD;
  return roles.includes('monitoring_officer') && late ? 'monitoring_officer' : null;
}
