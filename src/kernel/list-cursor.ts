import { invalid } from './problem.ts';

/** Where a page of a list ended: what it is ordered by, and the id. */
export type ListMark = readonly [key: string, id: string];

/** The address of the next page. */
export function linkAfter(path: string, query: Record<string, string | undefined>, mark: ListMark): string {
  const params = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  params.set('cursor', Buffer.from(JSON.stringify(mark)).toString('base64url'));
  return `${path}?${params.toString()}`;
}

/** @throws Problem 400 for a cursor that is not ours */
export function markIn(cursor: string | undefined): ListMark | null {
  if (cursor === undefined) return null;
  try {
    const [key, id]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof key === 'string' && typeof id === 'string' && !`${key}${id}`.includes('\0')) return [key, id];
  } catch {
    // Falls through to the message below: whatever it was, it is not a cursor of ours.
  }
  throw invalid([{ field: 'cursor', message: 'Start again from the first page: this page link is not one of ours.' }]);
}
