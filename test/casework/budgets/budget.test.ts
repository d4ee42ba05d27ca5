import { expect } from 'chai';
import { costsSchema, ratesSchema } from '../../../src/casework/budgets/budget-contract.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { words } from '../../front/desk/a-desk.ts';
import { aVisitor, signIn, type Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aDatabase, eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { refusalOf } from '../decisions/a-decision.ts';
import { aClosedBuilding } from '../hearings/a-hearing.ts';
import { aVerge, sent, stored, written, type Verge } from '../proposals/a-proposal.ts';
import { COSTS_B, RATES_B } from './a-budget.ts';

const DAYS = { starts: '2026-12-16', ends: '2027-12-15' };

eachDatabase('The budget of a proposal for a building', (open) => {
  let verge: Verge;
  before(async () => (verge = await aVerge(await open(), { day: '2026-09-01' })));
  after(() => verge.services.stop());

  it('is asked for part by part before the proposal can be sent, and stands then', async () => {
    const { services, lead, groupId } = verge;
    const { budgets, proposals } = services;
    const { id: asset } = await aClosedBuilding(verge);
    const { id } = await proposals.writing.begin(lead, { asset, group: groupId });
    const open = async () =>
      (await proposals.pages.draft(id, false)).tasks.flatMap(({ name, why }) => (why === null ? [] : [name]));
    const parts = ['costs', 'rates', 'income', 'insurance', 'crew', 'host', 'timescale', 'handback'];
    expect(await open()).to.include.members(parts);
    expect((await refusalOf(sent(verge, id))).fields).to.include.members(parts);
    await budgets.saveCosts(id, costsSchema.parse({ ...COSTS_B, people: '' }));
    await budgets.saveRates(id, ratesSchema.parse({ ...RATES_B, rates_payer: '' }));
    const asked = (await proposals.pages.draft(id, false)).tasks;
    expect(asked.find(({ name }) => name === 'costs')?.why).to.equal(
      'One cost has no amount yet. Write 0 where there is none.',
    );
    expect(asked.find(({ name }) => name === 'rates')?.why).to.equal('Say who pays the business rates.');
    expect(await written(verge, { assetId: asset, ...DAYS }), 'the same draft').to.equal(id);
    expect(await open()).to.deep.equal([]);
    const { plan } = await proposals.pages.draft(id, false);
    expect(plan[1]?.says.split('\n')).to.deep.equal([
      'A rateable value of 18,500 × 0.432, the multiplier of 2026/27, is £7,992.',
      'Less 80 % relief, £6,393.60: £1,598.40.',
      'Paid by our group.',
      'Relief: A registered charity or a community amateur sports club uses it: 80 % off (asked for, not had yet).',
      'If the relief is not there by the first day: £7,992.',
    ]);
    await sent(verge, id);
    expect((await refusalOf(budgets.saveCosts(id, {}))).status).to.equal(409);
  });

  it('is nothing that land asks for', async () => {
    const id = await written(verge);
    expect((await verge.services.proposals.pages.draft(id, false)).plan).to.deep.equal([]);
    expect((await refusalOf(verge.services.budgets.saveCosts(id, {}))).status).to.equal(404);
  });

  it('keeps what somebody else wrote meanwhile, until it was seen', async () => {
    const { services, lead, groupId } = verge;
    const { id: asset } = await aClosedBuilding(verge, 'Old Baths');
    const { id } = await services.proposals.writing.begin(lead, { asset, group: groupId });
    await services.budgets.saveText(id, 'crew', { words: 'Six of us.', was: '' });
    const late = services.budgets.saveText(id, 'crew', { words: 'Five of us.', was: '' });
    expect(
      await late.then(
        () => null,
        (error: unknown) => error,
      ),
    ).to.be.instanceOf(Problem);
    await services.budgets.saveText(id, 'crew', { words: 'Five of us.', was: 'Six of us.' });
  });
});

describe('The pages of a budget', function () {
  this.timeout(90_000);
  let verge: Verge;
  let url: string;
  let id: string;
  let lead: Visitor;
  before(async () => {
    verge = await aVerge(await aDatabase('SQLite'), { day: '2026-09-01', serve: aServer });
    url = (verge.services as TestServer).url;
    const { id: assetId } = await aClosedBuilding(verge);
    id = await written(verge, { assetId, ...DAYS });
    lead = await signIn(verge.services, aVisitor(url), found(verge.lead.email));
  });
  after(() => verge.services.stop());

  it('keep what is typed wrong on the form, and save nothing of it', async () => {
    const wrong = await lead.post(`/proposals/${id}/plan/costs`, { ...COSTS_B, rent: 'a lot' });
    expect(wrong.status).to.equal(400);
    const page = await words(wrong);
    expect(page).to.include('Enter pounds for twelve months').and.include('value="a lot"').and.include('value="3,600"');
    const saved = await lead.post(`/proposals/${id}/plan/costs`, {
      ...COSTS_B,
      other: '75.5',
      other_label: 'A piano tuner',
    });
    expect(saved.status).to.equal(303);
    expect(await words(await lead.get(`/proposals/${id}/check`))).to.include(
      'A piano tuner: £75.50, paid by our group',
    );
    await lead.post(`/proposals/${id}/plan/costs`, COSTS_B);
  });

  for (const width of [360, 1280])
    it(`are calm at ${width} px`, async () => {
      const page = await aPage({ width });
      const [name = '', value = ''] = lead.cookie().split('=');
      await page.context().addCookies([{ name, value, url }]);
      for (const at of ['write', 'plan/costs', 'plan/rates', 'plan/income', 'plan/handback', 'check']) {
        await page.goto(`${url}/proposals/${id}/${at}`);
        expect(await scrollsSideways(page), at).to.equal(false);
        expect(await axeFindings(page), at).to.deep.equal([]);
        await screenshot(page, `budget-${at.replace('/', '-')}-${width}`);
      }
    });

  it('tell nobody by their figures which building it is, before it is released', async () => {
    await sent(verge, id);
    const stranger = await words(await aVisitor(url).get(`/proposals/${id}`));
    expect(stranger).to.include('Group, owner and officers see the budget').and.not.include('18,500');
    expect(await words(await lead.get(`/proposals/${id}`))).to.include('18,500');
  });

  it('show everybody who pays what, with leaving it empty beside it', async () => {
    const { assetId } = await stored(verge, id);
    const broker = await signIn(verge.services, aVisitor(url), found(verge.broker.email));
    await broker.post(`/desk/assets/${assetId}/release`, { review_on: '2027-08-01', reason: 'It is asked for' });
    const page = await aPage({ width: 1280 });
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${url}/proposals/${id}`);
      expect(await scrollsSideways(page)).to.equal(false);
      expect(await axeFindings(page)).to.deep.equal([]);
      await screenshot(page, `budget-public-${width}`);
    }
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    // 1 + 3,600 + 420 + 1,150.50 + 900 + 300 + 500 and rates of 1,598.40; the safety checks are the owner's.
    expect(text).to.include('Verge Gardeners pays £8,469.90').and.include('Comes in £8,800');
    expect(text).to.include('£330.10 more comes in than Verge Gardeners pays.');
    expect(text).to.include('Business rates worked out below the group £1,598.40');
    expect(text).to.include('If the relief is not there by the first day it is £7,992');
    expect(text).to.include('then £7,992 a year');
  });
});
