import { expect } from 'chai';
import { proposalsAtHome } from '../../src/casework/proposals/proposal-home-wiring.ts';
import { HELD_STATES } from '../../src/casework/proposals/proposal-table.ts';
import type { ProposalState } from '../../src/casework/proposals/proposal-contract.ts';
import { DEMONSTRATION_PEOPLE } from '../../src/ground/people/demonstration-contract.ts';
import { peoplePorts } from '../../src/ground/people/people-ports.ts';
import { dayIn } from '../../src/kernel/clock.ts';
import { addWorkingDays, workingDaysBefore } from '../../src/kernel/working-days.ts';
import type { Services } from '../../src/services.ts';
import { found } from '../support/domain.ts';

type Looked = Pick<Services, 'db' | 'clock' | 'areas' | 'people' | 'caseTests' | 'proposals'>;
type Row = {
  id: string;
  number: string;
  state: ProposalState;
  due_on: string | null;
  place: string;
  held_by: string | null;
};

/** One proposal for land in each of these. */
const STATES: readonly ProposalState[] = [
  'draft',
  'received',
  'incomplete',
  'awaiting_sign',
  'commenting',
  'assessing',
  'improving',
  'window',
  'filed',
  'granted',
  'called_in',
  'granted_for_good',
  'refused',
  'in_review',
  'advised',
  'withdrawn',
];

/** Cases of land at every stage after the first start, on whichever day that was; see issue 10, point 11. */
export async function expectLandAtEveryStage(services: Looked): Promise<void> {
  const { db } = services;
  const rows: Row[] = await db('proposals as p')
    .join('assets as a', 'a.id', 'p.asset_id')
    .select('p.id', 'p.number', 'p.state', 'p.due_on', 'a.state as place', 'a.held_by');
  expect(rows.map(({ state }) => state).sort()).to.deep.equal([...STATES].sort());
  await expectDays(services, rows);
  await expectHeldPlaces(services, rows);
  await expectPapers(services, rows);
  await expectPeople(services, rows);
}

/** Nothing is late that the clock would have moved; somebody has something to do today, or on the next day on which offices work. */
async function expectDays({ areas, clock }: Looked, rows: Row[]): Promise<void> {
  const area = found((await areas.all())[0]);
  const today = dayIn(area.timeZone, clock());
  const daysOff = new Set(await areas.daysOff(area.id));
  const nextOpen = addWorkingDays(workingDaysBefore(today, 1, daysOff), 1, daysOff);
  expect(rows.filter(({ due_on: due }) => due !== null && due < today)).to.deep.equal([]);
  const dueIn = (state: ProposalState): string => rows.find((one) => one.state === state)?.due_on ?? '';
  for (const state of ['received', 'assessing'] as const) expect(dueIn(state), state).to.equal(nextOpen);
  expect(dueIn('window') > today && dueIn('window') <= addWorkingDays(today, 10, daysOff), 'silence').to.equal(true);
}

/** A place is asked for because a case holds it, and for no other reason. */
async function expectHeldPlaces({ db }: Looked, rows: Row[]): Promise<void> {
  const holding = rows.filter(({ state }) => HELD_STATES.includes(state) || state === 'granted_for_good');
  expect(holding.filter(({ place, held_by: by, number }) => place !== 'asked_for' || by !== number)).to.deep.equal([]);
  const held: string[] = await db('assets').whereNotNull('held_by').pluck('held_by');
  expect(held.sort()).to.deep.equal(holding.map(({ number }) => number).sort());
  expect(await db('assets').where({ state: 'asked_for', held_by: null }).pluck('code')).to.deep.equal([]);
}

/** What has been handed in, shown and made on the way. */
async function expectPapers({ db, caseTests }: Looked, rows: Row[]): Promise<void> {
  const idOf = (state: ProposalState): string => found(rows.find((one) => one.state === state)).id;
  const of = async (table: string, where: Record<string, string>): Promise<ProposalState[]> =>
    db(`${table} as one`)
      .join('proposals as p', 'p.id', 'one.proposal_id')
      .where(where)
      .orderBy('p.state')
      .pluck('p.state');
  expect(await of('proposal_certificates', {})).to.deep.equal(['called_in', 'granted', 'granted_for_good']);
  expect(await of('proposal_grounds', { 'one.state': 'waiting' })).to.deep.equal(['filed']);
  expect(await of('proposal_grounds', { 'one.state': 'accepted' })).to.deep.equal(['in_review']);
  expect(await of('proposal_warnings', { 'p.state': 'window', 'one.state': 'sent' })).to.have.length.above(0);
  expect((await caseTests.summaryOf(db, { kind: 'proposal', id: idOf('assessing') }))?.sheets).to.equal(1);
  const said: string[] = await db('comments')
    .where({ proposal_id: idOf('commenting') })
    .distinct('stance')
    .pluck('stance');
  expect(said).to.have.members(['for', 'against', 'worried', 'question']);
}

/** Whoever the sign-in page names may do something, and finds at home the proposals that wait for them. */
async function expectPeople({ db, people, proposals: { lists }, areas }: Looked, rows: Row[]): Promise<void> {
  const waits: Record<string, ProposalState[]> = {};
  for (const { email, role } of DEMONSTRATION_PEOPLE) {
    const { id } = found(await peoplePorts.byEmail(db, email));
    const who = found(await people.who(id, '', true));
    expect(who.rights, role).to.have.length.above(0);
    const { waiting } = await proposalsAtHome({ lists, areas }, who);
    const states = (waiting ?? []).flatMap(({ href }) => rows.find((row) => href.endsWith(row.id))?.state ?? []);
    if (states.length > 0) waits[role] = states.sort();
  }
  expect(waits).to.deep.equal({
    'asset broker': ['received'],
    'representative of an owner': ['window'],
    'decision officer': ['filed', 'granted'],
    'ward councillor': ['granted'],
    'second ward councillor': ['granted'],
    'chair of hearings': ['called_in'],
    'member of the review panel': ['in_review'],
    'leads a community group': ['draft'],
  });
}
