import type { Right } from '../../ground/people/role-contract.ts';
import type { Evidence } from './evidence-contract.ts';
import type { Assessment } from './scoring-contract.ts';
import type { BenefitTest } from './test-contract.ts';

/** Roles with which somebody belongs to an owner of places. */
const OWNERS_PEOPLE: readonly Right['role'][] = ['owner_representative', 'caretaker'];

/**
 * Why somebody to whom it is open may not score this test; nothing when they may. The table of rights keeps out the group's own
 * people. A passport is good at every owner's rooms, so whoever belongs to any owner is too close.
 */
export function whyNotScore(
  who: { personId: string; rights: readonly Pick<Right, 'role' | 'endsOn'>[] },
  test: Pick<BenefitTest, 'enteredBy' | 'subject'>,
  assessments: readonly Pick<Assessment, 'scorerId' | 'interest'>[],
  today: string,
  evidence: readonly Pick<Evidence, 'addedBy'>[] = [],
): string | null {
  const own = assessments.find(({ scorerId }) => scorerId === who.personId);
  if (own?.interest)
    return 'You have declared an interest, so somebody else scores this one. Nothing more is for you to do.';
  // What shows a case's answers may be typed by several officers.
  const typed = test.subject !== null && evidence.some(({ addedBy }) => addedBy === who.personId);
  if (typed || test.enteredBy === who.personId)
    return 'You typed these answers for the group, so somebody else scores them.';
  if (who.rights.some(({ role, endsOn }) => OWNERS_PEOPLE.includes(role) && (endsOn === null || endsOn >= today)))
    return 'You work for an owner of places. People who do not belong to any owner score, because the result counts for all of them.';
  return null;
}

/** Whoever scored a test does not check its gates, nor publish its result: nobody decides on what they marked themselves. */
export const hasScored = (
  personId: string,
  assessments: readonly Pick<Assessment, 'scorerId' | 'interest'>[],
): boolean => assessments.some(({ scorerId, interest }) => scorerId === personId && interest === null);

/** The two sheets with marks, once both are in. */
export function bothSheets(assessments: readonly Assessment[]): readonly [Assessment, Assessment] | null {
  const [first, second] = assessments.filter(({ interest }) => interest === null);
  return first && second ? [first, second] : null;
}
