import { expect } from 'chai';
import type { PetitionFactKind } from '../../../src/casework/petitions/petition-facts.ts';
import { petitionsOn } from '../../../src/casework/petitions/petition-store.ts';
import { gathered } from '../../../src/kernel/wing.ts';
import { aDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aVerge, nextDay, sent, written } from '../proposals/a-proposal.ts';
import {
  aLine,
  aSigning,
  begun,
  onPetitionDay,
  onSheets,
  petitionOf,
  signed,
  typed,
  typedAgain,
  withBuilding,
  WORDING,
  type Closed,
} from './a-petition.ts';

type Walk = { closed: Closed; id: string; proposal: string };
type Act = (walk: Walk) => Promise<unknown>;

/** Everything that is done to a petition, by those who may. */
const ACTS = {
  begin: async (walk) => (walk.id = await begun(walk.closed)),
  turnBack: ({ closed, id }) =>
    checking(closed).turnBack(closed.clerk, id, { seen: 'checking', reason: 'unclear', because: '' }),
  sendAgain: ({ closed, id }) =>
    closed.services.petitions.own.sendAgain(closed.lead, id, { seen: 'turned_back', wording: `${WORDING} Please.` }),
  approve: ({ closed, id }) => checking(closed).approve(closed.clerk, id, { seen: 'checking' }),
  verify: ({ closed, id }) => checking(closed).verify(closed.clerk, id, { seen: 'verifying' }),
  withdraw: async ({ closed, id }) =>
    closed.services.petitions.own.withdraw(closed.lead, id, { seen: (await petitionOf(closed, id)).state }),
  sponsor: async ({ closed, id }) =>
    checking(closed).sponsor(closed.councillors[0], id, {
      seen: (await petitionOf(closed, id)).state,
      words: 'The quarter needs a place to meet.',
    }),
  wait: async ({ closed, id }) => onPetitionDay(closed, nextDay(found((await petitionOf(closed, id)).dueOn))),
  sign130: ({ closed, id }) => onSheets(closed, id, 130),
  typeAgain: ({ closed, id }) => typedAgain(closed, id),
  sign60: ({ closed, id }) => onSheets(closed, id, 60),
  telephone: ({ closed, id }) =>
    closed.services.petitions.signing.byTelephone(closed.clerk, id, {
      ...aSigning(1),
      read_back: 'aloud',
      submission: undefined,
    }),
  sheet: async ({ closed, id }) => {
    const { id: sheet } = await typed(closed, closed.clerks[0], id, [aLine(1, 50)], '2026-06-01');
    await closed.services.petitions.sheets.again(closed.clerks[1], id, sheet, [aLine(1, 51)]);
    await closed.services.petitions.sheets.settle(closed.clerks[2], id, sheet, () => 'first');
  },
  script: async ({ closed, id }) => {
    for (let n = 100; n < 122; n++) await signed(closed, id, n, { email: `reader${n}@many.example` });
  },
  strike: async ({ closed, id }) => {
    const { judging } = closed.services.petitions;
    const { key, ids } = found((await judging.patterns(id))[0]);
    const strike = await judging.strike(closed.clerk, id, { pattern: key, count: ids.length });
    await judging.setStrike(closed.clerk, id, strike.id, false);
    await judging.setStrike(closed.clerk, id, strike.id, true);
  },
  judge: async ({ closed, id }) => {
    await signed(closed, id, 300);
    await signed(closed, id, 300, { email: 'again@example.org' });
    const { judging } = closed.services.petitions;
    await judging.judge(closed.clerk, id, found((await judging.doubles(id))[0]).one.id, 'same');
  },
  propose: async (walk) => {
    const { closed } = walk;
    walk.proposal = await written(closed, { assetId: closed.building, starts: '2027-05-01', ends: '2028-04-30' });
    await sent(closed, walk.proposal);
  },
  takeBackProposal: ({ closed, proposal }) =>
    closed.services.proposals.own.withdraw(closed.lead, proposal, { seen: 'received', reason: '' }),
} satisfies Record<string, Act>;
type ActName = keyof typeof ACTS;
const checking = ({ services }: Closed) => services.petitions.checking;

/** Each line: what was done, which facts it left, the state, whose turn and until when, on whose page it waits, who got mail, whether signers are told, lines for everybody. */
const WALKS: Record<string, { first: readonly ActName[]; then: string }> = {
  'put right, signed, verified, lodged, and over with the case': {
    first: [],
    then: `
      begin | petition_begun | checking democratic_services 2026-06-04 | waits=clerk | counters | tells=null | lines=0
      turnBack | petition_turned_back | turned_back group 2026-06-29 | waits=lead | group | tells=null | lines=0
      sendAgain | petition_sent_again | checking democratic_services 2026-06-04 | waits=clerk | counters | tells=null | lines=0
      approve | petition_opened | open everybody 2026-06-29 | waits= | councillors group | tells=null | lines=1
      telephone | signature_by_telephone | open everybody 2026-06-29 | waits= |  | tells=null | lines=1
      sheet | sheet_settled sheet_typed sheet_typed_again | open everybody 2026-06-29 | waits= |  | tells=null | lines=1
      script |  | open everybody 2026-06-29 | waits= | link | tells=null | lines=1
      strike | signatures_struck strike_redone strike_undone | open everybody 2026-06-29 | waits= |  | tells=null | lines=1
      judge | double_judged | open everybody 2026-06-29 | waits= | link | tells=null | lines=1
      sign130 | sheet_typed | open everybody 2026-06-29 | waits= |  | tells=null | lines=1
      wait | petition_closed | verifying democratic_services 2026-07-06 | waits=clerk | counters group | tells=null | lines=2
      wait | petition_counted_alone | verified group 2026-09-29 | waits=lead | brokers group | tells=counted | lines=3
      propose | petition_lodged | lodged nobody 2028-07-06 | waits= |  | tells=counted | lines=4
      takeBackProposal | petition_ended | ended nobody null | waits= |  | tells=counted | lines=5
    `,
  },
  'too few, then a councillor’s word; nobody sends a proposal': {
    first: ['begin', 'approve', 'sign60', 'wait', 'typeAgain'],
    then: `
      verify | petition_short | short group 2026-09-23 | waits=lead | brokers councillors group | tells=counted | lines=3
      sponsor | petition_sponsor_counts petition_sponsored | verified group 2026-09-23 | waits=lead | brokers group | tells=counted | lines=5
      wait | petition_lapsed | lapsed nobody null | waits= | group | tells=lapsed | lines=6
    `,
  },
  'nobody looks at anything, and too few have signed': {
    first: ['begin'],
    then: `
      wait | petition_opened_by_silence | open everybody 2026-07-03 | waits= | councillors group | tells=null | lines=1
      wait | petition_closed | verifying democratic_services 2026-07-10 | waits=clerk | counters group | tells=null | lines=2
      wait | petition_short_alone | short group 2026-10-05 | waits=lead | brokers councillors group | tells=counted | lines=3
    `,
  },
  'enough, by a clerk': {
    first: ['begin', 'approve', 'sign130', 'wait', 'typeAgain'],
    then: `verify | petition_verified | verified group 2026-09-23 | waits=lead | brokers group | tells=counted | lines=3`,
  },
  'taken back': {
    first: ['begin', 'approve'],
    then: `withdraw | petition_withdrawn | withdrawn nobody null | waits= | group | tells=withdrawn | lines=2`,
  },
  'a wording that nobody puts right': {
    first: ['begin', 'turnBack'],
    then: `wait | petition_dropped | closed nobody null | waits= | group | tells=null | lines=0`,
  },
};

/** A new kind of fact does not compile until it is here, and fails until a walk leaves it. */
const KINDS: Record<PetitionFactKind, true> = {
  petition_begun: true,
  petition_opened: true,
  petition_opened_by_silence: true,
  petition_turned_back: true,
  petition_sent_again: true,
  petition_dropped: true,
  petition_closed: true,
  petition_verified: true,
  petition_counted_alone: true,
  petition_short: true,
  petition_short_alone: true,
  petition_sponsored: true,
  petition_sponsor_counts: true,
  petition_lodged: true,
  petition_ended: true,
  petition_lapsed: true,
  petition_withdrawn: true,
  signature_by_telephone: true,
  sheet_typed: true,
  sheet_typed_again: true,
  sheet_settled: true,
  signatures_struck: true,
  strike_undone: true,
  strike_redone: true,
  double_judged: true,
};

describe('What follows from an act on a petition', () => {
  const left = new Set<string>();
  let closed: Closed;
  beforeEach(async () => (closed = await withBuilding(await aVerge(await aDatabase('SQLite'), { day: '2026-06-01' }))));
  afterEach(() => closed.services.stop());

  for (const [title, { first, then }] of Object.entries(WALKS))
    it(`is state, turn, day, home, mails and history: ${title}`, async () => {
      const walk: Walk = { closed, id: '', proposal: '' };
      for (const act of first) await ACTS[act](walk);
      const wanted = then.trim().split(/\s*\n\s*/);
      const seen: string[] = [];
      for (const line of wanted) {
        const act = line.split(' | ')[0] as ActName;
        const [seq, mails] = [await lastFact(), await mailCount()];
        await ACTS[act](walk);
        seen.push([act, await factsSince(seq), await stands(walk.id, mails)].join(' | '));
      }
      expect(seen).to.deep.equal(wanted);
    });

  it('is walked above for every kind', () => expect([...left].toSorted()).to.deep.equal(Object.keys(KINDS).toSorted()));

  async function stands(id: string, before: number): Promise<string> {
    const { services, lead, clerk } = closed;
    const { state, dueOn, tells, number } = found(await petitionsOn(services.db).byId(id));
    const page = await services.petitions.pages.publicly(id);
    const waits: string[] = [];
    for (const [name, who] of Object.entries({ lead, clerk })) {
      const parts = await Promise.all(gathered(services.house, 'atHome').map((part) => part(who)));
      if (parts.some(({ waiting = [] }) => waiting.some(({ href }) => href === `/petitions/${id}`))) waits.push(name);
    }
    const mails = (await services.mails.latest(3_000))
      .slice(0, (await mailCount()) - before)
      .filter(({ text }) => text.includes(number))
      .map(({ kind }) => kind.split('_').at(-1) ?? '');
    return [
      `${state} ${page.standing.steps[0].turn} ${dueOn}`,
      `waits=${waits.join()}`,
      [...new Set(mails)].toSorted().join(' '),
      `tells=${tells}`,
      `lines=${page.history.length}`,
    ].join(' | ');
  }
  const mailCount = async (): Promise<number> =>
    Number((await closed.services.db('mails').count({ n: '*' }).first())?.n ?? 0);
  const lastFact = async (): Promise<number> =>
    Number((await closed.services.db('facts').max({ seq: 'seq' }).first())?.seq ?? 0);
  async function factsSince(seq: number): Promise<string> {
    const kinds = await closed.services.db('facts').where('seq', '>', seq).pluck<string[]>('kind');
    const own = [...new Set(kinds.filter((kind) => kind in KINDS))].toSorted();
    for (const kind of own) left.add(kind);
    return own.join(' ');
  }
});
