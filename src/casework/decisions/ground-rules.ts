import { daysAfter, monthsBefore } from '../../kernel/clock.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { Mistake } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { SHORTEST_DAYS, type Proposal } from '../proposals/proposal-contract.ts';
import type { NOT_ACCEPTED } from './ground-contract.ts';
import { HEARD_IN_PUBLIC, GROUNDS, type Filing, type GroundCode } from './ground-contract.ts';
import { NOT_ACCEPTED_WORDS } from './ground-words.ts';

/** Evidence of R3 and R4 is younger than this, in months. */
const FRESH_MONTHS = 6;
/** R8 looks back as far, in months. */
const REFUSED_WITHIN_MONTHS = 12;

/** Another case that a ground names. */
export type OtherCase = {
  samePlace: boolean;
  sameGroup: boolean;
  passed: boolean;
  /** On which day it was refused; null where it was not. */
  refusedOn: Day | null;
  /** Whether it shows greater benefit than this one; null where one of them has no result. */
  greater: boolean | null;
};
/** What a ground is measured by. */
export type GroundScene = Pick<Proposal, 'starts' | 'ends'> & {
  /** The day on which it counts as filed. */
  on: Day;
  /** The last day for what is heard in public, and with what that was; null while it has not passed. */
  heardFrom: Day | null;
  heardAt: 'scoring' | 'hearing';
  costLimitPounds: number;
  /** Working days that a gate has before its “no” counts, and for how long the one that is named has stood at “no”; null where it does not. */
  gateDays: number;
  gateNoFor: number | null;
  other: OtherCase | null;
};

const missing = (field: keyof Filing, message: string): Mistake => ({ field, message });
const isSaid = (words: string): boolean => words.length >= 3;

/**
 * What is wrong with a ground as it is shown; nothing where it may be filed. Whether it holds is for the decision officer to say.
 * @param hasPaper whether the evidence itself came with it
 */
export function groundMistakes(filing: Filing, scene: GroundScene, hasPaper: boolean): Mistake[] {
  const { ground, statement, evidence, author, dated } = filing;
  if (isNotAccepted(ground)) return [missing('ground', NOT_ACCEPTED_WORDS[ground].why)];
  return [
    ...(isSaid(statement) ? [] : [missing('statement', 'Say in a few sentences why. Everybody reads it.')]),
    ...PARTICULARS[ground](filing, scene),
    ...(isSaid(evidence) ? [] : [missing('evidence', 'Say what the evidence is: “Cabinet minute 12”, for instance.')]),
    ...(isSaid(author) ? [] : [missing('author', 'Say who wrote the evidence, and as what.')]),
    ...datedMistakes(ground, dated, scene),
    ...(hasPaper ? [] : [{ field: 'file', message: 'Choose the paper that shows it.' }]),
  ];
}

const isNotAccepted = (ground: Filing['ground']): ground is (typeof NOT_ACCEPTED)[number] =>
  !(GROUNDS as readonly string[]).includes(ground);

const HEARD_WORDS: Record<GroundScene['heardAt'], (day: string) => string> = {
  scoring: (day) => `before the scoring begins, so that it is heard in public. The scoring began after ${day}`,
  hearing: (day) => `before the papers of the hearing go out, so that it is heard in public. They went out on ${day}`,
};

function datedMistakes(ground: GroundCode, dated: Day | undefined, { on, heardFrom, heardAt }: GroundScene): Mistake[] {
  if (dated === undefined) return [missing('dated', 'Enter the date of the evidence.')];
  if (dated > on) return [missing('dated', 'The evidence cannot be of a later day than the filing.')];
  if (HEARD_IN_PUBLIC.includes(ground) && heardFrom !== null && dated <= heardFrom)
    return [
      missing(
        'dated',
        `${ground} is shown ${HEARD_WORDS[heardAt](dateWords(heardFrom))}: now it counts only on evidence of a later day.`,
      ),
    ];
  if ((ground === 'R3' || ground === 'R4') && dated <= monthsBefore(on, FRESH_MONTHS))
    return [missing('dated', `Evidence for ${ground} is less than ${FRESH_MONTHS} months old.`)];
  return [];
}

const PARTICULARS: Record<GroundCode, (filing: Filing, scene: GroundScene) => Mistake[]> = {
  R1: ({ law }) => (isSaid(law) ? [] : [missing('law', 'Cite the law or the binding restriction.')]),
  R2: ({ authority, budget, other_from: from }, { ends }) => [
    ...(isSaid(authority) ? [] : [missing('authority', 'Say who decided on the other use, and when.')]),
    ...(isSaid(budget) ? [] : [missing('budget', 'Say with which budget the other use is paid.')]),
    ...(from === undefined
      ? [missing('other_from', 'Enter the day on which the other use begins.')]
      : ends !== null && from > ends
        ? [missing('other_from', 'The other use begins after the group’s time, so it stands in nobody’s way.')]
        : []),
  ],
  R3: () => [],
  R4: () => [],
  R5: ({ gate }, { gateNoFor, gateDays }) =>
    gate === ''
      ? [missing('gate', 'Choose the gate.')]
      : gateNoFor === null
        ? [missing('gate', 'This gate is not answered with “no”.')]
        : gateNoFor < gateDays
          ? [missing('gate', `A gate has ${gateDays} working days to be put right. This one has had ${gateNoFor}.`)]
          : [],
  R7: (_, { other }) =>
    !other?.samePlace || other.sameGroup || !other.passed
      ? [missing('other_case', 'Give the number of another group’s proposal for this place that has passed the test.')]
      : other.greater === false
        ? [missing('other_case', 'That proposal does not show greater benefit than this one.')]
        : [],
  R8: (_, { other, on }) =>
    other?.samePlace &&
    other.sameGroup &&
    other.refusedOn !== null &&
    other.refusedOn > monthsBefore(on, REFUSED_WITHIN_MONTHS)
      ? []
      : [
          missing(
            'other_case',
            'Give the number of a proposal of this group for this place that was refused in the last 12 months.',
          ),
        ],
  R9: ({ cost_pounds: cost }, { costLimitPounds }) =>
    cost === undefined
      ? [missing('cost_pounds', 'Show the figure: without one this is no ground.')]
      : cost <= costLimitPounds
        ? [
            missing(
              'cost_pounds',
              `The area’s limit is £${costLimitPounds.toLocaleString('en-GB')} a year. This is not over it.`,
            ),
          ]
        : [],
};

/**
 * The free time that R2 offers: all of what the group asked for before the other use begins. Null where that is shorter than is of use:
 * then R2 is a refusal.
 */
export function freeTime(
  { starts, ends }: Pick<Proposal, 'starts' | 'ends'>,
  otherFrom: Day,
  today: Day,
): { from: Day; until: Day } | null {
  if (starts === null || ends === null) return null;
  const from = starts > today ? starts : today;
  const before = daysAfter(otherFrom, -1);
  const until = before < ends ? before : ends;
  return until >= daysAfter(from, SHORTEST_DAYS - 1) ? { from, until } : null;
}
