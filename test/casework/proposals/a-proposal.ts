import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Proposal, ProposalState } from '../../../src/casework/proposals/proposal-contract.ts';
import { proposalsOn } from '../../../src/casework/proposals/proposal-store.ts';
import type { Right, Role, Scope, Who } from '../../../src/ground/people/role-contract.ts';
import { gathered } from '../../../src/kernel/wing.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { anAsset, aTown, found, type Town } from '../../support/domain.ts';
import { handClock, type HandClock } from '../../support/hand-clock.ts';
import { aFolder } from '../../support/temp-files.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { planned } from '../budgets/a-budget.ts';

/** Marks of worked case A: 316 of 400 points. */
export const CASE_A = 'NEED3 BEN3 INC3 SUP3 USE4 DEL3 FIN3 GOV2 ENV4 EXIT3';
const REASON = 'The answer says so, and the photos show it.';
/** Monday 1 March 2027: the day on which worked case A is complete. */
const DAY_0 = '2027-03-01';

/** A town with a group that would garden, a verge, its owner in the compact, and somebody in each role. */
export type Verge = {
  services: TestServices;
  clock: HandClock;
  town: Town;
  verge: Asset;
  groupId: string;
  lead: Who;
  deputy: Who;
  neighbour: Who;
  broker: Who;
  owner: Who;
  scorers: readonly [Who, Who];
  decider: Who;
  monitor: Who;
  councillors: readonly [Who, Who];
  chair: Who;
  member: Who;
  reviewer: Who;
  /** Democratic services. */
  clerk: Who;
};

/** @param joined whether the owner has joined the compact @param serve what the services run in: a server, where a test asks for pages */
export async function aVerge(url: string, { joined = true, day = DAY_0, serve = someServices } = {}): Promise<Verge> {
  const clock = handClock(`${day}T09:00:00Z`);
  const services = await serve(url, { clock: clock.now });
  const town = await aTown(services);
  const area = town.area.id;
  const as = (role: Role, email: string, scope: Scope = 'area', scopeId = area): Promise<Who> =>
    aPerson(services, email, [[role, scope, scopeId]]);
  const admin = await as('area_administrator', 'admin@example.org');
  if (joined)
    await services.compact.record(
      town.area,
      { owner: town.owner.id, minute_ref: 'Cabinet, minute 41', officer: 'Head of Property', from: '2026-01-01' },
      admin.personId,
    );
  const verge = await anAsset(services, town, { name: 'Verge at Mill Lane' });
  const { groupId, lead, deputy } = await aGardenGroup(services, town, 'Verge Gardeners');
  return {
    services,
    clock,
    town,
    verge,
    groupId,
    lead,
    deputy,
    neighbour: await aPerson(services, 'neighbour@example.org', []),
    broker: await as('broker', 'broker@example.org'),
    owner: await as('owner_representative', 'owner@example.org', 'owner', town.owner.id),
    scorers: [await as('scorer', 'first@example.org'), await as('scorer', 'second@example.org')],
    decider: await as('decision_officer', 'decider@example.org'),
    monitor: await as('monitoring_officer', 'monitor@example.org'),
    councillors: [
      await as('ward_councillor', 'councillor1@example.org'),
      await as('ward_councillor', 'councillor2@example.org'),
    ],
    chair: await as('hearing_chair', 'chair@example.org'),
    member: await as('panel_member', 'member@example.org'),
    reviewer: await as('review_panel', 'reviewer@example.org'),
    clerk: await as('democratic_services', 'clerk@example.org'),
  };
}

/** A group with a lead and a deputy, as the groups’ own services register it. */
export async function aGardenGroup(
  services: TestServices,
  { area }: Pick<Town, 'area'>,
  name: string,
): Promise<Pick<Verge, 'groupId' | 'lead' | 'deputy'>> {
  const slug = name.toLowerCase().replace(/\W+/g, '.');
  const founder = await aPerson(services, `lead.${slug}@example.org`, []);
  const { id: groupId } = await services.groups.create(founder, {
    name,
    public_name: null,
    legal_form: 'unconstituted',
    purpose: 'We garden.',
    audience: 'Everybody near here.',
    size: 'under_10',
    telephone: null,
    area: area.slug,
    adult: 'yes',
    agrees: 'yes',
  });
  const deputy = await aPerson(services, `deputy.${slug}@example.org`, [['group_deputy', 'group', groupId]]);
  return { groupId, deputy, lead: { ...founder, rights: await services.people.rightsOf(founder.personId) } };
}

export async function aPerson(services: TestServices, email: string, held: [Role, Scope, string][]): Promise<Who> {
  const person = await services.inOneTransaction(async (unit) => {
    const one = await services.people.personWith(unit, email, email.split('@')[0] ?? '', 'test');
    for (const [role, scope, scopeId] of held)
      await services.people.grant(unit, one.id, { role, scope, scopeId, areaId: null, endsOn: null }, 'test');
    return one;
  });
  const rights: Right[] = await services.people.rightsOf(person.id);
  return { personId: person.id, name: person.name, email, rights, provedAt: '', withPasskey: false };
}

/** The proposal as it stands in the database. */
export const stored = async ({ services }: Pick<Verge, 'services'>, id: string): Promise<Proposal> =>
  found(await proposalsOn(services.db).byId(id));

type Wish = {
  draft?: string;
  assetId?: string;
  groupId?: string;
  lead?: Who;
  starts?: string;
  ends?: string;
  use?: string;
};

/** A draft with everything in it. @returns its id */
export async function written(verge: Verge, wish: Wish = {}): Promise<string> {
  const { services } = verge;
  const lead = wish.lead ?? verge.lead;
  const { proposals, caseTests } = services;
  const { id, testId, path } = await proposals.writing.begin(lead, {
    asset: wish.assetId ?? verge.verge.id,
    group: wish.groupId ?? verge.groupId,
  });
  await proposals.writing.saveUse(id, { use: wish.use ?? 'We plant wild flowers and keep the verge clear.' });
  await proposals.writing.saveDates(id, { starts: wish.starts ?? '2027-05-01', ends: wish.ends ?? '2028-04-30' });
  if (path === 'building') await planned(services, id);
  for (const one of (await caseTests.drafted(services.db, testId)).missing)
    await services.benefitTests.caseAnswers.save(testId, one.id, {
      body: /^G\d/.test(one.id)
        ? { [`gate_${one.id}`]: one.id === 'G10' ? 'no' : 'We do it with care.' }
        : { [`answer_${one.id}`]: `What we say about ${one.id}.` },
      seen: undefined,
      typedBy: null,
    });
  return id;
}

/** Sends a draft today. */
export async function sent(verge: Verge, id: string, lead = verge.lead): Promise<Proposal> {
  const { state } = await stored(verge, id);
  return verge.services.proposals.sending.send(lead, id, { seen: state, declares: 'yes', submission: undefined });
}

/** From nothing to a state, by the real services, on the days of worked case A. */
export async function proposalIn(verge: Verge, state: ProposalState, marks = CASE_A, wish: Wish = {}): Promise<string> {
  const { services, broker } = verge;
  const id = wish.draft ?? (await written(verge, wish));
  if (state === 'draft') return id;
  await sent(verge, id);
  if (state === 'received') return id;
  await services.proposals.checking.complete(broker, id, { seen: 'received' });
  if (state === 'awaiting_sign') return id;
  await signGoesUp(verge, id);
  if (state === 'commenting') return id;
  const { commentsUntil } = await stored(verge, id);
  await onDay(verge, nextDay(found(commentsUntil)));
  if (state === 'assessing') return id;
  await scored(verge, id, marks);
  await resultPublished(verge, id);
  const now = (await stored(verge, id)).state;
  if (now !== state) throw new Error(`The proposal is in ${now}, not in ${state}.`);
  return id;
}

/** A photo shows the sign: the smallest picture there is. */
export async function signGoesUp({ services, lead }: Verge, id: string): Promise<void> {
  const path = join(aFolder('sign'), 'sign.jpg');
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#3a5' } }).jpeg();
  writeFileSync(path, await picture.toBuffer());
  await services.proposals.own.addSignPhoto(
    lead,
    id,
    { path, name: 'sign.jpg', bytes: 100 },
    { alt: 'The sign on its post' },
  );
}

/** Two scorers hand in the same marks. */
export async function scored(
  { services, scorers }: Verge,
  id: string,
  marks = CASE_A,
  by: readonly Who[] = scorers,
): Promise<void> {
  const { testId } = found(await proposalsOn(services.db).byId(id));
  for (const scorer of by) await services.benefitTests.scoring.score(scorer, testId, theSheet(marks), undefined);
}

const theSheet = (marks: string): Record<string, string> => ({
  interest: 'no',
  ...Object.fromEntries(
    marks.split(' ').flatMap((one) => [
      [`mark_${one.slice(0, -1)}`, one.slice(-1)],
      [`reason_${one.slice(0, -1)}`, REASON],
      [`evidence_${one.slice(0, -1)}`, 'none'],
    ]),
  ),
});

/** The broker answers every gate with yes and publishes what it comes to. */
export async function resultPublished(
  { services, broker }: Verge,
  id: string,
  gates: Record<string, string> = {},
): Promise<void> {
  const { testId } = found(await proposalsOn(services.db).byId(id));
  const all = Object.fromEntries(
    ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G9', 'G10'].map((gate) => [`gate_${gate}`, 'yes']),
  );
  await services.benefitTests.gates.answerGates(broker, testId, { ...all, ...gates });
  const rights = { score: false, settle: false, check: true };
  const { preview } = await services.benefitTests.tests.page(broker, testId, rights);
  if (!preview) throw new Problem(409, 'No result', 'There is no result to publish yet.');
  await services.benefitTests.results.publish(broker, testId, preview.inputs, async (subject, on) =>
    (await Promise.all(gathered(services.house, 'whyNotPublish').map((why) => why(on, found(subject))))).flat(),
  );
}

/** Moves the clock to the morning of a day, and lets time work. @returns how many steps it took */
export async function onDay({ services, clock }: Pick<Verge, 'services' | 'clock'>, day: string): Promise<number> {
  clock.goTo(`${day}T08:00:00Z`);
  return services.proposals.runDue();
}

export const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Mails of one address, by kind, the first first. */
export const mailsTo = async ({ services }: Pick<Verge, 'services'>, to: string): Promise<string[]> =>
  (await services.mails.latest(500))
    .filter((mail) => mail.to === to)
    .map(({ kind }) => kind)
    .toReversed();
