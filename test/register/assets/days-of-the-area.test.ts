import { expect } from 'chai';
import { filledIn, someoneWith, words } from '../../front/desk/a-desk.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, anAsset } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';

eachDatabase('Late in a summer’s evening', (open) => {
  let server: TestServer;
  before(async () => void (server = await aServer(await open(), { now: '2027-06-30T23:30:00Z' })));
  after(() => server.stop());

  for (const [slug, timezone, day] of [
    ['london', 'Europe/London', '1 July 2027'],
    ['chicago', 'America/Chicago', '30 June 2027'],
  ] as const) {
    it(`a place in ${slug} was checked on the day on which its history says so`, async () => {
      const town = await aTown(server, { slug, name: slug, timezone });
      const asset = await anAsset(server, town);
      const broker = await someoneWith(server, `${slug}@example.org`, [['broker', 'area', town.area.id]]);
      const path = `/desk/assets/${asset.id}`;
      const today = day === '1 July 2027' ? '2027-07-01' : '2027-06-30';
      const typed = { check: 'today', check_source: 'Visit', reason: 'Seen' };
      const form = filledIn(await (await broker.get(path)).text(), typed, path);
      expect((await broker.post(path, form)).status).to.equal(303);
      await server.sync.refresh();
      for (const page of [`/assets/${asset.id}`, path]) {
        const text = await words(await broker.get(page));
        expect(text, page).to.include(day);
        expect(text, page).to.not.include(day === '1 July 2027' ? '30 June 2027' : '1 July 2027');
      }
      const { text } = await server.get(`/assets/${asset.id}/feed.atom`).expect(200);
      expect(text).to.include(`${today}T`);
    });
  }
});
