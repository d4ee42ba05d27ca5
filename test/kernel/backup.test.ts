import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { copyWish } from '../../src/cli/copy-commands.ts';
import { backUp } from '../../src/kernel/backup.ts';
import { copyUploads } from '../../src/kernel/backup-files.ts';
import { aNameIn, keepNewest } from '../../src/kernel/backup-rotation.ts';
import { openDatabase, type Database } from '../../src/kernel/database.ts';
import { aDatabase, eachDatabase } from '../support/databases.ts';
import { cliWith } from '../support/processes.ts';
import { aFile, aFolder } from '../support/temp-files.ts';

eachDatabase('The command that copies', (open) => {
  let url: string;
  let db: Database;
  let dataDir: string;

  before(async () => {
    url = await open();
    db = openDatabase(url);
    dataDir = aFolder('data');
    mkdirSync(join(dataDir, 'photos'));
    writeFileSync(join(dataDir, 'photos', 'one.webp'), 'one');
  });
  after(() => db.destroy());

  it('makes files and folders that only their owner may read, with a name by itself, and keeps the newest', async () => {
    const folder = join(aFolder('copies'), 'new');
    mkdirSync(join(folder, 'meantime-2020-01-01T000000Z.copy.uploads'), { recursive: true });
    for (const name of ['meantime-2020-01-01T000000Z.copy', 'notes.txt']) writeFileSync(join(folder, name), 'old');
    const { code, output } = await cliWith({ DATA_DIR: dataDir }, url, 'backup', '--into', folder, '--keep', '1');
    const [file = '', uploads = '', ...others] = readdirSync(folder).map((name) => join(folder, name));
    expect([code, output]).to.deep.equal([
      0,
      `The database is in ${file}.\nEverything that was uploaded is in ${uploads} (files: 1). Keep the two together, also on another machine.\nOlder copies removed: 1.\n`,
    ]);
    expect(others).to.deep.equal([join(folder, 'notes.txt')]);
    const modes = [file, uploads, `${uploads}/photos`, `${uploads}/photos/one.webp`].map(modeOf);
    expect(modes).to.deep.equal(['600', '700', '700', '600']);
  });

  it('writes over nothing, and leaves nothing behind when it fails', async () => {
    const folder = aFolder('copy');
    mkdirSync(join(folder, 'taken.uploads'));
    const failures = [
      { dataDir, file: join(folder, 'taken') },
      { dataDir, file: join(folder, 'nowhere', 'today') },
      { dataDir: join(dataDir, 'photos', 'one.webp'), file: join(folder, 'today') },
    ].map((wish) => backUp({ db, ...wish }).catch(String));
    const [taken, ...broken] = await Promise.all(failures);
    expect(taken).to.equal(`Error: There is ${folder}/taken.uploads already. Choose another name.`);
    for (const one of broken) expect(one).to.match(/ENOENT|ENOTDIR/);
    expect(readdirSync(folder)).to.deep.equal(['taken.uploads']);
  });
});

describe('The words after "backup"', () => {
  for (const wrong of [[], ['a', 'b'], ['a', '--into', 'b'], ['a', '--keep', '3'], ['--into', 'b', '--keep', 'all']])
    it(`are answered with how it is used where they are "${wrong.join(' ')}"`, () => {
      expect(() => copyWish(wrong)).to.throw(/--into FOLDER/);
    });

  it('name a file, or a folder and how many copies stay in it', () => {
    expect(copyWish(['today'])).to.deep.equal({ file: 'today', into: '', keep: null });
    expect(copyWish(['--into', 'x', '--keep', '3'])).to.deep.equal({ file: undefined, into: 'x', keep: 3 });
  });
});

describe('A copy of what was uploaded', () => {
  it('leaves out the database that lies beside the folders, half-written files, and itself', async () => {
    const dir = join(aFile('meantime.db', 'x'), '..');
    for (const folder of ['photos', 'backups']) mkdirSync(join(dir, folder));
    for (const name of ['one.webp', 'two.webp.part']) writeFileSync(join(dir, 'photos', name), name);
    const target = join(dir, 'backups', 'today');
    expect(await copyUploads(dir, target)).to.equal(1);
    expect([readdirSync(target), readFileSync(join(target, 'photos', 'one.webp'), 'utf8')]).to.deep.equal([
      ['photos'],
      'one.webp',
    ]);
    const empty = join(aFolder('copy'), 'none');
    expect([await copyUploads(join(dir, 'nowhere'), empty), existsSync(empty)]).to.deep.equal([0, true]);
  });
});

describe('Old copies', () => {
  it('go with their uploads and with what was left half-written; other files stay', async () => {
    const folder = aFolder('copies');
    const [first, second, third] = ['01', '02', '03'].map((day) => `meantime-2027-03-${day}T010000Z.copy`);
    for (const name of [first, `${first}.uploads`, second, third, `${third}.part`, 'x.part', 'a.copy'])
      mkdirSync(join(folder, String(name)));
    expect(await keepNewest(folder, 2, join(folder, String(third)))).to.equal(1);
    expect(readdirSync(folder)).to.deep.equal(['a.copy', second, third, 'x.part']);
    expect(await keepNewest(folder, 1, join(folder, String(second))), 'made by a clock that is behind').to.equal(1);
    expect(readdirSync(folder)).to.deep.equal(['a.copy', second, 'x.part']);
  });
});

describe('What is made new', () => {
  it('is for its owner only: a SQLite database, also an old one, its log, its folder, and that of copies', async () => {
    const file = join(aFolder('new'), 'data', 'meantime.db');
    const old = (await aDatabase('SQLite')).slice('sqlite:'.length);
    chmodSync(old, 0o644);
    for (const path of [file, old]) {
      const db = openDatabase(`sqlite:${path}`);
      await db.raw('pragma user_version = 1');
      expect([modeOf(path), modeOf(`${path}-wal`)]).to.deep.equal(['600', '600']);
      await db.destroy();
    }
    const copies = join(aFolder('new'), 'copies');
    await aNameIn(copies, new Date());
    expect([modeOf(join(file, '..')), modeOf(copies)]).to.deep.equal(['700', '700']);
  });
});

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
