import type { Thing, Who } from '../../ground/people/role-contract.ts';
import type { Correction } from './minutes-contract.ts';

/** As what somebody who has an account took part in a hearing. */
export function partOf({ rights }: Who, { groupId, ownerId }: Thing): Correction['part'] {
  if (rights.some(({ scopeId }) => scopeId !== null && scopeId === groupId)) return 'group';
  return rights.some(
    ({ scopeId, role }) => role === 'owner_representative' && (scopeId === ownerId || ownerId === undefined),
  )
    ? 'owner'
    : 'officer';
}
