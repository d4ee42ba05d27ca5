import { notFound } from '../../kernel/problem.ts';

/** @throws Problem 404 when the text cannot be the id of an asset (a UUID): nothing but ids goes to the database. */
export function idIn(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw notFound('place');
  return text;
}
