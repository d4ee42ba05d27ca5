import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvBeginning, csvLines, type Cell } from '../../../src/kernel/tables/csv-writing.ts';

const CASES: [title: string, cell: Cell, text: string][] = [
  ['a plain text', 'Old yard', 'Old yard'],
  ['nothing', null, ''],
  ['a number', 0.125, '0.125'],
  ['a negative number', -2.35, '-2.35'],
  ['a formula', '=1+1', `'=1+1`],
  ['a telephone number', '+44 161 496 0000', `'+44 161 496 0000`],
  ['a minus with words', '-cmd', `'-cmd`],
  ['an at sign', '@SUM(A1)', `'@SUM(A1)`],
  ['a formula with a comma', '=A1,"B"', `"'=A1,""B"""`],
  ['a formula behind a tab', '\t=1', `'=1`],
  ['a formula behind a line end', '\r\n=1', `'=1`],
  ['a formula in wide letters', '＝1+1', `'＝1+1`],
  ['a line feed inside', 'Two\nlines', `"Two\nlines"`],
  ['a carriage return inside', 'Two\rlines', `"Two\rlines"`],
  ['a comma', 'Yard, the old one', '"Yard, the old one"'],
  ['quotation marks', 'The "Ritz"', '"The ""Ritz"""'],
  ['a minus inside', 'A-B', 'A-B'],
];

describe('A cell of a CSV file', () => {
  for (const [title, cell, text] of CASES)
    it(`holds ${title} as ${JSON.stringify(text)}`, () => expect(csvLines([[cell, 'x']])).to.equal(`${text},x\r\n`));

  it('never begins as a formula, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => !/^[=+\-@\t\r\n]/.test(read(text))));
  });

  it('comes back as it was, but for spaces around it, once the apostrophe is taken off', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => [text.trim(), `'${text.trim()}`].includes(read(text))),
    );
  });
});

describe('A CSV file', () => {
  it('begins with the mark by which spreadsheets know UTF-8, and has its header once', () => {
    const file = csvBeginning(['Name', 'Town']) + csvLines([['Café', 'Ŵ']]) + csvLines([['Yard', null]]);
    expect(file).to.equal('\uFEFFName,Town\r\nCafé,Ŵ\r\nYard,\r\n');
  });

  it('has nothing below its header where nothing was found', () => expect(csvLines([])).to.equal(''));
});

/** What a reader of the file finds in a cell that was written with this text. */
function read(text: string): string {
  const rows: string[][] = parse(csvLines([[text, 'x']]), { record_delimiter: '\r\n', columns: false });
  return rows[0]?.[0] ?? '';
}
