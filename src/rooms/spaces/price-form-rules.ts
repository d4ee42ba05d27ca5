import { daySchema } from '../../kernel/recurrence-contract.ts';
import type { Mistake } from '../../kernel/problem.ts';
import { highestRow, type Reading, rowsIn, rowValues, type FormRow } from './row-form-rules.ts';
import { AUDIENCES, TARIFF_BASES, type Tariff } from './space-contract.ts';
import { MOST_TARIFFS, penceOf, type FormValues, type NewTariff } from './space-edit-contract.ts';
import { poundsOf } from './space-form-rules.ts';

const PRICE_COLUMNS = ['audience', 'basis', 'pounds', 'from'] as const;

/** Prices as the lines of the form. */
export function pricesForm(tariffs: readonly NewTariff[]): FormValues {
  return rowValues(
    'prices',
    priceOrder(tariffs).map(({ audience, basis, pence, from }) => ({
      audience,
      basis,
      pounds: poundsOf(pence),
      from: from ?? '',
    })),
  );
}

/** Reads the lines of the form. A price of 0 is free of charge; an empty line is no price at all. */
export function readPrices(values: FormValues): Reading<NewTariff> {
  if (highestRow(values, 'prices') > MOST_TARIFFS)
    return { items: [], mistakes: [{ field: '', message: `Enter up to ${MOST_TARIFFS} prices.` }] };
  const mistakes: Mistake[] = [];
  const read = rowsIn(values, 'prices', PRICE_COLUMNS, ['pounds', 'from'], MOST_TARIFFS).map((row) => ({
    at: row.at,
    tariff: tariffIn(row, mistakes),
  }));
  const twice = read.filter(({ tariff }, index) =>
    read.slice(0, index).some((earlier) => keyOf(earlier.tariff) === keyOf(tariff)),
  );
  mistakes.push(
    ...twice.map(({ at }) => ({
      field: `prices_from_${at}`,
      message: 'Give this price another start date, or take it away: there is one like it with the same start.',
    })),
  );
  return { items: priceOrder(read.map(({ tariff }) => tariff)), mistakes };
}

export const priceOrder = <T extends NewTariff>(tariffs: readonly T[]): T[] =>
  tariffs.toSorted(
    (one, other) =>
      AUDIENCES.indexOf(one.audience) - AUDIENCES.indexOf(other.audience) ||
      TARIFF_BASES.indexOf(one.basis) - TARIFF_BASES.indexOf(other.basis) ||
      (one.from ?? '').localeCompare(other.from ?? ''),
  );

function tariffIn({ at, cells }: FormRow, mistakes: Mistake[]): NewTariff {
  const wrong = (column: string, message: string): void =>
    void mistakes.push({ field: `prices_${column}_${at}`, message });
  const audience = AUDIENCES.find((one) => one === cells['audience']);
  const basis = TARIFF_BASES.find((one) => one === cells['basis']);
  const pence = penceOf(cells['pounds'] ?? '');
  const from = cells['from'] || null;
  if (!audience) wrong('audience', 'Choose for whom the price is.');
  if (!basis) wrong('basis', 'Choose what the price is for.');
  if (pence === undefined)
    wrong('pounds', 'Enter the price in pounds, for instance 12.50, or 0 when it is free of charge.');
  if (from !== null && !daySchema.safeParse(from).success)
    wrong(
      'from',
      'Enter the day from which the price holds, for instance 2027-04-01, or leave it empty when it holds already.',
    );
  return { audience: audience ?? 'community', basis: basis ?? 'hour', pence: pence ?? 0, from };
}

const keyOf = ({ audience, basis, from }: NewTariff): string => `${audience} ${basis} ${from ?? ''}`;

export const withoutTariffId = ({ id, ...tariff }: Tariff): NewTariff => tariff;
