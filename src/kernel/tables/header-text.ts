/** How many rows may stand above the header: a title, a date, a licence line. */
export const ROWS_BEFORE_HEADER = 12;

/** A header as it is compared: small letters and digits only. "Site Name Address\n" becomes "sitenameaddress". */
export function normalised(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Headers whose columns hold people: never stored (register: allow-list). */
const PERSONAL =
  /contact|phone|mobile|telno|email|mailaddress|fax|tenantname|^tenants?$|lessee|leaseholder|^occupiers?$|occupiername|ownername|landowner|freeholder|^owners?$|applicant|agentname|^agent$|surname|forename|firstname|lastname|dateofbirth/;

export function isPersonal(header: string): boolean {
  return PERSONAL.test(normalised(header));
}

/** Insertions, deletions, replacements and swaps of neighbours between two short texts (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      current.push(best);
    }
    [older, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}
