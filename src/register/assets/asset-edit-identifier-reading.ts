import { type Identifier, IDENTIFIER_SCHEMES, type IdentifierScheme } from './asset-contract.ts';
import type { FormValues } from './asset-edit-contract.ts';

/** What a reference of each kind looks like, and what to say of one that does not. */
const FORMS: Record<IdentifierScheme, { pattern: RegExp; wrong: string }> = {
  // BS 7666: up to 12 digits. One that ends in six zeros was rounded by a spreadsheet.
  uprn: { pattern: /^(?!\d{3,}000000$)\d{1,12}$/, wrong: 'Enter each UPRN in full, up to 12 digits, one a line.' },
  title_number: { pattern: /^[A-Z]{0,4}\d{1,8}$/, wrong: 'Enter each title number such as GR123456, one a line.' },
  inspire: { pattern: /^\d{1,12}$/, wrong: 'Enter each INSPIRE id as digits, one a line.' },
  external: { pattern: /^.{1,100}$/, wrong: 'Enter each reference in up to 100 characters, one a line.' },
};
const MOST_EACH = 50;

/** The references of every scheme, each typed one a line. */
export function readIdentifiers({
  values,
  wrong,
}: {
  values: FormValues;
  wrong(field: string, message: string): void;
}): Identifier[] {
  return IDENTIFIER_SCHEMES.flatMap((scheme) => {
    const found = [
      ...new Set(
        (values[`id_${scheme}`] ?? '')
          .split('\n')
          .map((line) => tidied(scheme, line))
          .filter((line) => line !== ''),
      ),
    ];
    if (found.length > MOST_EACH || found.some((value) => !FORMS[scheme].pattern.test(value)))
      wrong(`id_${scheme}`, FORMS[scheme].wrong);
    return found.map((value) => ({ scheme, value }));
  });
}

function tidied(scheme: IdentifierScheme, line: string): string {
  if (scheme === 'external') return line.trim();
  const bare = line.replace(/\s/g, '').toUpperCase();
  return scheme === 'uprn' ? bare.replace(/^0+/, '') : bare;
}
