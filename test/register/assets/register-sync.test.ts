import { expect } from 'chai';
import { makeServices } from '../../../src/app.ts';
import { ENGINES, aDatabase, eachDatabase } from '../../support/databases.ts';
import { anAsset, aTown, changeAssets, found, retireAssets, someAssets, type Town } from '../../support/domain.ts';
import { until } from '../../support/processes.ts';
import { someServices, type TestServices } from '../../support/server.ts';

eachDatabase('The register’s index, when two share one database', (open) => {
  let one: TestServices;
  let other: TestServices;
  let town: Town;

  before(async () => {
    const url = await open();
    [one, other] = [await someServices(url), await someServices(url)];
    town = await aTown(one);
  });
  after(() => Promise.all([one.stop(), other.stop()]));

  const seenByOther = async (q: string): Promise<number> => (await other.assets.list({ q })).totals.count;

  it('knows what it wrote itself as soon as that is committed', async () => {
    await anAsset(one, town, { name: 'Heron Yard' });
    expect((await one.assets.list({ q: 'heron' })).items.map(({ asset }) => asset.name)).to.deep.equal(['Heron Yard']);
  });

  it('learns of what the other wrote when it looks', async () => {
    await anAsset(one, town, { name: 'Curlew Yard' });
    expect(await seenByOther('curlew')).to.equal(0);
    await other.sync.refresh();
    expect(await seenByOther('curlew')).to.equal(1);
  });

  it('learns of changes and of what has retired', async () => {
    const asset = await anAsset(one, town, { name: 'Bittern Yard', state: 'vacant' });
    await changeAssets(one, town, [{ before: asset, fields: { state: 'in_use', name: 'Bittern House' } }]);
    await other.sync.refresh();
    expect(
      (await other.assets.list({ q: 'bittern', state: ['in_use'] })).items.map(({ asset: shown }) => shown.name),
    ).to.deep.equal(['Bittern House']);
    await retireAssets(one, town, [asset.id]);
    await other.sync.refresh();
    expect(await seenByOther('bittern')).to.equal(0);
  });

  it('shows nothing of work that was given up', async () => {
    const failed = await one
      .inOneTransaction(async (unit) => {
        const writing = await one.register.writing({ unit, area: town.area, owners: [town.owner], actor: 'test' });
        await writing.add(town.owner, [{ code: 'lost', kind: 'land', name: 'Lost Yard', state: 'vacant' }], {
          source: 'Never.',
          list: null,
        });
        await writing.finish();
        throw new Error('on second thoughts');
      })
      .catch(String);
    expect(failed).to.include('on second thoughts');
    await Promise.all([one.sync.refresh(), other.sync.refresh()]);
    expect((await seenByOther('lost')) + (await one.assets.list({ q: 'lost' })).totals.count).to.equal(0);
  });

  it('misses nothing that both write at the same time', async () => {
    const owner = found((await other.areas.owners()).find(({ id }) => id === town.owner.id));
    const write = (services: TestServices, who: string) =>
      Array.from({ length: 8 }, (_, at) =>
        someAssets(services, { area: town.area, owner }, [
          { name: `Plover ${who} ${at}` },
          { name: `Plover ${who} ${at} too` },
        ]),
      );
    await Promise.all([...write(one, 'one'), ...write(other, 'other')]);
    await Promise.all([one.sync.refresh(), other.sync.refresh()]);
    expect([(await one.assets.list({ q: 'plover' })).totals.count, await seenByOther('plover')]).to.deep.equal([
      32, 32,
    ]);
  });

  it('looks by itself every second, and no more once it was told to stop', async () => {
    other.sync.follow();
    await anAsset(one, town, { name: 'Avocet Yard' });
    await until(async () => (await seenByOther('avocet')) === 1);
    other.sync.stop();
  });

  it('fills from an old register when a process starts', async () => {
    const url = one.config.databaseUrl;
    const late = await someServices(url);
    expect((await late.assets.list({})).totals).to.deep.equal((await one.assets.list({})).totals);
    await late.stop();
  });

  it('stays empty where nobody reads it: the command line writes and need not hold the register', async () => {
    const { index, sync, db, ...rest } = makeServices(one.config, one.logger);
    await anAsset(rest, town, { name: 'Dunlin Yard' });
    await sync.refresh();
    expect(index.columns.size()).to.equal(0);
    await db.destroy();
    await other.sync.refresh();
    expect(await seenByOther('dunlin')).to.equal(1);
  });
});

describe('A new database', () => {
  for (const engine of ENGINES) {
    it(`has an empty register (${engine})`, async () => {
      const services = await someServices(await aDatabase(engine));
      expect((await services.assets.list({})).totals.count).to.equal(0);
      await services.stop();
    });
  }
});
