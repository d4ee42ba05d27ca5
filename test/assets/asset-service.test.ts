import { expect } from 'chai';
import { eachDatabase } from '../support/databases.ts';
import { anAsset, aTown, type Town } from '../support/domain.ts';
import { aServer, type TestServer } from '../support/server.ts';

eachDatabase('try', (open) => {
  let server: TestServer; let town: Town;
  before(async () => { server = await aServer(await open()); town = await aTown(server); });
  after(() => server.stop());
  it('works', async () => {
    const a = await anAsset(server, town, { name: 'Old yard' });
    const res = await server.get('/api/assets').expect(200);
    console.log(JSON.stringify(res.body).slice(0, 300), a.wardId);
    const page = await server.get('/assets').expect(200);
    console.log(page.text.length);
    expect(server.errors).to.deep.equal([]);
  });
});
