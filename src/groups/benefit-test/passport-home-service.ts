import type { Who } from '../../ground/people/role-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { testsOn } from './test-store.ts';
import { waitingWords } from './passport-words.ts';
import { improvable } from './passport-rules.ts';
import { testListOn } from './test-list-store.ts';
import type { BenefitDeps } from './benefit-deps.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'areas' | 'groups'>;

export type Waiting = { text: string; href: string; due: string | null };

/** What of the room passport waits for somebody, for their own page. */
export function passportHomeService({ db, clock, areas, groups }: Deps) {
  return {
    /** What of this waits for somebody, for their own page: a passport of a group they speak for, and tests to score. */
    async atHome(who: Who): Promise<Waiting[]> {
      const today = dayIn('Europe/London', clock());
      const live = who.rights.filter(({ endsOn }) => endsOn === null || endsOn >= today);
      const groupIds = live
        .filter(({ role }) => role === 'group_lead' || role === 'group_deputy')
        .map(({ scopeId }) => scopeId);
      const runs = await testsOn(db).passportsOfAll(groupIds);
      const waiting: Waiting[] = [];
      for (const id of groupIds) {
        const own = runs.filter(({ groupId }) => groupId === id);
        const group = own.length > 0 ? await groups.byId(db, id) : undefined;
        const words =
          group &&
          waitingWords(
            group.name,
            own.find(({ state }) => state === 'draft') ?? null,
            improvable(own, today)?.improveBy ?? null,
          );
        if (words) waiting.push({ text: words.text, href: `/groups/${id}/passport`, due: words.due });
      }
      return [
        ...waiting,
        ...(await toScore(
          who.personId,
          live.filter(({ role, scope }) => role === 'scorer' && scope === 'area').map(({ scopeId }) => scopeId),
        )),
      ];
    },
  };

  async function toScore(personId: string, areaIds: readonly string[]): Promise<Waiting[]> {
    const waiting: Waiting[] = [];
    for (const area of (await areas.all()).filter(({ id }) => areaIds.includes(id))) {
      const count = await testListOn(db).count({ areaId: area.id, states: ['scoring'], notScoredBy: personId });
      if (count > 0)
        waiting.push({
          text: `${count === 1 ? 'A group waits' : `${count} groups wait`} for your marks in ${area.name}`,
          href: `/desk/tests?area=${area.slug}`,
          due: null,
        });
    }
    return waiting;
  }
}
