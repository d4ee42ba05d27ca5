import { monthsBefore } from '../../kernel/clock.ts';
import type { PathRules } from './criteria-contract.ts';
import { percentWords } from './result-words.ts';
import { OPEN_STATES, type BenefitTest } from './test-contract.ts';
import { daysBetween } from './passport-day-rules.ts';
import type { PassportStanding } from './passport-standing-contract.ts';

type Run = Pick<
  BenefitTest,
  'id' | 'state' | 'outcome' | 'points' | 'possible' | 'result' | 'resultOn' | 'validUntil' | 'improveBy' | 'improvesId'
>;
/** A result that was no pass asks for something new for so long: the same again would come to the same. */
const NEWS_FOR_MONTHS = 12;

/** Answers are sent, and the result is not out. */
export const isBeingScored = ({ state }: Pick<Run, 'state'>): boolean =>
  state !== 'draft' && OPEN_STATES.includes(state);

/** How a group stands with its passport on a day. @param runs the newest first */
export function standingOn(runs: readonly Run[], day: string): PassportStanding {
  const published = runs.filter(({ state, resultOn }) => state === 'published' && (resultOn ?? '') <= day);
  const good = published
    .filter(({ outcome, validUntil }) => outcome === 'pass' && (validUntil ?? '') >= day)
    .toSorted((one, other) => (other.validUntil ?? '').localeCompare(one.validUntil ?? ''))
    .at(0);
  if (good) return { ...shown(good), state: 'passed' };
  const last = published[0];
  if (runs.some(isBeingScored)) return { ...(last ? shown(last) : NOTHING), state: 'waiting' };
  if (!last) return { ...NOTHING, state: 'none' };
  return { ...shown(last), state: last.outcome === 'pass' ? 'ended' : (last.outcome ?? 'none') };
}

const NOTHING = {
  validUntil: null,
  outcome: null,
  percent: null,
  resultOn: null,
  points: null,
  possible: null,
  benefit: null,
};
const shown = ({ validUntil, outcome, points, possible, resultOn, result }: Run): Omit<PassportStanding, 'state'> => ({
  validUntil,
  outcome,
  resultOn,
  points,
  possible,
  benefit: result?.benefit ?? null,
  percent: points !== null && possible !== null ? Number(percentWords({ points, possible })) : null,
});

/**
 * What a group can begin today: a first test or one after a result (`begin`), its one improvement (`improve`), a renewal (`renew`),
 * or nothing while one is under way or a good one does not end soon (`renew_days` before its end).
 */
export function nextRun(
  runs: readonly Run[],
  { renew_days }: Pick<PathRules, 'renew_days'>,
  today: string,
): 'begin' | 'improve' | 'renew' | null {
  if (runs.some(({ state }) => OPEN_STATES.includes(state))) return null;
  if (improvable(runs, today)) return 'improve';
  const { state, validUntil } = standingOn(runs, today);
  if (state !== 'passed') return 'begin';
  return validUntil !== null && daysBetween(today, validUntil) <= renew_days ? 'renew' : null;
}

/** The test that can still be improved today. */
export function improvable<R extends Run>(runs: readonly R[], today: string): R | null {
  const last = runs.find(({ state }) => state === 'published');
  if (last?.outcome !== 'nearly' || last.improveBy === null || last.improveBy < today) return null;
  return runs.some(({ improvesId, state }) => improvesId === last.id && state !== 'draft') ? null : last;
}

/** Whether whoever sends answers now must say what is new: after a result that was no pass, unless it is being improved. */
export function needsNews(runs: readonly Run[], today: string): boolean {
  const last = runs.find(({ state }) => state === 'published');
  if (!last || last.outcome === 'pass' || improvable(runs, today)) return false;
  return (last.resultOn ?? '') > monthsBefore(today, NEWS_FOR_MONTHS);
}
