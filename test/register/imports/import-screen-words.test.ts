import { expect } from 'chai';
import { aDesk, type Desk, filledIn, sendFile, words } from '../../front/desk/a-desk.ts';
import { valueInput } from '../../../src/register/imports/value-inputs-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found, inTown } from '../../support/domain.ts';

const { lon, lat } = inTown(0.3, 0.3);
const LIST = [
  'Ref,Site,Lon,Lat,Ownership,Area',
  `B1,Old mill,${lon},${lat},Privately held,0.1`,
  `B2,Green,${lon},${lat},Council owned,0.2`,
  `B3,Yard,${lon},${lat},<b>NHS & co</b>,0.3`,
  `B4,Strip,${lon},${lat},Owned by a public authority,0.4`,
  '',
].join('\n');

eachDatabase('The import screen, of words that nobody knows,', (open) => {
  let desk: Desk;
  before(async () => {
    desk = await aDesk(await open());
  });
  after(async () => {
    await desk.server.importing.idle();
    await desk.server.stop();
  });

  const started = async (): Promise<string> => {
    const file = { name: 'list.csv', content: LIST };
    const reply = await sendFile(desk.broker, '/desk/import?area=testborough', 'file', file, {
      owner: desk.town.owner.id,
    });
    return found(reply.headers.get('location'));
  };
  const check = async (path: string, typed: Record<string, string>): Promise<string> => {
    const page = await (await desk.broker.get(path)).text();
    const reply = await desk.broker.post(`${path}/check`, filledIn(page, typed, `${path}/check`));
    if (reply.status !== 303) return words(reply);
    await desk.server.importing.idle();
    return words(await desk.broker.get(path));
  };
  const NAMED = { column_2: 'name', kind: 'land' };

  it('asks about each of them, takes the answers, and remembers them for the owner’s next list', async () => {
    const path = await started();
    const page = await check(path, NAMED);
    expect(page).to.include('Who owns these?').and.include('Words we do not know');
    for (const word of ['“Privately held” counts as', '“Council owned” counts as', '&lt;b&gt;NHS &amp; co&lt;/b&gt;'])
      expect(page).to.include(word);
    const answered = await check(path, {
      [valueInput('ownership_status', 'Privately held')]: 'private',
      [valueInput('ownership_status', 'Council owned')]: 'public',
      [valueInput('ownership_status', '<b>NHS & co</b>')]: 'unknown',
    });
    expect(answered).to.include('Yes, change the register like this').and.not.include('Who owns these?');
    await desk.broker.post(`${path}/apply`, { confirm: 'yes' });
    await desk.server.importing.idle();
    expect(await desk.server.db('assets').orderBy('code').pluck('code')).to.deep.equal(['B2', 'B4']);
    const next = await started();
    expect(await words(await desk.broker.get(next))).to.include('explained before');
    expect(await check(next, {})).to.include('there is nothing to apply');
  });

  it('goes ahead with the careful reading, and says when an answer is none', async () => {
    const path = await started();
    const name = valueInput('ownership_status', 'Privately held');
    await check(path, { ...NAMED, [name]: '' });
    expect(await check(path, { [name]: 'boat' })).to.include('Choose from the list what “privately held” counts as.');
    expect(await check(path, { accept_unknown_owner: 'yes' })).to.include('there is nothing to apply');
  });

  it('can be told that it is a brownfield register, whatever its headings', async () => {
    const path = await started();
    await check(path, { ...NAMED, format: 'brownfield', accept_unknown_owner: 'yes' });
    const report = (await (await desk.broker.get(`${path}/report.json`)).json()) as { file: { format: string } };
    expect(report.file.format).to.equal('brownfield');
    expect(await words(await desk.broker.get(path))).to.match(/<option value="brownfield" selected/);
  });
});
