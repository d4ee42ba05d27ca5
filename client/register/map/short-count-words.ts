/** 1240 fits its circle as "1.2k"; the list says the number in full. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  return `${Number((count / 1000).toFixed(count < 10_000 ? 1 : 0))}k`;
}
