/**
 * A value of a place as people read it in a list of changes: an address in a line, several things with commas between.
 * @param longest characters that are shown of it
 */
export function valueWords(value: unknown, longest: number): string {
  const text = textOf(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value !== 'object') return String(value);
  const parts = Object.values(value).filter((part) => part !== null && part !== '');
  return parts.length === 0 ? 'nothing' : parts.map(textOf).join(', ');
}
