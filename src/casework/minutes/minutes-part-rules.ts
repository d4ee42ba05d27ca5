import type { Thing, Who } from '../../ground/people/role-contract.ts';
import type { Correction } from './minutes-contract.ts';

/** As what somebody who has an account took part in a hearing. */
export function partOf({ rights }: Who, { groupId, ownerId, assetId }: Thing): Correction['part'] {
  const holds = (of: string | null | undefined, role?: string): boolean =>
    rights.some((right) => of !== undefined && right.scopeId === of && (role === undefined || right.role === role));
  if (holds(groupId)) return 'group';
  return [ownerId, assetId].some((of) => holds(of, 'owner_representative')) ? 'owner' : 'officer';
}
