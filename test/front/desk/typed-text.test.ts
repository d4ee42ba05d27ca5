import { expect } from 'chai';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { aVisitor, newestMail, type Visitor } from '../../ground/people/visitor.ts';
import { anAsset, found } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aServer, NOW } from '../../support/server.ts';
import { aDesk, filledIn, sendFile, someoneWith, words, type Desk } from './a-desk.ts';

const GO_ON = '/sign-in/go-on';

eachDatabase('What somebody typed when their session had ended', (open) => {
  let desk: Desk;
  let asset: Asset;
  let databaseUrl: string;
  before(async () => {
    databaseUrl = await open();
    desk = await aDesk(databaseUrl);
    asset = await anAsset(desk.server, desk.town, { name: 'Old Depot' });
  });
  after(async () => {
    expect(desk.server.errors).to.deep.equal([]);
    await desk.server.stop();
  });

  const path = (): string => `/desk/assets/${asset.id}`;
  const description = `A yard, ${'with a long wall, '.repeat(40)}and a gate.\nSecond line & <more>.`;
  let number = 0;
  const aBroker = async (): Promise<{ email: string; visitor: Visitor }> => {
    const email = `broker${++number}@example.org`;
    return { email, visitor: await someoneWith(desk.server, email, [['broker', 'area', desk.town.area.id]]) };
  };
  const endSessions = () => desk.server.db('sessions').delete();
  const signInAgain = async (visitor: Visitor, email: string, url = visitor.url): Promise<string> => {
    const browser = { ...visitor, url };
    await browser.post('/sign-in', { email, next: GO_ON });
    const { code } = await newestMail(desk.server, email);
    return (await browser.post('/sign-in/code', { code })).headers.get('location') ?? '';
  };
  async function typedTooLate(visitor: Visitor): Promise<Response> {
    const form = filledIn(await (await visitor.get(path())).text(), { description, reason: 'Seen' }, path());
    await endSessions();
    return visitor.post(path(), form);
  }

  it('comes back in its own form after signing in, and nothing was saved before it is sent', async () => {
    const { email, visitor } = await aBroker();
    const late = await typedTooLate(visitor);
    expect(late.status).to.equal(401);
    expect(await words(late))
      .to.include('kept in this browser for an hour')
      .and.include(`href="/sign-in?next=${encodeURIComponent(GO_ON)}"`);
    expect(await words(await visitor.get(`/sign-in?next=${GO_ON}`))).to.include('comes back when you have signed in');
    expect(await signInAgain(visitor, email)).to.equal(GO_ON);
    const shown = await visitor.get(GO_ON);
    const page = await words(shown);
    expect([shown.status, shown.headers.get('cache-control')]).to.deep.equal([200, 'private, no-store']);
    expect(page).to.include('Nothing has been saved yet');
    const form = filledIn(page, {}, path());
    expect(form['description']?.replaceAll('\r', '')).to.equal(description);
    expect((await desk.server.register.record(desk.server.db, asset.id))?.description).to.not.equal(description);
    expect((await visitor.post(path(), form)).status).to.equal(303);
    expect(
      found(await desk.server.register.record(desk.server.db, asset.id)).description?.replaceAll('\r', ''),
    ).to.equal(description);
    expect((await visitor.get(GO_ON)).status).to.equal(410);
  });

  it('comes back with a button where it was one', async () => {
    const { email, visitor } = await aBroker();
    await endSessions();
    expect((await visitor.post('/account/sign-out-everywhere')).status).to.equal(401);
    expect(await signInAgain(visitor, email)).to.equal(GO_ON);
    expect(await words(await visitor.get(GO_ON))).to.include('Do it now');
  });

  it('comes back without its file, and says so', async () => {
    const { email, visitor } = await aBroker();
    await endSessions();
    const late = await sendFile(
      visitor,
      `${path()}/photos`,
      'photo',
      { name: 'yard.jpg', content: Buffer.alloc(300_000, 1) },
      { alt: 'The yard from the gate', credit: 'Ann' },
    );
    expect(late.status).to.equal(401);
    expect(await words(late)).to.include('The file you chose is not kept');
    const cookie = found(late.headers.getSetCookie()[0]?.split(';')[0]);
    await visitor.post('/sign-in', { email, next: GO_ON }, { cookie });
    const { code } = await newestMail(desk.server, email);
    const inside = await visitor.post('/sign-in/code', { code }, { cookie });
    const page = await words(
      await visitor.get(GO_ON, { cookie: found(inside.headers.getSetCookie()[0]?.split(';')[0]) }),
    );
    expect(page).to.include('The yard from the gate').and.include('choose it again');
  });

  it('does not go to another browser, not even of the same person', async () => {
    const { email, visitor } = await aBroker();
    await typedTooLate(visitor);
    const elsewhere = aVisitor(desk.server.url);
    await signInAgain(elsewhere, email);
    expect((await elsewhere.get(GO_ON)).status).to.equal(410);
  });

  it('does not go to somebody else who may not do that', async () => {
    const { visitor } = await aBroker();
    await typedTooLate(visitor);
    await signInAgain(visitor, 'somebody@example.org');
    const shown = await visitor.get(GO_ON);
    expect([shown.status, (await shown.text()).includes('with a long wall')]).to.deep.equal([404, false]);
  });

  it('is forgotten after an hour', async () => {
    const { email, visitor } = await aBroker();
    await typedTooLate(visitor);
    await signInAgain(visitor, email);
    const later = await aServer(databaseUrl, { now: new Date(Date.parse(NOW) + 3_700_000).toISOString() });
    expect(
      (await fetch(`${later.url}${GO_ON}`, { headers: { Cookie: visitor.cookie(), Accept: 'text/html' } })).status,
    ).to.equal(410);
    await later.stop();
  });

  it('is too much to keep beyond 200 kB, and the answer says what to do then', async () => {
    const { visitor } = await aBroker();
    await endSessions();
    const late = await visitor.post(path(), { description: 'x'.repeat(300_000) });
    expect(late.status).to.equal(401);
    expect(await words(late))
      .to.include('too much to keep')
      .and.not.include('for an hour');
    expect(await desk.server.db('sessions')).to.deep.equal([]);
  });

  it('of strangers fills no table without end', async () => {
    await desk.server.db('rate_limits').delete();
    await endSessions();
    for (let time = 0; time < 205; time++) await aVisitor(desk.server.url).post(path(), { description: 'x' });
    expect(await desk.server.db('sessions')).to.have.lengthOf(200);
  }).timeout(30_000);
});
