import { expect } from 'chai';
import { paperView } from '../../../client/kernel/paper-view.ts';
import { certificateJson, certificatePaper } from '../../../src/casework/papers/certificate-text.ts';
import { placeMap } from '../../../src/casework/papers/place-map-text.ts';
import { signPaper } from '../../../src/casework/papers/sign-text.ts';
import { htmlOf } from '../../../src/kernel/html-text.ts';
import type { Paper } from '../../../src/kernel/paper-contract.ts';
import { printed } from '../../../src/kernel/paper-signs-words.ts';
import { pdfOf } from '../../../src/kernel/pdf.ts';
import { aBox } from '../../support/domain.ts';
import { readPdf, withoutSpaces, type ReadPdf } from '../../support/pdf-reading.ts';
import { CERTIFICATE, CONTACT, GROUP, SIGN } from './some-facts.ts';

const HOSTILE = `#show: none \\ #panic("x") $ a^2 $ @me <b> & "quoted" 'it' \`raw\` *bold* _soft_ // gone /* gone */ = no heading\n- no list ~ --- #sys.inputs`;
const NO_END = `${HOSTILE} ${'x'.repeat(2_000)} ${'many words '.repeat(300)}`.slice(0, 5_000).trim();
const MAP = placeMap(aBasemap(), { placeName: SIGN.placeName, point: { lon: -2.25, lat: 53.45 }, outline: null });

const PAPERS: [title: string, paper: Paper][] = [
  ['a sign that asks', signPaper({ ...SIGN, map: MAP })],
  [
    'a sign that says how to comment',
    signPaper({ ...SIGN, stage: 'commenting', commentUntil: '2027-03-29', map: MAP }),
  ],
  [
    'a sign of which little is known',
    signPaper({ ...SIGN, owner: null, ward: null, contact: null, from: null, until: null, whereWords: '' }),
  ],
  [
    'a sign full of signs that mean something elsewhere',
    signPaper({ ...SIGN, groupName: HOSTILE, placeName: HOSTILE, intent: NO_END }),
  ],
  ['a certificate', certificatePaper(CERTIFICATE)],
  [
    'a certificate with nothing to list',
    certificatePaper({ ...CERTIFICATE, warnings: [], grounds: [], conditions: [] }),
  ],
  [
    'a certificate full of signs that mean something elsewhere',
    certificatePaper({
      ...CERTIFICATE,
      groupName: HOSTILE,
      use: NO_END,
      grounds: [{ ground: HOSTILE, filedOn: '2026-11-30', why: NO_END }],
      conditions: [NO_END, HOSTILE],
    }),
  ],
];

describe('Papers of a case', () => {
  for (const [title, paper] of PAPERS) {
    it(`say in ${title} the same on the page and in the file, sentence by sentence`, async () => {
      const [file, page] = [await readPdf(await pdfOf(paper)), pageOf(paper)];
      expect(file.text).to.equal(withoutSpaces(printed(page.text)));
      expect(file.alts).to.deep.equal(page.alts);
      expect(file.inside, 'within the page').to.equal(true);
      expect(file.title).to.equal(paper.title);
      expect(headings(file)).to.deep.equal(page.headings);
    });
  }

  it('tell what is a heading, a list, a table and its head', async () => {
    const { roles } = await readPdf(await pdfOf(certificatePaper(CERTIFICATE)));
    expect(roles).to.include.members([
      'H1',
      'H2',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'THead',
      'TH',
      'TD',
      'Figure',
      'Link',
    ]);
    const sign = await readPdf(await pdfOf(signPaper(SIGN)));
    expect(sign.roles).to.include.members(['H1', 'H2', 'P', 'L', 'BlockQuote', 'Figure', 'Link']);
  });

  it('are signs of one page, whatever a group writes, with letters of six millimetres where it writes two sentences', async () => {
    for (const [title, paper] of PAPERS.filter(([, { look }]) => look === 'sign')) {
      const { pages, letters } = await readPdf(await pdfOf(paper));
      expect(pages, title).to.equal(1);
      expect(letters, title).to.be.at.least(title.includes('full') ? 10 : 17);
    }
  });

  it('have the address that is typed from a sign whole on one line, however long it is', async () => {
    for (const host of ['meantime.example.org', 'meanwhile-places-and-buildings.a-long-name.testborough.example.org']) {
      const { lines, inside } = await readPdf(
        await pdfOf(signPaper({ ...SIGN, map: MAP, caseUrl: `https://${host}/p/TB-4K7TC` })),
      );
      expect(lines).to.include(`${host}/p/TB-4K7TC`);
      expect(inside).to.equal(true);
    }
  });

  it('say on the page what the file prints otherwise', () => {
    const html = htmlOf(paperView(signPaper(SIGN)));
    expect(html).to.include(GROUP).and.to.include('There it says “[symbol]” for “🌱”.');
    expect(htmlOf(paperView(signPaper({ ...SIGN, groupName: 'Łódź Gŵyl' })))).not.to.include('typeface');
  });
});

describe('The sign', () => {
  const text = (facts: Partial<typeof SIGN>): string => pageOf(signPaper({ ...SIGN, ...facts })).text;

  it('asks first, and later says until when and how to comment', () => {
    const asking = text({});
    expect(asking)
      .to.include('We are asking for this place')
      .and.to.include('Case TB-4K7TC')
      .and.not.to.include('omment at');
    const commenting = text({ stage: 'commenting', commentUntil: '2027-03-29' });
    expect(commenting).not.to.include('We are asking');
    for (const words of [
      'until\nMonday 29 March 2027',
      'Comment at meantime.example.org/cases/TB-4K7TC',
      'Ring 01632 960 100 (Monday to Friday, 9:00 to 17:00), ask for Priya Shah',
      'Write or come to Town Hall, 1 Market Place, Testborough TB1 1AA',
      'E-mail places@testborough.example',
      'Monday 29 March 2027 ends at midnight',
    ])
      expect(commenting).to.include(words);
  });

  it('promises no way that nobody has filled in', () => {
    const facts = { stage: 'commenting', commentUntil: '2027-03-29' } as const;
    expect(text({ ...facts, contact: null })).not.to.match(/Ring|Write|E-mail|Calls/);
    expect(text({ ...facts, contact: { ...CONTACT, telephone: null, email: null } })).to.not.match(/Ring|E-mail/);
  });

  it('cuts what is too long for it between words, and says where the rest is', () => {
    const words = text({ intent: 'many words '.repeat(100) });
    expect(words)
      .to.match(/(many|words) …\s/)
      .and.to.include('The whole text is on the page of the case.');
    expect(text({})).not.to.include('whole text');
  });
});

describe('The map of a sign', () => {
  it('needs a base map and a place on it', () => {
    const where = { placeName: 'X', point: null, outline: null };
    expect(placeMap(aBasemap(), where)).to.equal(null);
    expect(placeMap(null, { ...where, point: { lon: -2.25, lat: 53.45 } })).to.equal(null);
    const outlined = placeMap(aBasemap(), { ...where, outline: aBox({ lon: -2.25, lat: 53.45 }, 0.001, 0.001) });
    expect(outlined?.svg)
      .to.match(/fill-opacity/)
      .and.to.match(/M300 300c/);
    expect(outlined?.alt).to.match(/^Map of the streets around X, .* about 500 metres/);
  });

  it('shows what is near and nothing else', () => {
    const roads = MAP?.svg.match(/stroke="#fffdf8"[^>]* d="[^"]+"/g) ?? [];
    expect(roads).to.have.lengthOf(1);
    expect(roads[0]?.match(/M/g), 'the far road is left out').to.have.lengthOf(1);
  });
});

describe('The certificate of default grant', () => {
  const text = (facts: Partial<typeof CERTIFICATE>): string =>
    pageOf(certificatePaper({ ...CERTIFICATE, ...facts })).text;

  it('says what it rests on, what it does not do, and how to check it', () => {
    for (const words of [
      'by the end of Friday 4 December 2026',
      'made on Saturday 5 December 2026 at 00:00',
      'Until the end of Wednesday 9 December 2026 Testborough Council can still show',
      'It gives nobody the right to enter The old library, Station Road. That right comes with the signed agreement.',
      'It is the outcome of a policy, and an offer on the standard terms.',
      '181 of 250 points, 72.4% (pass mark 65.0%), by criteria version 3',
      'No, it was refused',
      'The minute that R4 asks for was not there.',
      '7QK4-M2XT',
    ])
      expect(text({})).to.include(words);
    expect(text({ grounds: [] })).to.include('Testborough Council filed none.');
  });

  it('bears the day that was due when it was made late, and says when it was made', () => {
    expect(text({})).not.to.include('later');
    const late = { madeAt: '2026-12-09T08:30:00Z' };
    expect(text(late))
      .to.include('by the end of Friday 4 December 2026')
      .and.to.include(
        'The day that counts is Friday 4 December 2026. This certificate was made later than it was due, on Wednesday 9 December 2026 at 08:30.',
      );
    expect(certificatePaper({ ...CERTIFICATE, ...late }).day).to.equal('2026-12-09');
    // An hour of summer time before midnight at Greenwich is the next day there.
    expect(certificatePaper({ ...CERTIFICATE, madeAt: '2026-07-03T23:30:00Z' }).day).to.equal('2026-07-04');
  });

  it('is the same facts for programs', () => {
    const json = JSON.parse(JSON.stringify(certificateJson(CERTIFICATE))) as Record<string, unknown>;
    expect(json).to.deep.equal({ document: 'certificate-of-default-grant', version: 1, late: false, ...CERTIFICATE });
  });
});

const headings = ({ roles }: ReadPdf): string[] => roles.filter((role) => /^H\d$/.test(role));

/** What the page of a paper says, without the note on what the file prints otherwise. */
function pageOf(paper: Paper): { text: string; alts: string[]; headings: string[] } {
  const html = htmlOf(paperView(paper)).replace(/<p class="printout__note">.*?<\/p>/s, '');
  return {
    text: decoded(html.replace(/<[^>]*>/g, ' \n').replace(/ +\n\s*/g, ' ')),
    alts: [...html.matchAll(/ alt="([^"]*)"/g)].map(([, alt = '']) => decoded(alt)),
    headings: [...html.matchAll(/<h(\d)/g)].map(([, level]) => `H${level}`),
  };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decoded = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');

/** Two streets, one of them far away, and a park. */
function aBasemap(): Parameters<typeof placeMap>[0] {
  const street = (lon: number) => ({
    type: 'Feature' as const,
    properties: { layer: 'road', class: 'street' },
    geometry: {
      type: 'LineString' as const,
      coordinates: [
        [lon, 53.4],
        [lon, 53.5],
      ],
    },
  });
  const park = {
    type: 'Feature' as const,
    properties: { layer: 'park' },
    geometry: aBox({ lon: -2.25, lat: 53.45 }, 0.002, 0.002),
  };
  return { type: 'FeatureCollection', features: [street(-2.251), street(-2.3), park] };
}
