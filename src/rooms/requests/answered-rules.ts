import { conflict, type Problem } from '../../kernel/problem.ts';
import type { RoomOption } from './request-contract.ts';
import type { OwnerAnswer } from './request-form-contract.ts';

/** Whether an owner has given this very answer already. */
export const isAnswered = ({ state, reason }: RoomOption, { answer, reason: given }: OwnerAnswer): boolean =>
  answer === 'yes' ? state === 'offered' || state === 'taken' : state === 'declined' && reason === given;

/** Why an owner’s answer comes too late. */
export function overFor({ state }: RoomOption): Problem {
  const words: Partial<Record<RoomOption['state'], string>> = {
    declined: 'This was answered with no already.',
    offered: 'This was answered with yes already.',
    taken: 'This was answered with yes already, and the group has taken it.',
    default_offered: 'The time to answer is over, and silence was an offer: the room is offered to the group.',
    gone: 'These dates are not free any more, or they have passed.',
    outbid: 'Another group went first for these dates.',
    passed_over: 'The time to answer was over, and the group has asked for another room.',
  };
  return conflict(words[state] ?? 'The group does not want this room any more. You need do nothing.');
}
