import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { backUpFiles } from '../../src/kernel/backup.ts';
import { aGroup, aPaper, somebody } from '../groups/groups/a-group.ts';
import { aDatabase } from '../support/databases.ts';
import { aTown } from '../support/domain.ts';
import { cliWith } from '../support/processes.ts';
import { aServer } from '../support/server.ts';
import { aFile, aFolder } from '../support/temp-files.ts';

describe('A copy of everything', () => {
  it('has the database and what was uploaded; from the two the site starts again elsewhere', async () => {
    const url = await aDatabase('SQLite');
    const server = await aServer(url);
    await aTown(server);
    const lead = await somebody(server);
    const groupId = await aGroup(lead);
    const paper = await aPaper(lead, groupId);
    const target = join(aFolder('copy'), 'meantime.db');
    const { code, output } = await cliWith({ DATA_DIR: server.config.dataDir }, url, 'backup', target);
    expect([code, output]).to.deep.equal([
      0,
      `The database is in ${target}.\nEverything that was uploaded is in ${target}.uploads (files: 1). Keep the two together.\n`,
    ]);
    await server.stop();

    const restored = await aServer(`sqlite:${target}`, { env: { DATA_DIR: `${target}.uploads` } });
    const back = await somebody(restored, 'Gita Gardener', lead.email);
    expect((await back.get(`/groups/${groupId}/documents/${paper}/file`)).status).to.equal(200);
    await restored.stop();
    expect((await cliWith({}, url, 'backup', target)).code, 'writes over nothing').to.equal(2);
  }).timeout(120_000);

  it('leaves out the database that lies beside the folders, half-written files, and itself', async () => {
    const dir = join(aFile('meantime.db', 'x'), '..');
    for (const folder of ['photos', 'backups']) mkdirSync(join(dir, folder));
    for (const name of ['one.webp', 'two.webp.part']) writeFileSync(join(dir, 'photos', name), name);
    const target = join(dir, 'backups', 'today');
    expect(await backUpFiles(dir, target)).to.equal(1);
    expect([readdirSync(target), readFileSync(join(target, 'photos', 'one.webp'), 'utf8')]).to.deep.equal([
      ['photos'],
      'one.webp',
    ]);
    const empty = join(aFolder('copy'), 'none');
    expect([await backUpFiles(join(dir, 'nowhere'), empty), existsSync(empty)]).to.deep.equal([0, true]);
  });
});
