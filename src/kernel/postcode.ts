/** Outward and inward part, as in BS 7666: "M33 7DZ", "WA14 1PF", "SW1A 1AA". */
const FULL = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/;
const DISTRICT = /^[A-Z]{1,2}[0-9][A-Z0-9]?$/;

/** "wa141pf" becomes "WA14 1PF"; a district such as "m33" becomes "M33"; anything else is undefined. */
export function postcodeOf(text: string): string | undefined {
  const squeezed = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const full = FULL.exec(squeezed);
  if (full) return `${full[1]} ${full[2]}`;
  return DISTRICT.test(squeezed) ? squeezed : undefined;
}

/** The part before the space: all that is public of a vacant building's address. */
export function districtOf(postcode: string): string {
  return postcode.split(' ')[0] ?? postcode;
}

export function isFullPostcode(postcode: string): boolean {
  return postcode.includes(' ');
}
