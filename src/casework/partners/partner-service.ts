import type { Who } from '../../ground/people/role-contract.ts';
import { outsideName, type Group } from '../../groups/groups/group-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { countAttempt, type Limit } from '../../kernel/limits.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import { hashOf, newToken } from '../../kernel/secrets.ts';
import type { ProposalBrief } from '../proposals/proposal-contract.ts';
import {
  isOldLink,
  LONGEST_AGO_DAYS,
  MOST_PARTNERS,
  type AnswerPartner,
  type AskPartner,
  type JoinFor,
  type Partner,
} from './partner-contract.ts';
import type { PartnerDeps } from './partner-deps.ts';
import type { PartnerFactKind } from './partner-facts.ts';
import { partnersOn } from './partner-store.ts';
import { partnerAskedMail } from './partner-words.ts';

const LIMITS = {
  person: { name: 'partner-by', most: 30, minutes: 24 * 60 },
  address: { name: 'partner-to', most: 5, minutes: 24 * 60 },
} satisfies Record<string, Limit>;

/** Groups that ask for a place together: one leads and asks the others by a link, and each says yes for itself. */
export function partnerService(deps: PartnerDeps) {
  const { db, clock, newId, inOneTransaction, locked, placeOf, groups, writeMail, baseUrl } = deps;
  return {
    /** Asks somebody by mail. Nothing tells whether an address is known here. The same sending twice is once. @throws Problem 409, 429 */
    async ask(who: Who, proposalId: string, { email, submission = newId() }: AskPartner): Promise<void> {
      await countAttempt(db, clock, LIMITS.person, who.personId);
      await countAttempt(db, clock, LIMITS.address, hashOf(email));
      await inOneTransaction(async (unit) => {
        const { proposal } = await draft(unit, proposalId);
        if (await partnersOn(unit.trx).bySubmission(proposalId, submission)) return;
        const there = (await partnersOn(unit.trx).of(proposalId)).filter(isStanding);
        mustBeRoomFor(there);
        if (there.some((one) => one.email === email))
          throw invalid([
            {
              field: 'email',
              message: 'This address has been asked already. Take that back first to send a new link.',
            },
          ]);
        const token = newToken();
        const partner: Partner = {
          ...NOT_ANSWERED,
          id: newId(),
          proposalId,
          email,
          askedBy: who.personId,
          askedAt: clock().toISOString(),
          submission,
        };
        await partnersOn(unit.trx).add(partner, hashOf(token));
        record(unit, 'partner_asked', proposal, who, partner);
        const lead = await groups.byId(unit.trx, proposal.groupId);
        const { place } = await placeOf(unit.trx, proposal.assetId);
        await writeMail(unit.trx, {
          to: email,
          areaId: proposal.areaId,
          ...partnerAskedMail({
            lead: lead ? outsideName(lead) : 'A group',
            by: who.name || 'Somebody',
            place,
            url: `${baseUrl}/proposals/join/${token}`,
          }),
        });
      });
    },

    /** Whoever asked takes it back; a group that has joined is taken off with it. @throws Problem 404, 409 */
    async takeBack(who: Who, proposalId: string, id: string): Promise<void> {
      await inOneTransaction(async (unit) => {
        const { proposal } = await draft(unit, proposalId);
        const partner = await partnersOn(unit.trx).lock(id);
        if (!partner || partner.proposalId !== proposalId) throw notFound('group');
        if (partner.state !== 'asked' && partner.state !== 'joined') return;
        await end(unit, partner, 'taken_back');
        record(unit, 'partner_taken_back', proposal, who, partner);
      });
    },

    /**
     * Somebody with the link answers for a group that they speak for. The same answer twice is one.
     * @throws Problem 400, 404, 409 where it was answered, taken back or sent meanwhile
     */
    async answer(
      who: Who,
      key: string,
      own: readonly Group[],
      { answer, group: groupId }: AnswerPartner,
    ): Promise<Partner> {
      const found = await partnersOn(db).byKey(hashOf(key));
      if (!found) throw notFound('link');
      return inOneTransaction(async (unit) => {
        const { proposal } = await locked(unit, found.proposalId);
        const partner = await partnersOn(unit.trx).lock(found.id);
        if (!partner) throw notFound('link');
        if (partner.state === 'joined' && partner.answeredBy === who.personId && answer === 'yes') return partner;
        if (partner.state !== 'asked' || proposal.state !== 'draft' || isOldLink(partner.askedAt, clock()))
          throw usedUp();
        if (answer === 'no') {
          await end(unit, partner, 'declined', who);
          record(unit, 'partner_declined', proposal, who, partner);
          return { ...partner, state: 'declined' };
        }
        const group = own.find(({ id }) => id === groupId);
        if (!group) throw invalid([{ field: 'group', message: 'Choose for which of your groups you say yes.' }]);
        await mustBeAnother(unit, proposal, group.id);
        const joined: Partner = {
          ...partner,
          email: null,
          state: 'joined',
          groupId: group.id,
          answeredBy: who.personId,
          answeredAt: clock().toISOString(),
        };
        await partnersOn(unit.trx).change(joined);
        record(unit, 'partner_joined', proposal, who, joined, `${outsideName(group)} asks for it too.`);
        return joined;
      });
    },

    /**
     * A group without e-mail says yes to an officer, by telephone, on paper or in person: it counts from the day on which it got in touch. The
     * same sending twice is once.
     * @throws Problem 400, 404, 409
     */
    async joinFor(who: Who, proposalId: string, given: JoinFor): Promise<Partner> {
      const { submission = newId(), received_on: receivedOn, channel, read_back: readBack } = given;
      return inOneTransaction(async (unit) => {
        const { proposal, today } = await draft(unit, proposalId);
        const sent = await partnersOn(unit.trx).bySubmission(proposalId, submission);
        if (sent) return sent;
        if (receivedOn > today || receivedOn < daysAfter(today, -LONGEST_AGO_DAYS))
          throw invalid([
            {
              field: 'received_on',
              message: `Enter the day they got in touch: within the last ${LONGEST_AGO_DAYS} days, and not after today.`,
            },
          ]);
        const group = await groups.byId(unit.trx, given.group);
        if (!group || group.closedAt !== null || group.areaId !== proposal.areaId)
          throw invalid([{ field: 'group', message: 'Choose a group that is registered here.' }]);
        await mustBeAnother(unit, proposal, group.id);
        mustBeRoomFor((await partnersOn(unit.trx).of(proposalId)).filter(isStanding));
        const lead = (await groups.people(unit.trx, group.id)).find(({ role }) => role === 'group_lead');
        const now = clock().toISOString();
        const joined: Partner = {
          ...NOT_ANSWERED,
          ...{ id: newId(), proposalId, state: 'joined', groupId: group.id, askedAt: now, answeredAt: now, submission },
          answeredBy: lead?.personId ?? null,
          ...{ channel, receivedOn, enteredBy: who.personId, readBack },
        };
        await partnersOn(unit.trx).add(joined, hashOf(newToken()));
        record(unit, 'partner_joined', proposal, who, joined, `${outsideName(group)} asks for it too.`);
        return joined;
      });
    },

    /** A group that had joined leaves; the proposal goes on. Twice is once. @throws Problem 404 */
    async leave(who: Who, proposalId: string, groupId: string): Promise<void> {
      await inOneTransaction(async (unit) => {
        const { proposal } = await locked(unit, proposalId);
        const partner = (await partnersOn(unit.trx).of(proposalId)).find((one) => one.groupId === groupId);
        if (!partner) throw notFound('group');
        if (partner.state !== 'joined') return;
        const group = await groups.byId(unit.trx, groupId);
        await end(unit, partner, 'left', who);
        record(
          unit,
          'partner_left',
          proposal,
          who,
          partner,
          `${group ? outsideName(group) : 'A group'} does not ask for it any more. The proposal goes on.`,
        );
      });
    },
  };

  /** @throws Problem 400 for the group that leads, and one that is in it already */
  async function mustBeAnother({ trx }: UnitOfWork, { id, groupId }: ProposalBrief, other: string): Promise<void> {
    if (other === groupId)
      throw invalid([{ field: 'group', message: 'This group leads the proposal already. Choose another one.' }]);
    if (await partnersOn(trx).isIn(other, id))
      throw invalid([{ field: 'group', message: 'This group is in the proposal already. Choose another one.' }]);
  }

  async function draft(unit: UnitOfWork, id: string): Promise<{ proposal: ProposalBrief; today: Day }> {
    const { proposal, today } = await locked(unit, id);
    if (proposal.state !== 'draft')
      throw conflict('This proposal has been sent, so its groups stay as they are. Look at its page.');
    return { proposal, today };
  }

  /** The group may be asked again, so its place is let go; who it was stays in the record. */
  async function end(
    unit: UnitOfWork,
    partner: Partner,
    state: 'taken_back' | 'declined' | 'left',
    who?: Who,
  ): Promise<void> {
    await partnersOn(unit.trx).change({
      ...partner,
      email: null,
      groupId: null,
      state,
      answeredBy: who?.personId ?? partner.answeredBy,
      answeredAt: clock().toISOString(),
    });
  }

  function record(
    unit: UnitOfWork,
    kind: PartnerFactKind,
    { id, areaId }: ProposalBrief,
    { personId }: Who,
    partner: Partner,
    publicText?: string,
  ): void {
    unit.record({
      kind,
      areaId,
      subjectKind: 'proposal',
      subjectId: id,
      actor: personId,
      ...(partner.enteredBy !== null && { onBehalfOf: partner.answeredBy, channel: partner.channel }),
      after: { partnerId: partner.id, groupId: partner.groupId },
      ...(publicText !== undefined && { publicText }),
    });
  }
}

const isStanding = ({ state }: Partner): boolean => state === 'asked' || state === 'joined';

/** @throws Problem 409 */
function mustBeRoomFor(there: readonly Partner[]): void {
  if (there.length >= MOST_PARTNERS)
    throw conflict(`Up to ${MOST_PARTNERS + 1} groups can ask together. Take one of them back first.`);
}

const NOT_ANSWERED = {
  email: null,
  state: 'asked',
  groupId: null,
  askedBy: null,
  answeredBy: null,
  answeredAt: null,
  channel: 'online',
  receivedOn: null,
  enteredBy: null,
  readBack: null,
} as const satisfies Partial<Partner>;

const usedUp = () =>
  conflict(
    'This link cannot be used any more: it was answered or taken back, it is too old, or the proposal has been sent. Ask whoever sent it to you.',
  );
