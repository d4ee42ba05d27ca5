import type { GroundCode, GroundState, NotAccepted } from './ground-contract.ts';

/** What each ground is, and what it demands (casework reference, 8.5). */
export const GROUND_WORDS: Record<GroundCode, { name: string; demands: string }> = {
  R1: { name: 'The law forbids it', demands: 'Cite the law or the binding restriction.' },
  R2: {
    name: 'Another use is committed, and begins in that time',
    demands:
      'Say who decided it, with which budget, and from which day. The free time before it is offered, if it is 28 days or more.',
  },
  R3: {
    name: 'A serious danger that no reasonable cost removes',
    demands: 'A report of a competent person that is less than 6 months old.',
  },
  R4: {
    name: 'It is needed for a statutory or emergency service',
    demands: 'A director signs it. It holds for 6 months.',
  },
  R5: {
    name: 'A gate stays “no”',
    demands: 'Name the gate. It has stood at “no” as long as the area’s terms give to put it right.',
  },
  R7: {
    name: 'Another group’s proposal for the same place is of greater benefit',
    demands: 'Give the number of its case. Both results are compared.',
  },
  R8: {
    name: 'The same was refused in the last 12 months, and nothing is new',
    demands: 'Give the number of that case.',
  },
  R9: {
    name: 'Its net cost to the public purse is over the area’s limit, and neither group nor funds can meet it',
    demands: 'Give the figure, in pounds a year, with the account it comes from.',
  },
};

/** What is no ground, and why. */
export const NOT_ACCEPTED_WORDS: Record<NotAccepted, { name: string; why: string }> = {
  may_sell: {
    name: 'It might be sold one day',
    why: '“It might be sold one day” is no ground. Meanwhile use ends when its time is over. A sale that is decided, with its day, is R2.',
  },
  policy_review: {
    name: 'The policy is under review',
    why: 'A policy under review is no ground. The policy in force on the day counts.',
  },
  precedent: {
    name: 'It would set a precedent',
    why: '“No precedent” is no ground. Each proposal is measured by itself, by the same test.',
  },
  effort: {
    name: 'It takes too much effort',
    why: 'Effort in the office is no ground. If it costs money over the area’s limit, show the figure under R9.',
  },
  department: {
    name: 'Another department has to decide',
    why: 'Another department is no ground. People are not passed on: the owner answers as one.',
  },
  complaints: {
    name: 'There may be complaints',
    why: 'Complaints that nobody has specified are no ground. Comments are answered one by one before the scoring.',
  },
};

export const GROUND_STATE_WORDS: Record<GroundState, string> = {
  waiting: 'Nobody has decided yet whether it holds.',
  accepted: 'It holds.',
  turned_back: 'It does not hold.',
  taken_back: 'The owner has taken it back.',
  stood: 'Nobody decided in time, so it stands.',
  overtaken: 'The case was decided otherwise before anybody looked at it.',
};
/** The test itself, where a hearing rests on it. */
export const R6_NAME = 'It did not pass the benefit test';
