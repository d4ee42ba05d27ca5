import type { PassportDue, PassportSaid, PassportStep } from './passport-step-contract.ts';

const NEXT: Record<PassportStep, string> = {
  finish: 'finish the answers for the benefit test, and send them',
  score: 'mark the answers in the benefit test, two people apart from each other',
  settle: 'come to one mark where the two differ',
  decide: 'make the last checks, and publish the result of the benefit test',
  name_deputy: 'name a deputy who is 18 or over: without one there is no result of the benefit test',
  improve: 'improve the answers in the benefit test, once',
  begin: 'do the benefit test: five questions, once a year, good everywhere',
  begin_again: 'do the benefit test again: the result has ended',
  news: 'answer again in the benefit test when something is new',
  renew: 'renew the room passport before it ends',
  passed: 'the room passport is good until',
};

export const passportStep = ({ kind, turn, by }: PassportDue): PassportSaid => ({
  kind,
  turn,
  next: NEXT[kind],
  by,
  how: null,
});
