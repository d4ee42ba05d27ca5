import type { Turn } from '../../ground/cases/standing-contract.ts';
import type { RequestState, RoomRequest } from './request-contract.ts';
import type { RequestDue, RequestStep } from './request-standing-contract.ts';

const STEPS: Record<RequestState, { kind: RequestStep; turn: Turn }> = {
  draft: { kind: 'send', turn: 'group' },
  // A broker helps to find somebody (gate G8).
  incomplete: { kind: 'name_deputy', turn: 'group_and_broker' },
  asked: { kind: 'owner_answers', turn: 'owner' },
  chasing: { kind: 'ask_again', turn: 'broker' },
  with_broker: { kind: 'find_room', turn: 'broker' },
  offered: { kind: 'take', turn: 'group' },
  default_offered: { kind: 'take', turn: 'group' },
  deposit_due: { kind: 'settle_deposit', turn: 'group' },
  confirmed: { kind: 'booked', turn: 'nobody' },
  declined: { kind: 'nothing', turn: 'nobody' },
  withdrawn: { kind: 'nothing', turn: 'nobody' },
  lapsed: { kind: 'nothing', turn: 'nobody' },
};

/** What is next for a request, whose turn it is and by when: what is stored and nothing else decides it. */
export function requestDue({ state, dueOn }: Pick<RoomRequest, 'state' | 'dueOn'>): RequestDue {
  const step = STEPS[state];
  return { ...step, by: step.turn === 'nobody' ? null : dueOn };
}
