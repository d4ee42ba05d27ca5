import { expect } from 'chai';
import { actsOf, after as leadsTo, isEnd } from '../../../src/ground/cases/transition-rules.ts';
import type { Mover } from '../../../src/ground/cases/transition-contract.ts';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import { daysAfter } from '../../../src/kernel/clock.ts';
import {
  ENQUIRY_ACTS,
  type Enquiry,
  type EnquiryAct,
  type EnquiryState,
} from '../../../src/casework/enquiries/enquiry-contract.ts';
import { ENQUIRY_TABLE } from '../../../src/casework/enquiries/enquiry-table.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found, inTown } from '../../support/domain.ts';
import { anAsk, aVillage, stored, type Village } from './an-enquiry.ts';

const WALKS = 12;
const STEPS = 14;
type Doer = Exclude<Mover, 'clock'>;
type Acting = (village: Village, who: Who, enquiry: Enquiry) => Promise<unknown>;

const answered = (village: Village, who: Who, { id, state: seen }: Enquiry, owner: string) =>
  village.services.enquiries.finding.answer(who, id, {
    seen,
    owner,
    outside_kind: 'company',
    outside_owner: '',
    outcome: '',
    name: '',
    there: 'unknown',
  });

/** How each act is done by people; what only the clock does is missing. */
const DO: Partial<Record<EnquiryAct, Acting>> = {
  acknowledge: ({ services }, who, { id, state: seen }) => services.enquiries.finding.acknowledge(who, id, { seen }),
  confirm: (village, who, enquiry) => answered(village, who, enquiry, village.council),
  outside: (village, who, enquiry) => answered(village, who, enquiry, 'outside'),
  park: ({ services }, who, { id, state: seen }) =>
    services.enquiries.finding.park(who, id, { seen, outcome: 'Nobody.' }),
  disprove: ({ services }, who, { id, state: seen }) =>
    services.enquiries.finding.disprove(who, id, { seen, outcome: 'Sold long ago.' }),
  consent: ({ services }, who, { id, state: seen }) =>
    services.enquiries.own.answerConsent(who, id, { seen, may_write: 'yes', pass_on: 'My name.' }),
  decline: ({ services }, who, { id, state: seen }) =>
    services.enquiries.own.answerConsent(who, id, { seen, may_write: 'no', pass_on: '' }),
  introduce: ({ services }, who, { id, state: seen, stateOn }) =>
    services.enquiries.finding.introduce(who, id, { seen, sent_on: stateOn, how: 'by post' }),
  look_again: ({ services }, who, { id, state: seen }) => services.enquiries.finding.lookAgain(who, id, { seen }),
  close: ({ services, asker }, who, { id, state: seen }) =>
    who === asker
      ? services.enquiries.own.closeOwn(who, id, { seen })
      : services.enquiries.finding.close(who, id, { seen, outcome: 'Ask the railway.' }),
  withdraw: ({ services }, who, { id, state: seen }) => services.enquiries.own.withdraw(who, id, { seen }),
};
/** Whoever asks is asked by pages as themselves, and officers as officers: the acts of the one are not offered to the other. */
const OWN: readonly EnquiryAct[] = ['consent', 'decline', 'withdraw'];

/** Numbers by chance that are the same each time (mulberry32). */
function chances(seed: number): (below: number) => number {
  let at = seed;
  return (below) => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

eachDatabase('Questions whose a place is, by chance', (open) => {
  let village: Village;
  before(async () => (village = await aVillage(await open())));
  after(() => village.services.stop());

  const people = (): Record<Doer, Who> =>
    ({
      asker: village.asker,
      broker: village.broker,
      monitoring_officer: village.officer,
      owner_representative: village.owner,
    }) as Record<Doer, Who>;

  it('go only where the table leads, never back in time, tell each thing once, and end with any role silent', async function () {
    this.timeout(240_000);
    const seen = new Set<EnquiryState>();
    for (let walk = 0; walk < WALKS; walk++) {
      const pick = chances(walk * 7919 + 1);
      const doers = Object.keys(people()) as Doer[];
      const silent = doers[walk % (doers.length + 1)];
      const id = await begun(walk);
      let enquiry = await stored(village.services, id);
      for (let step = 0; step < STEPS && enquiry.endedOn === null; step++) {
        const talking = doers.filter((one) => one !== silent);
        const by = found(talking[pick(talking.length)]);
        await (pick(3) === 0
          ? timePasses(pick(60))
          : tried(enquiry, by, found(ENQUIRY_ACTS[pick(ENQUIRY_ACTS.length)])));
        const next = await stored(village.services, id);
        check(enquiry, next);
        enquiry = next;
        seen.add(next.state);
      }
      await timePasses(4_000);
      const over = await stored(village.services, id);
      expect(
        isEnd(ENQUIRY_TABLE, over.state),
        `walk ${walk}, ${silent ?? 'nobody'} silent, ends in ${over.state}`,
      ).to.equal(true);
      expect([over.dueOn, over.endedOn === null]).to.deep.equal([null, false]);
    }
    expect(seen.size, [...seen].join()).to.be.greaterThan(7);
    await toldOnce();
    await onePlaceOneQuestion();
  });

  /** Two years are many: each walk has a place and an asker’s day of its own. */
  async function begun(walk: number): Promise<string> {
    await timePasses(2);
    const ask = anAsk({ ...inTown(0.05 + walk * 0.07, 0.3) });
    const { enquiry } = await village.services.enquiries.asking.ask(village.asker, ask);
    if (walk % 2 === 0)
      await village.services.enquiries.finding.note(village.broker, enquiry.id, {
        source: 'title_register',
        outcome: 'body',
        owner: village.council,
        words: '',
        checked_on: enquiry.receivedOn,
      } as never);
    return enquiry.id;
  }

  async function timePasses(days: number): Promise<void> {
    const today = village.clock.now().toISOString().slice(0, 10);
    village.clock.goTo(`${daysAfter(today, days)}T10:00:00Z`);
    await village.services.enquiries.runDue();
  }

  /** Tries an act, whether or not it is open: what the table does not have is refused, and nothing is changed. */
  async function tried(enquiry: Enquiry, by: Doer, act: EnquiryAct): Promise<void> {
    const acting = DO[act];
    const offered = OWN.includes(act) || (act === 'close' && by === 'asker') ? by === 'asker' : by !== 'asker';
    if (!acting || !offered) return;
    const open = leadsTo(ENQUIRY_TABLE, enquiry.state, act, by) !== null;
    const done = await acting(village, people()[by], enquiry).then(
      () => true,
      () => false,
    );
    if (done) expect(open, `${by} did ${act} in ${enquiry.state}`).to.equal(true);
    else expect((await stored(village.services, enquiry.id)).state).to.equal(enquiry.state);
  }

  function check(before: Enquiry, now: Enquiry): void {
    expect(now.stateOn >= before.stateOn, `${before.stateOn} → ${now.stateOn}`).to.equal(true);
    expect(now.looks).to.be.at.most(4);
    if (before.state !== now.state) expect(reachable(before.state), before.state).to.include(now.state);
    if (now.dueOn !== null) expect(now.dueOn >= now.stateOn).to.equal(true);
  }

  /** States that some acts lead to: the clock may take several steps at once. */
  function reachable(from: EnquiryState): EnquiryState[] {
    const reached = new Set<EnquiryState>([from]);
    for (const state of reached)
      for (const by of ['clock', 'asker', 'broker', 'monitoring_officer', 'owner_representative'] as const)
        for (const act of actsOf(ENQUIRY_TABLE, state, by)) {
          const to = leadsTo(ENQUIRY_TABLE, state, act, by);
          if (to && (by === 'clock' || state === from)) reached.add(to);
        }
    return [...reached];
  }

  async function toldOnce(): Promise<void> {
    const keys: string[] = (await village.services.mails.latest(5_000)).flatMap(({ onceKey }) => onceKey ?? []);
    expect(new Set(keys).size).to.equal(keys.length);
  }

  async function onePlaceOneQuestion(): Promise<void> {
    expect(await village.services.enquiries.lists.openIn(village.town.area, null)).to.deep.equal([]);
  }
});
