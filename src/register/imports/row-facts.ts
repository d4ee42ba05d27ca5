import { penceOf, squareMetresOf, unitInHeader, type AreaUnit } from '../../kernel/tables/cell-numbers.ts';
import { numberIn } from '../../kernel/tables/decimal-comma.ts';
import { dayOf } from './cell-date-reading.ts';
import { shortened } from './cell-identifier-reading.ts';
import { energyRatingOf, HOLDING_TERMS, KIND_TERMS, SUITABILITY_TERMS } from './cell-term-rules.ts';
import type { RowNotes } from './row-note-tally.ts';
import type { RowContext } from './row-scene.ts';
import { kindOfHolding, type RowReading } from './row-reading.ts';
import { readState, readTenure } from './row-state-reading.ts';
import { valueOf } from './row-value-reading.ts';

type Plain = RowReading['plain'];

const LONGEST = { line: 300, note: 1_000, description: 10_000 } as const;
/** Larger than any council's largest site: such a number was entered in another unit. */
const LARGEST_LAND_M2 = 5_000 * 10_000;
const LARGEST_FLOOR_M2 = 1_000_000;

/** All that a row says about its asset besides name, address and place. */
export function readFacts(
  notes: RowNotes,
  context: RowContext,
): Pick<RowReading, 'plain' | 'state' | 'stateUnclear' | 'buildingCostsPence'> {
  const plain: Plain = {
    ...readTexts(notes),
    ...readTenure(notes),
    ...readAreas(notes, context),
    ...readRatings(notes),
    ...readDate(notes, context),
    ...readKind(notes, context),
  };
  if (context.format === 'lga') flagMissing(notes);
  return { plain, ...readState(notes, context, plain), buildingCostsPence: readCosts(notes, context) };
}

/** The Transparency Code makes these mandatory; a list that lacks a value is still taken. */
function flagMissing(notes: RowNotes): void {
  for (const target of ['tenure', 'tenure_detail', 'holding'] as const) {
    if (notes.has(target) && notes.text(target) === '')
      notes.flag(
        'missing_value',
        target,
        `The cell is empty, but the Transparency Code asks for a value. Fill in ${notes.header(target)}.`,
      );
  }
}

function readTexts(notes: RowNotes): Plain {
  const plain: Plain = {};
  if (notes.has('description')) plain.description = notes.paragraphs('description', LONGEST.description);
  if (notes.has('site')) plain.site = notes.words('site', LONGEST.line);
  if (notes.has('tenure_note')) plain.tenureNote = notes.paragraphs('tenure_note', LONGEST.note);
  if (notes.has('function')) plain.functionLabel = notes.words('function', LONGEST.line);
  if (notes.has('purpose')) plain.purpose = notes.words('purpose', LONGEST.line);
  return plain;
}

function readKind(notes: RowNotes, { format, set }: RowContext): Plain {
  if (set.kind) return { ...readHolding(notes), kind: set.kind };
  if (format === 'brownfield') return { kind: 'land' };
  const holding = readHolding(notes);
  const kind = notes.has('kind') ? valueOf(notes, 'kind', KIND_TERMS) : undefined;
  if (kind) return { ...holding, kind };
  if (holding.holding) return { ...holding, kind: kindOfHolding(holding.holding) };
  // Not knowing counts as a building, the more careful choice, but never overwrites what the register knows.
  return holding;
}

function readHolding(notes: RowNotes): Plain {
  if (!notes.has('holding')) return {};
  const holding = valueOf(notes, 'holding', HOLDING_TERMS);
  return holding === undefined ? {} : { holding };
}

function readAreas(notes: RowNotes, context: RowContext): Plain {
  const plain: Plain = {};
  const land = readArea(notes, context, 'land_area', 'ha', LARGEST_LAND_M2);
  if (land !== undefined) plain.landAreaM2 = land;
  const floor = readArea(notes, context, 'floor_area', 'm2', LARGEST_FLOOR_M2);
  if (floor !== undefined) plain.floorAreaM2 = floor;
  return plain;
}

/** An area in the unit its header names. Zero is how spreadsheets write "not known". */
function readArea(
  notes: RowNotes,
  { marks }: RowContext,
  target: 'land_area' | 'floor_area',
  usual: AreaUnit,
  largest: number,
): number | null | undefined {
  if (!notes.has(target)) return undefined;
  const text = notes.text(target);
  if (text === '') return null;
  const squareMetres = squareMetresOf(text, unitInHeader(notes.header(target)) ?? usual, (number) =>
    numberIn(number, marks[target]),
  );
  if (squareMetres === undefined) {
    notes.flag(
      'bad_number',
      target,
      `"${shortened(text)}" is not an area. Enter one number with a point, such as 0.25 or 1250.`,
    );
    return undefined;
  }
  if (squareMetres > largest) {
    notes.flag(
      'huge_area',
      target,
      `${text} would be far more than any site, so it is left out. Check the unit: land is in hectares, floors are in square metres.`,
    );
    return undefined;
  }
  return squareMetres === 0 ? null : squareMetres;
}

function readRatings(notes: RowNotes): Plain {
  const plain: Plain = {};
  if (notes.has('suitability')) {
    const suitability = valueOf(notes, 'suitability', SUITABILITY_TERMS);
    if (suitability !== undefined) plain.suitability = suitability;
  }
  if (!notes.has('energy_rating')) return plain;
  const text = notes.text('energy_rating');
  const rating = text === '' ? null : energyRatingOf(text);
  if (rating === undefined)
    notes.flag(
      'unknown_term',
      'energy_rating',
      `"${shortened(text)}" is not an energy rating. Enter a letter from A+ to G.`,
    );
  else plain.energyRating = rating;
  return plain;
}

function readDate(notes: RowNotes, { dates }: RowContext): Plain {
  if (!notes.has('effective_on')) return {};
  const text = notes.text('effective_on');
  if (text === '') return { effectiveOn: null };
  const day = dayOf(text, dates.effective_on);
  if (day) return { effectiveOn: day };
  // While the order is undecided, the file's question speaks for all its rows.
  if (dates.effective_on === 'dmy' || dates.effective_on === 'mdy') {
    notes.flag(
      'bad_date',
      'effective_on',
      `"${shortened(text)}" is not a date in the order of this column. Write it as 2024-03-31 or 31/03/2024.`,
    );
  }
  return {};
}

function readCosts(notes: RowNotes, { marks }: RowContext): number | null | undefined {
  if (!notes.has('building_costs')) return undefined;
  const text = notes.text('building_costs');
  if (text === '') return null;
  const pence = penceOf(text, (number) => numberIn(number, marks.building_costs));
  if (pence === undefined)
    notes.flag(
      'bad_number',
      'building_costs',
      `"${shortened(text)}" is not an amount. Enter pounds a year, such as 1250.`,
    );
  return pence;
}
