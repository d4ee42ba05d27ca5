import { expect } from 'chai';
import { openDatabase } from '../../../src/kernel/database.ts';
import { aDatabase } from '../../support/databases.ts';
import { aTown } from '../../support/domain.ts';
import { command } from '../../support/command-line.ts';
import { someServices } from '../../support/server.ts';

describe('The command "person add"', function () {
  this.timeout(120_000);
  let url: string;
  before(async () => {
    url = await aDatabase('SQLite');
    const services = await someServices(url);
    await aTown(services);
    await services.stop();
  });

  const rights = async () => {
    const db = openDatabase(url);
    const rows = await db('rights')
      .join('people', 'people.id', 'person_id')
      .orderBy('granted_at')
      .select('email', 'name', 'role', 'scope_kind', 'ends_on', 'granted_by');
    const mails = await db('mails').pluck('to');
    await db.destroy();
    return { rows, mails };
  };

  it('gives a right on an area or an owner, and writes to the person', async () => {
    const area = await command(
      url,
      'person',
      'add',
      '--email',
      'Ann@Example.org',
      '--role',
      'area_administrator',
      '--area',
      'testborough',
      '--name',
      'Ann',
      '--until',
      '2099-12-31',
    );
    const owner = await command(
      url,
      'person',
      'add',
      '--email',
      'o@example.org',
      '--role',
      'owner_representative',
      '--area',
      'testborough',
      '--owner',
      'testborough council',
    );
    expect([area.code, owner.code]).to.deep.equal([0, 0]);
    expect(area.output).to.include('ann@example.org is now area administrator for Testborough until 2099-12-31.');
    expect(owner.output).to.include('o@example.org is now owner representative for Testborough Council.');
    expect(await rights()).to.deep.equal({
      rows: [
        {
          email: 'ann@example.org',
          name: 'Ann',
          role: 'area_administrator',
          scope_kind: 'area',
          ends_on: '2099-12-31',
          granted_by: 'system',
        },
        {
          email: 'o@example.org',
          name: '',
          role: 'owner_representative',
          scope_kind: 'owner',
          ends_on: null,
          granted_by: 'system',
        },
      ],
      mails: ['ann@example.org', 'o@example.org'],
    });
  });

  const wrong: [title: string, words: string[], says: string][] = [
    [
      'an area nobody knows',
      ['--email', 'x@example.org', '--role', 'broker', '--area', 'nowhere'],
      'There is no area "nowhere"',
    ],
    [
      'a role nobody knows',
      ['--email', 'x@example.org', '--role', 'king', '--area', 'testborough'],
      'Choose a role from the list',
    ],
    [
      'an owner nobody knows',
      ['--email', 'x@example.org', '--role', 'owner_representative', '--area', 'testborough', '--owner', 'Nobody'],
      'There is no owner "Nobody" in Testborough. There are: "Testborough Council".',
    ],
    [
      'a role that is held elsewhere',
      ['--email', 'x@example.org', '--role', 'owner_representative', '--area', 'testborough'],
      'is a role for all places of an owner or one place',
    ],
  ];
  for (const [title, words, says] of wrong) {
    it(`says what is wrong with ${title}, and does nothing`, async () => {
      const { code, output } = await command(url, 'person', 'add', ...words);
      expect(code).to.equal(2);
      expect(output).to.include(says);
      expect((await rights()).rows.some(({ email }: { email: string }) => email === 'x@example.org')).to.equal(false);
    });
  }
});
