import type { Tally } from '../../groups/benefit-test/benefit-contract.ts';
import type { Proposal, ProposalAct, ProposalState } from './proposal-contract.ts';
import { COMPARED_STATES, HOLDING_STATES, TAKEN_STATES, UNDECIDED_STATES } from './proposal-table.ts';

/** A proposal among others for the same place; `benefit` once its result is out. */
export type Rival = Pick<Proposal, 'id' | 'number' | 'state' | 'completeOn' | 'outcome'> & {
  benefit: Tally | null;
};

type Days = Pick<Proposal, 'starts' | 'ends' | 'grantedFrom' | 'grantedUntil'>;
/** For how long the place would be theirs: what was granted, or else asked for. */
const daysOf = ({ starts, ends, grantedFrom, grantedUntil }: Days): [from: string, until: string] => [
  grantedFrom ?? starts ?? '',
  grantedUntil ?? ends ?? '9999-12-31',
];

/** Whether two that ask for one place want some of the same days: only then they are rivals. */
export function overlap(one: Days, other: Days): boolean {
  const [[from, until], [otherFrom, otherUntil]] = [daysOf(one), daysOf(other)];
  return from <= otherUntil && otherFrom <= until;
}

/** Complete proposals are looked at before these: later ones wait. */
const LATE_FROM: readonly ProposalState[] = [
  ...UNDECIDED_STATES.filter((state) => state !== 'awaiting_sign' && state !== 'commenting'),
  ...COMPARED_STATES,
  ...TAKEN_STATES,
];
/** Refused, and a review may still grant it. */
const REVIEWED: readonly ProposalState[] = ['refused', 'in_review', 'external_review'];
/** Before it is complete and its sign is up; afterwards it is in. */
const MAY_BE_LATE: readonly ProposalState[] = ['received', 'incomplete', 'lapsed', 'awaiting_sign'];

const isIn = (states: readonly ProposalState[], { state }: Pick<Rival, 'state'>): boolean => states.includes(state);

/** Whether a proposal for a place is too late to be compared with one that stands. */
const isPastComments = (rival: Pick<Rival, 'state'>): boolean => isIn(LATE_FROM, rival);

/** Whether what happens to others for its place may move it. */
export const isMovedByOthers = (rival: Pick<Rival, 'state'>): boolean =>
  isIn(MAY_BE_LATE, rival) || isIn(COMPARED_STATES, rival) || rival.state === 'waiting';

/** Whether the place is this one’s, as long as it does not fall. */
export const isTaken = (rival: Pick<Rival, 'state'>): boolean => isIn(TAKEN_STATES, rival);

/** Whether it keeps others from sending theirs: its comments are over, and it has not come to nothing for good. */
export const isPastSending = (rival: Pick<Rival, 'state'>): boolean => isPastComments(rival) || isIn(REVIEWED, rival);

/** Whether somebody who passes has to be compared with others first. */
export const hasRivals = (others: readonly Rival[]): boolean => others.some((one) => isIn(HOLDING_STATES, one));

/** Points of a hundred, for words: "81.2". Comparing goes by the fractions themselves. */
export const benefitPercent = ({ points, possible }: Tally): string => ((100 * points) / possible).toFixed(1);

/** By how much one benefit is greater, in points of a hundred. */
const lead = (one: Tally, other: Tally): number =>
  (100 * (one.points * other.possible - other.points * one.possible)) / (one.possible * other.possible);

/** The greater benefit first; of equal ones whoever was complete first. */
function byBenefit(one: Rival, other: Rival): number {
  const ahead = one.benefit && other.benefit ? lead(other.benefit, one.benefit) : 0;
  return ahead || (one.completeOn ?? '').localeCompare(other.completeOn ?? '') || one.id.localeCompare(other.id);
}

type Settling = {
  /** Points of a hundred by which the benefit must be greater. */
  gap: number;
  /** Its time is up: what is there by now decides. */
  late?: boolean;
};

/**
 * What becomes of a proposal now, among the others for the same days of its place; null where it goes on as it is. The same for everybody, whoever looks first.
 * Source: casework reference 7.3 and, of its second part, section 3 (cut-off at the end of comments; less than 5.0 apart is close).
 */
export function rivalAct(me: Rival, others: readonly Rival[], { gap, late = false }: Settling): ProposalAct | null {
  if (isIn(MAY_BE_LATE, me)) return others.some(isPastComments) ? 'set_aside' : null;
  if (me.state === 'waiting') return afterWaiting(me, others);
  if (!isIn(COMPARED_STATES, me)) return null;
  if (others.some((one) => isIn(TAKEN_STATES, one))) return 'set_second';
  if (!late && others.some((one) => isIn(UNDECIDED_STATES, one))) return null;
  const rest = others.filter((one) => isIn(COMPARED_STATES, one)).toSorted(byBenefit);
  const [second] = rest;
  if (!second) return 'stand_first';
  if (me.state === 'comparing') return byGap(me, rest, gap);
  if (me.state === 'sharing') return late ? 'to_chair' : null;
  return late ? (byBenefit(me, second) < 0 ? 'stand_first' : 'set_second') : null;
}

function byGap(me: Rival, others: readonly Rival[], gap: number): ProposalAct {
  const ahead = others.map((other) => (me.benefit && other.benefit ? lead(me.benefit, other.benefit) : 0));
  if (ahead.every((by) => by >= gap)) return 'stand_first';
  return ahead.some((by) => by <= -gap) ? 'set_second' : 'too_close';
}

/** When what it waited for is over: the one with the greatest benefit moves up, and those that were never scored begin anew. */
function afterWaiting(me: Rival, others: readonly Rival[]): ProposalAct | null {
  const passed = me.outcome === 'pass';
  if (others.some(({ state }) => state === 'granted_for_good')) return passed ? 'beaten' : 'place_gone';
  if (hasRivals(others)) return null;
  const before = others.filter(({ state, outcome }) => state === 'waiting' && outcome === 'pass').toSorted(byBenefit);
  if (!passed) return before.length > 0 ? null : 'go_on';
  return before[0] && byBenefit(before[0], me) < 0 ? null : 'go_on_passed';
}

/** Why one goes first or second, for everybody to read. */
export function comparedWords(me: Rival, others: readonly Rival[]): string {
  const said = others.flatMap(({ number, benefit }) => (benefit ? [`${number}: ${benefitPercent(benefit)}`] : []));
  if (!me.benefit || said.length === 0) return '';
  return `By the questions on benefit it has ${benefitPercent(me.benefit)} out of 100 (${said.join(', ')}).`;
}
