import type { Area } from '../../ground/areas/area-contract.ts';
import type { Group } from '../groups/group-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { NO_ANSWERS } from './answer-form.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import type { CriteriaService } from './criteria-service.ts';
import { evidenceOn } from './evidence-store.ts';
import { nextRun, standingOn } from './passport-rules.ts';
import { testsOn } from './test-store.ts';
import { OPEN_STATES, type BenefitTest } from './test-contract.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'newId' | 'areas' | 'groups'> & { criteria: CriteriaService };
/** A group and its area, read before the transaction begins. */
export type Place = { group: Group; area: Area; today: string; daysOff: DaysOff };

/** Where every change of a passport begins: the group, and its draft. */
export function passportDrafts({ db, clock, newId, areas, groups, criteria }: Deps) {
  return {
    runIn,

    /** @throws Problem 404 when there is no such group, or it is closed */
    async placeOf(groupId: string): Promise<Place> {
      const group = await groups.byId(db, groupId);
      const area = (await areas.all()).find(({ id }) => id === group?.areaId);
      if (!group || !area || group.closedAt !== null) throw notFound('group');
      return { group, area, today: dayIn(area.timeZone, clock()), daysOff: await areas.daysOff(area.id) };
    },

    /** The group's draft, claimed for this transaction; begun when there is none. @throws Problem 409 as `runIn`, or when the answers have been sent */
    draftIn: async (trx: Db, place: Place): Promise<BenefitTest> => stillDraft(await runIn(trx, place)),
  };

  /**
   * The group's run under way, claimed for this transaction, as a draft or sent; begun when there is none. One that improves or
   * renews begins with what was said before.
   * @throws Problem 409 when a good passport need not be renewed yet
   */
  async function runIn(trx: Db, { group, area, today }: Place): Promise<BenefitTest> {
    const tests = testsOn(trx);
    // Read once: what somebody else begins after this is refused by the database, and then found.
    const runs = await tests.passportsOf(group.id);
    const open = runs.find(({ state }) => OPEN_STATES.includes(state)) ?? (await begun(trx, runs, group, area, today));
    const test = await tests.lock(open.id);
    if (!test) throw conflict('This draft has been removed meanwhile. Look at the page of the passport.');
    return test;
  }

  async function begun(
    trx: Db,
    runs: readonly BenefitTest[],
    group: Group,
    area: Area,
    today: string,
  ): Promise<BenefitTest> {
    const tests = testsOn(trx);
    const { room } = (await criteria.inForce(area.id, today, trx)).set.paths;
    const next = nextRun(runs, room, today);
    if (next === null)
      throw conflict(
        `This group has a passport that is good until ${standingOn(runs, today).validUntil}. It can be renewed in its last ${room.renew_days} days.`,
      );
    const before = next === 'begin' ? undefined : runs.find(({ state }) => state === 'published');
    const draft = {
      ...emptyRun(group, newId(), clock()),
      answers: before ? { ...before.answers, news: '' } : NO_ANSWERS,
      improvesId: next === 'improve' ? (before?.id ?? null) : null,
    };
    if (await tests.add(draft)) {
      for (const evidence of before ? await evidenceOn(trx).of(before.id) : [])
        await evidenceOn(trx).add({ ...evidence, id: newId(), testId: draft.id });
      return draft;
    }
    const other = await tests.openPassportOf(group.id);
    if (!other)
      throw conflict('Somebody else is working on this passport at this moment. Look at its page, and try again.');
    return other;
  }
}
export type PassportDrafts = ReturnType<typeof passportDrafts>;

/** @throws Problem 409 when the answers have been sent */
export function stillDraft(test: BenefitTest): BenefitTest {
  if (test.state !== 'draft')
    throw conflict('The answers have been sent already. The page of the passport says how it stands.');
  return test;
}

function emptyRun(group: Pick<Group, 'id' | 'areaId'>, id: string, now: Date): BenefitTest {
  return {
    id,
    areaId: group.areaId,
    groupId: group.id,
    path: 'room',
    subject: null,
    improvesId: null,
    state: 'draft',
    criteriaId: null,
    answers: NO_ANSWERS,
    channel: 'online',
    enteredBy: null,
    onBehalfOf: null,
    readBack: null,
    receivedOn: null,
    completeOn: null,
    dueOn: null,
    outcome: null,
    points: null,
    possible: null,
    result: null,
    resultOn: null,
    improveBy: null,
    validUntil: null,
    submission: null,
    createdAt: now.toISOString(),
    changedAt: now.toISOString(),
    version: 1,
  };
}
