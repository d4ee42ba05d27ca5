import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { LENGTHS_OF, NEEDS } from '../../../src/front/start/start-contract.ts';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { anAsset, aTown } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';

describe('Which path fits me, for everybody', function () {
  this.timeout(240_000);
  let server: TestServer;
  let verge: Asset;
  let library: Asset;
  before(async () => {
    server = await aServer(await aDatabase('SQLite'));
    const town = await aTown(server);
    verge = await anAsset(server, town, {
      name: 'Verge at Mill Lane',
      costs: [{ label: 'Mowing', annualPence: 62_400, source: 'Budget 2026' }],
    });
    library = await anAsset(server, town, { name: 'Old Library', kind: 'building', state: 'in_use' });
  });
  after(() => server.stop());

  const read = async (path: string): Promise<{ status: number; text: string; links: string[] }> => {
    const reply = await fetch(`${server.url}${path}`);
    const page = await reply.text();
    const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
    const links = [...main.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
    return { status: reply.status, text: main.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '), links };
  };
  async function sound(page: Page, name: string): Promise<void> {
    await screenshot(page, name);
    expect(await axeFindings(page), name).to.deep.equal([]);
    expect(await scrollsSideways(page), name).to.equal(false);
  }

  it('leads nowhere but to pages that are there, whatever somebody answers', async () => {
    const links = new Set<string>();
    for (const asset of [undefined, verge.id, library.id])
      for (const need of NEEDS)
        for (const long of LENGTHS_OF[need] ?? [undefined]) {
          const query = new URLSearchParams({
            need,
            known: 'no',
            near: 'ZZ1 1AA',
            ...(long && { long }),
            ...(asset && { asset }),
          });
          const shown = await read(`/start?${query}`);
          expect([query.toString(), shown.status]).to.deep.equal([query.toString(), 200]);
          expect(shown.text).to.include('You said');
          for (const link of shown.links) links.add(link);
        }
    expect(links.size).to.be.greaterThan(15);
    for (const link of links) expect([link, (await read(link)).status]).to.deep.equal([link, 200]);
  });

  it('says what was not answered, and answers for places that are not there as their pages do', async () => {
    const unanswered = await read('/start?step=need');
    expect([unanswered.status, unanswered.text.includes('Choose what you need.')]).to.deep.equal([400, true]);
    expect((await read('/start?need=land&step=need')).text).not.to.include('Choose how often');
    expect((await read('/start?need=land&step=long&long=regular')).text).to.include(
      'Choose how often, or for how long.',
    );
    expect((await read('/start?asset=0199d2a0-0000-7000-8000-000000000000')).status).to.equal(404);
    expect((await read('/start?asset=nonsense')).status).to.equal(404);
  });

  it('is found on the front page and on the page of every place, with the place chosen', async () => {
    expect((await read('/')).links).to.include('/start');
    expect((await read('/assets')).links).to.include('/start');
    for (const { id } of [verge, library]) expect((await read(`/assets/${id}`)).links).to.include(`/start?asset=${id}`);
    expect((await read(`/assets/${verge.id}`)).text).to.include('Leaving it empty costs at least £52 a month');
    expect((await read(`/assets/${library.id}`)).text).not.to.include('Leaving it empty');
  });

  it('goes from a place to its proposal, and to a room, on a phone without scripts', async () => {
    const phone = await aPage({ width: 360, javaScript: false });
    await phone.goto(`${server.url}/assets/${verge.id}`);
    await phone.getByRole('link', { name: 'Which path fits me?' }).first().click();
    await phone.getByRole('button', { name: 'Continue' }).click();
    await phone.getByText('Choose what you need.').first().waitFor();
    await phone.getByLabel('Land').first().check();
    await phone.getByRole('button', { name: 'Continue' }).click();
    await phone.getByLabel('For months, up to 3 years').check();
    await phone.getByRole('button', { name: 'Continue' }).click();
    await phone.getByRole('heading', { level: 1, name: 'Ask for Verge at Mill Lane' }).waitFor();
    await phone.getByRole('link', { name: 'Ask for this place' }).click();
    expect(phone.url()).to.include('sign-in');
    await phone.goto(`${server.url}/start`);
    await phone.getByLabel('A room for some hours').check();
    await phone.getByRole('button', { name: 'Continue' }).click();
    await phone.getByLabel('Again and again').check();
    await phone.getByRole('button', { name: 'Continue' }).click();
    await phone.getByLabel('No, show me what there is').check();
    await phone.getByLabel('Near which postcode').fill('ZZ1 1AA');
    await phone.getByRole('button', { name: 'Continue' }).click();
    await phone.getByRole('link', { name: 'Find a room' }).click();
    expect(new URL(phone.url()).searchParams.get('near')).to.equal('ZZ1 1AA');
    await phone.context().close();
  });

  it('looks right, and axe finds nothing', async () => {
    const pages: Record<string, string> = {
      'start-need': '/start',
      'start-missing': '/start?step=need',
      'start-known': '/start?need=land&long=months',
      'start-land': `/start?need=land&long=for_good&asset=${verge.id}`,
      'start-building': '/start?need=building&long=months&known=no',
      'start-else': '/start?need=else',
      'start-place': `/assets/${verge.id}`,
    };
    for (const width of [360, 1280]) {
      const page = await aPage({ width });
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(`${server.url}${path}`);
        await sound(page, `${name}-${width}`);
      }
      await page.context().close();
    }
  });
});
