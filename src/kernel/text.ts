/** The words of a text as text search sees them, the same on both databases: lower case, no accents, letters and digits only. */
export function searchableWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * A name as it is compared, the same on both databases: whatever its capitals (of any alphabet), its blanks, and the way
 * its accents are written. Upper case first, so that "Straße" and "STRASSE" are one.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** An address-friendly name: "Harbour Homes Ltd." becomes "harbour-homes-ltd". */
export function slugOf(name: string): string {
  return searchableWords(name).join('-').slice(0, 60) || 'unnamed';
}

/** "1 place", "2 places"; numbers with thousands separated. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
