import type { Address, IdentifierScheme } from '../assets/asset-contract.ts';
import type { ImportFormat, Target } from './import-contract.ts';
import { postcodeAtEndOf, ukPostcodeOf, uprnOf, type Checked } from './cell-identifier-reading.ts';
import type { RowNotes } from './row-note-tally.ts';
import type { RowReading } from './row-reading.ts';

const LONGEST = { name: 500, number: 60, street: 300, town: 120, postcode: 12, identifier: 300 } as const;

const SCHEMES: { target: Target; scheme: IdentifierScheme }[] = [
  { target: 'uprn', scheme: 'uprn' },
  { target: 'title_number', scheme: 'title_number' },
  { target: 'inspire', scheme: 'inspire' },
];

/** The parts of the address that the file has columns for. An address in one cell goes where the street goes. */
export function readAddress(notes: RowNotes, uk: boolean): { address: Partial<Address>; street: string | null } {
  const address: Partial<Address> = {};
  if (notes.has('number')) address.number = notes.words('number', LONGEST.number);
  if (notes.has('street') || notes.has('address'))
    address.street = streetOf(notes.words('street', LONGEST.street), notes.words('address', LONGEST.street));
  // A whole address holds its number, if it has one: the number that is known from before would stand in front of it once more.
  if (notes.has('address') && !notes.has('number')) address.number = null;
  if (notes.has('town')) address.town = notes.words('town', LONGEST.town);
  if (notes.has('postcode')) {
    const postcode = readPostcode(notes, uk);
    if (postcode !== undefined) address.postcode = postcode;
  }
  if (address.number && isWithin(address.number, address.street)) address.number = null;
  const street = [address.number, address.street].filter(Boolean).join(' ');
  return { address, street: street === '' ? null : street };
}

/** A number that the street holds already would stand there twice. */
const isWithin = (number: string, street: string | null | undefined): boolean =>
  street !== null && street !== undefined && street.includes(',') && street.split(/[\s,]+/).includes(number);

/** A whole address says more than the street in it: "Unit 4, Old Mill, 12 West Mill Lane" beside "Mill Lane". */
function streetOf(street: string | null, address: string | null): string | null {
  if (street === null || address === null) return street ?? address;
  return address.toLowerCase().includes(street.toLowerCase()) ? address : street;
}

/** The name, or what comes closest to one. In a brownfield register the name is the address, so a postcode may end it. */
export function readName(
  notes: RowNotes,
  street: string | null,
  format: ImportFormat,
): { name: string; postcode: string | undefined } {
  const name = notes.words('name', LONGEST.name);
  if (name !== null) return { name, postcode: format === 'brownfield' ? postcodeAtEndOf(name) : undefined };
  if (street !== null) return { name: street.slice(0, LONGEST.name), postcode: undefined };
  notes.flag(
    'no_name',
    'name',
    'The row has neither a name nor a street, so its reference is shown instead. Enter a name people will recognise.',
  );
  return { name: notes.code ?? '', postcode: undefined };
}

export function readIdentifiers(notes: RowNotes): RowReading['identifiers'] {
  return SCHEMES.flatMap(({ target, scheme }): RowReading['identifiers'] => {
    if (!notes.has(target)) return [];
    const text = notes.text(target);
    if (text === '') return [{ scheme, value: null }];
    const checked: Checked = target === 'uprn' ? uprnOf(text) : { value: text.slice(0, LONGEST.identifier) };
    if ('value' in checked) return [{ scheme, value: checked.value }];
    notes.flag(`bad_${target}`, target, checked.problem);
    return [];
  });
}

/** Elsewhere than in the United Kingdom postal codes are kept as they are; "0" is what some lists write for none. */
function readPostcode(notes: RowNotes, uk: boolean): string | null | undefined {
  const text = notes.text('postcode').replaceAll(', ', ' ');
  if (text === '' || text === '0') return null;
  if (!uk) return text.slice(0, LONGEST.postcode);
  const checked = ukPostcodeOf(text);
  if ('value' in checked) return checked.value;
  notes.flag('bad_postcode', 'postcode', checked.problem);
  return undefined;
}
