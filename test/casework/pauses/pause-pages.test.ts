import { expect } from 'chai';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import { filledIn, words } from '../../front/desk/a-desk.ts';
import { aVisitor, signIn, type Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aServer } from '../../support/server.ts';
import { aVerge, proposalIn, stored, type Verge } from '../proposals/a-proposal.ts';

describe('The page of a case whose clock stands still', function () {
  this.timeout(240_000);
  let verge: Verge;
  let url: string;
  let at: string;
  const visitors = new Map<string, Promise<Visitor>>();
  before(async () => {
    verge = await aVerge(await aDatabase('SQLite'), { serve: aServer });
    url = (verge.services as Awaited<ReturnType<typeof aServer>>).url;
    at = `/proposals/${await proposalIn(verge, 'window')}`;
  });
  after(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });
  function visits({ email }: Who): Promise<Visitor> {
    const there = visitors.get(found(email)) ?? signIn(verge.services, aVisitor(url), found(email));
    visitors.set(found(email), there);
    return there;
  }
  const acts = async (who: Who, of: string, typed: Record<string, string>): Promise<number> => {
    const visitor = await visits(who);
    return (await visitor.post(`${at}/${of}`, filledIn(await words(await visitor.get(at)), typed, `${at}/${of}`)))
      .status;
  };

  it('asks the group to correct something, tells everybody since when and because of what, and takes its answer', async () => {
    expect(await acts(verge.broker, 'please-correct', { reason: '' })).to.equal(400);
    expect(await acts(verge.broker, 'please-correct', { reason: 'The plan names the wrong road.' })).to.equal(303);
    const everybody = await words(await fetch(`${url}${at}`));
    expect(everybody)
      .to.include('The clock stands still since')
      .and.to.include('The plan names the wrong road.')
      .and.to.include('It goes on at the latest after')
      .and.to.include('Paused (the group was asked to correct something): not counted')
      .and.not.to.include('/corrected"');
    for (const who of [verge.owner, verge.neighbour])
      for (const of of ['please-correct', 'corrected', 'pause', 'advert', 'court-order', 'stop', 'confirm-stop'])
        expect((await (await visits(who)).post(`${at}/${of}`, { seen: 'window' })).status, of).to.equal(404);
    expect(await words(await (await visits(verge.lead)).get('/my'))).to.include(
      'correct what an officer has asked for',
    );
    expect(await acts(verge.lead, 'corrected', { answer: 'It is Mill Lane.' })).to.equal(303);
    expect(await words(await fetch(`${url}${at}`)))
      .to.include('The group answered: It is Mill Lane.')
      .and.not.to.include('The clock stands still since');
  });

  it('shows a stop that waits to the two officers alone, and once it stands to everybody', async () => {
    expect(await acts(verge.decider, 'stop', { code: 'danger', reason: 'A gas pipe lies open.' })).to.equal(303);
    for (const path of [at, `/api${at}`]) expect(await words(await fetch(`${url}${path}`))).not.to.include('gas pipe');
    for (const who of [verge.broker, verge.owner, verge.lead])
      expect(await words(await (await visits(who)).get(at)), who.name).not.to.include('gas pipe');
    expect(await words(await (await visits(verge.monitor)).get('/my'))).to.include('An emergency stop is asked for');
    expect(await acts(verge.monitor, 'confirm-stop', {})).to.equal(303);
    expect(await words(await fetch(`${url}${at}`))).to.include('A gas pipe lies open.');
    expect(await words(await (await visits(verge.owner)).get(at))).not.to.include('Say yes</button>');
    expect(await stored(verge, at.split('/').at(-1) ?? '')).to.include({ pausedBy: 'emergency' });
  });

  for (const width of [1280, 360])
    it(`is sound at ${width} pixels`, async () => {
      const shown: [Who, string][] = [
        [verge.broker, 'broker'],
        [verge.decider, 'decision-officer'],
        [verge.lead, 'group'],
      ];
      for (const [who, name] of shown) {
        const page = await aPage({ width });
        const [cookie = '', value = ''] = (await visits(who)).cookie().split('=');
        await page.context().addCookies([{ name: cookie, value, url }]);
        await page.goto(`${url}${at}`);
        for (const more of await page.locator('article .panel summary').all()) await more.click();
        await screenshot(page, `paused-${name}-${width}`);
        expect(await axeFindings(page), name).to.deep.equal([]);
        expect(await scrollsSideways(page), name).to.equal(false);
      }
    });
});
