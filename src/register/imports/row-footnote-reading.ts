import { shortened } from './cell-identifier-reading.ts';
import type { RowNotes } from './row-note-tally.ts';
import { reject, type Refusal } from './row-refusal-reading.ts';
import type { Target } from './import-contract.ts';

/** What tells people which place a row is about, besides its reference. */
const TELLING: Target[] = [
  'name',
  'number',
  'street',
  'address',
  'town',
  'postcode',
  'uprn',
  'title_number',
  'inspire',
  'x',
  'y',
  'longitude',
  'latitude',
  'location',
  'kind',
  'holding',
  'tenure',
  'tenure_detail',
  'state',
  'ownership_status',
  'description',
];
/** Lines that people put under a table. */
const UNDER_A_TABLE =
  /^(grand |sub-? ?)?totals?\b|^(source|notes?|footnotes?|disclaimer|licen[cs]e|copyright|contains|last updated|updated|generated|printed|end of)\b.*[:\d]|^[*©†]/i;

/**
 * Whether a row is a line under the table rather than a place: a total, a source, a licence. A reference with nothing
 * else that tells a place is none, where the file has columns that could tell it.
 */
export function isFootnote(notes: RowNotes): boolean {
  const columns = TELLING.filter((target) => notes.has(target));
  const filled = columns.filter((target) => notes.text(target) !== '');
  const others = filled.filter((target) => notes.text(target) !== notes.code);
  if (filled.length === 0) return columns.length > 0 && notes.cells.length > 1 && !notes.hasGeometry;
  return others.length === 0 && !notes.hasGeometry && UNDER_A_TABLE.test(notes.code ?? '');
}

/** A list may also put its reference in a row where everything else was blanked; such a row cannot be used either. */
export function footnote(notes: RowNotes): Refusal {
  const outcome = reject(
    notes,
    'no_place_told',
    `The row has "${shortened(notes.code ?? '')}" where its reference should be and nothing that tells a place, so it is not taken. If it is a total or a note, delete it; if it is a place, fill in its name.`,
  );
  return { ...outcome, keeps: !UNDER_A_TABLE.test(notes.code ?? '') };
}
