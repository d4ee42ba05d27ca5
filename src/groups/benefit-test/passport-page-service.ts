import { NO_ANSWERS, tokenOf } from './answer-form.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import type { CriteriaService } from './criteria-service.ts';
import { evidenceOn } from './evidence-store.ts';
import { gateStandings } from './gate-rules.ts';
import { gatesOn } from './gate-store.ts';
import type { PassportPage } from './passport-contract.ts';
import type { PassportDrafts } from './passport-draft-service.ts';
import { improvable, needsNews, nextRun, standingOn } from './passport-rules.ts';
import { passportDues } from './passport-step-rules.ts';
import { passportStep } from './passport-step-words.ts';
import { scoringOn } from './scoring-store.ts';
import { testsOn } from './test-store.ts';
import { daysLater } from './passport-day-rules.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'areas' | 'groups' | 'reachOf' | 'trialDates'> & {
  criteria: CriteriaService;
  drafts: PassportDrafts;
};

/** How a group's passport stands: for its page, and for its people's own pages. */
export function passportPageService({ db, groups, criteria, drafts, reachOf, trialDates }: Deps) {
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
      const gates = gateStandings(path, open ? await gatesOn(db).of(open.id) : [], adults);
      const [first, ...more] = passportDues({ open, standing, next, last, gates });
      return {
        steps: [passportStep(first), ...more.map(passportStep)],
        group: { id: group.id, name: group.name },
        area: { slug: area.slug, name: area.name, reach: await reachOf(db, area.id) },
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
        gates,
        scored: open ? (await scoringOn(db).of(open.id)).filter(({ interest }) => interest === null).length : 0,
        needsNews: needsNews(runs, today),
        trialDates: await trialDates(area.id, today),
        token: tokenOf(open?.answers ?? answers),
      };
    },
  };
}
