import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aVerge, CASE_A, mailsTo, proposalIn, resultPublished, scored, stored, type Verge } from './a-proposal.ts';

eachDatabase('A proposal that both have scored', (open) => {
  let verge: Verge;
  let id: string;
  beforeEach(async () => {
    verge = await aVerge(await open());
    id = await proposalIn(verge, 'assessing');
  });
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });
  const turnOnPage = async () => (await verge.services.proposals.pages.publicly(id)).standing.steps[0].turn;
  const waitingFor = async () => {
    const { byTurn } = await verge.services.proposals.desk.counts(verge.town.area);
    for (const { turn, count } of byTurn) {
      const asked = { turn, show: 'all', sort: 'due' } as const;
      const { lines } = await verge.services.proposals.desk.page(verge.town.area, asked, null);
      expect(lines.map(({ standing }) => standing.steps[0].turn)).to.deep.equal(Array(count).fill(turn));
    }
    return byTurn.map(({ turn }) => turn);
  };

  it('waits for the two until they have come to one mark, then for an officer, on every page alike', async () => {
    const { services, scorers, broker } = verge;
    const [first, second] = scorers;
    const before = await verge.services.proposals.pages.publicly(id);
    await scored(verge, id, CASE_A, [first]);
    expect(await services.proposals.pages.publicly(id)).to.deep.equal(before);
    await scored(verge, id, CASE_A.replace('NEED3', 'NEED2'), [second]);
    expect([await turnOnPage(), await waitingFor()]).to.deep.equal(['scorers', ['scorers']]);
    expect((await services.proposals.pages.publicly(id)).standing.steps[0].next).to.match(/^come to one mark/);
    expect(await mailsTo(verge, broker.email ?? '')).not.to.include('case_test_agreed_brokers');

    const { testId } = await stored(verge, id);
    await services.benefitTests.settling.settle(second, testId, {
      criterion: 'NEED',
      agrees: undefined,
      mark: 3,
      reason: 'The photos of the verge show it.',
    });
    expect([await turnOnPage(), await waitingFor()]).to.deep.equal(['broker', ['broker']]);
    expect(await mailsTo(verge, broker.email ?? '')).to.include('case_test_agreed_brokers');
    const mail = found((await services.mails.latest(50)).find(({ kind }) => kind === 'case_test_agreed_brokers'));
    expect(mail.text).to.include('Your turn: answer the gates that are the officer’s, and publish the result');

    await resultPublished(verge, id);
    expect([(await stored(verge, id)).within, await turnOnPage()]).to.deep.equal([null, 'owner']);
  });
});
