import { expect } from 'chai';
import { atomFeed } from '../../../src/register/open-data/atom-text.ts';
import { changeEntry, historyEntries } from '../../../src/register/open-data/feed-entry-text.ts';
import { xmlText } from '../../../src/register/open-data/xml-text.ts';
import { aHiddenBuilding, aPublicAsset } from './a-public-asset.ts';

const BASE = 'https://meantime.example.org';
const CHANGED = '2027-02-03T10:11:12.000Z';

describe('Atom feeds', () => {
  it('tell when and what of a change', () => {
    const entry = changeEntry(
      { asset: aPublicAsset(), changedAt: CHANGED },
      { on: '2027-02-03', text: 'Now vacant.' },
      BASE,
    );
    expect(entry).to.include({
      title: 'Old yard',
      updated: CHANGED,
      summary: 'Now vacant. Vacant. Land, Mill Lane, Millfield, ZZ1 1AA. Owner: Testborough Council.',
    });
  });

  it('tell of a hidden building only the year, in the id as well', () => {
    const [one, other] = [CHANGED, '2027-11-30T00:00:00.000Z'].map((changedAt) =>
      changeEntry({ asset: aHiddenBuilding(), changedAt }, undefined, BASE),
    );
    expect(one?.updated).to.equal('2027-01-01T00:00:00Z');
    expect(one).to.deep.equal(other);
  });

  it('give every line of a history an id of its own that stays', () => {
    const asset = aPublicAsset();
    const older = historyEntries(asset, [{ on: '2026-01-02', text: 'Added.' }], BASE);
    const newer = historyEntries(
      asset,
      [
        { on: '2027-01-02', text: 'Now vacant.' },
        { on: '2026-01-02', text: 'Added.' },
        { on: '2026-01-02', text: 'Added.' },
      ],
      BASE,
    );
    expect(newer).to.have.lengthOf(2);
    expect(newer[1]).to.deep.equal(older[0]);
    expect(historyEntries(asset, [{ on: '2026', text: 'Added.' }], BASE)[0]?.updated).to.equal('2026-01-01T00:00:00Z');
  });

  it('begin with the latest entry and say when it was', () => {
    const entry = (updated: string) => ({ id: updated, title: 't', updated, href: BASE, summary: 's' });
    const xml = atomFeed({
      title: 'T',
      subtitle: 'S',
      self: `${BASE}/assets.atom`,
      alternate: BASE,
      entries: [entry('2026-01-01T00:00:00Z'), entry('2027-01-01T00:00:00Z')],
    });
    expect([...xml.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, at]) => at)).to.deep.equal([
      '2027-01-01T00:00:00Z',
      '2027-01-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
    ]);
  });

  it('hold no text that breaks XML', () => {
    expect(xmlText('A & B <c> "d" \u0000\u000b\ud800x 😀')).to.equal('A &#38; B &#60;c&#62; &#34;d&#34; x 😀');
  });
});
