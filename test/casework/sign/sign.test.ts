import { expect } from 'chai';
import { words } from '../../front/desk/a-desk.ts';
import { aVisitor, signIn } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, found } from '../../support/domain.ts';
import { readPdf } from '../../support/pdf-reading.ts';
import { serving } from '../comments/a-comment.ts';
import {
  aGardenGroup,
  aVerge,
  proposalIn,
  sent,
  signGoesUp,
  stored,
  type Verge,
  written,
} from '../proposals/a-proposal.ts';

eachDatabase('The sign of a proposal', (open) => {
  let verge: Verge;
  let site: Awaited<ReturnType<typeof serving>>;
  before(async () => {
    verge = await aVerge(await open());
    site = await serving(verge);
  });
  after(async () => {
    await site.stop();
    await verge.services.stop();
  });

  it('is for its group while it writes, then for everybody; it asks first, and then says how to comment and until when', async () => {
    const stranger = aVisitor(site.url);
    const id = await written(verge);
    const [page, file] = [`/proposals/${id}/sign`, `/proposals/${id}/sign.pdf`];
    const lead = await signIn(verge.services, aVisitor(site.url), found(verge.lead.email));
    const { number } = await stored(verge, id);
    const short = `/p/${number.toLowerCase()}`;
    expect((await stranger.get(short)).status).to.equal(404);
    for (const path of [page, file]) {
      expect((await stranger.get(path)).status, path).to.equal(404);
      expect((await lead.get(path)).status, path).to.equal(200);
    }
    await sent(verge, id);
    expect(await words(await stranger.get(page)))
      .to.include('We are asking for this place')
      .and.to.include('Verge Gardeners');
    await verge.services.proposals.checking.complete(verge.broker, id, { seen: 'received' });
    await signGoesUp(verge, id);
    // Fifteen working days from Monday 1 March.
    expect(await words(await stranger.get(page)))
      .to.include('Monday 22 March 2027')
      .and.to.include(number);
    const pdf = await stranger.get(file);
    expect([pdf.status, pdf.headers.get('content-type')]).to.deep.equal([200, 'application/pdf']);
    const read = await readPdf(Buffer.from(await pdf.arrayBuffer()));
    expect(read.text).to.include('Monday22March2027').and.to.include(`Case${number}`);
    expect(
      read.lines.some((line) => line.endsWith(`/p/${number}`)),
      read.lines.join('\n'),
    ).to.equal(true);
    expect((await stranger.get(short)).headers.get('location')).to.equal(`/proposals/${id}`);
    expect(await words(await stranger.get(`/proposals/${id}`))).to.include(page);
  });

  it('cannot be kept from being made by what a group calls itself', async () => {
    const group = await aGardenGroup(verge.services, verge.town, 'Łódź 🌱 Gŵyl');
    const id = await proposalIn(
      { ...verge, ...group, verge: await anAsset(verge.services, verge.town, { name: 'Corner #2 <b>' }) },
      'commenting',
    );
    const pdf = await aVisitor(site.url).get(`/proposals/${id}/sign.pdf`);
    expect(pdf.status).to.equal(200);
  });
});
