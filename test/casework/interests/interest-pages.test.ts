import { expect } from 'chai';
import { words } from '../../front/desk/a-desk.ts';
import { aVisitor, signIn, type Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { KEY_NOTE, MEETING, onDay, someBaths, stored, TIME, timesOf, type Baths } from './an-interest.ts';

describe('The pages of an interest', function () {
  this.timeout(120_000);
  let baths: Baths;
  let url: string;
  let id: string;
  const visitors: Record<string, Visitor> = {};
  before(async () => {
    baths = await someBaths(await aDatabase('SQLite'), { serve: aServer });
    url = (baths.services as TestServer).url;
    await everybodySignsIn();
  });
  async function everybodySignsIn(): Promise<void> {
    for (const name of ['asker', 'other', 'owner', 'caretaker', 'broker'] as const)
      visitors[name] = await signIn(baths.services, aVisitor(url), found(baths[name].email));
  }
  after(() => baths.services.stop());
  const as = (name: string): Visitor => found(visitors[name]);

  it('lead from the place to an interest, an answer and a time, by forms alone', async () => {
    const place = await words(await aVisitor(url).get(`/assets/${baths.baths.id}`));
    expect(place).to.include(`/interests/new?asset=${baths.baths.id}`);
    expect((await aVisitor(url).get(`/interests/new?asset=${baths.baths.id}`)).status).to.equal(303);
    expect(await words(await as('asker').get(`/interests/new?asset=${baths.baths.id}`))).to.include(
      'by Tuesday 8 September 2026',
    );
    const bare = await as('asker').post('/interests', { asset: baths.baths.id, idea: '' });
    expect(bare.status).to.equal(400);
    const sent = await as('asker').post('/interests', { asset: baths.baths.id, idea: 'A repair café', group_name: '' });
    expect(sent.status).to.equal(303);
    id = found(/interests\/([0-9a-f-]+)/.exec(sent.headers.get('location') ?? '')?.[1]);
    expect((await as('other').get(`/interests/${id}`)).status).to.equal(404);
    expect((await as('caretaker').get(`/interests/${id}`)).status).to.equal(404);
    const answer = { seen: 'asked', facts: 'Two halls', costs: 'Nobody knows', hazards: 'Loose tiles' };
    expect((await as('owner').post(`/interests/${id}/answer`, answer)).status).to.equal(303);
    expect((await as('owner').post(`/interests/${id}/answer`, answer)).status).to.equal(409);
    const offer = { ...TIME, day: baths.day(23) };
    expect((await as('owner').post(`/interests/${id}/times`, { ...offer, ends: '16:00' })).status).to.equal(400);
    expect((await as('owner').post(`/interests/${id}/times`, offer)).status).to.equal(303);
    expect((await stored(baths, id)).state).to.equal('viewing');
  });

  it('tell where it is to nobody but those who have a place, and how the door opens to whoever opens it', async () => {
    const viewing = found((await timesOf(baths))[0]).id;
    const told = async (name: string, path: string): Promise<string> => words(await as(name).get(path));
    expect(await told('asker', `/interests/${id}`))
      .to.include('24 September 2026, 17:00 to 18:00')
      .and.not.include(MEETING);
    expect((await as('asker').get(`/interests/${id}/viewing.ics`)).status).to.equal(404);
    expect((await as('asker').post(`/interests/${id}/take`, { viewing, people: '9' })).status).to.equal(409);
    expect((await as('asker').post(`/interests/${id}/take`, { viewing, people: '2' })).status).to.equal(303);
    const own = await told('asker', `/interests/${id}`);
    expect(own).to.include(MEETING).and.include('Your turn: come to see it at 17:00').and.not.include(KEY_NOTE);
    const file = await as('asker').get(`/interests/${id}/viewing.ics`);
    expect(file.headers.get('content-type')).to.include('text/calendar');
    expect(await file.text())
      .to.include('BEGIN:VEVENT')
      .and.not.include('4711');
    expect((await as('other').get(`/interests/${id}/viewing.ics`)).status).to.equal(404);
    for (const name of ['asker', 'other'])
      expect((await as(name).get(`/viewings/${viewing}`)).status, name).to.equal(404);
    for (const name of ['owner', 'caretaker', 'broker'])
      expect(await told(name, `/viewings/${viewing}`), name)
        .to.include(KEY_NOTE)
        .and.include('asker');
    expect((await as('caretaker').post(`/viewings/${viewing}/cancel`, { reason: 'No key.' })).status).to.equal(404);
    for (const path of [`/assets/${baths.baths.id}`, `/api/assets/${baths.baths.id}`, '/assets'])
      expect(await words(await aVisitor(url).get(path)), path).to.not.include('Bath Street');
    for (const [name, path] of [
      ['asker', '/my'],
      ['owner', '/my'],
      ['broker', '/desk?area=testborough'],
      ['broker', '/desk/interests?area=testborough'],
    ] as const)
      expect(await told(name, path), path).to.not.include('Bath Street');
    expect(await told('owner', `/owners/${baths.town.owner.id}`)).to.include(
      'People would like to see places of yours',
    );
  });

  for (const width of [360, 1280])
    it(`are calm at ${width} px`, async () => {
      const viewing = found((await timesOf(baths))[0]).id;
      const looks: [string, string, string][] = [
        ['asker', `/assets/${baths.baths.id}`, 'place'],
        ['asker', `/interests/new?asset=${baths.baths.id}`, 'new'],
        ['asker', `/interests/${id}`, 'asker'],
        ['owner', `/interests/${id}`, 'owner'],
        ['owner', `/viewings/${viewing}`, 'viewing'],
        ['broker', '/desk/interests?area=testborough', 'list'],
        ['broker', `/desk/interests/new?area=testborough&asset=${baths.baths.id}`, 'for'],
      ];
      for (const [name, path, shot] of looks) {
        const page = await aPage({ width });
        const [cookie = '', value = ''] = as(name).cookie().split('=');
        await page.context().addCookies([{ name: cookie, value, url }]);
        await page.goto(`${url}${path}`);
        expect(await scrollsSideways(page), path).to.equal(false);
        expect(await axeFindings(page), path).to.deep.equal([]);
        await screenshot(page, `interest-${shot}-${width}`);
        await page.context().close();
      }
    });

  it('keep what was seen, and who came', async () => {
    const viewing = found((await timesOf(baths))[0]).id;
    await onDay(baths, baths.day(23));
    await everybodySignsIn();
    expect((await as('caretaker').post(`/viewings/${viewing}/came`, {})).status).to.equal(303);
    expect((await as('asker').post(`/interests/${id}/note`, { note: 'Two dry halls.' })).status).to.equal(409);
    const [coming] = (await baths.services.interests.pages.viewingPage(viewing, false)).coming;
    await as('caretaker').post(`/viewings/${viewing}/came`, { [`came_${found(coming).id}`]: 'yes' });
    expect((await as('asker').post(`/interests/${id}/note`, { note: 'Two dry halls.' })).status).to.equal(303);
    expect(await words(await as('owner').get(`/interests/${id}`))).to.not.include('Two dry halls');
    const page = await aPage({ width: 360 });
    const [name = '', value = ''] = as('asker').cookie().split('=');
    await page.context().addCookies([{ name, value, url }]);
    await page.goto(`${url}/interests/${id}`);
    expect(await axeFindings(page)).to.deep.equal([]);
    await screenshot(page, 'interest-seen-360');
  });
});
