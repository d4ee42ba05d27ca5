import { expect } from 'chai';
import { INTEREST_MAILS, PLACE_MAILS } from '../../../src/casework/interests/interest-mail-words.ts';
import type { InterestFactKind } from '../../../src/casework/interests/interest-facts.ts';
import { INTEREST_TABLE } from '../../../src/casework/interests/interest-table.ts';
import { faultsOf, stuckStates } from '../../../src/ground/cases/transition-rules.ts';
import { holidayService } from '../../../src/ground/areas/holiday-service.ts';
import { aDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { mailsTo } from '../proposals/a-proposal.ts';
import { KEY_NOTE, MEETING, moreBaths, someBaths, type Baths } from './an-interest.ts';
import { INTEREST_WALKS, stateOf, type Told } from './interest-consequence-table.ts';

describe('What follows from each fact about an interest', () => {
  let town: Baths;
  before(async () => {
    town = await someBaths(await aDatabase('SQLite'));
    // No holiday lies between: all walks count alike.
    const { clock, services } = town;
    const years = ['2026', '2027', '2028', '2029'];
    await holidayService({ clock: clock.now, inOneTransaction: services.inOneTransaction }).take([
      { calendar: 'england-and-wales', days: [], years },
    ]);
  });
  afterEach(async () => {
    await expectSilence(town);
    expect(town.services.errors).to.deep.equal([]);
  });
  after(() => town.services.stop());

  for (const [at, [kind, { before, act, state, told }]] of Object.entries(INTEREST_WALKS).entries())
    it(kind, async () => {
      const baths = await moreBaths(town, at + 1);
      const facts = async () => (await baths.services.db('facts').where({ kind })).length;
      const id = await before(baths);
      const [earlier, known] = [await mailsOf(baths), await facts()];
      await act(baths, id);
      expect(await facts(), kind).to.be.greaterThan(known);
      expect(await stateOf(baths, id)).to.equal(state);
      const now = await mailsOf(baths);
      const fresh = Object.fromEntries(
        Object.entries(now).map(([who, all]) => [who, all.slice(earlier[who]?.length ?? 0)]),
      );
      expect(fresh).to.deep.equal({ asker: [], other: [], owner: [], monitor: [], ...told } satisfies Told);
      await ended(baths);
    });

  it('is a mail to somebody, or nobody waits for it', () => {
    const unseen: InterestFactKind[] = [
      'interest_noted',
      'interest_note_used',
      'viewing_came_noted',
      'viewing_offered',
    ];
    for (const kind of Object.keys(INTEREST_WALKS) as InterestFactKind[]) {
      const mailed = Object.keys(INTEREST_MAILS[kind]).length > 0 || kind in PLACE_MAILS;
      expect(mailed, kind).to.equal(!unseen.includes(kind));
    }
  });

  it('comes to an end whoever is silent', () => {
    expect(faultsOf(INTEREST_TABLE, 'asked')).to.deep.equal([]);
    for (const silent of ['asker', 'owner_representative', 'broker', 'monitoring_officer'] as const)
      expect(stuckStates(INTEREST_TABLE, [silent]), silent).to.deep.equal([]);
    const everybody = ['asker', 'owner_representative', 'broker', 'monitoring_officer'] as const;
    expect(stuckStates(INTEREST_TABLE, everybody)).to.deep.equal([]);
  });
});

/** Takes back what is still open, so that it is in nobody's way. */
async function ended(baths: Baths): Promise<void> {
  const { lists, own } = baths.services.interests;
  for (const who of [baths.asker, baths.other])
    for (const { id, state, endedOn } of await lists.by(who.personId))
      if (endedOn === null) await own.withdraw(who, id, state);
}

async function mailsOf(baths: Baths): Promise<Record<string, string[]>> {
  const { asker, other, owner, monitor } = baths;
  const all: Record<string, string[]> = {};
  for (const [who, { email }] of Object.entries({ asker, other, owner, monitor }))
    all[who] = await mailsTo(baths, found(email));
  return all;
}

/** Where to come is in no mail but those to people with a place, and in no fact; how the door opens is nowhere. */
async function expectSilence({ services }: Baths): Promise<void> {
  for (const { kind, to, text, html, calendar } of await services.mails.latest(500)) {
    const all = [text, html, calendar].join(' ');
    expect(all, kind).to.not.include(KEY_NOTE);
    if (!(kind in PLACE_MAILS) || !to.startsWith('asker')) expect(all, kind).to.not.include(MEETING);
  }
  const facts = JSON.stringify(await services.db('facts').select('before', 'after', 'public_text'));
  expect(facts).to.not.include('green door').and.not.include('4711');
}
