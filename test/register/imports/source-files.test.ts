import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { stringify } from 'csv-stringify/sync';
import { mapColumns } from '../../../src/register/imports/column-reading.ts';
import { layoutOf } from '../../../src/kernel/tables/csv-layout.ts';
import { csvRows, type SourceRow } from '../../../src/kernel/tables/csv-rows.ts';
import { featureTexts } from '../../../src/register/imports/geojson-text.ts';
import { editDistance, isPersonal } from '../../../src/kernel/tables/header-text.ts';
import { meaningOf, suggestionFor } from '../../../src/register/imports/header-name-table.ts';
import { DEFAULT_LIMITS, type ImportLimits } from '../../../src/register/imports/import-contract.ts';
import { ImportProblem } from '../../../src/kernel/tables/import-problem.ts';
import { openSource } from '../../../src/register/imports/import-source-reading.ts';
import { scanFile } from '../../../src/kernel/tables/source-file.ts';
import { aFile, aFolder } from '../../support/temp-files.ts';

const HEADER = 'AssetCode,PropertyName,GeoX,GeoY';

async function open(content: string | Buffer, limits: Partial<ImportLimits> = {}, names: string[] = []) {
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  const file = await scanFile(aFile('list.csv', content), 'list.csv', bounds, () => undefined);
  const source = await openSource(file, { format: null, names }, bounds);
  const rows: SourceRow[] = [];
  for await (const row of source.rows()) rows.push(row);
  return { file, source, rows };
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ImportProblem) return error.message;
    throw error;
  }
  return 'no problem';
}

describe('The encoding of a file', () => {
  const text = `${HEADER}\r\nA1,Café – “Zoë’s”,1,2\r\n`;
  const cases: [title: string, bytes: Buffer, encoding: string][] = [
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['Windows-1252', iconv.encode(text, 'windows-1252'), 'windows-1252'],
    ['UTF-16, little end first, with a mark', iconv.encode(text, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16, little end first', iconv.encode(text, 'utf-16le'), 'utf-16le'],
    ['UTF-16, big end first, with a mark', iconv.encode(text, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16, big end first', iconv.encode(text, 'utf-16be'), 'utf-16be'],
  ];
  for (const [title, bytes, encoding] of cases) {
    it(`is found out: ${title}`, async () => {
      const { file, source, rows } = await open(bytes);
      expect(file.encoding).to.equal(encoding);
      expect(source.header).to.deep.equal(HEADER.split(','));
      expect(rows.map(({ cells }) => cells[1])).to.deep.equal(['Café – “Zoë’s”']);
    });
  }

  it('is found out from one byte far behind the beginning', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}\n${'A1,Plain,1,2\n'.repeat(20_000)}`),
      iconv.encode('B1,Joe’s,1,2\n', 'windows-1252'),
    ]);
    const { file, rows } = await open(bytes);
    expect(file.encoding).to.equal('windows-1252');
    expect(rows.at(-1)?.cells[1]).to.equal('Joe’s');
  });

  it('stays UTF-8 when one character among many is damaged, and the damage is counted', async () => {
    const { file } = await open(
      Buffer.concat([
        Buffer.from(`${HEADER}\nA1,${'é'.repeat(40)},1,2\nA2,`),
        Buffer.from([0xe9]),
        Buffer.from(',1,2\n'),
      ]),
    );
    expect(file).to.include({ encoding: 'utf-8', damagedCharacters: 1 });
  });

  it('of any text survives whatever pieces it arrives in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .string({ unit: 'grapheme', minLength: 1 })
          .filter((cell) => /^[^\s"\uFEFF][^"]*$/u.test(cell) && !/\p{C}|\s$/u.test(cell)),
        async (cell) => {
          const filler = 'x'.repeat(65_530);
          const { rows } = await open(`${HEADER}\nA1,${filler}${cell},"${cell}",2\n`.replaceAll('\r', ' '));
          expect(rows[0]?.cells[1]).to.equal(filler + cell.split(',')[0]);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('The layout of a file', () => {
  const rowsOf = async (content: string) => (await open(content)).rows.map(({ line, cells }) => [line, ...cells]);

  it('may end rows with CR LF and keep lone CRs and LFs in cells', async () => {
    expect(await rowsOf(`${HEADER}\r\nA1,"Land At\rHill\r \r",1,2\r\nA2,"GL50\n",3,4\r\nA3,c,5,6\r\n`)).to.deep.equal([
      [2, 'A1', 'Land At\rHill\r \r', '1', '2'],
      [3, 'A2', 'GL50\n', '3', '4'],
      [5, 'A3', 'c', '5', '6'],
    ]);
  });
  it('may end rows with CR alone', async () => {
    expect(await rowsOf(`${HEADER}\rA1,Depot,1,2\rA2,"Hall, old",3,4`)).to.deep.equal([
      [2, 'A1', 'Depot', '1', '2'],
      [3, 'A2', 'Hall, old', '3', '4'],
    ]);
  });
  it('leaves out blank rows and still counts their lines', async () => {
    expect(await rowsOf(`${HEADER}\n\nA1,Depot,1,2\n,,,\n \nA2,Hall,3,4\n\n\n`)).to.deep.equal([
      [3, 'A1', 'Depot', '1', '2'],
      [6, 'A2', 'Hall', '3', '4'],
    ]);
  });
  it('lets stray quotation marks and ragged rows through', async () => {
    expect(await rowsOf(`${HEADER}\n1483/17 "Prior" x,LMN",1\n"Up to 5"",500",b,1,2,3\n`)).to.deep.equal([
      [2, '1483/17 "Prior" x', 'LMN"', '1'],
      [3, 'Up to 5",500', 'b', '1', '2', '3'],
    ]);
  });
  it('may part cells by semicolons, tabs or bars', async () => {
    for (const mark of [';', '\t', '|'])
      expect(await rowsOf(`${HEADER}\nA1,Depot,1,2\n`.replaceAll(',', mark))).to.deep.equal([
        [2, 'A1', 'Depot', '1', '2'],
      ]);
    expect(layoutOf('a;b;c\n"1,2,3,4,5,6";2;3\n').delimiter).to.equal(';');
  });
  it('may have a title above the header, and line ends inside headers', async () => {
    const { source, rows } = await open(
      `Land register 2024,,,\n\n"Asset\nCode",Property Name,GeoX,GeoY\nA1,Depot,1,2\n`,
    );
    expect(mapColumns(source.header, { map: {} }, { map: {} }).columns).to.have.all.keys('code', 'name', 'x', 'y');
    expect(rows).to.have.length(1);
  });
  it('without a header row is said to be so, with its columns numbered', async () => {
    const { source, rows } = await open('A1,Depot,376700,387900\nA2,Hall,376701,387901\n');
    expect(source).to.deep.include({ hasHeader: false, header: ['#1', '#2', '#3', '#4'] });
    expect(rows).to.have.length(2);
  });
  it('of unknown headers is a header row where the next one holds data', async () => {
    expect((await open('Kennung,Bezeichnung\n17,Turnhalle\n')).source).to.deep.include({
      hasHeader: true,
      header: ['Kennung', 'Bezeichnung'],
    });
  });

  it('gives back what was written, line by line', async () => {
    const cell = fc.string().map((text) => text.replace(/[\r\n]/g, ' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 20 }),
        async (table) => {
          const filled = table.filter((cells) => cells.some((text) => text.trim() !== ''));
          const { rows } = await open(`${HEADER}\n${stringify(table, { quoted: true })}`);
          expect(rows.map(({ cells }) => cells)).to.deep.equal(filled);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('Columns', () => {
  const use = (headers: string[], map = {}, remembered = {}) => mapColumns(headers, { map }, { map: remembered });
  const targets = (headers: string[], map = {}, remembered = {}) =>
    use(headers, map, remembered).uses.map((one) => (one.targets.length > 0 ? one.targets.join() : one.how));

  it('are known by the many names that lists give them', () => {
    expect(
      targets([
        'Site Reference',
        'SiteNameAddress',
        'System Reference',
        'GeoY',
        'GeoX',
        'Sq. Ft.',
        'Ownership',
        'PropertyNumber',
        'Last Update',
        'Land Area (ha)',
      ]),
    ).to.deep.equal([
      'code',
      'name',
      'crs',
      'y',
      'x',
      'spare',
      'ownership_status',
      'number',
      'effective_on',
      'land_area',
    ]);
  });
  it('of one meaning: the best name is used, the other is spare; a name that comes twice counts once', () => {
    expect(targets(['ID', 'AssetCode'])).to.deep.equal(['spare', 'code']);
    expect(targets(['OrganisationLabel', 'AssetCode', 'OrganisationLabel'])).to.deep.equal([
      'organisation',
      'code',
      'repeated',
    ]);
  });
  it('whose headers slid into one cell are taken apart', () => {
    const { columns } = use(['Site Reference', 'SitePlanURL CoordinateReferenceSystem', '', 'GeoX', 'GeoY']);
    expect(columns.crs).to.deep.equal({ index: 2, header: 'CoordinateReferenceSystem' });
  });
  it('misspelt are suggested, never used', () => {
    const { uses, columns } = use(['AssetCode', 'PropretyName', 'Wumpus']);
    expect(columns.name).to.equal(undefined);
    expect(uses.map(({ suggestion }) => suggestion)).to.deep.equal([null, 'name', null]);
  });
  it('about people are never stored', () => {
    for (const header of ['Contact Name', 'Telephone', 'E-mail', 'Owner name', 'Tenant', 'Leaseholder'])
      expect(isPersonal(header), header).to.equal(true);
    for (const header of ['TenureType', 'AssetCode', 'OwnershipStatus', 'TenureDetail', 'Management'])
      expect(isPersonal(header), header).to.equal(false);
    expect(targets(['AssetCode', 'Contact Name'])).to.deep.equal(['code', 'personal']);
  });
  it('hold what they are told to, by name or by place, before what was remembered and what is known', () => {
    expect(targets(['Ref', 'Bez', 'Name'], { Bez: ['code', 'name'] })).to.deep.equal(['spare', 'code,name', 'spare']);
    expect(targets(['', 'Name'], { '#1': ['code'] })).to.deep.equal(['code', 'name']);
    expect(targets(['Ref', 'Name'], { Name: ['description'] })).to.deep.equal(['code', 'description']);
    expect(
      targets(['Ref', 'Bez'], { Ref: ['ignore'] }, { Ref: ['name'], Bez: ['code'], Gone: ['uprn'] }),
    ).to.deep.equal(['ignore', 'code']);
  });
  it('that do not exist cannot be told anything', () =>
    expect(() => use(['Ref'], { Nope: ['code'] })).to.throw(ImportProblem, 'There is no column "Nope"'));

  it('differ by as many letters as have to be changed', () => {
    const cases: [string, string, number][] = [
      ['geox', 'geox', 0],
      ['geox', 'goex', 1],
      ['uprn', 'upm', 2],
      ['', 'abc', 3],
      ['postcode', 'pstcode', 1],
    ];
    for (const [a, b, distance] of cases) expect(editDistance(a, b)).to.equal(distance);
    expect(suggestionFor('Postcoed')).to.equal('postcode');
    expect(suggestionFor('Use1')).to.equal(null);
    expect(meaningOf('Floor area (m2)')?.target).to.equal('floor_area');
  });
});

describe('A file that is no list', () => {
  const wrong: [title: string, content: string | Buffer, says: string][] = [
    ['nothing at all', '', 'is empty'],
    ['blank lines', ' \n\n\r\n', 'has only blank lines'],
    [
      'an Excel workbook',
      Buffer.from('PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml'),
      'spreadsheet workbook',
    ],
    ['an old Excel workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old Excel workbook'],
    ['a zip archive', Buffer.from('PK\x03\x04\x14\0\0\0\x08\0data.csv'), 'zip archive'],
    ['a compressed file', Buffer.from([0x1f, 0x8b, 8, 0]), 'compressed'],
    ['a PDF', '%PDF-1.7\n', 'PDF'],
    ['a web page', '\r\n<!DOCTYPE html><html><body>Sign in</body></html>', 'web page'],
    ['XML', '<?xml version="1.0"?><kml/>', 'XML'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'picture'],
    [
      'bytes',
      Buffer.from(Array.from({ length: 5_000 }, (_, i) => ((i * 7) % 11 === 0 ? 0 : (i * 31) % 256))),
      'not text',
    ],
    ['a quotation mark that never closes', `${HEADER}\nA1,"open,1,2\nA2,b,3,4\n`, 'line 2 opens a quotation mark'],
    ['JSON that is no GeoJSON', '{"rows":[{"a":1}]}', 'not a GeoJSON FeatureCollection'],
    [
      'GeoJSON that stops',
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"1"},"geometry":null},{"type"',
      'stops in the middle',
    ],
  ];
  for (const [title, content, says] of wrong) {
    it(`such as ${title} is refused, saying what to do`, async () =>
      expect(await problemOf(open(content))).to.include(says));
  }

  it('is refused for 10,000 columns, for one enormous cell, for too many rows, for its size', async () => {
    expect(await problemOf(open(`${HEADER}${',x'.repeat(10_000)}\n`))).to.include('10,004 cells');
    expect(await problemOf(open(`${HEADER}\nA1,"${'x'.repeat(3_000_000)}",1,2\n`))).to.include(
      'longer than 1,000,000 characters',
    );
    expect(await problemOf(open(`${HEADER}\n${'A1,b,1,2\n'.repeat(50)}`, { rows: 20 }))).to.include(
      'more than 20 rows',
    );
    const huge = join(aFolder('huge'), 'huge.csv');
    const handle = openSync(huge, 'w');
    writeSync(handle, HEADER);
    ftruncateSync(handle, 500 * 1024 * 1024);
    closeSync(handle);
    expect(await problemOf(scanFile(huge, 'huge.csv', DEFAULT_LIMITS, () => undefined))).to.include('500 MB');
    expect(
      await problemOf(scanFile(join(huge, '..', 'none.csv'), 'none.csv', DEFAULT_LIMITS, () => undefined)),
    ).to.include('There is no file');
  });

  it('costs little memory to refuse: a cell of 50 MB is not gathered', async () => {
    const path = aFile(
      'cell.csv',
      Buffer.concat([Buffer.from(`${HEADER}\nA1,"`), Buffer.alloc(50 * 1024 * 1024, 'x'), Buffer.from('",1,2\n')]),
    );
    const file = await scanFile(path, 'cell.csv', DEFAULT_LIMITS, () => undefined);
    const before = process.memoryUsage().rss;
    expect(
      await problemOf(
        (async () => {
          for await (const _row of csvRows(file, { delimiter: ',', rowEnds: ['\n'] }, DEFAULT_LIMITS));
        })(),
      ),
    ).to.include('longer than');
    expect(process.memoryUsage().rss - before).to.be.below(40 * 1024 * 1024);
  });
});

describe('The features of a GeoJSON file', () => {
  async function* pieces(text: string, size: number): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  async function parsed(text: string, size: number): Promise<unknown[]> {
    const found: unknown[] = [];
    for await (const feature of featureTexts(pieces(text, size), 100_000)) found.push(JSON.parse(feature));
    return found;
  }

  it('are found one by one, whatever they hold and in whatever pieces the text arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (properties, size, pretty) => {
          const features = properties.map((one) => ({
            type: 'Feature',
            properties: one,
            geometry: { type: 'Point', coordinates: [1, 2] },
          }));
          const whole = {
            type: 'FeatureCollection',
            name: 'a "features": [ {',
            crs: { features: [{}] },
            features,
            bbox: [1, [2]],
          };
          expect(await parsed(JSON.stringify(whole, null, pretty ? 1 : 0), size)).to.deep.equal(
            JSON.parse(JSON.stringify(features)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('may be none', async () =>
    expect(await parsed('{"type":"FeatureCollection","features":[]}', 10)).to.deep.equal([]));
  it('may not be too large', async () => {
    expect(await problemOf(parsed(`{"features":[{"a":"${'x'.repeat(200_000)}"}]}`, 1_000))).to.include(
      'larger than 100,000',
    );
  });
});
