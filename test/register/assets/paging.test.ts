import { expect } from 'chai';
import { searchableWords } from '../../../src/kernel/text.ts';
import { aCrowd } from '../../support/crowd.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import type { PublicAsset } from '../../../src/register/assets/public-asset-contract.ts';

type Features = { numberReturned: number; features: { id: string }[]; links: { rel: string; href: string }[] };
type Item = PublicAsset & { distanceM: number | null };

eachDatabase('Paging through the register', (open) => {
  let server: TestServer;
  let town: Town;
  let all: string[];

  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    all = (await aCrowd(server, town)).assets.map(({ id }) => id).toSorted();
  });
  after(() => server.stop());

  for (const limit of [1, 7, 24, 60, 100]) {
    it(`meets every place exactly once in order of name, ${limit} at a time`, async () => {
      const items = await walk(`/api/assets?limit=${limit}`, limit);
      expect(items.map(({ id }) => id).toSorted()).to.deep.equal(all);
      const names = items.map(({ name }) => searchableWords(name).join(' '));
      expect(names).to.deep.equal(names.toSorted());
    });

    it(`meets every place exactly once in order of distance, ${limit} at a time`, async () => {
      const items = await walk(`/api/assets?near=ZZ1%201AA&limit=${limit}`, limit);
      expect(items.map(({ id }) => id).toSorted()).to.deep.equal(all);
      const distances = items.map(({ distanceM }) => distanceM ?? Infinity);
      expect(distances).to.deep.equal(distances.toSorted((a, b) => a - b));
      expect(
        distances.filter((distance) => distance === Infinity),
        'places without a point come last',
      ).to.have.length.greaterThan(1);
      expect(new Set(distances).size, 'some lie equally far away').to.be.lessThan(distances.length - 1);
    });
  }

  it('goes by name when somebody asks for that, though a place is given', async () => {
    const { body } = await server.get('/api/assets?near=ZZ1%201AA&sort=name&limit=100').expect(200);
    const names = body.items.map(({ name }: Item) => searchableWords(name).join(' '));
    expect(names).to.deep.equal(names.toSorted());
  });

  it('neither repeats nor loses what was there, when a place is added on the way', async () => {
    const first = await server.get('/api/assets?limit=50').expect(200);
    const early = await anAsset(server, town, { name: 'Aaa first' });
    const rest = await walk(`/api/assets?limit=50&cursor=${first.body.next}`, 50);
    expect([...first.body.items, ...rest].map(({ id }: Item) => id).toSorted()).to.deep.equal(all);
    expect((await walk('/api/assets?limit=100', 100)).map(({ id }) => id)).to.include(early.id);
  });

  it('walks every place once through OGC API – Features', async () => {
    const ids: string[] = [];
    for (let path: string | null = '/ogc/collections/assets/items?f=json&limit=7'; path !== null;) {
      const { body }: { body: Features } = await server.get(path).expect(200);
      expect(body.numberReturned).to.equal(body.features.length);
      ids.push(...body.features.map(({ id }) => id));
      const next = body.links.find(({ rel }) => rel === 'next');
      path = next ? next.href.replace(server.url, '') : null;
    }
    expect(ids).to.have.lengthOf(all.length + 1);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  for (const cursor of ['nonsense', 'WzEsMl0', 'W251bGwsMV0', 'WyJhIiwiYiJd', 'bnVsbA', 'e30', '"', '%00']) {
    it(`says in words that "${cursor}" is no page link of ours`, async () => {
      const { body } = await server
        .get(`/api/assets?cursor=${encodeURIComponent(cursor)}`)
        .expect(400)
        .expect('Content-Type', /problem\+json/);
      expect(body.detail).to.equal('Start again from the first page: this page link is not one of ours.');
    });
  }

  it('does not take a cursor of the one order for the other', async () => {
    const byName = (await server.get('/api/assets?limit=2').expect(200)).body.next;
    await server.get(`/api/assets?near=ZZ1&limit=2&cursor=${byName}`).expect(400);
  });

  async function walk(path: string, limit: number): Promise<Item[]> {
    const items: Item[] = [];
    const [start, given] = path.split('&cursor=');
    for (let cursor: string | null = given ?? ''; cursor !== null;) {
      const { body }: { body: { items: Item[]; next: string | null } } = await server
        .get(`${start}${cursor && `&cursor=${cursor}`}`)
        .expect(200);
      expect(body.items.length).to.be.at.most(limit);
      items.push(...body.items);
      cursor = body.next;
    }
    return items;
  }
});
