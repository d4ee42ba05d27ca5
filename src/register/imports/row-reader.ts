import { dayOf } from './cell-dates.ts';
import { shortened } from './cell-identifiers.ts';
import { OWNERSHIP_TERMS, termOf } from './cell-terms.ts';
import type { SourceRow } from '../../kernel/tables/csv-rows.ts';
import { readAddress, readIdentifiers, readName } from './row-address.ts';
import { readFacts } from './row-facts.ts';
import type { RowContext } from './row-context.ts';
import { readPlace } from './row-geometry.ts';
import { RowNotes } from './row-notes.ts';
import type { RowOutcome, RowReading } from './row-reading.ts';

const LONGEST_CODE = 100;

/** Reads one row: what it says about its asset, and all there is to say about the row. */
export function readRow(row: SourceRow, context: RowContext): { outcome: RowOutcome; notes: RowNotes } {
  const notes = new RowNotes(row.line, row.cells, context.columns);
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
  notes.code = code;
  return context.format === 'brownfield' ? brownfieldRefusal(notes, context) : endRefusal(notes, context);
}

/** Of a brownfield register only land that the public owns, alone or with others, can be shared. */
function brownfieldRefusal(notes: RowNotes, context: RowContext): RowOutcome | undefined {
  const text = notes.text('ownership_status');
  const answer = termOf(OWNERSHIP_TERMS, text);
  const status = 'value' in answer ? answer.value : null;
  if (status === 'private')
    return skip(
      notes,
      'not_public',
      'ownership_status',
      'The site is not owned by a public authority, so it is not listed. Nothing needs doing.',
      false,
    );
  if (status === 'unknown')
    return skip(
      notes,
      'unknown_owner',
      'ownership_status',
      'The register does not know who owns the site, so it is not listed. If it is public, enter "owned by a public authority".',
      true,
    );
  if (status === null) {
    const what =
      text === ''
        ? 'Nothing says who owns the site'
        : `"${shortened(text)}" is not one of the three kinds of ownership`;
    const where = text === '' ? strayOwnership(notes) : '';
    return skip(
      notes,
      'unclear_owner',
      'ownership_status',
      `${what}${where}, so it is not listed. Enter "owned by a public authority", "not owned by a public authority" or "mixed ownership".`,
      true,
    );
  }
  return endRefusal(notes, context);
}

/** In lists copied from a PDF, "0.29 Owned by a public authority" slides into the cell before. */
function strayOwnership(notes: RowNotes): string {
  const cell = notes.cells.find((text) =>
    /\d\s+(not )?owned by a public authority|\d\s+mixed ownership|\d\s+unknown ownership/i.test(text),
  );
  return cell === undefined ? '' : ` (another cell reads "${shortened(cell.trim())}")`;
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

function reject(notes: RowNotes, kind: string, message: string): RowOutcome {
  notes.note('rejected', kind, notes.header('code'), message);
  return { kind: 'rejected', code: notes.code, keeps: true, endedOn: null };
}

function skip(
  notes: RowNotes,
  kind: string,
  target: 'ownership_status' | 'organisation' | null,
  message: string,
  keeps: boolean,
): RowOutcome {
  notes.note('skipped', kind, target && notes.header(target), message);
  return { kind: 'skipped', code: notes.code, keeps, endedOn: null };
}
