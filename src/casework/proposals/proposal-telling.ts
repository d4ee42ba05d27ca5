import type { Fact, FactKind } from '../../kernel/fact.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Reaction } from '../../kernel/reactions.ts';
import type { MailText, NewMail } from '../../ground/notifications/mail-contract.ts';
import type { Party } from '../../ground/cases/standing-contract.ts';
import type { Role, Scope } from '../../ground/people/role-contract.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import { stepWords } from '../../ground/cases/standing-words.ts';
import type { Proposal } from './proposal-contract.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import { AUDIENCES, type Audience, type MailRow, type ProposalTold } from './proposal-mail-contract.ts';
import { mailOf } from './proposal-mail-words.ts';
import { placeOf, proposalScenes } from './proposal-scene-service.ts';
import { proposalsOn } from './proposal-store.ts';
import { movedWords } from '../pauses/pause-words.ts';

export type ProposalTellingDeps = Pick<
  ProposalDeps,
  'clock' | 'areas' | 'shown' | 'shownAll' | 'groups' | 'partners' | 'inCompact' | 'joinedOf' | 'baseUrl'
> & {
  enquiries: Pick<ProposalDeps['enquiries'], 'outcomeOf' | 'daysOf'>;
  holders(db: Db, scope: Scope, ids: string[]): Promise<{ personId: string; role: string; email: string | null }[]>;
  /** By mail, or by a letter for an officer to print. */
  tell(
    unit: UnitOfWork,
    group: { id: string | null; areaId: string },
    to: { personId: string; email: string | null },
    mail: Omit<NewMail, 'to'>,
  ): Promise<void>;
  /** The newest hearing about a proposal as a calendar file. */
  calendarOf(db: Db, proposal: Proposal): Promise<string | undefined>;
};
type To = { personId: string; email: string | null; groupId?: string };

/** Roles of an area that are told, and who is where an area has named none. */
const OFFICERS: Partial<Record<Audience, readonly Role[]>> = {
  brokers: ['broker', 'area_administrator'],
  scorers: ['scorer'],
  decision_officers: ['decision_officer', 'area_administrator'],
  monitoring_officers: ['monitoring_officer', 'area_administrator'],
  democratic_services: ['democratic_services', 'area_administrator'],
  councillors: ['ward_councillor'],
  panel: ['hearing_chair', 'panel_member'],
  reviewers: ['review_panel', 'area_administrator'],
};
const READS_AS: Partial<Record<Audience, Party>> = {
  group: 'group',
  owner: 'owner',
  brokers: 'broker',
  scorers: 'scorers',
  decision_officers: 'decision_officer',
  monitoring_officers: 'monitoring_officer',
  democratic_services: 'democratic_services',
  panel: 'panel',
  reviewers: 'panel',
};

/** After these everybody’s calendar is to say something else. */
const CHANGES_CALENDARS: ReadonlySet<FactKind> = new Set([
  'proposal_hearing_called',
  'proposal_hearing_moved',
  'proposal_hearing_cancelled',
  'proposal_hearing_adjourned',
  'proposal_hearing_not_held',
  'hearing_called_off',
]);

/** Tells everybody whom it concerns what has happened to a proposal: for each kind of fact, all that its row names. */
export function proposalMailing(deps: ProposalTellingDeps) {
  const post = proposalPost(deps);
  return <K extends FactKind>(mails: Readonly<Record<K, MailRow | null>>): Record<K, readonly Reaction[]> =>
    Object.fromEntries(
      (Object.entries(mails) as [K, MailRow | null][]).map(([kind, row]): [K, Reaction[]] => [
        kind,
        AUDIENCES.filter((audience) => row?.[audience]).map(
          (audience): Reaction =>
            async (unit, fact) =>
              void (await post(unit, fact, audience, (told) => mailOf(kind, row, audience, told))),
        ),
      ]),
    ) as unknown as Record<K, readonly Reaction[]>;
}

/**
 * Writes to one kind of reader of a proposal. It reads how things stand by id, so it may run twice.
 * @returns whom it told
 */
export function proposalPost(deps: ProposalTellingDeps) {
  const { areas, shown, groups, partners, holders, tell, calendarOf, baseUrl } = deps;
  const scenes = proposalScenes(deps);

  return async (
    unit: UnitOfWork,
    fact: Fact,
    audience: Audience,
    write: (told: ProposalTold) => MailText | null,
  ): Promise<To[]> => {
    const proposal = await proposalsOn(unit.trx).byId(fact.subjectId);
    if (!proposal) return [];
    const text = write(await toldOf(unit.trx, proposal, fact, audience));
    if (!text) return [];
    const calendar = CHANGES_CALENDARS.has(fact.kind) ? await calendarOf(unit.trx, proposal) : undefined;
    const mail = { ...text, ...(calendar !== undefined && { calendar }) };
    const told = await readers(unit.trx, proposal, audience);
    for (const { groupId, ...to } of told) await tell(unit, { id: groupId ?? null, areaId: proposal.areaId }, to, mail);
    return told;
  };

  async function readers(
    db: Db,
    { id, groupId, areaId, ownerId, assetId }: Proposal,
    audience: Audience,
  ): Promise<To[]> {
    if (audience === 'group') return speakersOf(db, groupId);
    if (audience === 'partners') return partnersOf(db, id, groupId);
    if (audience === 'owner') return answerersOf(db, ownerId, assetId);
    if (audience === 'others_who_write') {
      const drafts = (await proposalsOn(db).draftsFor(assetId)).filter((one) => one.id !== id);
      return (await Promise.all(drafts.map((draft) => speakersOf(db, draft.groupId)))).flat();
    }
    const held = await holders(db, 'area', [areaId]);
    const wanted = OFFICERS[audience] ?? [];
    const [first = ''] = wanted;
    const named = held.filter(({ role }) => (audience === 'panel' ? wanted.includes(role as Role) : role === first));
    const told = named.length > 0 ? named : held.filter(({ role }) => wanted.includes(role as Role));
    return [...new Map(told.map((one) => [one.personId, one])).values()];
  }

  /** Whoever answers for the owner, or for this one place. */
  async function answerersOf(db: Db, ownerId: string | null, assetId: string): Promise<To[]> {
    const held = [
      ...(ownerId === null ? [] : await holders(db, 'owner', [ownerId])),
      ...(await holders(db, 'asset', [assetId])),
    ].filter(({ role }) => role === 'owner_representative');
    return [...new Map(held.map((one) => [one.personId, one])).values()];
  }

  async function speakersOf(db: Db, groupId: string): Promise<To[]> {
    return (await groups.people(db, groupId))
      .filter(({ role }) => role !== 'group_member')
      .map(({ personId, email }) => ({ personId, email, groupId }));
  }

  /** Whoever speaks for a group that asks together with the one that leads, and does not speak for that too. Each once. */
  async function partnersOf(db: Db, id: string, leadId: string): Promise<To[]> {
    const joined = await partners.joined(db, [id]);
    if (joined.length === 0) return [];
    const leading = new Set((await speakersOf(db, leadId)).map(({ personId }) => personId));
    const all = (await Promise.all(joined.map(({ groupId }) => speakersOf(db, groupId)))).flat();
    return [
      ...new Map(all.filter(({ personId }) => !leading.has(personId)).map((one) => [one.personId, one])).values(),
    ];
  }

  async function toldOf(db: Db, proposal: Proposal, fact: Fact, audience: Audience): Promise<ProposalTold> {
    const asset = (await shown(db, proposal.assetId)) ?? null;
    const owner = (await areas.owners(db)).find(({ id }) => id === proposal.ownerId);
    const { standing } = await scenes.standingOf(db, proposal);
    const [step] = standing.steps;
    const { number, use, missing, reasons, endedOn, pausedBy, silenceGrants } = proposal;
    const lead = audience === 'partners' ? await groups.byId(db, proposal.groupId) : undefined;
    return {
      lead: lead ? outsideName(lead) : 'a group',
      number,
      place: placeOf(asset).place,
      group: (await scenes.askersOf(db, [proposal])).get(proposal.id) ?? 'A group',
      use,
      owner: owner?.name ?? null,
      missing,
      reasons,
      more: fact.reason ?? '',
      byClock: fact.actor === 'system',
      silenceGrants,
      paused: pausedBy !== null,
      moved: movedIn(fact, pausedBy !== null),
      standing: endedOn === null ? stepWords(step, READS_AS[audience] ?? null) : '',
      silence: endedOn === null ? (step.how ?? '') : '',
      url: `${baseUrl}/proposals/${proposal.id}`,
    };
  }
}

/** What became of the day of a state, where a fact moved it and not the state. */
function movedIn({ before, after }: Fact, stands: boolean): string {
  type Dated = { state?: string; dueOn?: string | null } | null | undefined;
  const [was, now] = [before as Dated, after as Dated];
  return was?.dueOn && now?.dueOn && was.state === now.state ? movedWords(was.dueOn, now.dueOn, stands) : '';
}
