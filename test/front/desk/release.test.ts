import { expect } from 'chai';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { anAsset, found } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import { someServices } from '../../support/server.ts';
import { aDesk, type Desk, someoneWith, words } from './a-desk.ts';

const REASON = 'Groups must be able to find it';

eachDatabase('Releasing an empty building', (open) => {
  let desk: Desk;
  let url: string;
  let asset: Asset;
  before(async () => {
    desk = await aDesk((url = await open()));
  });
  beforeEach(async () => {
    asset = await anAsset(desk.server, desk.town, {
      kind: 'building',
      name: 'Mill Lane Baths',
      address: { number: '3', street: 'Mill Lane', town: 'Testborough', postcode: 'ZZ1 1AA' },
    });
  });
  after(() => desk.server.stop());

  const path = (): string => `/desk/assets/${asset.id}`;
  const release = (review_on: string, reason = REASON): Promise<Response> =>
    desk.broker.post(`${path()}/release`, { review_on, reason });
  const publicName = async (): Promise<string> => (await desk.server.assets.show(asset.id)).name;

  it('shows beforehand what the public would see', async () => {
    const page = await words(await desk.broker.get(`${path()}/release`));
    expect(page)
      .to.include('Vacant building in Millfield')
      .and.to.include('3 Mill Lane')
      .and.to.include('While it is released');
    expect(await publicName()).to.equal('Vacant building in Millfield');
  });

  it('makes its place public until a day, with the reason on record, and hides it again when told', async () => {
    expect((await release('2027-09-01')).headers.get('location')).to.equal(`${path()}?done=released`);
    expect(await desk.server.assets.show(asset.id)).to.deep.include({ name: 'Mill Lane Baths', redacted: false });
    expect((await desk.broker.post(`${path()}/hide`, { reason: 'Somebody broke in' })).status).to.equal(303);
    expect(await publicName()).to.equal('Vacant building in Millfield');
    const facts = await desk.server.db('facts').where({ subject_id: asset.id }).orderBy('seq');
    expect(facts.slice(1).map(({ kind, reason }) => [kind, reason])).to.deep.equal([
      ['asset_released', REASON],
      ['asset_hidden', 'Somebody broke in'],
    ]);
    expect(JSON.parse(facts[1].after)).to.deep.include({ reviewOn: '2027-09-01', by: 'Bina Broker', on: '2027-03-03' });
    expect(facts[1].public_text).to.not.include('Bina');
  });

  it('ends with its day: then the place is hidden again and stands on the desk as late', async () => {
    await release('2027-04-01');
    const later = await someServices(url, { now: '2027-04-01T09:00:00Z' });
    const [all, owners] = [await later.areas.all(), await later.areas.owners()];
    await later.inOneTransaction(({ trx }) => later.register.republish(trx, all, owners));
    expect(await publicName()).to.equal('Vacant building in Millfield');
    const { reviews } = await later.desk.overview.overview(desk.town.area, true);
    expect(reviews?.late.map(({ id }) => id)).to.include(asset.id);
    await later.stop();
  });

  it('stands on the desk a month before it ends', async () => {
    await release('2027-03-20');
    const { reviews } = await desk.server.desk.overview.overview(desk.town.area, true);
    expect([reviews?.late.length, reviews?.soon.map(({ id }) => id).includes(asset.id)]).to.deep.equal([0, true]);
  });

  const refused: [title: string, reviewOn: string, reason: string, status: number, says: string][] = [
    ['for more than a year', '2028-03-04', REASON, 400, 'within the next 12 months'],
    ['until today', '2027-03-03', REASON, 400, 'Enter a day after today'],
    ['until no day', '', REASON, 400, 'Enter the day on which'],
    ['without a reason', '2027-09-01', ' ', 400, 'Give the reason'],
  ];
  for (const [title, reviewOn, reason, status, says] of refused) {
    it(`is refused ${title}`, async () => {
      const reply = await release(reviewOn, reason);
      expect([reply.status, (await words(reply)).includes(says)]).to.deep.equal([status, true]);
      expect(await publicName()).to.equal('Vacant building in Millfield');
    });
  }

  it('is refused for what is public anyway, and for what is not released', async () => {
    expect((await desk.broker.post(`${path()}/hide`, { reason: 'It is not released' })).status).to.equal(409);
    asset = await anAsset(desk.server, desk.town, { kind: 'land' });
    expect((await release('2027-09-01')).status).to.equal(409);
  });

  it('is for officers: an owner’s representative may edit the place but not release it', async () => {
    const rep = await someoneWith(desk.server, 'rep@example.org', [
      ['owner_representative', 'owner', desk.town.owner.id],
    ]);
    expect((await rep.get(path())).status).to.equal(200);
    expect([
      (await rep.get(`${path()}/release`)).status,
      (await rep.post(`${path()}/release`, { review_on: '2027-09-01', reason: REASON })).status,
    ]).to.deep.equal([404, 404]);
    expect(found(await desk.server.register.record(desk.server.db, asset.id)).release).to.equal(null);
  });
});
