import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import {
  dayOf,
  emptyTally,
  needsAsking,
  orderOf,
  tallyDate,
  type ColumnOrder,
} from '../../../src/register/imports/cell-date-reading.ts';
import { postcodeAtEndOf, ukPostcodeOf, uprnOf } from '../../../src/register/imports/cell-identifier-reading.ts';
import {
  numberOf,
  penceOf,
  squareMetresOf,
  unitInHeader,
  type AreaUnit,
} from '../../../src/kernel/tables/cell-numbers.ts';
import {
  energyRatingOf,
  FREEHOLD_DETAIL_TERMS,
  HOLDING_TERMS,
  OWNERSHIP_TERMS,
  severalTermsOf,
  TENURE_DETAIL_TERMS,
  TENURE_TERMS,
  termOf,
} from '../../../src/register/imports/cell-term-rules.ts';
import { paragraphsOfCell, textOfCell, withoutContacts } from '../../../src/kernel/tables/cell-text.ts';
import { csvLines } from '../../../src/kernel/tables/csv-writing.ts';

describe('The text of a cell', () => {
  const cases: [cell: string, text: string][] = [
    ['Freehold\u00a0', 'Freehold'],
    ['Land At\rLeckhampton Hill\r \r \r\r', 'Land At, Leckhampton Hill'],
    [' \nGL50 4RN', 'GL50 4RN'],
    ['Charlton Kings,\nCheltenham', 'Charlton Kings, Cheltenham'],
    ['"Jethro\'s Motel, Lewdown"', "Jethro's Motel, Lewdown"],
    ["'=HYPERLINK(1)", '=HYPERLINK(1)'],
    ["'tis a pity", "'tis a pity"],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['zero\u200bwidth\u0007bell', 'zerowidthbell'],
    ['two  spaces ', 'two spaces'],
    ['N/A', ''],
    ['null', ''],
    [' - ', ''],
    ['NA ', ''],
    ['None', ''],
    ['Nathan House', 'Nathan House'],
  ];
  for (const [cell, text] of cases) {
    it(`of ${JSON.stringify(cell)} is ${JSON.stringify(text)}`, () => expect(textOfCell(cell)).to.equal(text));
  }

  it('cleaned once is clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        const once = textOfCell(cell).replace(/^'/, '');
        fc.pre(!/^"|^'/.test(once));
        expect(textOfCell(once)).to.equal(once);
      }),
    );
  });

  it('comes back from our own export as it was', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const text = textOfCell(value);
        fc.pre(!/^'|"/.test(text));
        expect(textOfCell(parse(csvLines([[text, 'x']]))[0]?.[0] ?? '')).to.equal(text);
      }),
    );
  });

  it('keeps the lines of a description', () =>
    expect(paragraphsOfCell('First.\r\n\r\nSecond. ')).to.equal('First.\nSecond.'));

  it('loses telephone numbers and e-mail addresses, but not planning references', () => {
    expect(
      withoutContacts('Ring 0161 912 2000 or ask jo.bloggs@council.gov.uk (06/2017/0285, SX5670 4944)'),
    ).to.deep.equal({
      text: 'Ring [telephone number removed] or ask [e-mail address removed] (06/2017/0285, SX5670 4944)',
      removed: true,
    });
  });
});

describe('A date', () => {
  const cases: [text: string, order: ColumnOrder, day: string | undefined][] = [
    ['2023-09-29', 'undecided', '2023-09-29'],
    ['20230929', 'undecided', '2023-09-29'],
    ['29-Sep-23', 'undecided', '2023-09-29'],
    ['1st March 2024', 'undecided', '2024-03-01'],
    ['29/09/2023', 'dmy', '2023-09-29'],
    ['07.01.2019', 'dmy', '2019-01-07'],
    ['11/20/2018', 'mdy', '2018-11-20'],
    ['3/4/2024', 'mdy', '2024-03-04'],
    ['3/4/24', 'dmy', '2024-04-03'],
    ['2019-01-07T00:00:00Z', 'undecided', '2019-01-07'],
    ['07/01/2019 00:00', 'dmy', '2019-01-07'],
    ['02/02/2018', 'undecided', '2018-02-02'],
    ['01/06/98', 'dmy', '1998-06-01'],
    ['25/12/2020', 'mixed', '2020-12-25'],
    ['12/25/2020', 'mixed', '2020-12-25'],
    ['03/04/2024', 'undecided', undefined],
    ['03/04/2024', 'mixed', undefined],
    ['12/25/2020', 'dmy', undefined],
    ['25/12/2020', 'mdy', undefined],
    ['31/02/2024', 'dmy', undefined],
    ['2024-13-01', 'dmy', undefined],
    ['43831', 'dmy', undefined],
    ['soon', 'dmy', undefined],
    ['3 Foo 2024', 'dmy', undefined],
  ];
  for (const [text, order, day] of cases) {
    it(`${JSON.stringify(text)} in a column that is ${order} is ${day ?? 'not read'}`, () =>
      expect(dayOf(text, order)).to.equal(day));
  }

  const columns: [title: string, cells: string[], order: ColumnOrder, ask: boolean][] = [
    ['one day above 12 decides for day first', ['02/01/2018', '21/12/2017'], 'dmy', false],
    ['one day above 12 in second place decides for month first', ['03/05/2019', '11/20/2018'], 'mdy', false],
    ['small numbers alone leave it open', ['02/01/2018', '07/01/2019'], 'undecided', true],
    ['dates that read alike both ways need no decision', ['01/01/2018', '2019-05-06'], 'dmy', false],
    [
      'contradicting cells are mixed, and asked about where one is open',
      ['25/12/2020', '12/25/2020', '01/02/2020'],
      'mixed',
      true,
    ],
    ['contradicting cells that leave nothing open are read one by one', ['25/12/2020', '12/25/2020'], 'mixed', false],
  ];
  for (const [title, cells, order, ask] of columns) {
    it(title, () => {
      const tally = emptyTally();
      cells.forEach((cell) => tallyDate(tally, cell));
      expect(orderOf(tally, null)).to.equal(order);
      expect(needsAsking(tally, orderOf(tally, null))).to.equal(ask);
    });
  }

  it('written in any notation reads back as the same day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const [year = '', month = '', dayOfMonth = ''] = day.split('-');
          expect(dayOf(`${dayOfMonth}/${month}/${year}`, 'dmy')).to.equal(day);
          expect(dayOf(`${dayOfMonth}.${month}.${year.slice(2)}`, 'dmy')).to.equal(day);
          expect(dayOf(`${month}/${dayOfMonth}/${year}`, 'mdy')).to.equal(day);
          expect(dayOf(day.replaceAll('-', ''), 'undecided')).to.equal(day);
        },
      ),
    );
  });
});

describe('A number', () => {
  const cases: [text: string, value: number | undefined][] = [
    ['1,234.50', 1234.5],
    ['-2.35', -2.35],
    ['\u22122.35', -2.35],
    ['.5', 0.5],
    ['1e3', 1000],
    ['52.200.96', undefined],
    ['0,07', undefined],
    ['12 to 15', undefined],
    ['1,23', undefined],
    ['', undefined],
    ['.', undefined],
    ['0x10', undefined],
  ];
  for (const [text, value] of cases)
    it(`${JSON.stringify(text)} is ${value}`, () => expect(numberOf(text)).to.equal(value));

  const areas: [text: string, unit: AreaUnit, value: number | undefined][] = [
    ['0.07', 'ha', 700],
    ['1,234.5', 'm2', 1234.5],
    ['0.07 ha', 'm2', 700],
    ['3125', 'sqft', 290.32],
    ['2 acres', 'ha', 8093.71],
    ['500 sq. m', 'ha', 500],
    ['0.39 Not owned by a public authority', 'ha', undefined],
    ['-1', 'ha', undefined],
    ['small', 'ha', undefined],
  ];
  for (const [text, unit, value] of areas)
    it(`${JSON.stringify(text)} in a column of ${unit} is ${value} m²`, () =>
      expect(squareMetresOf(text, unit)).to.equal(value));

  const headers: [header: string, unit: AreaUnit | undefined][] = [
    ['Sq. Ft.', 'sqft'],
    ['LandArea (ha)', 'ha'],
    ['AreaHa', 'ha'],
    ['Hectares', 'ha'],
    ['Floor area m2', 'm2'],
    ['GIA (sq m)', 'm2'],
    ['Site area in acres', 'acre'],
    ['BuildingSize', undefined],
    ['LandArea', undefined],
  ];
  for (const [header, unit] of headers)
    it(`under the header ${JSON.stringify(header)} is in ${unit ?? 'the usual unit'}`, () =>
      expect(unitInHeader(header)).to.equal(unit));

  it('of hectares comes back from our own export as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000_000 }), (hundredths) => {
        const squareMetres = hundredths / 100;
        expect(squareMetresOf(String(Number((squareMetres / 10_000).toFixed(6))), 'ha')).to.equal(squareMetres);
      }),
    );
  });

  it('of money is whole pence', () => {
    expect(penceOf('£1,234.565')).to.equal(123457);
    expect(penceOf('-5')).to.equal(undefined);
  });
});

describe('A reference', () => {
  const uprns: [text: string, value: string | undefined][] = [
    ['100012797623', '100012797623'],
    ['010012809302', '10012809302'],
    ['10070461991.0', '10070461991'],
    ['1.00013E+11', undefined],
    ['100121000000', undefined],
    ['1000127976231', undefined],
    ['n.k.', undefined],
    ['0', undefined],
  ];
  for (const [text, value] of uprns)
    it(`UPRN ${text} is ${value ?? 'reported, not guessed'}`, () =>
      expect(uprnOf(text))
        .to.deep.include(value === undefined ? {} : { value })
        .and.to.have.property(value === undefined ? 'problem' : 'value'));

  const postcodes: [text: string, value: string | undefined][] = [
    ['gl501dy', 'GL50 1DY'],
    ['M41', 'M41'],
    ['M41 5', 'M41'],
    ['WA14  1PF', 'WA14 1PF'],
    ['M32 OXZ', undefined],
    ['Manchester', undefined],
  ];
  for (const [text, value] of postcodes)
    it(`postcode ${text} is ${value ?? 'reported'}`, () =>
      expect(ukPostcodeOf(text)).to.have.property(
        value === undefined ? 'problem' : 'value',
        ...(value === undefined ? [] : [value]),
      ));

  it('with the letter O for a zero is suggested with the zero', () =>
    expect(ukPostcodeOf('M32 OXZ')).to.have.property('problem').that.includes('Did you mean M32 0XZ?'));
  it('at the end of an address is found', () =>
    expect(postcodeAtEndOf('Parkers Barn, Parkers Way, Totnes, Devon, TQ9 5UF')).to.equal('TQ9 5UF'));
});

describe('A value of a list', () => {
  it('is known whatever its case and punctuation', () => {
    expect(termOf(TENURE_TERMS, 'FREEHOLD')).to.deep.equal({ value: 'freehold' });
    expect(termOf(HOLDING_TERMS, 'Land and Building')).to.deep.equal({ value: 'land_and_buildings' });
    expect(termOf(TENURE_DETAIL_TERMS, 'Leasehold out')).to.deep.equal({ value: 'leasehold_out' });
  });
  it('is known by a beginning of ten letters or more that fits only one', () => {
    expect(termOf(OWNERSHIP_TERMS, 'Not owned by a publ')).to.deep.equal({ value: 'private' });
    expect(termOf(OWNERSHIP_TERMS, 'Owned by a public authority (part)')).to.deep.equal({ value: 'public' });
    expect(termOf(TENURE_DETAIL_TERMS, 'Leasehold')).to.deep.equal({ meant: null });
    expect(termOf(TENURE_DETAIL_TERMS, 'Ground leasehold')).to.deep.equal({ meant: null });
  });
  it('is suggested, not accepted, when a letter is wrong', () =>
    expect(termOf(TENURE_TERMS, 'Frehold')).to.deep.equal({ meant: 'Freehold' }));
  it('of a freehold that says only "Leasehold" was let out by its owner', () =>
    expect(termOf(FREEHOLD_DETAIL_TERMS, 'Leasehold')).to.deep.equal({ value: 'leasehold_out' }));
  it('may be several, parted by | or /', () => {
    expect(severalTermsOf(TENURE_DETAIL_TERMS, 'Owner Occupied | Licence out')).to.deep.equal({
      values: ['owner_occupied', 'licence_out'],
      unknown: [],
    });
    expect(severalTermsOf(TENURE_DETAIL_TERMS, 'Vacant/Rented')).to.deep.equal({
      values: ['vacant'],
      unknown: [{ text: 'Rented', meant: null }],
    });
    expect(severalTermsOf(HOLDING_TERMS, 'Land/Buildings')).to.deep.equal({
      values: ['land_and_buildings'],
      unknown: [],
    });
  });
  it('of energy is a letter up to G', () =>
    expect(['EPC D', 'a+', 'E (112)', 'H', '75'].map(energyRatingOf)).to.deep.equal([
      'D',
      'A+',
      'E',
      undefined,
      undefined,
    ]));
});
