import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Shape } from '../../../src/register/assets/asset-contract.ts';
import { parseImportArgs, runImport } from '../../../src/register/imports/import-cli.ts';
import { ImportProblem } from '../../../src/kernel/tables/import-problem.ts';
import { importService } from '../../../src/register/imports/import-service.ts';
import { aFile, aFolder } from '../../support/temp-files.ts';
import { RegisterInMemory } from './register-in-memory.ts';

const BOUNDARY: Shape = {
  type: 'Polygon',
  coordinates: [
    [
      [-2.5, 53.3],
      [-2.2, 53.3],
      [-2.2, 53.5],
      [-2.5, 53.5],
      [-2.5, 53.3],
    ],
  ],
};
const LIST =
  'AssetCode,PropretyName,StreetName,GeoX,GeoY,TenureType,HoldingType\nA1,Depot,Mill Lane,-2.35,53.4,Freehold,Land\nA2,Hall,Mill Lane,0,51,Freehold,Land\n';

async function run(
  args: string[],
  register = new RegisterInMemory({
    slug: 'marlbeck',
    name: 'Marlbeck',
    timeZone: 'Europe/London',
    boundary: BOUNDARY,
  }),
) {
  const written = { out: '', error: '' };
  const stream = (key: 'out' | 'error') => ({ write: (text: string): void => void (written[key] += text) });
  const code = await runImport(args, importService(register.deps()), {
    stdout: stream('out'),
    stderr: stream('error'),
  });
  return { code, ...written, register };
}

describe('The import command', () => {
  it('shows what would happen and the command that makes it happen', async () => {
    const file = aFile('our list.csv', LIST);
    const { code, out, register } = await run([file, '--area', 'marlbeck', '--owner', 'The "Old" Council']);
    expect(code).to.equal(0);
    expect(out).to.include('Dry run of our list.csv (lga, utf-8) for The "Old" Council in marlbeck');
    expect(out).to.include('  2  rows read\n  2  added\n  0  changed');
    expect(out).to.include('Look at: 1 row in GeoX, line 3\n');
    expect(out).to.include('If it is a misspelt name column, add --map "PropretyName=name"');
    expect(out.trimEnd().split('\n').at(-1)).to.equal(
      `  npm run cli -- import "${file}" --area marlbeck --owner "The \\"Old\\" Council" --apply`,
    );
    expect(register.assets.size).to.equal(0);
  });

  it('with --apply stores it; a report goes to a file', async () => {
    const report = join(aFolder('report'), 'report.json');
    const { code, out, register } = await run([
      aFile('list.csv', LIST),
      '--area',
      'marlbeck',
      '--owner',
      'Council',
      '--map',
      'PropretyName=name',
      '--apply',
      '--report',
      report,
    ]);
    expect([code, register.live(), register.asset('A1').name]).to.deep.equal([0, ['A1', 'A2'], 'Depot']);
    expect(out).to.match(/Applied as import \S+\.\n$/);
    expect(JSON.parse(readFileSync(report, 'utf8')))
      .to.deep.include({ applied: true, owner: 'Council' })
      .and.to.have.nested.property('counts.added', 2);
  });

  it('with --apply ends with 2 and says what to add while a question is open', async () => {
    const { code, out } = await run([
      aFile('list.csv', 'ID,Name\n1,Depot\n'),
      '--area',
      'marlbeck',
      '--owner',
      'Council',
      '--apply',
    ]);
    expect(code).to.equal(2);
    expect(out)
      .to.include('Before this can be applied')
      .and.to.include('Add: --set kind=land   or   --set kind=building');
    expect(out).to.include('Nothing was stored.');
  });

  it('ends with 1 and one sentence for a file that is no list', async () => {
    const { code, error, out } = await run([aFile('list.csv', '%PDF-1.7'), '--area', 'marlbeck', '--owner', 'Council']);
    expect([code, out]).to.deep.equal([1, '']);
    expect(error).to.equal('This is a PDF. Ask for the list as CSV: a table in a PDF cannot be read safely.\n');
  });

  it('explains itself', async () => expect((await run(['--help'])).out).to.include('--dates dmy|mdy'));

  it('understands every option', () => {
    const { path, report, options } = parseImportArgs([
      'f.csv',
      '--area',
      'a',
      '--owner',
      'O',
      '--format',
      'lga',
      '--list',
      'schools',
      '--map',
      'a=b=code, name',
      '--map',
      '#2=uprn',
      '--set',
      'state=vacant',
      '--crs',
      'epsg:27700',
      '--dates',
      'mdy',
      '--value',
      'state:Being  sold = soon=withdrawn',
      '--value',
      'ownership_status:=public',
      '--accept',
      'many_gone',
      '--apply',
      '--report',
      'r.json',
    ]);
    expect({ path, report }).to.deep.equal({ path: 'f.csv', report: 'r.json' });
    expect(options).to.deep.equal({
      area: 'a',
      owner: 'O',
      format: 'lga',
      list: 'schools',
      map: { 'a=b': ['code', 'name'], '#2': ['uprn'] },
      set: { state: 'vacant' },
      crs: 'EPSG:27700',
      dates: 'mdy',
      organisation: null,
      values: { state: { 'being sold = soon': 'withdrawn' }, ownership_status: { '': 'public' } },
      accept: ['many_gone'],
      apply: true,
    });
  });

  const wrong: [title: string, args: string[], says: string][] = [
    ['no file', ['--area', 'a', '--owner', 'O'], 'Name one file to import'],
    ['no area', ['f.csv', '--owner', 'O'], 'Name the area'],
    ['no owner', ['f.csv', '--area', 'a'], 'Name the owner'],
    ['an unknown option', ['f.csv', '--wumpus'], '--wumpus'],
    ['an unknown target', ['f.csv', '--area', 'a', '--owner', 'O', '--map', 'Phone=phone'], 'Map a column to one of'],
    ['half a mapping', ['f.csv', '--area', 'a', '--owner', 'O', '--map', 'Phone'], 'lacks one of its two sides'],
    ['a field that cannot be set', ['f.csv', '--area', 'a', '--owner', 'O', '--set', 'name=x'], 'Only kind and state'],
    ['a word without its field', ['f.csv', '--area', 'a', '--owner', 'O', '--value', 'Sold=private'], 'which field'],
    [
      'a word of a field without words',
      ['f.csv', '--area', 'a', '--owner', 'O', '--value', 'name:x=y'],
      'Only values of these',
    ],
    ['a meaning that is none', ['f.csv', '--area', 'a', '--owner', 'O', '--value', 'kind:x=boat'], 'land, building'],
    ['a strange system', ['f.csv', '--area', 'a', '--owner', 'O', '--crs', 'bng'], 'for instance EPSG:27700'],
  ];
  for (const [title, args, says] of wrong) {
    it(`says what is wrong with ${title}`, () => expect(() => parseImportArgs(args)).to.throw(ImportProblem, says));
  }
});
