import { daysAfter } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid, type Mistake } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Mover } from '../../ground/cases/transition-contract.ts';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Proposal, ProposalState, Sending } from './proposal-contract.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import { mustBeAsSeen, moverOf } from './proposal-acting-rules.ts';
import { whyNotAsked } from './proposal-place-rules.ts';
import { proposalsOn } from './proposal-store.ts';
import { isPastSending, overlap } from './rival-rules.ts';
import type { ProposalSteps } from './proposal-steps.ts';
import { tasksOf } from './proposal-task-rules.ts';

type Deps = ProposalDeps & { steps: ProposalSteps };
type Brought = Pick<Proposal, 'channel' | 'receivedOn' | 'enteredBy' | 'onBehalfOf' | 'readBack'>;
/**
 * Typed in later than this, the time of the group to put up its sign would be nearly over before it knew of it: its days count from the day
 * on which it got in touch.
 */
const LONGEST_AGO_DAYS = 28;

/** Sending a proposal: by the group itself, or by an officer for its lead, dated by the day on which they got in touch. */
export function proposalSending(deps: Deps) {
  const { newId, inOneTransaction, groups, partners, plans, tests, enquiries, shown, steps } = deps;
  return {
    /** @throws Problem 400 that says what is missing, 409 where another group has asked for the place */
    async send(who: Who, id: string, given: Sending): Promise<Proposal> {
      return inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        if (proposal.submission !== null && proposal.submission === given.submission) return proposal;
        mustBeAsSeen(proposal, given.seen);
        await mustBeWhole(unit, proposal, today);
        const brought = await broughtBy(unit, who, proposal, given, today);
        return proposal.state === 'draft'
          ? firstTime(unit, who, proposal, brought, today, given)
          : again(unit, who, proposal, brought, today, given);
      });
    },
  };

  async function firstTime(
    unit: UnitOfWork,
    who: Who,
    proposal: Proposal,
    brought: Brought,
    today: Day,
    { submission }: Sending,
  ): Promise<Proposal> {
    const asset = await shown(unit.trx, proposal.assetId);
    if (!asset || asset.retiredOn)
      throw conflict('This place has left the register, so it cannot be asked for any more.');
    const granted = await proposalsOn(unit.trx).grantedFor(asset.id, today);
    const why = whyNotAsked(asset, granted && overlap(granted, proposal) ? granted : undefined);
    if (why !== null) throw conflict(`${why} Your draft is kept.`);
    const rival = (await proposalsOn(unit.trx).standingFor(asset.id, today)).find(
      (one) => isPastSending(one) && overlap(one, proposal),
    );
    if (rival)
      throw conflict(
        `Another group has asked for this place for some of the same days (${rival.number}), and the time in which others could ask too is over. Choose other days, or wait: your draft is kept, and you are told when that is decided. You can comment on theirs.`,
      );
    const knows = asset.ownership !== 'unknown';
    const on = brought.receivedOn ?? proposal.stateOn;
    const fields = { ...brought, submission: submission ?? newId(), ownerId: knows ? asset.owner.id : null };
    const enquiryId = knows ? null : (await whoseIsIt(unit, who, proposal, brought)).id;
    await tests.freeze(unit, proposal.testId);
    return steps.move(unit, proposal, knows ? 'send' : 'send_to_find', {
      by: moverOf(who, proposal),
      actor: who.personId,
      on,
      fields: { ...fields, enquiryId },
      onBehalfOf: brought.onBehalfOf,
      channel: brought.channel,
    });
  }

  /** What was missing, or what was improved. The day is today’s: a clock that ran is not turned back. */
  async function again(
    unit: UnitOfWork,
    who: Who,
    proposal: Proposal,
    { onBehalfOf, channel }: Brought,
    today: Day,
    { submission }: Sending,
  ): Promise<Proposal> {
    const improving = proposal.state === 'improving';
    const moving = {
      by: moverOf(who, proposal) satisfies Mover,
      actor: who.personId,
      on: today,
      fields: { submission: submission ?? newId() },
      onBehalfOf,
      channel,
    };
    const moved = await steps.move(unit, proposal, improving ? 'send_improved' : 'send_missing', moving);
    await tests.freeze(unit, proposal.testId);
    if (improving) await steps.handIn(unit, moved, today);
    return moved;
  }

  async function mustBeWhole(unit: UnitOfWork, proposal: Proposal, today: Day): Promise<void> {
    const people = (await groups.people(unit.trx, proposal.groupId)).filter(({ role }) => role !== 'group_member');
    const missing = (await tests.drafted(unit.trx, proposal.testId)).missing.map(({ id }) => id);
    // What was sent in time may be sent again after its first day has come.
    const asOf = proposal.state === 'draft' ? today : (proposal.receivedOn ?? today);
    const asked = proposal.state === 'draft' ? await partners.waitFor(unit.trx, proposal.id) : 0;
    const plan = await plans.drafted(unit.trx, proposal, asOf);
    const mistakes = tasksOf(proposal, { people: people.length, missing, asked, today: asOf, plan }).flatMap(
      ({ name, why }): Mistake[] => (why === null ? [] : [{ field: name, message: why }]),
    );
    if (mistakes.length > 0) throw invalid(mistakes);
  }

  /** For whom an officer sends it, how they got in touch and when; nothing of that where the group does it by itself. */
  async function broughtBy(
    unit: UnitOfWork,
    who: Who,
    proposal: Proposal,
    { channel, received_on: receivedOn, read_back: readBack, consent }: Sending,
    today: Day,
  ): Promise<Brought> {
    if (moverOf(who, proposal) !== 'broker')
      return { channel: 'online', receivedOn: today, enteredBy: null, onBehalfOf: null, readBack: null };
    const lead = (await groups.people(unit.trx, proposal.groupId)).find(({ role }) => role === 'group_lead');
    const mistakes: Mistake[] = [
      ...(channel ? [] : [{ field: 'channel', message: 'Say how they got in touch.' }]),
      ...(readBack ? [] : [{ field: 'read_back', message: 'Say how they checked what you typed.' }]),
      ...(consent === 'yes' ? [] : [{ field: 'consent', message: 'Confirm that they agree.' }]),
      ...(receivedOn !== undefined && receivedOn <= today && receivedOn >= daysAfter(today, -LONGEST_AGO_DAYS)
        ? []
        : [
            {
              field: 'received_on',
              message: `Enter the day they got in touch: within the last ${LONGEST_AGO_DAYS} days, and not after today.`,
            },
          ]),
    ];
    if (mistakes.length > 0) throw invalid(mistakes);
    return {
      channel: channel as Channel,
      receivedOn: receivedOn ?? today,
      enteredBy: who.personId,
      onBehalfOf: lead?.personId ?? null,
      readBack: readBack ?? null,
    };
  }

  async function whoseIsIt(
    unit: UnitOfWork,
    who: Who,
    proposal: Proposal,
    { onBehalfOf }: Brought,
  ): Promise<{ id: string }> {
    const group = await groups.byId(unit.trx, proposal.groupId);
    return enquiries.begin(unit, proposal.assetId, {
      askerId: onBehalfOf ?? who.personId,
      groupId: proposal.groupId,
      groupName: group?.publicName ?? group?.name ?? '',
      idea: proposal.use,
      submission: proposal.id,
    });
  }
}

/** States in which the group’s own answers are open. */
export const WRITTEN_STATES: readonly ProposalState[] = ['draft', 'incomplete', 'lapsed', 'improving'];
