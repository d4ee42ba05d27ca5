/** The beginning of a text on one line, for a sentence about it. */
export function shortText(text: string, length = 30): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
