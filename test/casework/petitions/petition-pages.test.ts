import { expect } from 'chai';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import { filledIn, words } from '../../front/desk/a-desk.ts';
import { aVisitor, signIn, type Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { readPdf } from '../../support/pdf-reading.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aVerge, sent, stored, written } from '../proposals/a-proposal.ts';
import {
  aLine,
  aSigning,
  closesNow,
  linkTo,
  petitionOf,
  signed,
  typed,
  withBuilding,
  WORDING,
  type Closed,
} from './a-petition.ts';

/** Somebody whose name, postcode and address must be on no page for others. */
const NORA = {
  name: 'Nora Neverseen',
  postcode: 'ZZ1 3AA',
  basis: 'live',
  age: 'adult',
  email: 'nora.neverseen@example.org',
};

describe('A petition, page by page', function () {
  this.timeout(120_000);
  let closed: Closed;
  let url: string;
  let id: string;
  const visitors = new Map<string, Visitor>();
  before(async () => {
    closed = await withBuilding(await aVerge(await aDatabase('SQLite'), { serve: aServer, day: '2026-06-01' }));
    url = (closed.services as TestServer).url;
  });
  after(() => closed.services.stop());
  const stranger = (): Visitor => aVisitor(url);
  async function as(who: Who): Promise<Visitor> {
    const email = found(who.email);
    const known = visitors.get(email) ?? (await signIn(closed.services, stranger(), email));
    visitors.set(email, known);
    return known;
  }
  const here = (): string => `/petitions/${id}`;
  async function looks(who: Visitor, path: string, name: string): Promise<void> {
    for (const width of process.env['SCREENSHOTS'] === '1' ? [360, 1280] : [360]) {
      const page = await aPage({ width });
      const [cookie = '', value = ''] = who.cookie().split('=');
      if (cookie !== '') await page.context().addCookies([{ name: cookie, value, url }]);
      await page.goto(`${url}${path}`);
      if (width === 360) expect(await axeFindings(page), path).to.deep.equal([]);
      expect(await scrollsSideways(page), path).to.equal(false);
      await screenshot(page, `petition-${name}-${width}`);
      await page.context().close();
    }
  }

  it('is begun on the page of the building, shown to nobody before it was checked, and opened by a clerk', async () => {
    const lead = await as(closed.lead);
    expect(await words(await lead.get(`/assets/${closed.building}`))).to.include(
      `/petitions/new?asset=${closed.building}`,
    );
    const form = await words(await lead.get(`/petitions/new?asset=${closed.building}`));
    const wrong = await lead.post('/petitions', filledIn(form, { wording: 'Too short' }, '/petitions'));
    expect([wrong.status, await words(wrong)]).to.satisfy(
      ([status, text]: [number, string]) =>
        status === 400 && text.includes('Too short') && text.includes('a sentence or two'),
    );
    const begun = await lead.post('/petitions', filledIn(form, { wording: WORDING }, '/petitions'));
    id = found(begun.headers.get('location')).replace('/petitions/', '');
    for (const path of [here(), `${here()}/sign`, `${here()}/sheet`, `/api${here()}`])
      expect((await stranger().get(path)).status, path).to.equal(404);
    const clerk = await as(closed.clerk);
    expect(await words(await clerk.get('/my'))).to.include(here());
    expect(await words(await clerk.get(here()))).to.include('Check the wording');
    expect((await lead.post(`${here()}/approve`, { seen: 'checking' })).status).to.equal(404);
    expect((await clerk.post(`${here()}/approve`, { seen: 'checking' })).status).to.equal(303);
    expect((await petitionOf(closed, id)).state).to.equal('open');
  });

  it('is signed without scripts: a mail, a page that changes nothing, and a button', async () => {
    const form = await words(await stranger().get(`${here()}/sign`));
    const wrong = await words(
      await stranger().post(`${here()}/sign`, filledIn(form, { ...NORA, postcode: 'M1 1AA' }, `${here()}/sign`)),
    );
    expect(wrong).to.include('We do not find this one there').and.to.include(NORA.name);
    const done = await stranger().post(`${here()}/sign`, filledIn(form, NORA, `${here()}/sign`));
    expect(done.headers.get('location')).to.equal(`${here()}/signed`);
    const link = `/signatures/${await linkTo(closed, NORA.email)}`;
    for (let n = 0; n < 2; n++)
      expect(await words(await stranger().get(link)))
        .to.include('does not count yet')
        .and.not.to.include(NORA.name);
    expect(await words(await stranger().get(here()))).to.include('0 signatures');
    expect((await stranger().post(`${link}/confirm`)).status).to.equal(303);
    expect(await words(await stranger().get(here()))).to.include('One signature');
    for (let n = 0; n < 60; n++) await signed(closed, id, n, { postcode: n % 2 ? 'ZZ2 1AA' : 'ZZ1 1AA' });
    await looks(stranger(), `${here()}/sign`, 'sign');
    await looks(stranger(), here(), 'open');
  });

  it('has a tagged sheet to print, and is typed from it; who may not type sees none of it', async () => {
    const pdf = await stranger().get(`${here()}/sheet.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).to.deep.equal([200, 'application/pdf']);
    const read = await readPdf(Buffer.from(await pdf.arrayBuffer()));
    expect(read.text.replace(/\s/g, '')).to.include(WORDING.replace(/\s/g, ''));
    await looks(stranger(), `${here()}/sheet`, 'sheet');
    const clerk = await as(closed.clerk);
    const entry = await words(await clerk.get(`${here()}/sheets`));
    const values = {
      received_on: '2026-06-01',
      name_1: 'Nat Neverseen',
      postcode_1: 'zz1 4aa',
      name_2: 'x',
      code_2: 'unreadable',
    };
    expect(
      (await clerk.post(`${here()}/sheets`, filledIn(entry, values, `${here()}/sheets`), { json: true })).status,
    ).to.equal(201);
    expect((await closed.services.petitions.pages.counts(id)).byChannel.paper).to.equal(1);
    await looks(clerk, `${here()}/sheets`, 'entry');
    for (const path of ['sheets', 'telephone', 'judging'])
      for (const who of [closed.lead, closed.owner, closed.neighbour])
        expect((await (await as(who)).get(`${here()}/${path}`)).status, path).to.equal(404);
  });

  it('shows who looks what is to be judged, and leads from the proposal to the petition and back', async () => {
    const clerk = await as(closed.clerk);
    for (let n = 200; n < 225; n++) await signed(closed, id, n, { email: `reader${n}@many.example` });
    await signed(closed, id, 3, { email: 'other@example.org', postcode: 'ZZ2 1AA' });
    const page = await words(await clerk.get(`${here()}/judging`));
    expect(page).to.include('25 signatures').and.to.include('Possibly the same person');
    const form = filledIn(page, {}, `${here()}/strikes`);
    expect((await clerk.post(`${here()}/strikes`, form)).status).to.equal(303);
    await looks(clerk, `${here()}/judging`, 'judging');
    const sheet = await typed(closed, closed.clerks[1], id, [aLine(1, 900), aLine(2, 901)], '2026-06-01');
    await closed.services.petitions.sheets.again(closed.clerks[2], id, sheet.id, [aLine(1, 900), aLine(2, 902)]);
    await looks(clerk, `${here()}/sheets/${sheet.id}`, 'third');
    const proposal = await written(closed, { assetId: closed.building, starts: '2026-12-16', ends: '2027-12-15' });
    await sent(closed, proposal);
    expect(await words(await stranger().get(`/proposals/${proposal}`))).to.include(here());
    expect(await words(await stranger().get(here()))).to.include(`/proposals/${proposal}`);
    await closesNow(closed, id);
    expect((await stored(closed, proposal)).silenceGrants).to.equal(false);
  });

  it('shows nobody’s name, postcode or address to others: no page, list, data, feed or mail', async () => {
    const { services, town } = closed;
    const proposal = found(await services.petitions.pages.publicly(id)).proposal;
    const paths = [
      ...[
        here(),
        `${here()}/sign`,
        `${here()}/sheet`,
        `/api${here()}`,
        `/assets/${closed.building}`,
        `/proposals/${proposal?.id}`,
      ],
      ...[
        `/api/proposals/${proposal?.id}`,
        `/proposals/${proposal?.id}/feed.atom`,
        `/proposals.atom?area=${town.area.slug}`,
        '/',
      ],
      ...[`/api/assets/${closed.building}`, '/desk', '/my'],
    ];
    const private_ = [NORA.name, NORA.email, NORA.postcode, 'Neverseen', aSigning(5).name, aSigning(5).email];
    for (const who of [null, closed.lead, closed.owner, closed.broker, closed.councillors[0]])
      for (const path of paths) {
        const page = await (who ? await as(who) : stranger()).get(path);
        const text = await page.text();
        for (const word of private_) expect(text.includes(word), `${path} to ${who?.email}: ${word}`).to.equal(false);
      }
    for (const mail of await services.mails.latest(2_000))
      for (const word of private_)
        expect(mail.text.includes(word) || mail.subject.includes(word), `${mail.kind} to ${mail.to}: ${word}`).to.equal(
          false,
        );
    const facts = JSON.stringify(await services.db('facts').where({ subject_kind: 'petition' }));
    for (const word of private_) expect(facts.includes(word), word).to.equal(false);
    expect(services.errors).to.deep.equal([]);
  });
});
