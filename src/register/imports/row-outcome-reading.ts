import { dayOf } from './cell-date-reading.ts';
import { shortened } from './cell-identifier-reading.ts';
import type { SourceRow } from '../../kernel/tables/csv-rows.ts';
import { readAddress, readIdentifiers, readName } from './row-address-reading.ts';
import { readFacts } from './row-facts.ts';
import type { RowContext } from './row-scene.ts';
import { readPlace } from './row-geometry-reading.ts';
import { RowNotes } from './row-note-tally.ts';
import type { RowOutcome, RowReading } from './row-reading.ts';
import { footnote, isFootnote } from './row-footnote-reading.ts';
import { reject, skip } from './row-refusal-reading.ts';
import { ownershipRefusal } from './row-ownership-reading.ts';

const LONGEST_CODE = 100;
/** "1.00123E+11": what a spreadsheet makes of a long number. */
const ROUNDED = /^\d+([.,]\d+)?e\+\d+$|^\d[.,]\d+e\d+$/i;

/** Reads one row: what it says about its asset, and all there is to say about the row. */
export function readRow(row: SourceRow, context: RowContext): { outcome: RowOutcome; notes: RowNotes } {
  const notes = new RowNotes(row, context.columns, context.values);
  return { notes, outcome: refusal(notes, context) ?? { kind: 'asset', reading: readAsset(row, notes, context) } };
}

function refusal(notes: RowNotes, context: RowContext): RowOutcome | undefined {
  if (isHeaderAgain(notes.cells, context.header))
    return skip(notes, 'header_again', null, 'This row repeats the header. Nothing needs doing.', false);
  const organisation = notes.text('organisation');
  if (context.organisation !== null && organisation !== '' && organisation !== context.organisation) {
    return skip(
      notes,
      'other_owner',
      'organisation',
      `The row belongs to ${shortened(organisation)}. Import it for that owner.`,
      false,
    );
  }
  const code = notes.text('code').replaceAll(', ', ' ');
  if (code === '')
    return reject(
      notes,
      'no_reference',
      'The row has no reference, so it cannot be recognised next time. Enter one, or join the row to the one it continues.',
    );
  if (code.length > LONGEST_CODE)
    return reject(
      notes,
      'long_reference',
      `The reference "${shortened(code)}" is longer than ${LONGEST_CODE} characters. Shorten it.`,
    );
  if (ROUNDED.test(code))
    return reject(
      notes,
      'rounded_reference',
      `"${code}" is a reference that a spreadsheet has rounded, so several places may share it. Format the column as text, enter the full reference and import again.`,
    );
  notes.code = code;
  if (isFootnote(notes)) return footnote(notes);
  return ownershipRefusal(notes, context) ?? endRefusal(notes, context);
}

function endRefusal(notes: RowNotes, context: RowContext): RowOutcome | undefined {
  const text = notes.text('ended_on');
  if (text === '') return undefined;
  const endedOn = dayOf(text, context.dates.ended_on);
  if (endedOn === undefined) {
    notes.flag(
      'bad_date',
      'ended_on',
      `"${shortened(text)}" is not a date we can read, so the asset stays listed. Write the date as 2024-03-31 or 31/03/2024.`,
    );
    return undefined;
  }
  if (endedOn > context.today) return undefined;
  notes.note(
    'skipped',
    'ended',
    notes.header('ended_on'),
    `The list says that this entry ended on ${endedOn}, so it is not listed any more. Nothing needs doing.`,
  );
  return { kind: 'skipped', code: notes.code, keeps: false, endedOn };
}

function readAsset(row: SourceRow, notes: RowNotes, context: RowContext): RowReading {
  if (
    row.cells.length > context.header.length &&
    context.header.length > 0 &&
    row.cells.slice(context.header.length).some((cell) => cell.trim() !== '')
  ) {
    notes.flag(
      'extra_cells',
      null,
      `The row has ${row.cells.length} cells where the header has ${context.header.length}. Look for a comma that is not inside quotation marks; the cells may have shifted.`,
    );
  } else if (row.cells.length < context.header.length && row.geometry === undefined) {
    notes.flag(
      'missing_cells',
      null,
      `The row has ${row.cells.length} cells where the header has ${context.header.length}; the missing ones count as empty. Check that none is lost.`,
    );
  }
  const facts = readFacts(notes, context);
  const { address, street } = readAddress(notes, context.place.uk);
  const place = readPlace(row, notes, context, facts.plain.kind);
  const { name, postcode } = readName(notes, street, context.format);
  const reading: RowReading = {
    line: row.line,
    code: notes.code ?? '',
    state: facts.state,
    stateUnclear: facts.stateUnclear,
    buildingCostsPence: facts.buildingCostsPence,
    certainty: context.format === 'brownfield' ? 'assumed' : 'reported',
    identifiers: readIdentifiers(notes),
    address: postcode && !notes.has('postcode') ? { ...address, postcode } : address,
    plain: { ...facts.plain, name, ...place },
  };
  return reading;
}

function isHeaderAgain(cells: string[], header: string[]): boolean {
  return header.length > 1 && cells.length >= header.length && header.every((name, index) => name === cells[index]);
}
