import { expect } from 'chai';
import { ImportProblem } from '../../../src/kernel/tables/import-problem.ts';
import { applying, aRegister, importing } from './a-list.ts';

const HEAD = 'Reference,Name,Asset type,Longitude,Latitude,Remarks';
const rowOf = (at: number, remark = ''): string => `R${at},Place ${at},Land,-2.35,53.4,${remark}`;
const list = (...remarks: [at: number, remark: string][]): string =>
  [HEAD, ...Array.from({ length: 100 }, (_, at) => rowOf(at + 1, new Map(remarks).get(at + 1)))].join('\n');
const problemOf = async (content: string): Promise<string> =>
  importing(aRegister(), content).then(
    ({ counts }) => `no problem, ${counts.read} read`,
    (error: unknown) => (error instanceof ImportProblem ? error.message : String(error)),
  );

describe('A stray quotation mark', () => {
  it('in a column that nobody uses stops the import and names its lines', async () => {
    const message = await problemOf(list([20, '"see plan'], [60, 'north side"']));
    expect(message).to.include('On line 21, cell 6').and.include('closed only on line 61').and.include('see plan');
  });
  it('stops the import also when only two lines become one', async () => {
    expect(await problemOf(list([20, '"see plan'], [21, 'north side"']))).to.include('On line 21');
  });
  it('stops the import in a used column, before another quoted cell, and in the header', async () => {
    expect(await problemOf(list().replace('Place 30', '"Place 30').replace('Place 33', 'Place 33"'))).to.include(
      'On line 31, cell 2',
    );
    expect(await problemOf(list([20, '"see plan'], [40, '"first, second"']))).to.include('On line 21');
    expect(await problemOf(list().replace('Name', '"Name').replace('Place 5', 'Place 5"'))).to.include('On line 1');
  });
  it('stops the import with any delimiter, and in a file that writes blanks behind them', async () => {
    for (const mark of [';', '\t', '|'])
      expect(await problemOf(list([20, '"see plan'], [60, 'north"']).replaceAll(',', mark)), mark).to.include(
        'On line 21',
      );
    const spaced = list().replaceAll(',', ', ').replace('R20,', '"R20,').replace('R60,', 'R60",');
    expect(await problemOf(spaced)).to.include('On line 21, cell 1');
  });
  it('that never closes stops the import, wherever it stands', async () => {
    for (const at of [1, 50, 100])
      expect(await problemOf(list([at, '"see plan']))).to.match(/opens a quotation mark|On line/);
  });
  it('never takes the places away that stand behind it', async () => {
    const register = aRegister();
    await applying(register, list());
    await applying(register, list([20, '"see plan'], [60, 'north side"'])).catch(() => undefined);
    expect(register.live()).to.have.length(100);
  });
  it('is none in a description of several lines, with commas as people write them', async () => {
    const texts = [
      '"Land at A, B and C, near the mill,\nthe church, the school, and the river;\nabout 2 acres, fenced"',
      '"Unit 4,\nOld Mill,\n12 West Mill Lane,\nTown"',
      '"He said ""yes"",\nand left"',
    ];
    for (const text of texts) expect(await problemOf(list([20, text]))).to.equal('no problem, 100 read');
  });
});
