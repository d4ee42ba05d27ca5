import type { Step } from '../../ground/cases/standing-contract.ts';

/** What can be next for a request that is on its way. Once it is booked its booking says so. */
export const REQUEST_STEPS = [
  'send',
  'name_deputy',
  'owner_answers',
  'ask_again',
  'find_room',
  'take',
  'settle_deposit',
  'booked',
  'nothing',
] as const;
export type RequestStep = (typeof REQUEST_STEPS)[number];
/** A step before it is put in words. */
export type RequestDue = Pick<Step, 'turn' | 'by'> & { kind: RequestStep };
