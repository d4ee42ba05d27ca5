import { expect } from 'chai';
import sharp from 'sharp';
import { aDesk, filledIn, sendFile, someoneWith, words, type Desk } from '../../front/desk/a-desk.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { anAsset, inTown } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';

const WHERE = { place: 'The verge in Mill Lane', kind: 'land' };

eachDatabase('Asking whose a place is, page by page', (open) => {
  let desk: Desk;
  let asker: Visitor;
  let neighbour: Visitor;
  let stranger: { get(path: string): Promise<Response> };
  before(async () => {
    desk = await aDesk(await open());
    const { server, town } = desk;
    asker = await someoneWith(server, 'al@example.org', [], 'Al Asker');
    neighbour = await someoneWith(server, 'nell@example.org', [], 'Nell Neighbour');
    stranger = { get: (path) => fetch(`${server.url}${path}`, { redirect: 'manual' }) };
    const admin = await someoneWith(server, 'admin@example.org', [['area_administrator', 'area', town.area.id]]);
    await admin.post('/desk/compact?area=testborough', {
      owner: town.owner.id,
      minute_ref: 'Cabinet, minute 41',
      officer: 'Head of Property',
      from: '2027-01-01',
      until: '',
    });
    expect((await desk.broker.get('/desk/compact/case-terms?area=testborough')).status).to.equal(404);
    const form = await words(await admin.get('/desk/compact/case-terms?area=testborough'));
    const adopt = filledIn(
      form,
      { minute_ref: 'Cabinet, minute 42', enquiry_looked_wd: '15', from: '2027-03-01' },
      '/desk/compact/case-terms\\?area=testborough',
    );
    expect(
      (await admin.post('/desk/compact/case-terms?area=testborough', { ...adopt, enquiry_looked_wd: '2' })).status,
    ).to.equal(400);
    expect((await admin.post('/desk/compact/case-terms?area=testborough', adopt)).status).to.equal(303);
  });
  after(() => desk.server.stop());

  /** From the form by the check to the page of the question. */
  async function asked(visitor: Visitor, typed: Record<string, string>, from = '/enquiries/new'): Promise<string> {
    const form = filledIn(await words(await visitor.get(from)), typed, '/enquiries/check');
    const check = await words(await visitor.post('/enquiries/check', form));
    const reply = await visitor.post('/enquiries', filledIn(check, {}, '/enquiries'));
    expect(reply.status, await reply.clone().text()).to.equal(303);
    return reply.headers.get('location') ?? '';
  }
  const point = (east: number, north: number): Record<string, string> => {
    const { lon, lat } = inTown(east, north);
    return { lon: String(lon), lat: String(lat) };
  };

  it('says on the compact’s page which days go', async () => {
    const page = await words(await stranger.get('/compact'));
    expect(page).to.include('Within 15 working days of your question').and.to.include('minute 42');
  });

  it('says what others will see, and by when there is an answer, before anything is sent', async () => {
    const form = filledIn(
      await words(await asker.get('/enquiries/new')),
      { ...WHERE, ...point(0.4, 0.4), idea: 'Herbs' },
      '/enquiries/check',
    );
    const check = await words(await asker.post('/enquiries/check', form));
    expect(check)
      .to.include('This is how others will see it')
      .and.to.include('by Wednesday 10 March 2027')
      .and.to.include('by Wednesday 24 March 2027');
    expect(await desk.server.db('enquiries').pluck('id')).to.deep.equal([]);
    const wrong = await asker.post('/enquiries/check', { ...form, place: '' });
    expect([wrong.status, await words(wrong)]).to.satisfy(
      ([status, page]: [number, string]) => status === 400 && page.includes('Say in a few words where it is'),
    );
    const outside = await words(await asker.post('/enquiries/check', { ...form, lon: '0', lat: '51' }));
    expect(outside).to.include('Who else can help').and.to.include('HM Land Registry');
  });

  it('goes from asking to the answer, and everybody reads along', async () => {
    const path = await asked(asker, { ...WHERE, ...point(0.4, 0.4), idea: 'Herbs for Mrs Bloggs' });
    const sent = await words(await asker.get(path));
    expect(sent)
      .to.include('Your question has been sent')
      .and.to.include('The broker’s turn: say that the question has arrived')
      .and.to.include('Mrs Bloggs');
    const read = await words(await stranger.get(path));
    expect(read)
      .to.include('The verge in Mill Lane')
      .and.to.include('How this date was worked out')
      .and.to.include('Wednesday 10 March 2027');
    expect(read).not.to.include('Bloggs').and.not.to.include('Al Asker').and.not.to.include('al@example.org');
    expect((await fetch(`${desk.server.url}/api${path}`)).headers.get('content-type')).to.include('json');
    // Who may not look has no buttons, and no way around them.
    expect((await neighbour.post(`${path}/acknowledge`, { seen: 'asked' })).status).to.equal(404);
    expect((await neighbour.post(`${path}/withdraw`, { seen: 'asked' })).status).to.equal(404);
    expect((await desk.broker.post(`${path}/acknowledge`, { seen: 'asked' })).status).to.equal(303);
    expect((await desk.broker.post(`${path}/acknowledge`, { seen: 'asked' })).status).to.equal(409);
    const noted = await desk.broker.post(`${path}/sources`, {
      source: 'title_register',
      outcome: 'body',
      owner: desk.town.owner.id,
      checked_on: '2027-03-03',
    });
    expect(noted.status).to.equal(303);
    const half = await desk.broker.post(`${path}/sources`, { source: '', outcome: 'body', checked_on: '2027-03-03' });
    expect([half.status, (await words(half)).includes('Choose where you looked.')]).to.deep.equal([400, true]);
    const page = await words(await desk.broker.get(path));
    const answer = filledIn(
      page,
      { owner: desk.town.owner.id, there: 'empty', name: 'Verge in Mill Lane' },
      `${path}/owner`,
    );
    expect((await desk.broker.post(`${path}/owner`, answer)).status).to.equal(303);
    const done = await words(await stranger.get(path));
    expect(done)
      .to.include('Testborough Council')
      .and.to.include('Land Registry: title register')
      .and.to.include('Nobody has to do anything');
    const [asset] = await desk.server.db('assets').where({ code: `Q-${/Number (\S+)/.exec(done)?.[1] ?? ''}` });
    expect(asset).to.include({
      name: 'Verge in Mill Lane',
      state: 'vacant',
      ownership: 'confirmed',
      certainty: 'seen',
    });
    const place = await words(await stranger.get(`/assets/${asset.id}`));
    expect(place).to.include('Added to the register. Somebody asked whose it is');
    expect(place).not.to.include('Ask who owns this place');
  });

  it('stands on the page of a place, which leads to it with the place chosen; the second who asks follows', async () => {
    const asset = await anAsset(desk.server, desk.town, { ownership: 'unknown', name: 'Gull Ness' });
    const page = await words(await stranger.get(`/assets/${asset.id}`));
    expect(page).to.include('It is not known whose this place is').and.to.include(`/enquiries/new?asset=${asset.id}`);
    const path = await asked(asker, {}, `/enquiries/new?asset=${asset.id}`);
    expect(await words(await stranger.get(`/assets/${asset.id}`))).to.include('Somebody has asked whose this place is');
    const form = filledIn(await words(await neighbour.get(`/enquiries/new?asset=${asset.id}`)), {}, '/enquiries/check');
    expect(await words(await neighbour.post('/enquiries/check', form)))
      .to.include('Somebody has asked already')
      .and.to.include(`${path}/follow`);
    expect((await neighbour.post('/enquiries', form)).headers.get('location')).to.equal(path);
    expect(await words(await neighbour.get(path))).to.include('yours was not sent a second time');
    await neighbour.post(`${path}/follow`);
    expect(await words(await neighbour.get('/my')))
      .to.include('You follow')
      .and.to.include('Gull Ness');
    expect(await words(await asker.get('/my'))).to.include('Whose is this? Gull Ness');
    expect(await words(await desk.broker.get('/my'))).to.include('Your turn: say that the question has arrived');
    expect(await words(await desk.broker.get('/desk?area=testborough'))).to.include('/desk/enquiries?area=testborough');
    const list = await words(await desk.broker.get('/desk/enquiries?area=testborough&turn=broker'));
    expect(list).to.include('Gull Ness').and.not.to.include('Answered or closed lately');
    await neighbour.post(`${path}/unfollow`);
    expect(await words(await neighbour.get(path))).to.include('You want to know, too?');
  });

  it('says nothing of an empty building but what the register says, and its photos go to officers alone', async () => {
    const asset = await anAsset(desk.server, desk.town, {
      kind: 'building',
      state: 'vacant',
      ownership: 'claimed',
      name: 'The old dairy',
      point: inTown(0.7, 0.7),
    });
    const hidden = await words(await stranger.get(`/assets/${asset.id}`));
    expect(hidden).to.include('Ask who owns this place').and.not.to.include('dairy');
    const path = await asked(asker, {}, `/enquiries/new?asset=${asset.id}`);
    expect(await words(await stranger.get(path)))
      .to.include('Vacant building in')
      .and.not.to.include('dairy')
      .and.not.to.include('shape-editor');
    const content = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#338855' } })
      .png()
      .toBuffer();
    const added = await sendFile(asker, `${path}/photos`, 'photo', { name: 'door.png', content }, { alt: 'The door' });
    expect(added.status).to.equal(303);
    const shown = /\/enquiries\/\S+?\/photos\/\S+?\/480\.webp/.exec(await words(await asker.get(path)))?.[0] ?? '';
    expect((await desk.broker.get(shown)).status).to.equal(200);
    expect((await neighbour.get(shown)).status).to.equal(404);
    expect((await asker.post(`${path}/withdraw`, { seen: 'asked' })).status).to.equal(303);
    expect(await words(await stranger.get(path))).to.include('Taken back');
  });

  it('is typed by an officer for somebody who rang, and found again by its number', async () => {
    const form = await words(await desk.broker.get('/desk/enquiries/new?area=testborough'));
    const typed = filledIn(
      form,
      {
        ...WHERE,
        place: 'The corner by the chapel',
        near: 'ZZ2 1AA',
        person_name: 'Rita Rang',
        person_telephone: '01632 960 301',
        channel: 'phone',
        received_on: '2027-03-01',
        read_back: 'aloud',
        consent: 'yes',
      },
      '/desk/enquiries\\?area=testborough',
    );
    const late = await desk.broker.post('/desk/enquiries?area=testborough', { ...typed, received_on: '2027-04-01' });
    expect([late.status, (await words(late)).includes('it cannot be after today')]).to.deep.equal([400, true]);
    const reply = await desk.broker.post('/desk/enquiries?area=testborough', typed);
    const again = await desk.broker.post('/desk/enquiries?area=testborough', typed);
    expect([reply.status, again.headers.get('location')]).to.deep.equal([303, reply.headers.get('location')]);
    const page = await words(await desk.broker.get(reply.headers.get('location') ?? ''));
    expect(page).to.include('Rita Rang').and.to.include('By telephone').and.to.include('by Monday 8 March 2027');
    const number = /Number (\S+)/.exec(page)?.[1] ?? '';
    expect((await desk.broker.get(`/cases?number=${number}`)).headers.get('location')).to.equal(
      reply.headers.get('location'),
    );
    expect(await words(await desk.broker.get('/desk/letters?area=testborough'))).to.include('Rita Rang');
  });

  it('writes to an owner outside the compact what whoever asked has allowed', async () => {
    const path = await asked(asker, { ...WHERE, ...point(0.2, 0.8) });
    await desk.broker.post(`${path}/acknowledge`, { seen: 'asked' });
    expect((await desk.broker.get(`${path}/letter`)).status).to.equal(404);
    await desk.broker.post(`${path}/owner`, {
      seen: 'looking',
      owner: 'outside',
      outside_kind: 'company',
      outside_owner: 'Beck Mills Ltd',
    });
    expect(await words(await stranger.get(path)))
      .to.include('A company')
      .and.not.to.include('Beck Mills');
    const empty = await asker.post(`${path}/consent`, { seen: 'outside', may_write: 'yes', pass_on: '' });
    expect([empty.status, (await words(empty)).includes('Say what we may pass on')]).to.deep.equal([400, true]);
    await asker.post(`${path}/consent`, { seen: 'outside', may_write: 'yes', pass_on: 'Al, 01632 960 300' });
    expect(await words(await desk.broker.get(`${path}/letter`)))
      .to.include('Beck Mills Ltd')
      .and.to.include('Al, 01632 960 300');
    expect((await neighbour.get(`${path}/letter`)).status).to.equal(404);
    await desk.broker.post(`${path}/introduce`, { seen: 'introducing', sent_on: '2027-03-03', how: 'by post' });
    await asker.post(`${path}/close-own`, { seen: 'introduced' });
    expect(await words(await stranger.get(path))).to.include('Closed with advice');
  });

  it('keeps what somebody typed who has yet to sign in', async () => {
    const reply = await fetch(`${desk.server.url}/enquiries/check`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Accept: 'text/html', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...WHERE, near: 'ZZ1 1AA' }).toString(),
    });
    expect(await words(reply)).to.include('What you typed is kept in this browser for an hour');
  });
});
