import type { Criterion } from './criterion-contract.ts';
import type { Score } from './benefit-contract.ts';
import type { Mistake } from '../../kernel/problem.ts';
import { type Body, marksIn, textIn, listIn } from './score-form-rules.ts';
import type { CriteriaSet } from './criteria-contract.ts';
import { isMark, markMistakes } from './benefit-rules.ts';
import type { Evidence } from './evidence-contract.ts';

/** What a scorer ticks who went by the answer alone. */
const NO_EVIDENCE = 'none';

/** Characters of a reason at most. */
export const LONGEST_REASON = 2_000;

type Asked = readonly Pick<Criterion, 'id' | 'weight'>[];

export type ReadSheet = { scores: Score[]; mistakes: Mistake[] };

/** Reads the score sheet: a mark, a reason and evidence for each question. Nothing is missing in what comes back without mistakes. */
export function scoresIn(
  body: Body,
  criteria: Asked,
  evidence: readonly Pick<Evidence, 'id'>[],
  { reason_at_least }: Pick<CriteriaSet['scoring'], 'reason_at_least'>,
): ReadSheet {
  const marks = marksIn(body);
  const scores = criteria.map(({ id }): Score => {
    const value = marks[id];
    return {
      id,
      value: isMark(value) ? value : 0,
      reason: textIn(body[`reason_${id}`]),
      evidence: listIn(body[`evidence_${id}`]).filter((one) => one !== NO_EVIDENCE),
    };
  });
  const mistakes = [
    ...(body['interest'] === 'no'
      ? []
      : [{ field: 'interest', message: 'Say whether you have an interest in this group or in what it asks for.' }]),
    ...markMistakes(criteria, Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark !== undefined))).map(
      ({ id, message }) => ({ field: `mark_${id}`, message }),
    ),
    ...criteria
      .filter(({ id }) => marks[id] === undefined)
      .map(({ id }) => ({ field: `mark_${id}`, message: `Choose a mark for ${id}.` })),
    ...scores.flatMap((score) => [
      ...reasonMistakes(score, reason_at_least),
      ...evidenceMistakes(score, listIn(body[`evidence_${score.id}`]), evidence),
    ]),
  ];
  return { scores, mistakes };
}

function reasonMistakes({ id, reason }: Score, least: number): Mistake[] {
  if (reason.length < least)
    return [
      {
        field: `reason_${id}`,
        message: `Give your reason for ${id} in ${least} characters or more. The group reads it.`,
      },
    ];
  return reason.length > LONGEST_REASON
    ? [
        {
          field: `reason_${id}`,
          message: `Use up to ${LONGEST_REASON.toLocaleString('en-GB')} characters for the reason.`,
        },
      ]
    : [];
}

function evidenceMistakes(
  { id }: Score,
  ticked: readonly string[],
  evidence: readonly Pick<Evidence, 'id'>[],
): Mistake[] {
  const wrong = (message: string): Mistake[] => [{ field: `evidence_${id}`, message }];
  if (ticked.length === 0) return wrong(`Tick the evidence you went by for ${id}, or “none”.`);
  if (ticked.includes(NO_EVIDENCE) && ticked.length > 1)
    return wrong(`Tick either evidence for ${id} or “none”, not both.`);
  return ticked.some((one) => one !== NO_EVIDENCE && !evidence.some(({ id: known }) => known === one))
    ? wrong(`Choose among the evidence of this group for ${id}.`)
    : [];
}
