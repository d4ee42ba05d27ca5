import { invalid, type Mistake } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secrets.ts';
import { criteriaSetSchema, type CriteriaSet } from './criteria-contract.ts';

/**
 * Reads a criteria set, for adopting it.
 * @throws Problem 400 with a sentence for each thing that is wrong: where it stands, and what to do
 */
export function readCriteriaSet(given: unknown): CriteriaSet {
  const { success, data, error } = criteriaSetSchema.safeParse(given);
  if (success) return data;
  throw invalid(error.issues.map(mistakeOf));
}

/** Stands for what a set says, whatever order its file has things in. */
export const sha256Of = (set: CriteriaSet): string => hashOf(canonical(set));

/** The same text for the same content: names in order (as RFC 8785 does, for what our sets hold). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

function mistakeOf(issue: {
  code?: string | undefined;
  path: PropertyKey[];
  message: string;
  keys?: string[];
}): Mistake {
  const field = issue.path.map(String).join('.');
  const says =
    issue.code === 'unrecognized_keys'
      ? `Take out ${(issue.keys ?? []).map((key) => `“${key.slice(0, 40)}”`).join(', ')}: we do not know it.`
      : issue.message.startsWith('Invalid')
        ? 'Fill this in as the description of criteria sets says.'
        : issue.message;
  return { field, message: field === '' ? says : `${field}: ${says}` };
}
