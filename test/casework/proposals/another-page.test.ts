import { expect } from 'chai';
import { words } from '../../front/desk/a-desk.ts';
import { aVisitor, signIn } from '../../ground/people/visitor.ts';
import { aDatabase } from '../../support/databases.ts';
import { anAsset, found } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aVerge, proposalIn, stored, type Verge } from './a-proposal.ts';

describe('Asking for another place like one that was asked for', function () {
  this.timeout(60_000);
  let verge: Verge;
  let url: string;
  let id: string;
  before(async () => {
    verge = await aVerge(await aDatabase('SQLite'), { serve: aServer });
    url = (verge.services as TestServer).url;
    id = await proposalIn(verge, 'window');
    for (const name of ['Allotments at Green Lane', 'Corner of Marsh Road'])
      await anAsset(verge.services, verge.town, { name });
    await anAsset(verge.services, verge.town, { name: 'Green in use', state: 'in_use' });
  });
  after(() => verge.services.stop());

  it('leads from the page over a place that is looked for to a draft with what was written', async () => {
    const lead = await signIn(verge.services, aVisitor(url), found(verge.lead.email));
    const at = `/proposals/${id}/another`;
    expect(await words(await lead.get(`/proposals/${id}`))).to.include(`href="${at}"`);
    for (const [q, names] of [
      ['', ['Allotments at Green Lane', 'Corner of Marsh Road']],
      ['green', ['Allotments at Green Lane']],
    ] as const) {
      const list = await words(await lead.get(`${at}?q=${q}`));
      expect([...list.matchAll(/<strong>([^<]*)<\/strong><\/a>/g)].map(([, name]) => name)).to.deep.equal(names);
    }
    const asset = found(/name="asset" value="([^"]+)"/.exec(await words(await lead.get(`${at}?q=green`)))?.[1]);
    const begun = await lead.post(at, { asset });
    expect([begun.status, begun.headers.get('location')]).to.satisfy(
      ([status, to]: [number, string]) => status === 303 && to.endsWith('/write'),
    );
    const draft = found(/proposals\/(.*)\/write/.exec(begun.headers.get('location') ?? '')?.[1]);
    expect(await words(await lead.get(`/proposals/${draft}/write`))).to.include('came along, with its evidence');
    const check = await words(await lead.get(`/proposals/${draft}/check`));
    expect(check)
      .to.include((await stored(verge, id)).use)
      .and.to.include('An earlier case of this group: passed')
      .and.to.include('Say from which day');
    expect((await lead.post(at, { asset: verge.verge.id })).status).to.equal(400);
    expect((await aVisitor(url).get(at)).status).to.be.oneOf([303, 401, 404]);

    const page = await aPage({ width: 360 });
    const [name = '', value = ''] = lead.cookie().split('=');
    await page.context().addCookies([{ name, value, url }]);
    await page.goto(`${url}${at}`);
    expect(await axeFindings(page)).to.deep.equal([]);
    expect(await scrollsSideways(page)).to.equal(false);
    await screenshot(page, 'proposal-another-360');
  });
});
