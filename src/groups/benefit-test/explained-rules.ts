import { hashOf } from '../../kernel/secrets.ts';
import type { AgreedMark, ExplainedResult, GateState, Marks, ResultDays, ResultLine } from './benefit-contract.ts';
import { failedMinima, outcomeOf, tallyOf } from './benefit-rules.ts';
import { whatWouldChange } from './change-rules.ts';
import { anchorsIn, textIn, type PathName, type PathRules } from './criteria-contract.ts';
import { TOP_MARK, type Criterion, type Gate } from './criterion-contract.ts';

export type ToExplain = {
  rules: { version: string; sha256: string; path: PathRules; name: PathName };
  language: string;
  marks: readonly AgreedMark[];
  gates: readonly GateState[];
  days: ResultDays;
  /** It is published because its time is up: how many have scored it, and where the lower of two marks stands. */
  atLimit?: { sheets: number; lowered: readonly string[] };
};

/** A result with everything that explains it; nothing while a question has no mark. Same inputs, same result. */
export function explained({ rules, language, marks: agreed, gates, days, atLimit }: ToExplain): ExplainedResult | null {
  const { path } = rules;
  const marks: Marks = Object.fromEntries(agreed.map(({ id, mark }) => [id, mark]));
  const [tally, outcome] = [tallyOf(path.criteria, marks), outcomeOf(path, marks, gates)];
  const benefit = tallyOf(
    path.criteria.filter((criterion) => criterion.compared),
    marks,
  );
  if (!tally || !benefit || !outcome) return null;
  return {
    ...days,
    ...tally,
    benefit,
    outcome,
    language,
    ...(atLimit && { provisional: true as const, sheets: atLimit.sheets, lowered: atLimit.lowered }),
    path: rules.name,
    version: rules.version,
    sha256: rules.sha256,
    passMark: path.pass_mark,
    inputs: hashOf(
      JSON.stringify([
        rules.sha256,
        rules.name,
        path.criteria.map(({ id }) => [id, agreed.find((one) => one.id === id)?.reasons, marks[id]]),
        gates.map(({ id, answer, note }) => [id, answer, note]),
        ...(atLimit ? [atLimit.sheets, atLimit.lowered] : []),
      ]),
    ),
    lines: path.criteria.map((criterion) =>
      lineOf(
        criterion,
        agreed.find(({ id }) => id === criterion.id),
        language,
      ),
    ),
    failedMinima: failedMinima(path.criteria, marks),
    gates: gates.map((gate) => {
      const asked = path.gates.find(({ id }) => id === gate.id);
      return {
        ...gate,
        question: textIn(asked?.text, language),
        beforeStart: beforeStart(asked, gate, language),
      };
    }),
    changes: whatWouldChange(path, marks, gates),
  };
}

/** What must be shown before use begins: what the gate says of it, or the gate itself where it is for the start and not answered. */
function beforeStart(asked: Gate | undefined, { answer }: GateState, language: string): string | null {
  if (!asked || answer === 'not_needed') return null;
  if (asked.before_start) return textIn(asked.before_start, language);
  return asked.stage === 'S' && answer === 'not_yet' ? textIn(asked.note, language) : null;
}

function lineOf(criterion: Criterion, agreed: AgreedMark | undefined, language: string): ResultLine {
  const { id, text, weight, min } = criterion;
  const mark = agreed?.mark ?? 0;
  return {
    id,
    question: textIn(text, language),
    mark,
    anchor: anchorsIn(criterion, language)[mark] ?? '',
    reasons: agreed?.reasons ?? [],
    points: weight * mark,
    possible: weight * TOP_MARK,
    min,
  };
}
