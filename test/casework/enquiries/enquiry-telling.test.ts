import { expect } from 'chai';
import { ENQUIRY_ACTS, type EnquiryAct } from '../../../src/casework/enquiries/enquiry-contract.ts';
import { ACT_FACTS, BESIDE_FACTS } from '../../../src/casework/enquiries/enquiry-facts.ts';
import { AUDIENCES, enquiryMail, type Audience } from '../../../src/casework/enquiries/enquiry-mail-words.ts';
import { learnedFrom } from '../../../src/casework/enquiries/enquiry-learning-rules.ts';
import type { Ownership } from '../../../src/register/assets/asset-contract.ts';

/** Act by act, by hand: who is told, and what the register says then of a place that is on it. */
const CONSEQUENCES: Record<EnquiryAct, { told: Audience[]; register: Ownership | null }> = {
  acknowledge: { told: ['asker'], register: null },
  confirm: { told: ['asker', 'followers', 'owner'], register: 'confirmed' },
  outside: { told: ['asker', 'followers'], register: 'outside_compact' },
  park: { told: ['asker', 'followers'], register: null },
  escalate: { told: ['asker', 'monitoring_officers'], register: null },
  presume: { told: ['asker', 'followers', 'owner'], register: 'claimed' },
  disprove: { told: ['asker', 'followers'], register: 'unknown' },
  let_stand: { told: ['asker', 'followers', 'owner'], register: 'confirmed' },
  consent: { told: ['asker'], register: null },
  decline: { told: ['asker', 'followers'], register: null },
  introduce: { told: ['asker'], register: null },
  lapse: { told: ['asker', 'followers'], register: null },
  look_again: { told: ['asker'], register: null },
  close: { told: ['asker', 'followers'], register: null },
  withdraw: { told: ['asker', 'followers'], register: null },
};
const TOLD = {
  number: 'MB-4K7TC',
  place: 'The verge',
  owner: 'The council',
  outcome: 'Because so.',
  idea: '',
  byClock: false,
  standing: 'The broker’s turn: look.',
  silence: 'Then the clock goes on.',
  url: 'http://localhost/enquiries/1',
};

describe('What follows from each act on a question', () => {
  for (const act of ENQUIRY_ACTS)
    it(`of “${act}” those are told whom it concerns, each with its number and whose turn it is`, () => {
      const kind = ACT_FACTS[act];
      const mails = AUDIENCES.map((audience) => ({ audience, mail: enquiryMail(kind, audience, TOLD) }));
      expect(mails.filter(({ mail }) => mail).map(({ audience }) => audience)).to.deep.equal(CONSEQUENCES[act].told);
      for (const { mail } of mails)
        if (mail) {
          expect(mail.caseNumber).to.equal('MB-4K7TC');
          expect(mail.paragraphs.at(-1)).to.equal('The broker’s turn: look. Then the clock goes on.');
        }
    });

  const enquiry = {
    areaId: 'a',
    number: 'MB-4K7TC',
    assetId: 'x',
    ownerId: 'o',
    place: 'The verge',
    kind: 'land',
    point: null,
  } as never;
  for (const act of ENQUIRY_ACTS)
    it(`from “${act}” the register learns ${CONSEQUENCES[act].register ?? 'nothing'}`, () => {
      const learned = learnedFrom(act, { enquiry, before: enquiry, owner: 'The council', actor: 'b', found: null });
      expect(learned?.ownership ?? null).to.equal(CONSEQUENCES[act].register);
    });

  it('tells nobody of what is seen on the page', () => {
    const told = BESIDE_FACTS.filter((kind) => AUDIENCES.some((audience) => enquiryMail(kind, audience, TOLD)));
    expect(told).to.deep.equal(['enquiry_asked', 'enquiry_date_moved']);
  });
});
