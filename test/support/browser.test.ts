import { createServer, type Server } from 'node:http';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { aPage, axeFindings, focused, scrollsSideways, tabTo } from './browser.ts';

const GOOD =
  '<!doctype html><html lang="en"><title>Doors</title><main><h1>Doors</h1><a href="/a">First door</a> <button>Open it</button></main>';
const BAD =
  '<!doctype html><html lang="en"><title>Doors</title><main><h1>Doors</h1><img src="/x.png"><div style="width:3000px">wide</div></main>';

describe('The browser of the tests', () => {
  let server: Server;
  let address: string;
  let page: Page;

  before(async function () {
    this.timeout(120_000);
    server = createServer((req, res) => {
      res.setHeader('Content-Security-Policy', "default-src 'self'; style-src 'unsafe-inline'");
      res.setHeader('Content-Type', 'text/html').end(req.url === '/bad' ? BAD : GOOD);
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const at = server.address();
    address = `http://127.0.0.1:${at !== null && typeof at === 'object' ? at.port : 0}`;
    page = await aPage({ width: 360 });
  });
  after(async () => {
    await page.context().close();
    server.closeAllConnections();
    server.close();
  });

  it('finds what is wrong with a page, and nothing where all is well', async () => {
    await page.goto(`${address}/`);
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.goto(`${address}/bad`);
    expect((await axeFindings(page)).map(({ rule }) => rule)).to.deep.equal(['image-alt']);
    expect(await scrollsSideways(page)).to.equal(true);
  });

  it('goes through a page with the Tab key and names each stop', async () => {
    await page.goto(`${address}/`);
    await tabTo(page, 'Open it');
    expect(await focused(page)).to.equal('button Open it');
    const lost = await tabTo(page, 'Back door', 3).catch((error: unknown) => error);
    expect(String(lost)).to.match(/"Back door" cannot be reached with the Tab key[^]*link First door/);
  });

  it('shows a page to a visitor without scripts, in dark', async () => {
    const plain = await aPage({ javaScript: false, dark: true });
    await plain.goto(`${address}/`);
    expect(await plain.getByRole('heading', { level: 1 }).innerText()).to.equal('Doors');
    await plain.context().close();
  });
});
