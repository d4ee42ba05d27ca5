import { expect } from 'chai';
import type { BoundingBox } from '../../../src/ground/areas/area-contract.ts';
import { createPlacesFeed } from '../../../client/register/map/places-feed.ts';
import type { MapReply } from '../../../src/register/assets/map-contract.ts';

const box = (west: number): BoundingBox => [west, 54, 3, 55];
const reply: MapReply = { total: 61, inView: 23, unplaced: 3, features: [] };

/** A feed whose server answers as told, one answer a question. */
function aFeed(...answers: (() => Response)[]) {
  const asked: string[] = [];
  const replies: MapReply[] = [];
  let failures = 0;
  const feed = createPlacesFeed({
    src: '/api/assets/map?kind=land&bbox=0,0,1,1',
    base: 'https://example.test/assets',
    fetch: (address) => {
      asked.push(String(address));
      return Promise.resolve((answers[asked.length - 1] ?? (() => Response.json(reply)))());
    },
    onReply: (got) => replies.push(got),
    onFailure: () => (failures += 1),
  });
  return { feed, asked, replies, failures: () => failures };
}
const broken = () => new Response(null, { status: 503 });
const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('The feed of places', () => {
  it("asks with the page's filters, its chosen box among them, and with the view", async () => {
    const { feed, asked, replies } = aFeed();
    feed.ask({ bbox: box(2), zoom: 14 });
    await rest(200);
    expect(Object.fromEntries(new URL(asked[0] ?? '').searchParams)).to.deep.equal({
      kind: 'land',
      bbox: '0,0,1,1',
      view: '2,54,3,55',
      zoom: '14',
    });
    expect(replies).to.deep.equal([reply]);
  });

  it('asks once when the map moves on before it rests', async () => {
    const { feed, asked, replies } = aFeed();
    for (const west of [1, 1.5, 2]) feed.ask({ bbox: box(west), zoom: 14 });
    await rest(250);
    expect(asked).to.have.length(1);
    expect(asked[0]).to.include('view=2%2C54');
    expect(replies).to.have.length(1);
  });

  it('tries a second time, and then says that it failed', async () => {
    const once = aFeed(broken);
    const twice = aFeed(broken, broken);
    for (const { feed } of [once, twice]) feed.ask({ bbox: box(2), zoom: 14 });
    await rest(1100);
    expect([once.replies.length, once.failures()]).to.deep.equal([1, 0]);
    expect([twice.asked.length, twice.replies.length, twice.failures()]).to.deep.equal([2, 0, 1]);
  });

  it('is silent once it is stopped', async () => {
    const { feed, asked, failures } = aFeed();
    feed.ask({ bbox: box(2), zoom: 14 });
    feed.stop();
    await rest(250);
    expect([asked.length, failures()]).to.deep.equal([0, 0]);
  });
});
