import { daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { HirersLiability } from '../spaces/space-contract.ts';
import type { Condition, Paper, Wish } from './request-contract.ts';

/**
 * What must be in order before the first date. Papers are compared with the last date of the booking; nothing here stops a request:
 * a paid policy is never asked for before the owner has decided (gates G5 and G6).
 * @param papers those in force
 * @param liability the building's cover for hirers, where somebody has told us
 */
export function conditionsFor(
  wish: Pick<Wish, 'ownInsurance' | 'safeguarding'>,
  papers: readonly Paper[],
  liability: HirersLiability | null,
  first: Day,
  last: Day,
): Condition[] {
  const covered = !wish.ownInsurance && liability?.available === true;
  return [
    ...(covered ? [] : paperCondition('insurance', papers, first, last)),
    ...(wish.safeguarding ? paperCondition('safeguarding', papers, first, last) : []),
  ];
}

function paperCondition(
  kind: 'insurance' | 'safeguarding',
  papers: readonly Paper[],
  first: Day,
  last: Day,
): Condition[] {
  const own = papers.filter((paper) => paper.kind === kind);
  const lasting = own.some(({ expiresOn }) => expiresOn === null || expiresOn >= last);
  if (lasting) return [];
  const expires = own.reduce<Day | null>(
    (latest, { expiresOn }) => (expiresOn !== null && (latest === null || expiresOn > latest) ? expiresOn : latest),
    null,
  );
  if (expires === null || expires < first) return [{ kind, due: first, expires: null }];
  // Good for the first dates: the new one is needed on the day after its last.
  return [{ kind: `${kind}_expires`, due: daysAfter(expires, 1), expires }];
}
