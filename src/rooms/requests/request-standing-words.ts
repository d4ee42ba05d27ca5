import type { Standing, Step } from '../../ground/cases/standing-contract.ts';
import type { RequestState } from './request-contract.ts';
import type { RequestDue, RequestStep } from './request-standing-contract.ts';

const NEXT: Record<RequestStep, string> = {
  send: 'check it and send it',
  name_deputy: 'name a second person, a deputy who can step in',
  owner_answers: 'answer yes or no',
  ask_again: 'ask the owner again',
  find_room: 'look for another room with the group',
  take: 'read what you sign for, and take the room',
  settle_deposit: 'settle the deposit',
  booked: '',
  nothing: '',
};

/** Where a request is, in a word or two, for whoever reads it. */
const STAGES: Record<RequestState, string> = {
  draft: 'Not sent yet',
  incomplete: 'Waiting to be complete',
  asked: 'The owner is asked',
  chasing: 'The owner is silent',
  with_broker: 'With a broker',
  offered: 'Offered to the group',
  default_offered: 'Offered to the group',
  deposit_due: 'Taken, deposit due',
  confirmed: 'Booked',
  declined: 'No room was found',
  withdrawn: 'Taken back',
  lapsed: 'Lapsed',
};

/** @param how whom to ring, or how to pay, where that is known */
export const requestStep = ({ kind, turn, by }: RequestDue, how: string | null = null): Step => ({
  kind,
  turn,
  next: NEXT[kind],
  by,
  how,
});

/** Where a request stands on its way. @param step what is next */
export const requestStanding = (state: RequestState, step: Step, meanwhile: readonly Step[] = []): Standing => ({
  stage: STAGES[state],
  steps: [step],
  meanwhile,
});
