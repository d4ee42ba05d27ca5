import { nameKey } from '../../kernel/text.ts';
import { isFullPostcode, postcodeOf } from '../../kernel/postcode.ts';
import type { LineCode, SheetLine, SignatureStanding } from './signature-contract.ts';

/** A name as it is compared: whatever its capitals, blanks, full stops, hyphens and titles. */
export const signerKey = (name: string): string =>
  nameKey(name.replace(/[.,'’-]/g, ' ')).replace(/^(mr|mrs|ms|miss|dr|mx|rev) /, '');

/** An address as it is counted: what stands behind a plus sign makes no other mailbox of it. */
export function emailKeyOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  return `${local.replace(/\+.*$/, '')}@${domain}`;
}

/** A whole postcode in its usual form; null where it is none. */
export function wholePostcode(typed: string): string | null {
  const known = postcodeOf(typed);
  return known !== undefined && isFullPostcode(known) ? known : null;
}

/** Where the people of a postcode stand: in a ward that may sign, in an area without a list of postcodes, or elsewhere. */
export type Lies = { wardId: string | null } | 'elsewhere';

/**
 * What becomes of a line on paper: its code where a clerk gave one, without a name or a postcode it has no address, and a postcode of elsewhere
 * is out of area. Nothing is struck for looking like another: that is for a person.
 */
export function standingOfLine(line: Pick<SheetLine, 'name' | 'postcode' | 'code'>, lies: Lies): SignatureStanding {
  if (line.code !== 'ok') return line.code;
  if (line.name.trim() === '' || wholePostcode(line.postcode) === null) return 'no_address';
  return lies === 'elsewhere' ? 'out_of_area' : 'valid';
}

/** Whether nothing was typed on a line. */
export const isBlank = ({ name, postcode, code }: { name: string; postcode: string; code: LineCode }): boolean =>
  name.trim() === '' && postcode.trim() === '' && code === 'ok';

/** Whether two people typed the same: names by how they are compared, postcodes by their usual form. What cannot be read has no name to compare. */
export function isSameLine(one: SheetLine | undefined, other: SheetLine | undefined): boolean {
  if (!one || !other) return one === other;
  if (one.code !== other.code) return false;
  if (one.code === 'unreadable' || one.code === 'no_address') return true;
  return (
    signerKey(one.name) === signerKey(other.name) &&
    (wholePostcode(one.postcode) ?? one.postcode.trim()) === (wholePostcode(other.postcode) ?? other.postcode.trim()) &&
    one.basis === other.basis
  );
}

/** The lines on which two who typed a sheet differ, by number. */
export function linesThatDiffer(first: readonly SheetLine[], second: readonly SheetLine[]): number[] {
  const numbers = [...new Set([...first, ...second].map(({ line }) => line))].toSorted((a, b) => a - b);
  const at = (lines: readonly SheetLine[], number: number) => lines.find(({ line }) => line === number);
  return numbers.filter((number) => !isSameLine(at(first, number), at(second, number)));
}
