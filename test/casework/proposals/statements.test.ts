import { expect } from 'chai';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { eachDatabase } from '../../support/databases.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aVerge, proposalIn } from './a-proposal.ts';

/** The most that the page of a proposal may ask the database for somebody who is not signed in. */
const MOST = 25;

eachDatabase('The statements of the page of a proposal', (open) => {
  let server: TestServer;
  let id: string;
  before(async () => {
    let mine: TestServer | undefined;
    const verge = await aVerge(await open(), {
      serve: async (url, settings) => (mine = await aServer(url, settings)),
    });
    if (!mine) throw new Error('No server.');
    server = mine;
    // What runs by the clock would be counted too.
    server.sync.stop();
    id = await proposalIn(verge, 'window');
    // The first page of a process also reads what is then kept.
    await server.request.get(`/proposals/${id}`);
  });
  after(() => server.stop());

  it('are few, and none is asked twice', async () => {
    const sent: string[] = [];
    const note = (told: unknown): void => void sent.push((told as { sql: string }).sql);
    subscribe('meantime:statement', note);
    const { status, text } = await server.request.get(`/proposals/${id}`);
    unsubscribe('meantime:statement', note);
    expect([status, text.includes('Verge Gardeners')]).to.deep.equal([200, true]);
    expect(sent.filter((one, at) => sent.indexOf(one) !== at)).to.deep.equal([]);
    expect(sent.length, sent.map((sql, at) => `${at + 1}. ${sql.slice(0, 300)}`).join('\n')).to.be.at.most(MOST);
  });
});
