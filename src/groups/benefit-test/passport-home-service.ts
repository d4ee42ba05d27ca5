import { openWords } from '../../ground/cases/standing-words.ts';
import { isTurnOf, type Step } from '../../ground/cases/standing-contract.ts';
import type { HomeLine } from '../../ground/people/home-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { testsOn } from './test-store.ts';
import { inAreas, lookingIn, SCORING_ROLES, type Looking } from './opening-rules.ts';
import { testListOn } from './test-list-store.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import type { PassportStep } from './passport-step-contract.ts';
import type { PassportPage } from './passport-contract.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'areas' | 'groups'> & {
  pages: { state(groupId: string): Promise<PassportPage> };
};

/** What a group does when it wants to: nobody waits for it. */
const WHEN_WANTED: readonly string[] = ['begin', 'begin_again', 'news'] satisfies PassportStep[];

/** What of the room passport waits for somebody, for their own page and their group's. */
export function passportHomeService({ db, clock, areas, groups, pages }: Deps) {
  return {
    stepsOf,

    /** What of this waits for somebody, and what they wait for: a passport of a group they speak for, and tests to score. */
    async atHome(who: Who): Promise<{ waiting: HomeLine[]; expecting: HomeLine[] }> {
      const today = dayIn('Europe/London', clock());
      const live = who.rights.filter(({ endsOn }) => endsOn === null || endsOn >= today);
      const groupIds = live
        .filter(({ role }) => role === 'group_lead' || role === 'group_deputy')
        .map(({ scopeId }) => scopeId);
      const begun = new Set((await testsOn(db).passportsOfAll(groupIds)).map(({ groupId }) => groupId));
      const said = { waiting: new Array<HomeLine>(), expecting: new Array<HomeLine>() };
      for (const id of groupIds.filter((one) => begun.has(one))) {
        const group = await groups.byId(db, id);
        for (const step of (await stepsOf(id)).filter(
          ({ turn, kind }) => turn !== 'nobody' && !WHEN_WANTED.includes(kind),
        ))
          said[isTurnOf(step.turn, 'group') ? 'waiting' : 'expecting'].push({
            text: `${group?.name ?? 'Your group'}: ${openWords(step, 'group')}`,
            href: `/groups/${id}/passport`,
            due: step.by,
          });
      }
      said.waiting.push(...(await toScore(who, today)));
      return said;
    },
  };

  /** What is next for a group's passport, in words that are the same wherever they stand. */
  async function stepsOf(groupId: string): Promise<Step[]> {
    return [...(await pages.state(groupId)).steps];
  }

  /** One line for each area in which somebody scores, and one for what other areas have opened to the reserve. */
  async function toScore(who: Who, today: string): Promise<HomeLine[]> {
    const waiting: HomeLine[] = [];
    const own = inAreas(who, SCORING_ROLES, today);
    const counted = (areaId: string, looking: Looking): Promise<number> =>
      testListOn(db).count({ areaId, states: ['scoring'], looking, notScoredBy: who.personId });
    const at = (await areas.all()).filter(({ id }) => own.includes(id));
    for (const area of at) {
      const count = await counted(area.id, { ...lookingIn(who, area.id, today), reserveBeside: null });
      if (count > 0)
        waiting.push({
          text: `${count === 1 ? 'A group waits' : `${count} groups wait`} for your marks in ${area.name}`,
          href: `/desk/tests?area=${area.slug}`,
          due: null,
        });
    }
    const behind = at.find(({ id }) => inAreas(who, ['scorer'], today).includes(id));
    const beside = behind && lookingIn(who, behind.id, today).reserveBeside;
    const count = behind && beside ? await counted(behind.id, { own: [], reserveBeside: beside }) : 0;
    if (behind && count > 0)
      waiting.push({
        text: `${count === 1 ? 'A group of another area waits' : `${count} groups of other areas wait`} for your marks: the scorers there were silent`,
        href: `/desk/tests?area=${behind.slug}`,
        due: null,
      });
    return waiting;
  }
}
