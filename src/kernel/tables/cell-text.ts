/** Ways in which published lists write "nothing". */
const EMPTY = new Set([
  'na',
  'n/a',
  'null',
  'none',
  'nil',
  '-',
  '--',
  '–',
  '—',
  '?',
  'n.a.',
  'not applicable',
  'undefined',
  'nan',
]);

/** What a spreadsheet writes where a formula failed. */
const SPREADSHEET_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/i;

/** Nothing to clean: printable ASCII with single spaces inside. */
const PLAIN = /^[!#-&(-~](?:[!-~]| (?! |$))*$/;

/**
 * A cell as plain text on several lines: control and invisible characters gone, lines trimmed, blank lines dropped,
 * quotation marks around the whole taken off, and the apostrophe that guards a formula in exported lists (`'=1+1`) too.
 * Mark-up stays what it is: text.
 */
function linesOf(cell: string): string[] {
  const lines = cell
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029\u000b\u000c]/)

    .map((line) =>
      line
        .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
  return lines.length === 1 ? [unwrapped(lines[0] ?? '')].filter((line) => line !== '') : lines;
}

/** A cell on one line, its lines joined by commas; '' when the cell says nothing ("NA", "null", "-"). */
export function textOfCell(cell: string): string {
  if (cell === '') return '';
  const text = PLAIN.test(cell)
    ? unwrapped(cell)
    : linesOf(cell)
        .map((line, index, all) => (index < all.length - 1 ? line.replace(/,$/, '') : line))
        .join(', ');
  return isNothing(text) ? '' : text;
}

/** A cell that keeps its lines, for descriptions; '' when the cell says nothing. */
export function paragraphsOfCell(cell: string): string {
  const text = linesOf(cell).join('\n');
  return isNothing(text) ? '' : text;
}

export function isSpreadsheetError(text: string): boolean {
  return text.startsWith('#') && SPREADSHEET_ERROR.test(text);
}

/** Addresses and numbers of people that slipped into a description are not for the register. */
export function withoutContacts(text: string): { text: string; removed: boolean } {
  const clean = text
    .replace(/[^\s@<>()[\]{},;:"]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/gu, '[e-mail address removed]')
    .replace(
      /(?<![\w/])(?:\+44[ ()]*\d{2,5}|0\d{2,4})[ )-]+\d{3,4}[ -]?\d{3,4}(?![\w/])|(?<![\w/])0[127]\d{9}(?![\w/])/g,
      '[telephone number removed]',
    );
  return { text: clean, removed: clean !== text };
}

function isNothing(text: string): boolean {
  return text.length <= 14 && EMPTY.has(text.toLowerCase());
}

function unwrapped(text: string): string {
  const bare = /^"[^"]*"$/.test(text) ? text.slice(1, -1).trim() : text;
  return /^'[=+\-@＝＋－＠]/.test(bare) ? bare.slice(1) : bare;
}
