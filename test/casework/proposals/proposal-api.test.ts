import { expect } from 'chai';
import { enquiryShape } from '../../../src/casework/enquiries/enquiry-schema-contract.ts';
import { proposalShape } from '../../../src/casework/proposals/proposal-schema-contract.ts';
import { aVisitor } from '../../ground/people/visitor.ts';
import { aDatabase } from '../../support/databases.ts';
import { anAsset, found } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aVerge, nextDay, onDay, proposalIn, sent, stored, written, type Verge } from './a-proposal.ts';

type Description = {
  paths: Record<string, { get?: { responses: Record<string, { content: Record<string, { schema?: object }> }> } }>;
};

describe('Proposals and questions for programs', () => {
  let verge: Verge;
  before(async () => (verge = await aVerge(await aDatabase('SQLite'), { serve: aServer })));
  after(() => verge.services.stop());
  const read = async (path: string): Promise<unknown> =>
    (await aVisitor((verge.services as TestServer).url).get(path)).json();
  const mistakesOf = async (id: string) =>
    proposalShape.safeParse(await read(`/api/proposals/${id}`)).error?.issues ?? [];

  it('are answered as they are described, whatever has happened', async () => {
    const { services, town, broker, lead } = verge;
    const nobodys = await anAsset(services, town, { name: 'Corner of Marsh Road', ownership: 'unknown' });
    const looked = await written(verge, { assetId: nobodys.id });
    await sent(verge, looked);
    expect(await mistakesOf(looked)).to.deep.equal([]);
    const enquiryId = found((await stored(verge, looked)).enquiryId);
    await services.enquiries.finding.acknowledge(broker, enquiryId, { seen: 'asked' });
    const enquiry = await read(`/api/enquiries/${enquiryId}`);
    expect(enquiryShape.safeParse(enquiry).error?.issues ?? []).to.deep.equal([]);

    const id = await proposalIn(verge, 'window');
    await services.pauses.pause(lead, id, 'wish', { seen: 'window', reason: 'We are away.' });
    expect(await mistakesOf(id)).to.deep.equal([]);
    await onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
    expect(await read(`/api/proposals/${id}`)).to.include({ state: 'granted' });
    expect(await mistakesOf(id)).to.deep.equal([]);
  });

  it('are described with all that they answer', async () => {
    const { paths } = (await read('/api/openapi.json')) as Description;
    for (const path of ['/api/proposals/{id}', '/api/enquiries/{id}'])
      expect(paths[path]?.get?.responses['200']?.content['application/json']?.schema, path).to.have.nested.property(
        'properties.standing.properties.steps',
      );
  });
});
