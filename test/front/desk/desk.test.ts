import { expect } from 'chai';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { anArea, anAsset, anOwner, someAssets } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aVisitor, newestMail, type Visitor } from '../../ground/people/visitor.ts';
import { aDesk, type Desk, someoneWith, words } from './a-desk.ts';

eachDatabase('The desk', (open) => {
  let desk: Desk;
  let hidden: Asset;
  let people: Record<string, Visitor>;
  before(async function () {
    this.timeout(120_000);
    desk = await aDesk(await open());
    const { server, town } = desk;
    hidden = await anAsset(server, town, {
      kind: 'building',
      name: 'Secret Villa',
      code: 'SV/12',
      address: { number: '7', street: 'Quiet Road', town: null, postcode: 'ZZ1 1AA' },
    });
    const far = await anArea(server, {
      slug: 'farborough',
      name: 'Farborough',
      southWestCorner: { lon: -1.5, lat: 53.1 },
    });
    const other = await anOwner(server, town.area, 'Other Trust');
    const area = town.area.id;
    people = {
      broker: desk.broker,
      administrator: await someoneWith(server, 'admin@example.org', [['area_administrator', 'area', area]]),
      viewer: await someoneWith(server, 'viewer@example.org', [['viewer', 'area', area]]),
      councillor: await someoneWith(server, 'ward@example.org', [['ward_councillor', 'area', area]]),
      'owner’s representative': await someoneWith(server, 'rep@example.org', [
        ['owner_representative', 'owner', town.owner.id],
      ]),
      'place’s representative': await someoneWith(server, 'place@example.org', [
        ['owner_representative', 'asset', hidden.id],
      ]),
      'representative of another owner': await someoneWith(server, 'else@example.org', [
        ['owner_representative', 'owner', other.id],
      ]),
      'broker of another area': await someoneWith(server, 'far@example.org', [['broker', 'area', far.id]]),
      'broker until yesterday': await someoneWith(server, 'past@example.org', [['broker', 'area', area, '2027-03-02']]),
      'anybody signed in': await someoneWith(server, 'anybody@example.org', []),
      stranger: aVisitor(server.url),
    };
  });
  after(() => desk.server.stop());

  // Who gets what: 200 is in, 404 is "no such thing", 303 the way to the sign-in.
  const TABLE: [page: string, path: () => string, answers: Record<string, number>][] = [
    ['the desk', () => '/desk?area=testborough', { broker: 200, administrator: 200, viewer: 200, councillor: 200 }],
    ['its search', () => '/desk/search?area=testborough&q=villa', { broker: 200, administrator: 200, viewer: 200 }],
    ['what is unchecked', () => '/desk/unchecked?area=testborough', { broker: 200, administrator: 200, viewer: 200 }],
    [
      'an owner’s home',
      () => `/owners/${desk.town.owner.id}`,
      { broker: 200, administrator: 200, viewer: 200, 'owner’s representative': 200 },
    ],
    [
      'a place',
      () => `/desk/assets/${hidden.id}`,
      { broker: 200, administrator: 200, viewer: 200, 'owner’s representative': 200, 'place’s representative': 200 },
    ],
    ['its release', () => `/desk/assets/${hidden.id}/release`, { broker: 200, administrator: 200 }],
    ['importing for the area', () => '/desk/import?area=testborough', { broker: 200, administrator: 200 }],
    [
      'importing for the owner',
      () => `/desk/import?owner=${desk.town.owner.id}`,
      { broker: 200, administrator: 200, 'owner’s representative': 200 },
    ],
    ['people and rights', () => '/desk/people?area=testborough', { broker: 200, administrator: 200 }],
  ];
  for (const [page, path, answers] of TABLE) {
    it(`lets in to ${page} who may, and nobody else`, async () => {
      for (const [name, who] of Object.entries(people)) {
        const reply = await who.get(path());
        expect([name, reply.status]).to.deep.equal([name, answers[name] ?? (name === 'stranger' ? 303 : 404)]);
        if (name === 'stranger') expect(reply.headers.get('location')).to.match(/^\/sign-in\?next=/);
      }
    });
  }

  it('lets only keepers of the register change a place', async () => {
    const may = ['broker', 'administrator', 'owner’s representative', 'place’s representative'];
    for (const [name, who] of Object.entries(people)) {
      const { status } = await who.post(`/desk/assets/${hidden.id}`, { seen: 'x', reason: 'x' });
      expect([name, status]).to.deep.equal([name, may.includes(name) ? 400 : name === 'stranger' ? 401 : 404]);
    }
    expect(await words((await people['viewer']?.get(`/desk/assets/${hidden.id}`)) as Response))
      .to.include('<fieldset class="bare" disabled>')
      .and.to.not.include('Add a photo');
  });

  it('finds hidden buildings by true name, address and reference; the public search does not', async () => {
    for (const text of ['secret', 'Quiet Ro', 'sv/12', '7 quiet road villa']) {
      expect(
        await words(await desk.broker.get(`/desk/search?area=testborough&q=${encodeURIComponent(text)}`)),
      ).to.include('Secret Villa');
    }
    expect(await words(await desk.broker.get('/desk/search?area=testborough&q=nowhere'))).to.include(
      'has “nowhere” in its name',
    );
    expect((await desk.server.assets.list({ q: 'secret' })).items).to.deep.equal([]);
  });

  it('shows a councillor no true name', async () => {
    const page = await words((await people['councillor']?.get('/desk?area=testborough')) as Response);
    expect(page)
      .to.include('Vacant building in Millfield')
      .and.to.not.match(/Secret|Villa|Quiet|SV\/12/);
    expect(
      /Vacant building in Millfield<\/a><span class="hint"> ([^<]*)</.exec(page)?.[1],
      'no day, which could help to find it',
    ).to.equal('2027');
  });

  it('tells a councillor what they are, what they can do, and lets them follow each ward', async () => {
    const page = await words((await people['councillor']?.get('/desk?area=testborough')) as Response);
    expect(page)
      .to.include('Ward councillor')
      .and.include('What you can do here now')
      .and.match(/Millfield<\/a> <span class="hint">1 place, 1 empty or hardly used/);
    for (const [, path = ''] of page.matchAll(/href="(\/assets(?:\.atom)?\?[^"]*ward=[^"]*)"/g))
      expect([path, (await people['councillor']?.get(path.replaceAll('&amp;', '&')))?.status]).to.deep.equal([
        path,
        200,
      ]);
    expect(await words(await desk.broker.get('/desk?area=testborough'))).to.not.include('Ward by ward');
  });

  it('leaves a caretaker no dead end: their own page says what they can do, and leads there', async () => {
    const caretaker = await someoneWith(desk.server, 'keeper@example.org', [
      ['caretaker', 'asset', hidden.id],
      ['caretaker', 'asset', 'gone', '2027-03-02'],
    ]);
    const page = await words(await caretaker.get('/my'));
    expect(page)
      .to.include('opens and closes a place')
      .and.include('See an asset’s true record')
      .and.not.include('until 2 March');
    const links = [`/desk/assets/${hidden.id}`, `/assets/${hidden.id}`, `/assets/${hidden.id}/feed.atom`];
    for (const path of links)
      expect([path, page.includes(`href="${path}"`), (await caretaker.get(path)).status]).to.deep.equal([
        path,
        true,
        200,
      ]);
  });

  it('goes through everything unchecked and found by pages, once each', async () => {
    await someAssets(
      desk.server,
      desk.town,
      Array.from({ length: 120 }, (_, at) => ({
        name: `Paged plot ${at}`,
        lastCheck: at % 3 === 0 ? null : { on: `2026-0${1 + (at % 6)}-01`, by: '', source: '' },
      })),
    );
    for (const start of [
      '/desk/unchecked?area=testborough',
      '/desk/search?area=testborough&q=paged',
      `/owners/${desk.town.owner.id}?q=paged`,
    ]) {
      const names: string[] = [];
      for (let path: string | undefined = start; path;) {
        const page: string = await words(await desk.broker.get(path));
        names.push(...[...page.matchAll(/>(Paged plot \d+)</g)].map(([, name = '']) => name));
        path = /href="([^"]*cursor=[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
      }
      expect([start, names.length, new Set(names).size]).to.deep.equal([start, 120, 120]);
    }
    expect((await desk.broker.get('/desk/unchecked?area=testborough&cursor=x')).status).to.equal(400);
  });

  const HOMES: [who: string, email: string, home: () => string][] = [
    ['an officer to the desk', 'broker@example.org', () => '/desk'],
    ['an owner’s representative to the owner’s home', 'rep@example.org', () => `/owners/${desk.town.owner.id}`],
    ['a place’s representative to the place', 'place@example.org', () => `/desk/assets/${hidden.id}`],
    ['whose right is over to their own page', 'past@example.org', () => '/my'],
    ['anybody else to their own page', 'anybody@example.org', () => '/my'],
  ];
  for (const [who, email, home] of HOMES) {
    it(`leads ${who} after signing in`, async () => {
      const visitor = aVisitor(desk.server.url);
      await visitor.post('/sign-in', { email });
      const reply = await visitor.post('/sign-in/code', { code: (await newestMail(desk.server, email)).code });
      expect(reply.headers.get('location')).to.equal(home());
    });
  }

  it('asks officers of several areas which desk', async () => {
    const far = (await desk.server.areas.bySlug('farborough'))?.id ?? '';
    const both = await someoneWith(desk.server, 'both@example.org', [
      ['broker', 'area', desk.town.area.id],
      ['viewer', 'area', far],
    ]);
    const page = await words(await both.get('/desk'));
    expect(page)
      .to.include('Which desk?')
      .and.to.include('/desk?area=farborough')
      .and.to.include('/desk?area=testborough');
  });
});
