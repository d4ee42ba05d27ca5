import {
  grouped,
  type Audience,
  type BookableSpace,
  type PriceLine,
  type Quote,
  type Tariff,
  type TariffBasis,
  type Wanted,
} from './space-contract.ts';

type Priced = Pick<BookableSpace, 'tariffs' | 'openingCostPence' | 'hirersLiability' | 'depositPence'>;
type Line = PriceLine;
/** `staffed`: somebody is in the building anyway, so that opening costs nothing. */
export type PricedDate = Wanted & { staffed: boolean };

const HOUR = 60;
const HALF_DAY = 4 * HOUR;

/**
 * The whole price of a booking: hire at the tariff of each date, opening the building where nobody is there, the building's cover
 * for hirers when the group has no policy of its own, and the deposit. Opening is charged in full: sharing it can only make it less.
 * @returns null when the owner has given no price for this kind of group on one of the dates
 */
export function quote(
  space: Priced,
  audience: Audience,
  dates: readonly PricedDate[],
  ownInsurance: boolean,
): Quote | null {
  const hire = hireOf(space.tariffs, audience, dates);
  if (!hire) return null;
  const hirePence = hire.reduce((total, { pence }) => total + pence, 0);
  const unstaffed = dates.filter(({ staffed }) => !staffed).length;
  const openingPence = unstaffed * space.openingCostPence;
  const insurancePence = ownInsurance ? 0 : insurance(space, hirePence);
  return {
    hirePence,
    openingPence,
    insurancePence,
    depositPence: space.depositPence,
    totalPence: hirePence + openingPence + insurancePence,
    lines: [
      ...hire,
      ...(openingPence > 0 ? [{ label: 'Opening the building', count: unstaffed, pence: openingPence }] : []),
      ...(insurancePence > 0
        ? [{ label: 'The building’s insurance for hirers', count: 1, pence: insurancePence }]
        : []),
    ],
  };
}

/** What the building's cover for hirers costs on a hire of so many pence. Part pennies are rounded up to a whole one. */
function insurance({ hirersLiability }: Priced, hirePence: number): number {
  if (!hirersLiability?.available) return 0;
  const { cost } = hirersLiability;
  if (cost.kind === 'free') return 0;
  return cost.kind === 'fixed' ? cost.pence : Math.max(Math.ceil((hirePence * cost.percent) / 100), cost.minimumPence);
}

/** What the dates cost by themselves: one line for each way of paying. A price for the whole booking counts where there is no other. */
function hireOf(tariffs: readonly Tariff[], audience: Audience, dates: readonly Wanted[]): Line[] | null {
  const times = new Map<Line, number>();
  // What a date costs depends on how long it is and on which prices have begun by then: most dates of a series are alike.
  const known = new Map<string, Line | undefined>();
  for (const date of dates) {
    const alike = `${date.to - date.from} ${tariffs.filter(({ from }) => (from ?? '') <= date.date).length}`;
    const line = known.has(alike) ? known.get(alike) : hireOn(tariffs, audience, date);
    known.set(alike, line);
    if (!line) return wholeBooking(tariffs, audience, dates);
    times.set(line, (times.get(line) ?? 0) + 1);
  }
  return grouped([...times].map(([{ label, count, pence }, by]) => ({ label, count: count * by, pence: pence * by })));
}

/** The cheapest way to pay for one date among the tariffs in force on it. */
function hireOn(tariffs: readonly Tariff[], audience: Audience, { date, from, to }: Wanted): Line | undefined {
  return inForce(tariffs, audience, date)
    .filter(({ basis }) => basis !== 'fixed')
    .map(({ basis, pence }): Line => {
      const { label, count } = units(basis, to - from);
      return { label, count, pence: count * pence };
    })
    .toSorted((one, other) => one.pence - other.pence)[0];
}

function wholeBooking(tariffs: readonly Tariff[], audience: Audience, [first]: readonly Wanted[]): Line[] | null {
  const fixed = first && inForce(tariffs, audience, first.date).find(({ basis }) => basis === 'fixed');
  return fixed ? [{ label: 'Hire, one price for all dates', count: 1, pence: fixed.pence }] : null;
}

function units(basis: TariffBasis, minutes: number): { label: string; count: number } {
  if (basis === 'hour') return { label: 'Hire by the hour', count: Math.ceil(minutes / HOUR) };
  if (basis === 'half_day') return { label: 'Hire by the half day', count: Math.ceil(minutes / HALF_DAY) };
  return { label: 'Hire by the session', count: 1 };
}

/** The newest tariff of each basis that has begun by a date. */
function inForce(tariffs: readonly Tariff[], audience: Audience, date: string): Tariff[] {
  const newest = new Map<TariffBasis, Tariff>();
  for (const tariff of tariffs) {
    if (tariff.audience !== audience || (tariff.from ?? '') > date) continue;
    const known = newest.get(tariff.basis);
    if (!known || (known.from ?? '') <= (tariff.from ?? '')) newest.set(tariff.basis, tariff);
  }
  return [...newest.values()];
}
