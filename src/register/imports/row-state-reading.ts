import type { AssetState, TenureDetail } from '../assets/asset-contract.ts';
import {
  FREEHOLD_DETAIL_TERMS,
  severalTermsOf,
  STATE_TERMS,
  TENURE_DETAIL_TERMS,
  TENURE_TERMS,
  type TermAnswer,
  termOf,
  wholeTermOf,
} from './cell-term-rules.ts';
import { saysEmpty } from './emptiness-rules.ts';
import { normalised } from '../../kernel/tables/header-text.ts';
import type { RowContext } from './row-scene.ts';
import type { RowNotes } from './row-note-tally.ts';
import { stateOfTenure, type RowReading, type StateSaid } from './row-reading.ts';
import { leaveOpen, valueOf } from './row-value-reading.ts';

type Plain = RowReading['plain'];

/** Tenure and its details. A column of kinds or tenures that says "vacant" adds the tenure detail of that name. */
export function readTenure(notes: RowNotes): Plain {
  const plain: Plain = {};
  if (notes.has('tenure')) {
    const tenure = valueOf(notes, 'tenure', TENURE_TERMS);
    if (tenure !== undefined) plain.tenure = tenure;
  }
  const details = notes.has('tenure_detail') ? readDetails(notes, plain.tenure === 'freehold') : undefined;
  const empty = (['tenure', 'kind', 'holding'] as const).some((target) => saysEmpty(notes.text(target)));
  if (empty) plain.tenureDetails = [...new Set<TenureDetail>([...(details ?? []), 'vacant'])];
  else if (details !== undefined) plain.tenureDetails = details;
  return plain;
}

function readDetails(notes: RowNotes, freehold: boolean): TenureDetail[] | undefined {
  const text = notes.text('tenure_detail');
  const told = notes.told('tenure_detail', text);
  if (told !== undefined) return [told];
  if (text === '') return [];
  const terms = freehold ? FREEHOLD_DETAIL_TERMS : TENURE_DETAIL_TERMS;
  const read = (part: string): TermAnswer<TenureDetail> => {
    const value = notes.told('tenure_detail', part) ?? wholeTermOf(terms, part);
    if (value) return { value };
    return saysEmpty(part) ? { value: 'vacant' } : termOf(terms, part);
  };
  const { values, unknown } = severalTermsOf(terms, text, read);
  for (const part of unknown) leaveOpen(notes, 'tenure_detail', part.text, part.meant, Object.values(terms.label));
  return values.length > 0 || unknown.length === 0 ? values : undefined;
}

/**
 * The state a row gives. `unclear` when it says one in words that we do not know: a new building is then not shown as
 * if people were in it.
 */
export function readState(
  notes: RowNotes,
  { format, set }: RowContext,
  plain: Plain,
): { state: StateSaid | null; stateUnclear: boolean } {
  if (set.state) return { state: { state: set.state, from: 'state' }, stateUnclear: false };
  const read = (text: string): TermAnswer<AssetState> => stateTermOf(text, notes.header('state'));
  const told = notes.has('state') ? valueOf(notes, 'state', STATE_TERMS, read) : undefined;
  if (told) return { state: { state: told, from: 'state' }, stateUnclear: false };
  const state = stateOfTenure({
    tenureDetails: plain.tenureDetails ?? [],
    purpose: plain.purpose ?? null,
    functionLabel: plain.functionLabel ?? null,
    tenureNote: plain.tenureNote ?? null,
  });
  const unclear = notes.unknown.some(({ target }) => target === 'state' || target === 'tenure_detail');
  if (unclear && state?.state !== 'vacant') return { state: null, stateUnclear: true };
  return {
    state: state ?? (format === 'brownfield' ? { state: 'under_used', from: 'register' } : null),
    stateUnclear: false,
  };
}

/** A state in whatever words; "yes" and "no" answer the question that the header asks. */
function stateTermOf(text: string, header: string): TermAnswer<AssetState> {
  const yes = YES_NO.get(normalised(text));
  if (yes !== undefined) return yesNoOf(yes, normalised(header));
  const whole = wholeTermOf(STATE_TERMS, text);
  if (whole) return { value: whole };
  return saysEmpty(text) ? { value: 'vacant' } : termOf(STATE_TERMS, text);
}

const YES_NO = new Map([
  ...['yes', 'y', 'true', '1'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0'].map((word) => [word, false] as const),
]);

function yesNoOf(yes: boolean, header: string): TermAnswer<AssetState> {
  const asksEmpty = /vacan|empty|void|disused|unoccupied|unused|surplus|notinuse/.test(header);
  const asksUsed = /occupied|inuse|isused|operational|tenanted/.test(header);
  // "Occupancy: yes" may answer either question.
  if (asksEmpty === asksUsed && !asksEmpty) return { meant: null };
  return { value: yes === asksEmpty ? 'vacant' : 'in_use' };
}
