import { type PathRules, textIn, asksOf } from './criteria-contract.ts';
import type { Answers } from './test-contract.ts';
import type { Mistake } from '../../kernel/problem.ts';

const LONGEST_ANSWER = 4_000;

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

/** Questions and statements for gates that have no answer yet, in the order in which they are asked. */
export function unansweredIn(
  { criteria, gates }: Pick<PathRules, 'criteria' | 'gates'>,
  answers: Answers,
): { id: string; text: string }[] {
  return [
    ...criteria.filter(({ id }) => !answers.criteria[id]?.trim()).map(({ id, text }) => ({ id, text: textIn(text) })),
    ...asksOf(gates)
      .filter(({ id }) => !answers.gates[id]?.trim())
      .map(({ id, asks }) => ({ id, text: textIn(asks) })),
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
