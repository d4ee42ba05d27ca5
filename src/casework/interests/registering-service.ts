import type { Who } from '../../ground/people/role-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { conflict, gone, invalid, notFound, Problem } from '../../kernel/problem.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Interest, Registering } from './interest-contract.ts';
import type { InterestDeps } from './interest-deps.ts';
import { dueOf } from './interest-due-rules.ts';
import type { InterestSteps } from './interest-steps.ts';
import { interestsOn } from './interest-store.ts';

type Deps = InterestDeps & { steps: InterestSteps };
const DAY_MS = 86_400_000;

/** Registering an interest in a place: an account is enough. */
export function registering(deps: Deps) {
  const { db, clock, newId, inOneTransaction, shown, groups, steps, caseNumber, areas, termsOn, whyNotAsked } = deps;
  return {
    /** The place that somebody asks about, and by when there would be an answer. @throws Problem 404, 409, 410 */
    async lookedAt(assetId: string) {
      const { id, name, area, owner, redacted } = await mayBeSeen(db, assetId);
      const today = await steps.todayIn(db, area.id);
      const counting = await steps.countingFor(db, { areaId: area.id, receivedOn: today });
      return {
        id,
        name,
        area: area.name,
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
        const asset = await mayBeSeen(unit.trx, given.asset);
        await interestsOn(unit.trx).takeTurn(asset.area.id);
        const open = await interestsOn(unit.trx).openOf(who.personId, asset.id);
        if (open) return open;
        const area = await areas.byId(unit.trx, asset.area.id);
        if (!area) throw notFound('place');
        const now = clock();
        const today = dayIn(area.timeZone, now);
        const terms = await termsOn(unit.trx, area.id, today);
        const since = new Date(now.getTime() - DAY_MS).toISOString();
        if ((await interestsOn(unit.trx).countSince(who.personId, since)) >= terms.interests_a_day)
          throw new Problem(
            429,
            'That is enough for one day',
            `You have registered an interest in ${terms.interests_a_day} places within a day, and somebody answers each. Go on tomorrow, or ring us.`,
          );
        const id = newId();
        const counting = await steps.countingFor(unit.trx, { areaId: area.id, receivedOn: today });
        const interest: Interest = {
          id,
          areaId: area.id,
          number: await caseNumber(unit.trx, area, { kind: 'interest', id }),
          assetId: asset.id,
          kind: asset.kind,
          ownerId: asset.owner.id,
          personId: who.personId,
          groupId: given.group ?? null,
          groupName: given.group_name,
          idea: given.idea,
          state: 'asked',
          stateOn: today,
          countedFrom: today,
          dueOn: dueOf('asked', today, counting)?.due ?? null,
          receivedOn: today,
          facts: '',
          costs: '',
          hazards: '',
          byRegister: false,
          declined: null,
          outcome: '',
          note: '',
          submission: given.submission ?? newId(),
          createdAt: now.toISOString(),
          endedOn: null,
        };
        await interestsOn(unit.trx).add(interest);
        unit.record({
          kind: 'interest_registered',
          areaId: area.id,
          subjectKind: 'interest',
          subjectId: id,
          actor: who.personId,
          after: { number: interest.number, assetId: asset.id, dueOn: interest.dueOn },
          publicText: 'Somebody is interested in the place.',
        });
        return interest;
      });
    },
  };

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
