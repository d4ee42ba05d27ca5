import type { Mistake } from '../../kernel/problem.ts';
import { highestRow, rowsIn, type Reading } from './row-form-rules.ts';
import { MOST_PARTS, type FormValues } from './space-edit-contract.ts';

export type NewPart = { name: string; capacity: number | null; floorAreaM2: number | null };
const PART_COLUMNS = ['name', 'capacity', 'area'] as const;

/** Reads the parts that a space is to be divided into. */
export function readParts(values: FormValues): Reading<NewPart> {
  const mistakes: Mistake[] = [];
  const rows = rowsIn(values, 'part', PART_COLUMNS, PART_COLUMNS, MOST_PARTS);
  const items = rows.map(({ at, cells }) => {
    const wrong = (column: string, message: string): void =>
      void mistakes.push({ field: `part_${column}_${at}`, message });
    const name = cells['name'] ?? '';
    const [capacity, floorAreaM2] = [numberIn(cells['capacity']), numberIn(cells['area'])];
    if (name === '' || name.length > 200)
      wrong('name', 'Enter a name for the part, for instance “Half hall A”, in up to 200 characters.');
    if (rows.some((other) => other.at < at && other.cells['name']?.toLowerCase() === name.toLowerCase()))
      wrong('name', 'Give each part a name of its own.');
    if (capacity === undefined || (capacity !== null && !Number.isInteger(capacity)))
      wrong('capacity', 'Enter how many people fit as a whole number, or leave it empty when nobody knows.');
    if (floorAreaM2 === undefined)
      wrong('area', 'Enter the floor area in square metres, or leave it empty when nobody knows.');
    return { name, capacity: capacity ?? null, floorAreaM2: floorAreaM2 ?? null };
  });
  if (highestRow(values, 'part') > MOST_PARTS)
    mistakes.push({ field: '', message: `Enter up to ${MOST_PARTS} parts.` });
  if (items.length === 0 && mistakes.length === 0)
    mistakes.push({ field: 'part_name_1', message: 'Enter the name of at least one part.' });
  return { items, mistakes };
}

function numberIn(text: string | undefined): number | null | undefined {
  if (!text) return null;
  const number = Number(text);
  return Number.isFinite(number) && number > 0 && number <= 100_000 ? number : undefined;
}
