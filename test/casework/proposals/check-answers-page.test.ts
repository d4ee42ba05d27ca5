import { expect } from 'chai';
import { words } from '../../front/desk/a-desk.ts';
import { aVisitor, signIn, type Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aVerge, stored, written, type Verge } from './a-proposal.ts';

describe('Checking the answers before a proposal is sent', function () {
  this.timeout(60_000);
  let verge: Verge;
  let url: string;
  let id: string;
  let testId: string;
  let lead: Visitor;
  before(async () => {
    verge = await aVerge(await aDatabase('SQLite'), { serve: aServer });
    url = (verge.services as TestServer).url;
    id = await written(verge);
    testId = (await stored(verge, id)).testId;
    const draft = await verge.services.benefitTests.caseAnswers.open(testId);
    await verge.services.benefitTests.evidence.add(
      verge.lead,
      draft,
      { criterion: 'NEED', words: 'Forty names.' },
      undefined,
    );
    lead = await visitor(verge.lead.email);
  });
  after(() => verge.services.stop());

  const visitor = (email: string | null): Promise<Visitor> => signIn(verge.services, aVisitor(url), found(email));
  /** Each thing that was asked, with what stands below it and where it is changed. */
  async function rows(who: Visitor): Promise<Record<string, [says: string, href: string]>> {
    const page = await words(await who.get(`/proposals/${id}/check`));
    const parts = page
      .split('<dl class="check-answers">')
      .slice(1)
      .flatMap((list) => (list.split('</dl>')[0] ?? '').split('<dt>').slice(1));
    return Object.fromEntries(
      parts.map((part) => [
        part.split('</dt>')[0] ?? '',
        [
          part
            .replace(/^.*?<\/dt>|<dd class="check-answers__change">.*$/gs, '')
            .replace(/<[^>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim(),
          /href="?([^"\s>]+)"?>(?:Change|Answer)/.exec(part)?.[1] ?? '',
        ],
      ]),
    );
  }

  it('shows every question with its answer, what shows it, and the way to change it', async () => {
    const { asked } = await verge.services.caseTests.drafted(verge.services.db, testId);
    const shown = await rows(lead);
    expect(shown['What would you do there?']).to.deep.equal([
      'We plant wild flowers and keep the verge clear.',
      `/proposals/${id}/use?then=check`,
    ]);
    expect(shown['From when until when?']).to.deep.equal([
      'Saturday 1 May 2027 to Sunday 30 April 2028',
      `/proposals/${id}/dates?then=check`,
    ]);
    expect(Object.keys(shown)).to.have.length(asked.length + 3);
    for (const { id: question, text, answer } of asked) {
      const [says, href] = found(Object.entries(shown).find(([name]) => name === text.replaceAll("'", '&#39;'))?.[1]);
      expect([says, href], question).to.deep.equal([
        question === 'NEED' ? `${answer} Evidence 1 Forty names.` : answer,
        `/case-tests/${testId}/${question}?then=check`,
      ]);
    }
  });

  it('leads from each change back to here, and says that it is saved', async () => {
    const here = `/proposals/${id}/check`;
    const sent: [path: string, fields: Record<string, string>][] = [
      [`/proposals/${id}/use`, { use: 'We plant wild flowers and keep the verge clear.' }],
      [`/proposals/${id}/dates`, { starts: '2027-05-01', ends: '2028-04-30' }],
      [`/case-tests/${testId}/NEED`, { answer_NEED: 'Forty people asked.', do: 'next' }],
    ];
    for (const [path, fields] of sent) {
      expect(await words(await lead.get(`${path}?then=check`)), path).to.match(/name="then" value="check"/);
      expect((await lead.post(path, { ...fields, then: 'check' })).headers.get('location'), path).to.equal(here);
      expect(await words(await lead.get(here)), path).to.match(/role="status">.*saved/i);
      expect((await lead.post(path, fields)).headers.get('location'), path).not.to.equal(here);
    }
  });

  it('leads an officer who types for the group to what an officer may change', async () => {
    const broker = await visitor(verge.broker.email);
    const changed = Object.values(await rows(broker)).map(([, href]) => href);
    for (const href of changed) expect((await broker.get(href)).status, href).to.equal(200);
  });

  for (const width of [360, 1280])
    it(`is calm at ${width} px`, async () => {
      const page = await aPage({ width });
      const [name = '', value = ''] = lead.cookie().split('=');
      await page.context().addCookies([{ name, value, url }]);
      await page.goto(`${url}/proposals/${id}/check`);
      expect(await scrollsSideways(page)).to.equal(false);
      expect(await axeFindings(page)).to.deep.equal([]);
      await screenshot(page, `proposal-check-${width}`);
    });
});
