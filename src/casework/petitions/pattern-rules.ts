/** What the finder looks at of a signature. `at` in milliseconds. */
export type SeenSignature = {
  id: string;
  network: string | null;
  at: number;
  nameKey: string;
  email: string | null;
};
export const PATTERN_KINDS = ['numbered_addresses', 'too_fast', 'too_even', 'same_names'] as const;
export type PatternKind = (typeof PATTERN_KINDS)[number];
/** Signatures that look as if one source had made them. `key` names it, the same whenever it is looked for. */
export type Pattern = { key: string; kind: PatternKind; ids: readonly string[]; from: number; until: number };

/** Fewer are no pattern: a family, a club, a street. */
const LEAST = 20;
/** People at one tablet take longer: so many within ten minutes from one network are no queue of people. */
const FAST = { many: 30, ms: 10 * 60_000 };
/** Gaps between people vary by as much as they last; between the calls of a script hardly at all. */
const EVEN_SPREAD = 0.25;
/** More than half of one stem of name: no neighbourhood is one family. */
const SAME_SHARE = 0.5;
/** Of numbered addresses so many stand next to another: "reader101", "reader102". */
const NUMBERED_SHARE = 0.8;

/**
 * Signatures that look made by a script: addresses that are numbered through, wherever they come from; and from one network more than people
 * can, as evenly as people do not, or of one name. Many from one network alone is nothing: a library, a school and a street may share one.
 * @returns the largest first; none of them strikes anything
 */
export function patternsIn(signatures: readonly SeenSignature[]): Pattern[] {
  const numbered = [...groupedBy(signatures, stemOf)].flatMap(([stem, of]) =>
    of.length >= LEAST && isNumbered(of) ? [patternOf('numbered_addresses', stem, of)] : [],
  );
  const networks = [...groupedBy(signatures, ({ network }) => network)].flatMap(([network, of]) =>
    of.length >= LEAST ? ofNetwork(network, of) : [],
  );
  return [...numbered, ...networks].toSorted((one, other) => other.ids.length - one.ids.length);
}

function ofNetwork(network: string, of: readonly SeenSignature[]): Pattern[] {
  const inOrder = of.toSorted((one, other) => one.at - other.at);
  const bursts = inBursts(inOrder);
  if (bursts.length > 0) return [patternOf('too_fast', network, bursts)];
  if (spreadOf(inOrder) < EVEN_SPREAD) return [patternOf('too_even', network, inOrder)];
  return [...groupedBy(inOrder, ({ nameKey }) => nameKey.replace(/\d+/g, '').trim())].flatMap(([stem, alike]) =>
    stem !== '' && alike.length >= LEAST && alike.length >= of.length * SAME_SHARE
      ? [patternOf('same_names', `${network} ${stem}`, alike)]
      : [],
  );
}

/** Those that came in stretches of ten minutes with more than people can. Others of the same network are left alone. */
function inBursts(inOrder: readonly SeenSignature[]): SeenSignature[] {
  const hot = new Set<number>();
  for (let first = 0, last = 0; last < inOrder.length; last++) {
    while ((inOrder[last]?.at ?? 0) - (inOrder[first]?.at ?? 0) > FAST.ms) first++;
    if (last - first + 1 < FAST.many) continue;
    for (let at = hot.has(last - 1) ? last : first; at <= last; at++) hot.add(at);
  }
  return [...hot].toSorted((a, b) => a - b).flatMap((at) => inOrder[at] ?? []);
}

/** How much gaps differ: their standard deviation by their mean. People’s come to about 1. */
function spreadOf(inOrder: readonly SeenSignature[]): number {
  const gaps = inOrder.slice(1).map(({ at }, index) => at - (inOrder[index]?.at ?? at));
  const mean = gaps.reduce((all, gap) => all + gap, 0) / gaps.length;
  if (mean === 0) return 0;
  return Math.sqrt(gaps.reduce((all, gap) => all + (gap - mean) ** 2, 0) / gaps.length) / mean;
}

/** An address without its numbers; null where it has none. */
function stemOf({ email }: SeenSignature): string | null {
  if (email === null || !/\d/.test(email.split('@')[0] ?? '')) return null;
  const [local = '', domain = ''] = email.split('@');
  return `${local.replace(/\d+/g, '#')}@${domain}`;
}

function isNumbered(of: readonly SeenSignature[]): boolean {
  const numbers = of.map(({ email }) => Number(/(\d+)\D*$/.exec((email ?? '').split('@')[0] ?? '')?.[1] ?? Number.NaN));
  const sorted = numbers.toSorted((a, b) => a - b);
  const beside = sorted.filter(
    (n, index) => n - (sorted[index - 1] ?? Number.NEGATIVE_INFINITY) <= 2 || (sorted[index + 1] ?? Infinity) - n <= 2,
  );
  return beside.length >= of.length * NUMBERED_SHARE;
}

function patternOf(kind: PatternKind, key: string, of: readonly SeenSignature[]): Pattern {
  const times = of.map(({ at }) => at);
  const ids = of.map(({ id }) => id);
  return {
    key: `${kind} ${shortOf(key)}`,
    kind,
    ids,
    from: times.reduce((a, b) => Math.min(a, b), Infinity),
    until: times.reduce((a, b) => Math.max(a, b), 0),
  };
}

/** A short name for a source, which says nothing of it: FNV-1a. */
function shortOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
