import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset } from '../../support/domain.ts';
import { aVerge, proposalIn, sent, written, type Verge } from './a-proposal.ts';

const OTHERS = 4;

eachDatabase('Lists of proposals', (open) => {
  let verge: Verge;
  before(async () => (verge = await aVerge(await open())));
  after(() => verge.services.stop());

  async function queriesOf(work: () => Promise<unknown>): Promise<number> {
    let count = 0;
    const counting = (): void => void count++;
    verge.services.db.on('query', counting);
    await work();
    verge.services.db.removeListener('query', counting);
    return count;
  }

  it('take as many queries for many as for one, and say by whose turn they stand', async () => {
    const { services, town } = verge;
    const { lists } = services.proposals;
    await proposalIn(verge, 'received');
    const open1 = () => lists.openIn(town.area, 'broker');
    expect(await open1()).to.have.length(1);
    const before = await queriesOf(open1);
    for (let other = 0; other < OTHERS; other++) {
      const place = await anAsset(services, town, { name: `Verge ${other}` });
      await sent(verge, await written(verge, { assetId: place.id }));
    }
    expect(await open1()).to.have.length(1 + OTHERS);
    expect(await queriesOf(open1)).to.equal(before);
    expect(await lists.openIn(town.area, 'owner')).to.deep.equal([]);
    expect(await services.proposals.desk.counts(town.area)).to.deep.include({
      all: 1 + OTHERS,
      byTurn: [{ turn: 'broker', count: 1 + OTHERS }],
    });
  });

  it('refuse a sixth proposal of a group while five are open', async () => {
    const place = await anAsset(verge.services, verge.town, { name: 'One more' });
    const refused = await written(verge, { assetId: place.id }).catch((error: unknown) => String(error));
    expect(refused).to.include('5 proposals open');
  });
});
