import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvCell, csvLine, type Cell } from '../../../src/register/open-data/csv-cells.ts';

const CASES: [title: string, cell: Cell, text: string][] = [
  ['a plain text', 'Old yard', 'Old yard'],
  ['nothing', null, ''],
  ['a number', 0.125, '0.125'],
  ['a negative number', -2.35, '-2.35'],
  ['a text that is a negative number', '-2.35', '-2.35'],
  ['a formula', '=1+1', `'=1+1`],
  ['a telephone number', '+44 161 496 0000', `'+44 161 496 0000`],
  ['a minus with words', '-cmd', `'-cmd`],
  ['an at sign', '@SUM(A1)', `'@SUM(A1)`],
  ['a formula with a comma', '=A1,"B"', `"'=A1,""B"""`],
  ['a tab', '\t=1', `'\t=1`],
  ['a line end', '\r=1', `"'\r=1"`],
  ['a comma', 'Yard, the old one', '"Yard, the old one"'],
  ['quotation marks', 'The "Ritz"', '"The ""Ritz"""'],
  ['a minus inside', 'A-B', 'A-B'],
];

describe('A cell of a CSV file', () => {
  for (const [title, cell, text] of CASES)
    it(`holds ${title} as ${JSON.stringify(text)}`, () => expect(csvCell(cell)).to.equal(text));

  it('never begins as a formula, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = cellsOf(csvLine([text, 'x']))[0] ?? '';
        return !/^[=+\-@\t\r]/.test(read) || /^-?\d+(\.\d+)?$/.test(read);
      }),
    );
  });

  it('comes back as it was once the apostrophe is taken off', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = cellsOf(csvLine([text, 'x']))[0] ?? '';
        return read === text || read === `'${text}`;
      }),
    );
  });
});

function cellsOf(line: string): string[] {
  const rows: string[][] = parse(line, { record_delimiter: '\r\n', columns: false });
  return rows[0] ?? [];
}
