const AXIS = String.raw`[NSEW]`;
const NUMBER = String.raw`\d+(?:\.\d+)?`;
/** Degrees alone, or with minutes, or with minutes and seconds; the letter of the compass before or after. */
const ANGLE = new RegExp(
  String.raw`^(${AXIS})?\s*([+-]?)(${NUMBER})\s*(?:°|º|deg|\s)?\s*(?:(${NUMBER})\s*(?:'|′|’|min|\s)\s*(?:(${NUMBER})\s*(?:"|″|”|''|’’|sec)?)?)?\s*(${AXIS})?$`,
  'i',
);
const PAIRS = [
  new RegExp(String.raw`^(.*\d.*?[NS])[\s,;]*(\d.*[EW])$`, 'i'),
  new RegExp(String.raw`^(.*\d.*?[EW])[\s,;]*(\d.*[NS])$`, 'i'),
  new RegExp(String.raw`^([NS].*?)[\s,;]*([EW].*)$`, 'i'),
  new RegExp(String.raw`^([EW].*?)[\s,;]*([NS].*)$`, 'i'),
  // "53°24'36" -2°23'24"": signs instead of letters, latitude first as people write it.
  /^([+-]?\d[^,;]*[°º][^,;]*?)\s*[,;\s]\s*([+-]?\d[^,;]*[°º][^,;]*)$/,
];

type Angle = { degrees: number; axis: 'lat' | 'lon' | null };

/** One angle: "53.41N", "53°24'36"N", "W 2 23 24"; undefined for anything that is not certainly one. */
export function angleOf(text: string): Angle | undefined {
  const found = ANGLE.exec(text.trim());
  if (!found) return undefined;
  const [, before, sign, whole = '', minutes = '0', seconds = '0', after] = found;
  if (before !== undefined && after !== undefined) return undefined;
  const letter = (before ?? after)?.toUpperCase();
  if (Number(minutes) >= 60 || Number(seconds) >= 60 || (found[4] !== undefined && whole.includes('.')))
    return undefined;
  const size = Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600;
  const negative = sign === '-' || letter === 'S' || letter === 'W';
  const axis = letter === undefined ? null : 'NS'.includes(letter) ? 'lat' : 'lon';
  return size > 180 ? undefined : { degrees: negative ? -size : size, axis };
}

/** Two angles in one text, one of them north or south and the other east or west (or both with signs). */
export function anglePairIn(text: string): { lon: number; lat: number } | undefined {
  for (const pattern of PAIRS) {
    const parts = pattern.exec(text.trim());
    const [first, second] = [angleOf(parts?.[1] ?? ''), angleOf(parts?.[2] ?? '')];
    if (!first || !second) continue;
    if (first.axis === null && second.axis === null) return { lat: first.degrees, lon: second.degrees };
    if (first.axis === 'lat' && second.axis === 'lon') return { lat: first.degrees, lon: second.degrees };
    if (first.axis === 'lon' && second.axis === 'lat') return { lat: second.degrees, lon: first.degrees };
  }
  return undefined;
}
