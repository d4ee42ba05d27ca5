import { expect } from 'chai';
import { layoutOf } from '../../../src/kernel/tables/csv-layout.ts';
import { valueWords } from '../../../src/register/imports/import-value-words.ts';
import { applying, aRegister, asked, importing, kinds, row } from './a-list.ts';

describe('A list that would take places away', () => {
  const rows = (codes: string[]): string[] => codes.map((code) => row(code));
  it('asks whenever most of them go, also when they are few', async () => {
    const register = aRegister();
    await applying(register, rows(['A1', 'A2', 'A3']));
    const report = await applying(register, rows(['A1', 'B2', 'B3']));
    expect([asked(report), report.applied, register.live()]).to.deep.equal([['many_gone'], false, ['A1', 'A2', 'A3']]);
    expect((await applying(register, rows(['A1', 'A2', 'B3']))).applied).to.equal(true);
  });
  it('says so when its references differ only in leading zeros or capitals, and offers no second list', async () => {
    const register = aRegister();
    await applying(register, rows(['00123', '00124', 'ab/05']));
    const [question] = (await applying(register, rows(['123', '124', 'AB/5']))).questions;
    expect(question?.message).to.include('“123” in the file, “00123” on the register');
    expect(question?.answers).to.deep.equal(['--accept many_gone']);
  });
  it('asks also when it says that most have ended: a date may be mistaken for an end', async () => {
    const register = aRegister();
    const list = (end: string): string =>
      `Ref,Name,Kind,Postcode,End date\nA1,Yard,Land,M33 7ZF,${end}\nA2,Mill,Land,M33 7ZF,${end}\n`;
    await applying(register, list(''));
    expect(asked(await applying(register, list('2026-01-01')))).to.deep.equal(['many_gone']);
    expect(register.live()).to.deep.equal(['A1', 'A2']);
  });
});

describe('A whole address in one cell', () => {
  it('holds its number: the one that is known from before does not stand in front of it once more', async () => {
    const register = aRegister();
    await applying(register, 'Ref,Name,Kind,PostCode,Number,Street\nA1,Yard,Land,M33 7ZF,3,Quay Lane\n');
    expect(register.asset('A1').address).to.include({ number: '3', street: 'Quay Lane' });
    await applying(register, 'Ref,Name,Kind,PostCode,Address\nA1,Yard,Land,M33 7ZF,3 Quay Lane\n');
    expect(register.asset('A1').address).to.include({ number: null, street: '3 Quay Lane' });
  });
  it('is read in a list of changes as people write it', () => {
    const address = { number: '3', street: 'Quay Lane', town: null, postcode: 'M33 7ZF' };
    expect(valueWords(address, 80)).to.equal('3, Quay Lane, M33 7ZF');
    expect(valueWords({ ...address, number: null, street: null, postcode: null }, 80)).to.equal('nothing');
    expect([valueWords(['step-free', 'lift'], 80), valueWords(180, 80), valueWords('x'.repeat(99), 5)]).to.deep.equal([
      'step-free, lift',
      '180',
      'xxxx…',
    ]);
  });
});

describe('A reference', () => {
  it('that a spreadsheet has rounded is refused, and does not stand for another', async () => {
    const codes = ['1.00123E+11', '2E+05', '1.5e10', 'A1', '2E5', 'B-1E+2', 'C1'];
    const report = await importing(
      aRegister(),
      codes.map((code) => row(code)),
    );
    expect(kinds(report)).to.deep.equal([2, 3, 4].map((line) => `rejected rounded_reference ${line}`));
    expect(report.counts.added).to.equal(4);
  });
  it('is sought first in a column of short codes, not in the address', async () => {
    const list = 'Site address,Plot key,Asset type,Size\n1 Mill Lane,PK-01,Land,0.5\n2 Mill Lane,PK-02,Land,0.7\n';
    const [question] = (await importing(aRegister(), list)).questions;
    expect(question?.answers[0]).to.equal('--map "Plot key=code"');
  });
  it('that differs from another only in capitals is flagged', async () =>
    expect(kinds(await importing(aRegister(), [row('AB/1'), row('ab/1')]))).to.deep.equal([
      'flagged near_reference 3',
    ]));
  it('of more digits than JavaScript counts stays the one it is', async () => {
    const feature = (id: string): string =>
      `{"type":"Feature","properties":{"reference":${id},"name":"Green"},"geometry":{"type":"Point","coordinates":[-2.3512345678901234567,53.4012345678901234]}}`;
    const register = aRegister();
    await applying(
      register,
      `{"type":"FeatureCollection","features":[${feature('9007199254740993')},${feature('9007199254740992')}]}`,
      { set: { kind: 'land' } },
    );
    expect(register.live()).to.deep.equal(['9007199254740992', '9007199254740993']);
    expect(register.asset('9007199254740993').point).to.deep.equal({ lon: -2.351235, lat: 53.401235 });
  });
});

describe('Lines under a table', () => {
  it('are no places: a total, a source, a note', async () => {
    const register = aRegister();
    const list = [
      'AssetCode,PropertyName,PostCode,Longitude,Latitude,HoldingType,LandArea,Description',
      'A1,Yard,M33 7ZF,-2.35,53.4,Land,0.1,x',
      'A2,Mill,M33 7ZF,-2.35,53.4,Land,0.1,x',
      'A3,Shed,M33 7ZF,-2.35,53.4,Land,0.1,x',
      'Grand total,,,,,,0.3,',
      'Source: Council asset register 2026,,,,,,,',
      'Total,Total,,,,,,',
    ];
    const report = await applying(register, list.join('\n'));
    expect([report.counts.rejected, report.counts.added, register.live()]).to.deep.equal([3, 3, ['A1', 'A2', 'A3']]);
    expect(kinds(report)).to.deep.equal([5, 6, 7].map((line) => `rejected no_place_told ${line}`));
  });
  it('leave alone a place whose row was blanked: it is not gone', async () => {
    const register = aRegister();
    await applying(register, [row('A1'), row('A2'), row('A3')]);
    await applying(register, [row('A1'), row('A2'), 'A3,,,,,,,,']);
    expect(register.live()).to.deep.equal(['A1', 'A2', 'A3']);
  });
});

describe('The delimiter of a list', () => {
  it('is what parts its lines evenly, not what a long remark is full of', async () => {
    const list =
      'Ref;Name;Lat;Lon;Kind;Notes\nS1;Old yard;53.41;-2.39;land;near the park, the school, the church, the pub, the shop, the river, the mill\n';
    const register = aRegister();
    expect((await applying(register, list)).applied).to.equal(true);
    expect(register.asset('S1').description).to.include('the river');
    expect(layoutOf('A,B,C\n1,x | y,2\n3,x | z,4\n').delimiter).to.equal(',');
    expect(layoutOf('Title\n\nA;B;C\n1;2;3\n4;5,6,7,8;6\n').delimiter).to.equal(';');
  });
});

describe('A column that is understood in no row', () => {
  it('is asked about, since all of it would be lost', async () => {
    const register = aRegister();
    const list =
      'Ref,Name,Kind,Postcode,Hectares,UPRN\nA1,Yard,Land,M33 7ZF,big,x\nA2,Mill,Land,M33 7ZF,small,100012797623\nA3,Shed,Land,M33 7ZF,tiny,x\n';
    const open = await applying(register, list);
    expect(asked(open)).to.deep.equal(['not_understood']);
    expect(open.questions[0]?.message).to.include('"Hectares" (3 rows)').and.not.include('UPRN');
    expect((await applying(register, list, { accept: ['not_understood'] })).applied).to.equal(true);
  });
});

describe('A list of several owners', () => {
  const HEAD = 'OrganisationLabel,Ref,Name,Kind,Postcode';
  const list = `${HEAD}\nBorough of Ayton,A1,Yard,Land,M33 7ZF\nBeeton,B1,Mill,Land,M33 7ZF\nBorough of Ayton,A2,Shed,Land,M33 7ZF\n`;
  it('asks under which name the owner stands there, leaves the others out, and remembers it', async () => {
    const register = aRegister();
    const open = await applying(register, list);
    expect([open.applied, asked(open)]).to.deep.equal([false, ['several_owners']]);
    expect(open.questions[0]?.answers).to.deep.equal([
      '--organisation "Borough of Ayton"',
      '--organisation "Beeton"',
      '--accept several_owners',
    ]);
    await applying(register, list, { organisation: 'borough of AYTON' });
    expect(register.live()).to.deep.equal(['A1', 'A2']);
    expect((await applying(register, list)).counts).to.deep.include({ unchanged: 2, skipped: 1 });
  });
  it('becomes one owner’s only where somebody says so', async () => {
    const register = aRegister();
    await applying(register, list, { accept: ['several_owners'] });
    expect(register.live()).to.deep.equal(['A1', 'A2', 'B1']);
  });
  it('of one owner with another name is noticed', async () => {
    const report = await importing(aRegister(), `${HEAD}\nBeeton,B1,Mill,Land,M33 7ZF\n`);
    expect(report.notices.join()).to.include('the list of Beeton');
  });
});

describe('An address', () => {
  it('that holds the street and more is kept whole', async () => {
    const register = aRegister();
    await applying(
      register,
      'Ref,Name,Kind,Street number,Street,Address,Postcode\nA1,Yard,Land,12,Mill Lane,"Unit 4, Old Mill, 12 West Mill Lane",M33 7ZF\nA2,Mill,Land,3,High Street,Elsewhere,M33 7ZF\n',
    );
    expect(
      [register.asset('A1').address, register.asset('A2').address].map(({ number, street }) => [number, street]),
    ).to.deep.equal([
      [null, 'Unit 4, Old Mill, 12 West Mill Lane'],
      ['3', 'High Street'],
    ]);
  });
});
