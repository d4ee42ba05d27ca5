import type { Mistake } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secrets.ts';
import { canonical } from './criteria-reading.ts';
import { asksOf, type PathRules } from './criteria-contract.ts';
import type { Answers } from './test-contract.ts';

export const NO_ANSWERS: Answers = { criteria: {}, gates: {}, news: '' };

/** The answers in a form, question by question; whatever else it holds is left. */
export function answersIn(
  body: Readonly<Record<string, unknown>>,
  path: Pick<PathRules, 'criteria' | 'gates'>,
): Answers {
  const text = (name: string): string =>
    typeof body[name] === 'string' ? body[name].replace(/\r\n/g, '\n').trim() : '';
  const filled = (ids: readonly string[], before: string) =>
    Object.fromEntries(ids.map((id) => [id, text(`${before}_${id}`)] as const).filter(([, answer]) => answer !== ''));
  return {
    criteria: filled(
      path.criteria.map(({ id }) => id),
      'answer',
    ),
    gates: filled(
      asksOf(path.gates).map(({ id }) => id),
      'gate',
    ),
    news: text('news'),
  };
}

/** Answers as a form has them. */
export function answerValues({ criteria, gates, news }: Answers): Record<string, string> {
  const named = (texts: Answers['criteria'], before: string): [string, string][] =>
    Object.entries(texts).map(([id, text]) => [`${before}_${id}`, text]);
  return Object.fromEntries([...named(criteria, 'answer'), ...named(gates, 'gate'), ['news', news]]);
}

/** What answers say to one question or gate alone. */
export function onlyOne({ criteria, gates }: Answers, id: string): Answers {
  const own = (texts: Answers['criteria']): Record<string, string> =>
    texts[id] === undefined ? {} : { [id]: texts[id] };
  return { criteria: own(criteria), gates: own(gates), news: '' };
}

/** Answers with another one to one question or gate. */
export function withOne(answers: Answers, id: string, one: Answers): Answers {
  const others = (texts: Answers['criteria']): Record<string, string> =>
    Object.fromEntries(Object.entries(texts).filter(([name]) => name !== id));
  return {
    criteria: { ...others(answers.criteria), ...one.criteria },
    gates: { ...others(answers.gates), ...one.gates },
    news: answers.news,
  };
}

/** Stands for what answers say. */
export const tokenOf = (answers: Answers): string => hashOf(canonical(answers)).slice(0, 24);

/** What somebody else in the group saved since the form was filled, and these answers would write over. */
export function writtenOver(stored: Answers, given: Answers, seen: string | undefined): Mistake[] {
  if (seen === undefined || seen === tokenOf(stored) || tokenOf(given) === tokenOf(stored)) return [];
  const [theirs, yours] = [answerValues(stored), answerValues(given)];
  const differing = Object.keys({ ...theirs, ...yours }).filter((name) => (theirs[name] ?? '') !== (yours[name] ?? ''));
  return differing.map((field) => ({
    field,
    message: `Somebody else in the group has saved another answer here meanwhile: “${theirs[field] || 'nothing'}”. Put together what you want, and save again.`,
  }));
}
