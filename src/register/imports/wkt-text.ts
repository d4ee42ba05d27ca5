const WKT = /^(?:SRID=(\d+);)?\s*([A-Z]+)\s*(?:ZM|Z|M)?\s*(EMPTY|\([\s\S]*\))$/i;
const TYPES: Partial<Record<string, 'Point' | 'MultiPoint' | 'Polygon' | 'MultiPolygon'>> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
};
/** Kinds of geometry that are no place of an asset: lines, curves, collections. */
const OTHER =
  /^(SRID=\d+;)?\s*(MULTI)?(LINESTRING|CURVE|SURFACE|GEOMETRYCOLLECTION|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|TIN|TRIANGLE)/i;

export type WktGeometry = { type: string; coordinates: unknown[] };

/**
 * Well-known text ("POINT Z (1 2 3)", "SRID=27700;POLYGON((…))") as GeoJSON; heights and measures are left out later.
 * @returns null for an empty one, 'unread' for well-known text that cannot be read, undefined for any other text
 */
export function wktIn(
  text: string,
): { geometry: WktGeometry; system: string | undefined } | null | 'unread' | undefined {
  const found = WKT.exec(text.trim());
  if (!found)
    return OTHER.test(text.trim()) || /^(SRID|POINT|(MULTI)?POLYGON|MULTIPOINT)\b.*[(=]/i.test(text)
      ? 'unread'
      : undefined;
  const [, srid, word = '', body = ''] = found;
  const type = TYPES[word.toUpperCase()];
  if (!type) return OTHER.test(text.trim()) ? 'unread' : undefined;
  if (/^empty$/i.test(body)) return null;
  const nested = nestedNumbers(body);
  if (!nested) return 'unread';
  const coordinates = coordinatesOf(type, nested);
  return coordinates ? { geometry: { type, coordinates }, system: srid && `EPSG:${srid}` } : 'unread';
}

/** "((1 2, 3 4))" as [[[1,2],[3,4]]]. */
function nestedNumbers(body: string): unknown[] | undefined {
  const json = body
    .replace(/[^(),]+/g, (numbers) => (numbers.trim() === '' ? '' : `[${numbers.trim().split(/\s+/).join(',')}]`))
    .replaceAll('(', '[')
    .replaceAll(')', ']');
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function coordinatesOf(type: string, nested: unknown[]): unknown[] | undefined {
  const [first] = nested;
  if (type === 'Point') return Array.isArray(first) && nested.length === 1 ? first : undefined;
  // Both "MULTIPOINT(1 2, 3 4)" and "MULTIPOINT((1 2), (3 4))" are in use.
  if (type === 'MultiPoint') return nested.map((one) => (Array.isArray(one) && Array.isArray(one[0]) ? one[0] : one));
  return nested;
}
