import { OWNERSHIP_TERMS, type TermAnswer, termOf, wholeTermOf } from './cell-term-rules.ts';
import type { OwnershipMeaning } from './value-contract.ts';

/** "Privately held", "non-public", "not in public ownership". Not the council's may still be another public body's. */
const PRIVATE = /\bprivate(ly)?\b|\b(not|non|never|no longer)\b[\s-]+([\w']+[\s-]+){0,4}public(ly)?\b/;
/** What parts a word from a remark: "Owned by a public authority – sold 2020". */
const REMARK = /[(:–—;/]| - /;

/**
 * Who owns a place in the words of a list. What is taken for public is published as the owner's own statement, so only
 * the plain words of the registers count, and a remark is never passed over: for anything else somebody is asked.
 */
export function ownershipOf(text: string): TermAnswer<OwnershipMeaning> {
  const whole = wholeTermOf(OWNERSHIP_TERMS, text);
  if (whole) return { value: whole };
  if (PRIVATE.test(text.normalize('NFKD').toLowerCase()) && !isBeginning(text))
    return { meant: OWNERSHIP_TERMS.label.private };
  return REMARK.test(text) ? { meant: null } : termOf(OWNERSHIP_TERMS, text);
}

const isBeginning = (text: string): boolean => 'value' in termOf(OWNERSHIP_TERMS, text) && !REMARK.test(text);
