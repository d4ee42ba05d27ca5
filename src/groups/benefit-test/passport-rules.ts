import { monthsBefore } from '../../kernel/clock.ts';
import type { Mistake } from '../../kernel/problem.ts';
import { addWorkingDays, type DaysOff } from '../../kernel/working-days.ts';
import type { Outcome, ResultDays } from './benefit-contract.ts';
import { asksOf, textIn, type PathRules } from './criteria-contract.ts';
import { percentWords } from './result-words.ts';
import { OPEN_STATES, type Answers, type BenefitTest, type PassportStanding } from './test-contract.ts';

type Run = Pick<
  BenefitTest,
  'id' | 'state' | 'outcome' | 'points' | 'possible' | 'result' | 'resultOn' | 'validUntil' | 'improveBy' | 'improvesId'
>;
const LONGEST_ANSWER = 4_000;
/** A result that was no pass asks for something new for so long: the same again would come to the same. */
const NEWS_FOR_MONTHS = 12;

/** How a group stands with its passport on a day. @param runs the newest first */
export function standingOn(runs: readonly Run[], day: string): PassportStanding {
  const published = runs.filter(({ state, resultOn }) => state === 'published' && (resultOn ?? '') <= day);
  const good = published
    .filter(({ outcome, validUntil }) => outcome === 'pass' && (validUntil ?? '') >= day)
    .toSorted((one, other) => (other.validUntil ?? '').localeCompare(one.validUntil ?? ''))
    .at(0);
  if (good) return { ...shown(good), state: 'passed' };
  const last = published[0];
  if (runs.some(({ state }) => state !== 'draft' && OPEN_STATES.includes(state)))
    return { ...(last ? shown(last) : NOTHING), state: 'waiting' };
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

/** What is missing in answers before they can be sent. */
export function answerMistakes(
  { criteria, gates }: Pick<PathRules, 'criteria' | 'gates'>,
  answers: Answers,
  news: 'asked' | 'not_asked',
): Mistake[] {
  const missing = (field: string, text: string | undefined, message: string): Mistake[] =>
    text?.trim() ? [] : [{ field, message }];
  return [
    ...lengthMistakes(answers),
    ...criteria.flatMap(({ id, text }) =>
      missing(
        `answer_${id}`,
        answers.criteria[id],
        `Answer the question “${textIn(text)}” in your own words. A sentence or two is enough.`,
      ),
    ),
    ...asksOf(gates).flatMap(({ id, text }) =>
      missing(`gate_${id}`, answers.gates[id], `Write a few words for “${textIn(text)}”.`),
    ),
    ...(news === 'asked' ? missing('news', answers.news, 'Say what is new since the last result.') : []),
  ];
}

/** Texts that are too long, which even a draft may not have. */
export function lengthMistakes({ criteria, gates, news }: Answers): Mistake[] {
  const texts = [
    ...Object.entries(criteria).map(([id, text]) => [`answer_${id}`, text] as const),
    ...Object.entries(gates).map(([id, text]) => [`gate_${id}`, text] as const),
    ['news', news] as const,
  ];
  return texts
    .filter(([, text]) => text.length > LONGEST_ANSWER)
    .map(([field]) => ({
      field,
      message: `Use up to ${LONGEST_ANSWER.toLocaleString('en-GB')} characters. What goes beyond can be added as evidence.`,
    }));
}

/**
 * The days that hang on a result.
 * @param goodUntil the last day of a passport that the group holds already: a renewal goes on from there
 */
export function daysOf(
  outcome: Outcome,
  path: PathRules,
  today: string,
  daysOff: DaysOff,
  { improving, goodUntil }: { improving: boolean; goodUntil: string | null },
): ResultDays {
  const from = goodUntil !== null && goodUntil > today ? goodUntil : today;
  return {
    resultOn: today,
    reviewBy: addWorkingDays(today, path.review_working_days, daysOff),
    improveBy: outcome === 'nearly' && !improving ? addWorkingDays(today, path.improve_working_days, daysOff) : null,
    validUntil: outcome === 'pass' && path.validity_months !== null ? monthsBefore(from, -path.validity_months) : null,
  };
}

/** The reminder that is due today for a passport, if any: after a pause only the latest, and each once. */
export function reminderDue(
  { remind_days }: Pick<PathRules, 'remind_days'>,
  validUntil: string,
  sent: readonly string[],
  today: string,
): string | null {
  const left = daysBetween(today, validUntil);
  const days = remind_days.toSorted((one, other) => one - other).find((before) => left <= before);
  if (left < 0 || days === undefined) return null;
  const stage = `${days}_days`;
  return sent.includes(stage) ? null : stage;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
