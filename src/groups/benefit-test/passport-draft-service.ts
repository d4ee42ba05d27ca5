import type { Area } from '../../ground/areas/area-contract.ts';
import type { Group } from '../groups/group-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import type { CriteriaService } from './criteria-service.ts';
import type { OpenDraft } from './evidence-service.ts';
import { testsOn } from './test-store.ts';
import { OPEN_STATES, type BenefitTest } from './test-contract.ts';
import { type DraftDeps, beginRun } from './run-beginning-service.ts';
/** A group and its area, read before the transaction begins. */
export type Place = { group: Group; area: Area; today: string; daysOff: DaysOff };

/** Where every change of a passport begins: the group, and its draft. */
export function passportDrafts(deps: DraftDeps) {
  const { groups, db, areas, clock, criteria } = deps;
  return {
    runIn: (trx: Db, place: Place) => runIn(deps, trx, place),
    placeOf,
    draftIn,

    /** A group's answers as they can be changed. @throws Problem 404 */
    async openFor(groupId: string): Promise<OpenDraft> {
      const place = await placeOf(groupId);
      const { room } = (await criteria.inForce(place.area.id, place.today)).set.paths;
      return { path: room, draftIn: (trx) => draftIn(trx, place) };
    },
  };

  /** @throws Problem 404 when there is no such group, or it is closed */
  async function placeOf(groupId: string): Promise<Place> {
    const group = await groups.byId(db, groupId);
    const area = (await areas.all()).find(({ id }) => id === group?.areaId);
    if (!group || !area || group.closedAt !== null) throw notFound('group');
    return { group, area, today: dayIn(area.timeZone, clock()), daysOff: await areas.daysOff(area.id) };
  }

  /** The group's draft, claimed for this transaction; begun when there is none. @throws Problem 409 as `runIn`, or when the answers have been sent */
  async function draftIn(trx: Db, place: Place): Promise<BenefitTest> {
    return stillDraft(await runIn(deps, trx, place));
  }
}
export type PassportDrafts = ReturnType<typeof passportDrafts>;

/**
 * The group's run under way, claimed for this transaction, as a draft or sent; begun when there is none. One that improves or
 * renews begins with what was said before.
 * @throws Problem 409 when a good passport need not be renewed yet
 */
async function runIn(deps: DraftDeps, trx: Db, { group, area, today }: Place): Promise<BenefitTest> {
  const tests = testsOn(trx);
  // Read once: what somebody else begins after this is refused by the database, and then found.
  const runs = await tests.passportsOf(group.id);
  const open =
    runs.find(({ state }) => OPEN_STATES.includes(state)) ?? (await beginRun(deps, trx, runs, group, area, today));
  const test = await tests.lock(open.id);
  if (!test) throw conflict('This draft has been removed meanwhile. Look at the page of the passport.');
  return test;
}

/** @throws Problem 409 when the answers have been sent */
export function stillDraft(test: BenefitTest): BenefitTest {
  if (test.state !== 'draft')
    throw conflict('The answers have been sent already. The page of the passport says how it stands.');
  return test;
}

/** What changing a passport needs. */
export type PassportDeps = Pick<
  BenefitDeps,
  'db' | 'clock' | 'inOneTransaction' | 'groups' | 'people' | 'tell' | 'baseUrl'
> & {
  criteria: CriteriaService;
  drafts: PassportDrafts;
};
