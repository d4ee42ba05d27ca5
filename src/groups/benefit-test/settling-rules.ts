import type { AgreedMark } from './benefit-contract.ts';
import type { CriteriaSet } from './criteria-contract.ts';
import type { Assessment, Difference, Part, Settlement, SettlementKind } from './scoring-contract.ts';
import type { Criterion } from './criterion-contract.ts';

type Sheet = Pick<Assessment, 'scorerId' | 'scores'>;
type Asked = readonly Pick<Criterion, 'id'>[];

/**
 * Where two scorers differ, and how far each difference is settled. Marks are never averaged.
 * @param sheets the first scorer's and the second's, by the time they came in
 */
export function differencesIn(
  asked: Asked,
  [first, second]: readonly [Sheet, Sheet],
  settlements: readonly Settlement[],
  scoring: Pick<CriteriaSet['scoring'], 'moderation_from'>,
): Difference[] {
  return asked.flatMap(({ id }) => {
    const from = [markIn(first, id), markIn(second, id)] as const;
    if (from[0] === from[1]) return [];
    const own = settlements.filter(({ criterion }) => criterion === id);
    const settled = own.find(({ kind }) => kind !== 'proposed') ?? null;
    const proposal = settled ? null : (own.filter(({ kind }) => kind === 'proposed').at(-1) ?? null);
    return [{ id, from, large: Math.abs(from[0] - from[1]) >= scoring.moderation_from, proposal, settled }];
  });
}

/** The marks that stand, with their reasons; nothing while a difference is open. */
export function agreedMarks(
  asked: Asked,
  sheets: readonly [Sheet, Sheet],
  differences: readonly Difference[],
): AgreedMark[] | null {
  if (differences.some(({ settled }) => settled === null)) return null;
  return asked.map(({ id }) => {
    const settled = differences.find((one) => one.id === id)?.settled;
    return settled
      ? { id, mark: settled.mark, reasons: [settled.reason] }
      : { id, mark: markIn(sheets[0], id), reasons: sheets.map((sheet) => reasonIn(sheet, id)) };
  });
}

/** Which part somebody has in bringing two sheets together. */
export function partOf(
  personId: string,
  [first, second]: readonly [Pick<Sheet, 'scorerId'>, Pick<Sheet, 'scorerId'>],
): Part {
  if (personId === first.scorerId) return 'first';
  return personId === second.scorerId ? 'second' : 'third';
}

/**
 * What somebody may do about a difference now; nothing when it is another's turn.
 * A small one is for the second scorer, who has seen both marks. On a large one either of the two writes a proposal, and the other
 * agrees or writes another. Somebody else who may score can settle either kind.
 */
export function nextStep(difference: Difference, part: Part, personId: string): SettlementKind | null {
  if (difference.settled) return null;
  if (part === 'third') return 'decided';
  if (!difference.large) return part === 'second' ? 'confirmed' : null;
  return difference.proposal && difference.proposal.by !== personId ? 'agreed' : 'proposed';
}

/** Marks that a difference can be settled at: either of the two when they lie close; none above or below what both gave. */
export function possibleMarks({ from }: Pick<Difference, 'from'>): number[] {
  const [low, high] = [Math.min(...from), Math.max(...from)];
  return Array.from({ length: high - low + 1 }, (_, step) => low + step);
}

const markIn = ({ scores }: Sheet, id: string): number => scores.find((one) => one.id === id)?.value ?? 0;
const reasonIn = ({ scores }: Sheet, id: string): string => scores.find((one) => one.id === id)?.reason ?? '';
