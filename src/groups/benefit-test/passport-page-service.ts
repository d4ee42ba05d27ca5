import { dayIn } from '../../kernel/clock.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { NO_ANSWERS, tokenOf } from './answer-form.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import type { CriteriaService } from './criteria-service.ts';
import { evidenceOn } from './evidence-store.ts';
import { gateStandings } from './gate-rules.ts';
import { gatesOn } from './gate-store.ts';
import type { PassportPage } from './passport-contract.ts';
import type { PassportDrafts } from './passport-drafts.ts';
import { daysLater, improvable, needsNews, nextRun, standingOn } from './passport-rules.ts';
import { waitingWords } from './passport-words.ts';
import { scoringOn } from './scoring-store.ts';
import { testListOn } from './test-list-store.ts';
import { testsOn } from './test-store.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'areas' | 'groups'> & {
  criteria: CriteriaService;
  drafts: PassportDrafts;
};
export type Waiting = { text: string; href: string; due: string | null };

/** How a group's passport stands: for its page, and for its people's own pages. */
export function passportPageService({ db, clock, areas, groups, criteria, drafts }: Deps) {
  return {
    /** @throws Problem 404 */
    async state(groupId: string): Promise<PassportPage> {
      const { group, area, today } = await drafts.placeOf(groupId);
      const runs = await testsOn(db).passportsOf(groupId);
      const open = runs.find(({ state }) => ['draft', 'scoring', 'settling', 'deciding'].includes(state)) ?? null;
      const last = runs.find(({ state }) => state === 'published') ?? null;
      const improved = improvable(runs, today);
      const setId = open?.criteriaId ?? improved?.criteriaId ?? null;
      const stored = setId === null ? await criteria.inForce(area.id, today) : await criteria.byId(setId);
      const path = stored.set.paths.room;
      const [standing, next] = [standingOn(runs, today), nextRun(runs, path, today)];
      const before = next === 'improve' || next === 'renew' ? last : null;
      const answers = open?.answers ?? (before ? { ...before.answers, news: '' } : NO_ANSWERS);
      const shown = open ?? before;
      const adults = (await groups.people(db, groupId)).filter(({ role }) => role !== 'group_member').length;
      return {
        group: { id: group.id, name: group.name },
        area: { slug: area.slug, name: area.name },
        today,
        standing,
        next,
        open,
        last,
        stored,
        path,
        answers,
        renewFrom:
          standing.state === 'passed' && standing.validUntil !== null
            ? daysLater(standing.validUntil, -path.renew_days)
            : null,
        evidence: shown ? await evidenceOn(db).of(shown.id) : [],
        gates: gateStandings(path, open ? await gatesOn(db).of(open.id) : [], adults),
        scored: open ? (await scoringOn(db).of(open.id)).filter(({ interest }) => interest === null).length : 0,
        needsNews: needsNews(runs, today),
        token: tokenOf(open?.answers ?? answers),
      };
    },

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
export type PassportPageService = ReturnType<typeof passportPageService>;
