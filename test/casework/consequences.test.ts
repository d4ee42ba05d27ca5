import { expect } from 'chai';
import type { CommentFactKind } from '../../src/casework/comments/comment-facts.ts';
import { certificatesOn } from '../../src/casework/decisions/certificate-store.ts';
import type { DecisionFactKind } from '../../src/casework/decisions/decision-facts.ts';
import { warningsOn } from '../../src/casework/decisions/warning-store.ts';
import type { HearingFactKind } from '../../src/casework/hearings/hearing-facts.ts';
import type { MinutesFactKind } from '../../src/casework/minutes/minutes-facts.ts';
import type { PauseFactKind } from '../../src/casework/pauses/pause-facts.ts';
import type { ProposalFactKind } from '../../src/casework/proposals/proposal-facts.ts';
import { proposalsOn } from '../../src/casework/proposals/proposal-store.ts';
import type { SpeakingFactKind } from '../../src/casework/speaking/speaking-facts.ts';
import { gathered } from '../../src/kernel/wing.ts';
import { aDatabase } from '../support/databases.ts';
import { anAsset, anOwner } from '../support/domain.ts';
import { aVerge, type Verge } from './proposals/a-proposal.ts';
import { ACTS, type ActName, type Walk } from './consequence-acts.ts';
import { WALKS } from './consequence-table.ts';

type Kind =
  | ProposalFactKind
  | DecisionFactKind
  | CommentFactKind
  | PauseFactKind
  | HearingFactKind
  | SpeakingFactKind
  | MinutesFactKind;
/** Every kind of fact of a case: `walked` below, or why not. A new kind does not compile until it is here, and fails until something walks it. */
const KINDS: Record<Kind, string> = {
  proposal_sent: 'walked',
  proposal_sent_to_find: 'walked',
  proposal_dropped: 'walked',
  proposal_owner_found: 'walked',
  proposal_owner_missing: 'walked',
  proposal_complete: 'walked',
  proposal_deemed_complete: 'walked',
  proposal_missing_asked: 'walked',
  proposal_missing_sent: 'walked',
  proposal_lapsed: 'walked',
  proposal_closed: 'walked',
  proposal_sign_up: 'walked',
  proposal_comments_ended: 'walked',
  proposal_passed: 'walked',
  proposal_nearly: 'walked',
  proposal_failed: 'walked',
  proposal_to_reserve: 'walked',
  proposal_to_panel: 'walked',
  proposal_unassessed: 'walked',
  proposal_improved: 'walked',
  proposal_agreed: 'walked',
  proposal_extended: 'walked',
  proposal_filed: 'walked',
  proposal_filing_taken_back: 'walked',
  proposal_filing_turned_back: 'walked',
  proposal_refused: 'walked',
  proposal_granted_shorter: 'walked',
  proposal_filing_late: 'walked',
  proposal_filing_stood: 'walked',
  proposal_granted_by_default: 'walked',
  proposal_filing_proven: 'walked',
  proposal_danger_shown: 'walked',
  proposal_advised: 'walked',
  proposal_called_in: 'walked',
  proposal_upheld: 'walked',
  proposal_overturned: 'walked',
  proposal_grant_stood: 'walked',
  proposal_review_asked: 'walked',
  proposal_review_granted: 'walked',
  proposal_review_confirmed: 'walked',
  proposal_to_external: 'walked',
  proposal_refusal_stood: 'walked',
  proposal_withdrawn: 'walked',
  proposal_passed_beside_others: 'walked',
  proposal_set_aside: 'walked',
  proposal_stands_first: 'walked',
  proposal_stands_second: 'walked',
  proposal_close_to_another: 'walked',
  proposal_to_be_chosen: 'walked',
  proposal_chosen: 'walked',
  proposal_goes_on: 'walked',
  proposal_moves_up: 'walked',
  proposal_beaten: 'walked',
  proposal_place_gone: 'walked',
  proposal_published: 'walked',
  proposal_deemed_published: 'walked',
  proposal_hearing_asked: 'walked',
  proposal_signed_for:
    'It takes a petition: petitions/petition-right.test.ts, and its own facts petitions/petition-consequences.test.ts',
  proposal_assessed: 'walked',
  proposal_hearing_called: 'walked',
  proposal_hearing_moved: 'walked',
  proposal_hearing_cancelled: 'walked',
  proposal_hearing_adjourned: 'walked',
  proposal_hearing_held: 'walked',
  proposal_hearing_not_held: 'walked',
  hearing_way_recorded: 'walked',
  hearing_called_off: 'walked',
  speaker_registered: 'walked',
  speaker_withdrawn: 'walked',
  floor_given: 'walked',
  floor_stopped: 'walked',
  floor_extended: 'walked',
  minutes_drafted: 'walked',
  minutes_changed: 'walked',
  minutes_correction_sent: 'walked',
  minutes_correction_answered: 'walked',
  minutes_final: 'walked',
  proposal_to_officer: 'walked',
  proposal_officer_granted: 'walked',
  proposal_officer_refused: 'walked',
  proposal_left_undecided: 'walked',
  proposal_begun: 'walked',
  proposal_sign_photo: 'walked',
  proposal_date_moved: 'walked',
  proposal_owner_changed: 'It takes a question about a place that is asked for: proposals/owner-changes.test.ts',
  ground_shown: 'walked',
  ground_taken_back: 'walked',
  decision_signed: 'walked',
  decision_corrected: 'walked',
  call_in_asked: 'walked',
  proposal_warned: 'walked',
  comment_made: 'walked',
  comment_redacted: 'walked',
  comment_rejected: 'walked',
  comment_sent_again: 'walked',
  comment_replied: 'walked',
  comment_answered: 'walked',
  comment_answer_corrected: 'walked',
  correction_asked: 'walked',
  correction_sent: 'walked',
  clock_paused: 'walked',
  clock_resumed: 'walked',
  court_order_stands: 'walked',
  stop_asked: 'walked',
  emergency_stopped: 'walked',
  emergency_ended: 'walked',
};

/** What can follow: whose turn it is and until when, who holds the place, on whose own page it waits, days on which the owner is warned, mails, lines that everybody reads. */
type Seen = {
  turn: string;
  due: string | null;
  held: boolean;
  home: string[];
  warnings: string[];
  certificate: boolean;
  mails: string[];
  lines: number;
};

const walked = new Set<string>();

describe('What follows from an act on a case', () => {
  let verge: Verge;
  beforeEach(async () => (verge = await aVerge(await aDatabase('SQLite'))));
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });

  for (const [title, { begins, outside, first, then }] of Object.entries(WALKS))
    it(`is mails, clock, place, home, history, warnings and certificate: ${title}`, async () => {
      const owner = outside ? await anOwner(verge.services, verge.town.area, 'Railway') : verge.town.owner;
      const place = await anAsset(verge.services, { ...verge.town, owner }, { name: title, ...begins });
      const walk: Walk = { verge, assetId: place.id, id: '' };
      for (const act of first) await ACTS[act](walk);
      const wanted = then.trim().split(/\s*\n\s*/);
      const seen: string[] = [];
      for (const line of wanted) {
        const act = line.split(' | ')[0] as ActName;
        const [seq, before] = [await lastFact(), await look(walk)];
        await ACTS[act](walk);
        const recorded = await factsSince(seq);
        for (const kind of recorded) walked.add(kind);
        const kinds = recorded.map((kind) => kind.replace('proposal_', '')).join();
        seen.push([act, kinds, between(before, await look(walk))].join(' | ').trimEnd());
      }
      expect(seen).to.deep.equal(wanted);
    });

  async function look({ id, assetId }: Walk): Promise<Seen> {
    const { services, lead, owner, broker, decider, monitor, chair, reviewer, councillors, clerk } = verge;
    const proposal = await proposalsOn(services.db).byId(id);
    const place = await services.register.record(services.db, assetId);
    const home: string[] = [];
    for (const [name, who] of Object.entries({
      lead,
      owner,
      broker,
      decider,
      monitor,
      chair,
      reviewer,
      clerk,
      councillor: councillors[0],
    })) {
      const parts = await Promise.all(gathered(services.house, 'atHome').map((part) => part(who)));
      if (parts.some(({ waiting = [] }) => waiting.some(({ href }) => id !== '' && href.includes(id)))) home.push(name);
    }
    const page =
      proposal && proposal.state !== 'draft' && proposal.state !== 'dropped'
        ? await services.proposals.pages.publicly(id)
        : null;
    const warnings = (await warningsOn(services.db).of(id)).filter(({ state }) => state === 'planned');
    return {
      turn: page?.standing.steps[0].turn ?? '',
      due: proposal?.dueOn ?? null,
      held: place?.heldBy !== null && place?.heldBy === proposal?.number,
      home,
      warnings: warnings.map(({ warnOn }) => warnOn),
      certificate: (await certificatesOn(services.db).ofProposal(id)) !== null,
      mails: (await services.mails.latest(2_000))
        .filter(({ text }) => proposal && text.includes(proposal.number))
        .map(({ kind }) => kind),
      lines: page?.history.length ?? 0,
    };
  }

  const lastFact = async (): Promise<number> =>
    Number((await verge.services.db('facts').max({ seq: 'seq' }).first())?.seq ?? 0);
  const factsSince = async (seq: number): Promise<string[]> =>
    (await verge.services.db('facts').where('seq', '>', seq).pluck<string[]>('kind'))
      .filter((kind) => kind in KINDS)
      .toSorted();
});

describe('Every kind of fact of a case', () => {
  it('is walked above, or says why not', () => {
    const asked = Object.entries(KINDS).flatMap(([kind, how]) => (how === 'walked' ? [kind] : []));
    expect([...walked].toSorted()).to.deep.equal(asked.toSorted());
  });
});

/** What has changed; mails and lines are those that are new. */
function between(before: Seen, after: Seen): string {
  const news = {
    mails: [...new Set(after.mails.slice(0, after.mails.length - before.mails.length))].toSorted(),
    lines: after.lines - before.lines,
  };
  return [
    ...(['turn', 'due', 'held', 'home', 'warnings', 'certificate'] as const).flatMap((one) =>
      words(before[one]) === words(after[one]) ? [] : [`${one}=${words(after[one])}`],
    ),
    ...(news.mails.length > 0 ? [`mails=${words(news.mails)}`] : []),
    ...(news.lines === 0 ? [] : [`lines=${news.lines}`]),
  ].join(' ');
}

function words(value: string | null | boolean | readonly string[]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === null || typeof value === 'string') return value ?? 'none';
  return value.map((one) => one.replace('proposal_', '')).join() || 'none';
}
