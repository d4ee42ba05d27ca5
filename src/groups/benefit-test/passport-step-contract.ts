import type { Step } from '../../ground/cases/standing-contract.ts';

/** What can be next for a group's room passport. */
export const PASSPORT_STEPS = [
  'finish',
  'score',
  'settle',
  'decide',
  'name_deputy',
  'improve',
  'begin',
  'begin_again',
  'news',
  'renew',
  'passed',
] as const;
export type PassportStep = (typeof PASSPORT_STEPS)[number];
export type PassportSaid = Step & { kind: PassportStep };
/** A step before it is put in words. */
export type PassportDue = Pick<Step, 'turn' | 'by'> & { kind: PassportStep };
