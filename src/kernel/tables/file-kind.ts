import { ImportProblem } from './import-problem.ts';

type Signature = { starts: string | RegExp; advice: string };

const SAVE_AS_CSV = 'Open it in your spreadsheet program, choose "Save as", then "CSV UTF-8", and import that file.';

/** First bytes of files that people send by mistake, read as Latin-1, and what to do about each. */
const OTHER_FILES: Signature[] = [
  {
    starts: /^PK\x03\x04[\s\S]*(xl\/|\[Content_Types\]|mimetypeapplication\/vnd\.oasis)/,
    advice: `This is a spreadsheet workbook, not a CSV file. ${SAVE_AS_CSV}`,
  },
  { starts: 'PK\x03\x04', advice: 'This is a zip archive. Unpack it and import the CSV or GeoJSON file inside.' },
  { starts: '\xD0\xCF\x11\xE0', advice: `This is an old Excel workbook, not a CSV file. ${SAVE_AS_CSV}` },
  { starts: '\x1F\x8B', advice: 'This is a compressed file. Unpack it and import the CSV or GeoJSON file inside.' },
  { starts: '%PDF', advice: 'This is a PDF. Ask for the list as CSV: a table in a PDF cannot be read safely.' },
  { starts: '{\\rtf', advice: 'This is a word-processor document. Save the table as CSV and import that file.' },
  {
    starts: 'SQLite format 3',
    advice: 'This is a database (perhaps a GeoPackage). Export the layer as GeoJSON or CSV and import that file.',
  },
  {
    starts: /^(\x89PNG|\xFF\xD8\xFF|GIF8|BM[\s\S]{4}\0\0|II\*\0|MM\0\*)/,
    advice: 'This is a picture. Import the list itself, as CSV or GeoJSON.',
  },
  {
    starts: /^\s*(<!--[\s\S]*?-->\s*)?<(!doctype\s+html|html|head|body|table)\b/i,
    advice:
      'This is a web page, not the file itself. The link may need a sign-in or may have moved: open it in a browser and download the file again.',
  },
  {
    starts: /^\s*<\?xml|^\s*<(kml|gml|wfs|rdf)\b/i,
    advice: 'This is XML (perhaps KML or GML). Export the layer as GeoJSON or CSV and import that file.',
  },
];

/** Whether the text begins like JSON. */
export function looksLikeJson(text: string): boolean {
  return /^[\uFEFF\s]*[{[]\s*("|{|\}|$)/.test(text);
}

/**
 * Refuses what is not a text file of rows.
 * @param head the first bytes of the file, 4 KB or more if there are as many
 * @throws ImportProblem that names what the file is and what to do instead
 */
export function refuseOtherFiles(head: Buffer): void {
  const text = head
    .subarray(0, 4096)
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '');
  const match = OTHER_FILES.find(({ starts }) =>
    typeof starts === 'string' ? text.startsWith(starts) : starts.test(text),
  );
  if (match) throw new ImportProblem(match.advice);
}
