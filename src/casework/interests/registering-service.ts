import { v5 } from 'uuid';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, gone, invalid, notFound, Problem } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import { assistedMistakes, interestedPerson } from './assisting-steps.ts';
import type { Interest, Registering, RegisteringFor } from './interest-contract.ts';
import type { InterestDeps } from './interest-deps.ts';
import { dueOf } from './interest-due-rules.ts';
import type { InterestSteps } from './interest-steps.ts';
import { interestsOn } from './interest-store.ts';

type Deps = InterestDeps & { steps: InterestSteps };
type Wish = Omit<Registering, 'asset'> & {
  personId: string;
  receivedOn: Day;
  /** Null for somebody who registers by themselves. */
  brought: { by: string; channel: Channel; readBack: string } | null;
};
const DAY_MS = 86_400_000;

/** Registering an interest in a place: an account is enough. */
export function registering(deps: Deps) {
  const { db, clock, newId, inOneTransaction, shown, groups, steps, caseNumber, areas, termsOn, whyNotAsked } = deps;
  const personOf = interestedPerson(deps);
  return {
    /** The place that somebody asks about, and by when there would be an answer. @throws Problem 404, 409, 410 */
    async lookedAt(assetId: string) {
      const { id, name, area, owner, redacted } = await mayBeSeen(db, assetId);
      const today = await steps.todayIn(db, area.id);
      const counting = await steps.countingFor(db, { areaId: area.id, receivedOn: today });
      return {
        id,
        name,
        areaId: area.id,
        areaSlug: area.slug,
        owner: owner.name,
        redacted,
        by: dueOf('asked', today, counting)?.due ?? today,
      };
    },

    /** Groups for which somebody may ask. */
    groupsOf: async (who: Who) => (await groups.byIds(db, groupIdsOf(who))).filter(({ closedAt }) => closedAt === null),

    /**
     * Registers an interest, or hands back the one that they have open in the place. Twice is once.
     * @throws Problem 400, 404, 409, 410, 429 for somebody who has registered often enough today
     */
    async register(who: Who, given: Registering): Promise<Interest> {
      if (given.group !== undefined && !groupIdsOf(who).includes(given.group))
        throw invalid([{ field: 'group', message: 'Choose a group that you are in, or none.' }]);
      return inOneTransaction(async (unit) => {
        const { asset, area, today } = await whereIn(unit, given.asset);
        const open = await interestsOn(unit.trx).openOf(who.personId, asset.id);
        if (open) return open;
        await mustNotBeTooMany(unit, who, area.id, today);
        return add(unit, asset, { ...given, personId: who.personId, receivedOn: today, brought: null });
      });
    },

    /**
     * For somebody who rang, wrote or came in: the day on which they did is the day that counts. The same form twice is once.
     * @throws Problem 400, 404, 409, 410
     */
    registerFor: (officer: Who, areaId: string, given: RegisteringFor): Promise<Interest> =>
      inOneTransaction(async (unit) => {
        const { asset, area, today } = await whereIn(unit, given.asset);
        if (area.id !== areaId) throw notFound('place');
        const mistakes = assistedMistakes(given, today);
        if (mistakes.length > 0) throw invalid(mistakes);
        const submission = v5(given.submission ?? newId(), officer.personId);
        const sent = await interestsOn(unit.trx).bySubmission(submission);
        if (sent) return sent;
        const personId = await personOf(unit, given, officer.personId);
        const open = await interestsOn(unit.trx).openOf(personId, asset.id);
        if (open) return open;
        const brought = { by: officer.personId, channel: given.channel, readBack: given.read_back };
        return add(unit, asset, { ...given, submission, personId, receivedOn: given.received_on, brought });
      }),
  };

  async function whereIn(unit: UnitOfWork, assetId: string) {
    const asset = await mayBeSeen(unit.trx, assetId);
    await interestsOn(unit.trx).takeTurn(asset.area.id);
    const area = await areas.byId(unit.trx, asset.area.id);
    if (!area) throw notFound('place');
    return { asset, area, today: dayIn(area.timeZone, clock()) };
  }

  async function mustNotBeTooMany({ trx }: UnitOfWork, who: Who, areaId: string, today: Day): Promise<void> {
    const { interests_a_day: most } = await termsOn(trx, areaId, today);
    const since = new Date(clock().getTime() - DAY_MS).toISOString();
    if ((await interestsOn(trx).countSince(who.personId, since)) >= most)
      throw new Problem(
        429,
        'That is enough for one day',
        `You have registered an interest in ${most} places within a day, and somebody answers each. Go on tomorrow, or ring us.`,
      );
  }

  async function add(unit: UnitOfWork, asset: PublicAsset, wish: Wish): Promise<Interest> {
    const { personId, receivedOn, brought } = wish;
    const id = newId();
    const counting = await steps.countingFor(unit.trx, { areaId: asset.area.id, receivedOn });
    const interest: Interest = {
      ...NOTHING_YET,
      id,
      areaId: asset.area.id,
      number: await caseNumber(unit.trx, asset.area, { kind: 'interest', id }),
      assetId: asset.id,
      kind: asset.kind,
      ownerId: asset.owner.id,
      personId,
      groupId: wish.group ?? null,
      groupName: wish.group_name,
      idea: wish.idea,
      stateOn: receivedOn,
      countedFrom: receivedOn,
      dueOn: dueOf('asked', receivedOn, counting)?.due ?? null,
      receivedOn,
      channel: brought?.channel ?? 'online',
      enteredBy: brought?.by ?? null,
      readBack: brought?.readBack ?? null,
      submission: wish.submission ?? newId(),
      createdAt: clock().toISOString(),
    };
    await interestsOn(unit.trx).add(interest);
    unit.record({
      kind: 'interest_registered',
      areaId: interest.areaId,
      subjectKind: 'interest',
      subjectId: id,
      actor: brought?.by ?? personId,
      onBehalfOf: brought ? personId : null,
      channel: interest.channel,
      after: { number: interest.number, assetId: asset.id, receivedOn, dueOn: interest.dueOn },
      publicText: 'Somebody is interested in the place.',
    });
    return interest;
  }

  async function mayBeSeen(on: Db, assetId: string): Promise<PublicAsset> {
    const asset = await shown(on, assetId);
    if (!asset) throw notFound('place');
    if (asset.retiredOn) throw gone('This place has left the register, so nobody can show it.');
    const why = whyNotAsked(asset);
    if (why !== null) throw conflict(why);
    return asset;
  }
}

const groupIdsOf = ({ rights }: Who): string[] => [
  ...new Set(rights.filter(({ scope }) => scope === 'group').map(({ scopeId }) => scopeId)),
];

const NOTHING_YET = {
  state: 'asked',
  facts: '',
  costs: '',
  hazards: '',
  byRegister: false,
  declined: null,
  outcome: '',
  note: '',
  endedOn: null,
} as const satisfies Partial<Interest>;
