import { postcodeOf } from '../../kernel/postcode.ts';

/** A value, or the sentence that says why the cell cannot be used and what to do. */
export type Checked = { value: string } | { problem: string };

/**
 * A unique property reference number: up to 12 digits (BS 7666), kept as text without padding zeros.
 * One that a spreadsheet has rounded is reported, never guessed.
 */
export function uprnOf(text: string): Checked {
  const bare = text.replace(/\s/g, '').replace(/\.0+$/, '');
  if (/^\d+(\.\d+)?e\+?\d+$/i.test(bare)) {
    return {
      problem: `"${text}" is a UPRN that a spreadsheet has rounded. Format the column as text, enter the full number and import again.`,
    };
  }
  const digits = bare.replace(/^0+/, '');
  if (!/^\d{1,12}$/.test(digits))
    return { problem: `"${shortened(text)}" is not a UPRN. Enter up to 12 digits, or leave the cell empty.` };
  if (digits.length >= 9 && digits.endsWith('000000')) {
    return {
      problem: `"${text}" ends in six zeros, so a spreadsheet has probably rounded it. Check the UPRN and enter it in full.`,
    };
  }
  return { value: digits };
}

/** "gl501dy" is "GL50 1DY"; a district such as "M41" is enough; a sector such as "M41 5" counts as its district. */
export function ukPostcodeOf(text: string): Checked {
  const known = postcodeOf(text);
  if (known) return { value: known };
  const sector = /^([A-Z]{1,2}\d[A-Z\d]?)\s+\d$/i.exec(text);
  if (sector?.[1]) return { value: sector[1].toUpperCase() };
  const meant = postcodeOf(text.toUpperCase().replace(/\s*[O0]([A-Z]{2})$/, ' 0$1'));
  return {
    problem: `"${shortened(text)}" is not a postcode. ${meant ? `Did you mean ${meant}?` : 'Enter one such as M33 7ZF, or a district such as M33.'}`,
  };
}

/** A full postcode at the very end of an address. */
export function postcodeAtEndOf(address: string): string | undefined {
  const found = /\b([A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})\s*\.?$/.exec(address);
  return found?.[1] === undefined ? undefined : postcodeOf(found[1]);
}

export function shortened(text: string, length = 60): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
