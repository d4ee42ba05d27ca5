import { expect } from 'chai';
import { filledIn, sendFile, words } from '../../front/desk/a-desk.ts';
import { aVisitor, signIn, type Visitor } from '../../ground/people/visitor.ts';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aDatabase, eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aServer } from '../../support/server.ts';
import { aPerson, aVerge, onDay, proposalIn, stored, type Verge } from '../proposals/a-proposal.ts';
import { A_SIGNING } from './a-decision.ts';

const PAPER = { name: 'deed.pdf', content: '%PDF-1.4\nThe deed\n%%EOF\n' };
const GROUND = {
  ground: 'R1',
  statement: 'A covenant forbids any planting.',
  law: 'Covenant of 3 May 1931',
  evidence: 'Deed of 1931',
  author: 'B. Bloggs, solicitor',
  dated: '2027-02-01',
};
const inServer = async (url: string): Promise<Verge> => aVerge(url, { serve: aServer });
const addressOf = ({ services }: Verge): string => (services as Awaited<ReturnType<typeof aServer>>).url;
/** Somebody signs in once for a suite: codes are not sent as often as one likes. */
const signedIn = new Map<string, Promise<Visitor>>();
function visits(verge: Verge, { email }: Who): Promise<Visitor> {
  const key = `${addressOf(verge)} ${email}`;
  const there = signedIn.get(key) ?? signIn(verge.services, aVisitor(addressOf(verge)), found(email));
  signedIn.set(key, there);
  return there;
}

eachDatabase('The pages on which a proposal is decided', (open) => {
  let verge: Verge;
  let id: string;
  let at: string;
  before(async () => {
    verge = await inServer(await open());
    id = await proposalIn(verge, 'window');
    at = `/proposals/${id}`;
  });
  after(() => verge.services.stop());

  it('show each what they have to do, and strangers none of it', async () => {
    const page = async (who: Who) => words(await (await visits(verge, who)).get(at));
    expect(await page(verge.owner))
      .to.include('Say yes')
      .and.to.include('It might be sold one day');
    for (const who of [verge.neighbour, verge.lead, verge.decider, verge.councillors[0]])
      expect(await page(who), found(who.email))
        .not.to.include('Say yes</button>')
        .and.not.to.include('/grounds"');
  });

  it('turn away everybody whose act it is not, as if there were no such thing', async () => {
    const wrong: [Who, string][] = [
      [verge.lead, 'agree'],
      [verge.broker, 'grounds'],
      [verge.decider, 'agree'],
      [verge.owner, 'decide'],
      [verge.owner, 'sign'],
      [verge.broker, 'decide'],
      [verge.neighbour, 'call-in'],
      [verge.owner, 'call-in'],
      [verge.neighbour, 'ask-review'],
      [verge.decider, 'review'],
      [verge.councillors[0], 'hear'],
    ];
    for (const [who, act] of wrong)
      expect((await (await visits(verge, who)).post(`${at}/${act}`, { seen: 'window' })).status, act).to.equal(404);
    // Whoever has two sides of a case decides neither.
    const both = await aPerson(verge.services, 'both@example.org', [
      ['decision_officer', 'area', verge.town.area.id],
      ['owner_representative', 'owner', verge.town.owner.id],
    ]);
    expect((await (await visits(verge, both)).post(`${at}/decide`, { seen: 'window' })).status).to.equal(404);
  });

  it('turn back what is no ground with why, and keep what was typed', async () => {
    const owner = await visits(verge, verge.owner);
    const form = filledIn(await words(await owner.get(at)), { ...GROUND, ground: 'may_sell' }, `${at}/grounds`);
    const reply = await sendFile(owner, `${at}/grounds`, 'file', PAPER, form);
    const again = await words(reply);
    expect(reply.status).to.equal(400);
    expect(again).to.include('“It might be sold one day” is no ground').and.to.include('Covenant of 3 May 1931');
    const missing = await sendFile(
      owner,
      `${at}/grounds`,
      'file',
      { name: 'x.pdf', content: 'no pdf' },
      { ...form, ground: 'R1' },
    );
    expect(missing.status).to.equal(400);
  });

  it('take a ground with its paper, which officers, group and owner open, and nobody else', async () => {
    const owner = await visits(verge, verge.owner);
    const form = filledIn(await words(await owner.get(at)), GROUND, `${at}/grounds`);
    expect((await sendFile(owner, `${at}/grounds`, 'file', PAPER, form)).status).to.equal(303);
    expect((await sendFile(owner, `${at}/grounds`, 'file', PAPER, form)).status).to.equal(303);
    expect(await stored(verge, id)).to.include({ state: 'filed' });
    const everybody = await words(await fetch(`${addressOf(verge)}${at}`));
    expect(everybody)
      .to.include('A covenant forbids any planting.')
      .and.not.to.include('/paper"')
      .and.not.to.include('Bloggs');
    expect(await words(await (await visits(verge, verge.decider)).get(at))).to.include('Bloggs');
    const decider = await visits(verge, verge.decider);
    const paper = found(/href="([^"]+\/paper)"/.exec(await words(await decider.get(at)))?.[1]);
    for (const who of [verge.decider, verge.lead, verge.owner])
      expect((await (await visits(verge, who)).get(paper)).headers.get('content-disposition')).to.include('attachment');
    for (const who of [verge.neighbour, verge.councillors[0]])
      expect((await (await visits(verge, who)).get(paper)).status).to.equal(404);
    expect((await owner.post(`${at}/agree`, { seen: 'window' })).status).to.equal(409);
  });

  it('decide, and say so to everybody, in the decision record and as data', async () => {
    const decider = await visits(verge, verge.decider);
    const form = filledIn(
      await words(await decider.get(at)),
      { holds: 'no', why: 'The covenant was lifted.' },
      `${at}/decide`,
    );
    expect((await decider.post(`${at}/decide`, form)).status).to.equal(303);
    expect((await decider.post(`${at}/decide`, form)).status).to.equal(409);
    expect(await words(await fetch(`${addressOf(verge)}${at}`))).to.include('The covenant was lifted.');
    type Told = { grounds: { state: string; filedBy?: string }[] };
    const told = (await (await fetch(`${addressOf(verge)}/api${at}/decision`)).json()) as Told;
    expect(told.grounds[0]).to.include({ state: 'turned_back' }).and.not.to.have.property('filedBy');
    expect((await fetch(`${addressOf(verge)}${at}/decision`)).status).to.equal(404);
  });

  it('show a certificate to everybody with its code: as a page, a file, data and by the check', async () => {
    const address = addressOf(verge);
    const due = found((await stored(verge, id)).dueOn);
    await onDay(verge, due);
    await verge.services.decisions.warnings.runDue();
    verge.clock.goTo(`${due}T23:30:00Z`);
    // Nobody stays signed in for so long.
    signedIn.clear();
    await verge.services.proposals.runDue();
    const code = found(/certificates\/([0-9A-Z-]+)"/.exec(await words(await fetch(`${address}${at}`)))?.[1]);
    const page = await words(await fetch(`${address}/certificates/${code}`));
    expect(page)
      .to.include('This certificate is real, and it stands.')
      .and.to.include('Certificate of default grant')
      .and.to.include('The covenant was lifted.');
    const check = await fetch(`${address}/check?code=${code.replaceAll('-', '').toLowerCase()}`, {
      redirect: 'manual',
    });
    expect([check.status, check.headers.get('location')]).to.deep.equal([303, `/certificates/${code}`]);
    expect(await words(await fetch(`${address}/check?code=ABCD`))).to.include('There is no certificate');
    const data = (await (await fetch(`${address}/api/certificates/${code}`)).json()) as Record<string, unknown>;
    expect(data).to.deep.include({ dueOn: due, checkCode: code, today: { stage: 'Granted', stands: true } });
    expect((await fetch(`${address}/certificates/222222222222`)).status).to.equal(404);
    const file = await fetch(`${address}/certificates/${code}/certificate.pdf`);
    expect(file.headers.get('content-type')).to.include('application/pdf');
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).to.equal('%PDF-');
    expect(page).not.to.include('@example.org');
  });

  it('sign the grant, and show the record to everybody', async () => {
    const decider = await visits(verge, verge.decider);
    const { submission: _mine, ...typed } = A_SIGNING;
    const form = filledIn(await words(await decider.get(at)), typed, `${at}/sign`);
    expect((await decider.post(`${at}/sign`, { ...form, reasons: '' })).status).to.equal(400);
    expect((await decider.post(`${at}/sign`, form)).status).to.equal(303);
    expect((await decider.post(`${at}/sign`, form)).status).to.equal(303);
    const record = await words(await fetch(`${addressOf(verge)}${at}/decision`));
    expect(record)
      .to.include('Beds leave 1.5 metres.')
      .and.to.include('Decision officer')
      .and.not.to.include('decider@');
    expect(verge.services.errors).to.deep.equal([]);
  });
});

describe('The pages of decisions in a browser', function () {
  this.timeout(240_000);
  let verge: Verge;
  let at: string;
  before(async () => {
    verge = await inServer(await aDatabase('SQLite'));
    at = `/proposals/${await proposalIn(verge, 'window')}`;
  });
  after(() => verge.services.stop());

  for (const width of [1280, 360])
    it(`are sound at ${width} pixels`, async () => {
      const shown: [Who, string, string][] = [
        [verge.owner, at, 'decision-owner'],
        [verge.owner, '/check', 'decision-check'],
      ];
      for (const [who, path, name] of shown) {
        const page = await aPage({ width });
        const [cookie = '', value = ''] = (await visits(verge, who)).cookie().split('=');
        await page.context().addCookies([{ name: cookie, value, url: addressOf(verge) }]);
        await page.goto(`${addressOf(verge)}${path}`);
        for (const more of await page.locator('article .panel summary').all()) await more.click();
        await screenshot(page, `${name}-${width}`);
        expect(await axeFindings(page), name).to.deep.equal([]);
        expect(await scrollsSideways(page), name).to.equal(false);
      }
    });
});
