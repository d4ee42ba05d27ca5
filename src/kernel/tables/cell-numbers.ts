/** Square metres in one of each unit that lists use. */
export const SQUARE_METRES = { ha: 10_000, m2: 1, sqft: 0.09290304, acre: 4_046.8564224 } as const;
export type AreaUnit = keyof typeof SQUARE_METRES;

/** Groups of thousands never follow a 0: "0,070" is some other country's 0.07. */
const NUMBER = /^[+-]?([1-9]\d{0,2}(,\d{3})+|\d+)?(\.\d*)?([eE][+-]?\d+)?$/;
/** How a text is read as a number, where its column has a way of its own. */
export type ReadNumber = (text: string) => number | undefined;
const UNITS: [RegExp, AreaUnit][] = [
  [/^(ha|hectares?)$/, 'ha'],
  [/^(m2|m²|sqm|squaremetres?|sqmetres?)$/, 'm2'],
  [/^(ft2|ft²|sqft|squarefeet|squarefoot)$/, 'sqft'],
  [/^acres?$/, 'acre'],
];

/** "1,234.50" is 1234.5; anything that is not plainly one number is undefined ("0,07", "52.200.96", "12 to 15"). */
export function numberOf(text: string): number | undefined {
  const bare = text.replace(/\u2212/g, '-');
  if (!/\d/.test(bare) || !NUMBER.test(bare)) return undefined;
  const value = Number(bare.replaceAll(',', ''));
  return Number.isFinite(value) ? value : undefined;
}

/** Pounds as integer pence: "£1,234.50" is 123450. */
export function penceOf(text: string, read: ReadNumber = numberOf): number | undefined {
  const pounds = read(text.replace(/^(£|GBP)\s*/i, ''));
  return pounds === undefined || pounds < 0 ? undefined : Math.round(pounds * 100);
}

/** An area in square metres to the nearest 0.01; a unit in the cell ("0.07 ha") goes before the column's own. */
export function squareMetresOf(text: string, unit: AreaUnit, read: ReadNumber = numberOf): number | undefined {
  const parts = /^([+\d.,eE-]+)\s*([a-zA-Z²].*)?$/.exec(text);
  const value = read(parts?.[1] ?? '');
  if (value === undefined || value < 0) return undefined;
  const written = parts?.[2] === undefined ? unit : unitOf(parts[2]);
  return written && Math.round(value * SQUARE_METRES[written] * 100) / 100;
}

/** The unit that a header names ("Sq. Ft.", "LandArea (ha)", "Site area m2"), if it names one. */
export function unitInHeader(header: string): AreaUnit | undefined {
  const words = header
    .toLowerCase()
    .replace(/sq\.?\s*(ft|feet|foot)\.?|square\s*f(ee|oo)t/g, ' sqft ')
    .replace(/sq\.?\s*m(et(er|re)s?)?\b\.?|square\s*met(re|er)s?/g, ' m2 ');
  for (const word of words.split(/[^a-z0-9²]+/)) {
    const unit = unitOf(word);
    if (unit) return unit;
  }
  const glued = /(hectares|acres|sqft|sqm|m2|ha)$/.exec(words.replace(/[^a-z0-9]/g, ''));
  return glued?.[1] === undefined ? undefined : unitOf(glued[1]);
}

function unitOf(text: string): AreaUnit | undefined {
  const name = text.toLowerCase().replace(/[\s.]/g, '');
  return UNITS.find(([pattern]) => pattern.test(name))?.[1];
}
