import { Temporal } from 'temporal-polyfill';
import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import { distanceM, inBox, type LonLat } from '../../kernel/geo.ts';
import type { NewId } from '../../kernel/ids.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { FINDER, finderParams } from './finder-contract.ts';
import type { FinderService } from './finder-service.ts';
import type { KeepNeed, KeptNeeds, Need, NeedAtHome, SaveNeed, UnmetNeeds, WithoutMail } from './need-contract.ts';
import { coarseOf, unmetNeeds } from './need-rules.ts';
import { needsOn } from './need-store.ts';
import { queryOf } from './need-telling-service.ts';
import { wishWords } from './wish-words.ts';
import type { Wish } from './wish-rules.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  finder: Pick<FinderService, 'wished' | 'fitting'>;
  emailOf(db: Db, personId: string): Promise<string | null>;
};

/** By whoever looks for it. */
const BY_MAIL = { groupId: null, tellBy: 'mail', keptBy: null } as const;
/** What an owner's home looks at. */
const AROUND = { buildings: 300, needs: 2_000 };

/** What people look for in vain, kept with their consent until something opens. */
export function needService({ db, clock, newId, inOneTransaction, finder, emailOf }: Deps) {
  return {
    /**
     * Keeps a wish; the same wish of the same person is kept once.
     * @throws Problem 400 for a wish without dates, 422 when somebody keeps too many or has no address to write to
     */
    async save(who: Who, { wish: given, submission = newId() }: SaveNeed): Promise<Need> {
      const query = queryOf(given);
      const wish = await finder.wished(query);
      const need = { ...needOf(who.personId, wish, submission), ...BY_MAIL };
      const known = (await needsOn(db).ofPerson(who.personId)).filter(isAlive);
      const same = known.find((one) => one.wish === need.wish && one.toldAt === null);
      if (same) return same;
      if (known.length >= FINDER.mostNeeds)
        throw invalid(
          [{ field: '', message: `You have ${FINDER.mostNeeds} saved needs already. End one on your page first.` }],
          422,
        );
      if ((await emailOf(db, who.personId)) === null)
        throw invalid(
          [{ field: '', message: 'Add an e-mail address to your account first: we tell you by e-mail.' }],
          422,
        );
      const fitting = (await finder.fitting(query)).map(({ id }) => id);
      const stored = { ...need, known: fitting };
      await inOneTransaction(async ({ trx, record }) => {
        if (await needsOn(trx).add(stored))
          record({
            kind: 'need_saved',
            areaId: need.areaId,
            subjectKind: 'need',
            subjectId: need.id,
            actor: who.personId,
          });
      });
      return stored;
    },

    /**
     * Keeps a wish for a group without e-mail, which an officer tells by letter or on the telephone. The same form sent twice keeps it once.
     * @throws Problem 400 for a wish without dates, or a group that has e-mail
     */
    async keepFor(who: Who, area: Pick<Area, 'id'>, given: KeepNeed): Promise<void> {
      const query = queryOf(given.wish);
      const wish = await finder.wished(query);
      const group = (await needsOn(db).withoutMail(area.id)).find(({ groupId }) => groupId === given.group);
      if (!group)
        throw invalid([
          { field: 'group', message: 'Choose a group whose lead has no e-mail: others save it themselves.' },
        ]);
      const known = (await finder.fitting(query)).map(({ id }) => id);
      const need = {
        ...needOf(group.personId, wish, given.submission),
        areaId: area.id,
        known,
        groupId: group.groupId,
        tellBy: given.tell_by,
        keptBy: who.personId,
      };
      await inOneTransaction(async ({ trx, record }) => {
        if (await needsOn(trx).add(need))
          record({
            kind: 'need_saved',
            areaId: area.id,
            subjectKind: 'need',
            subjectId: need.id,
            actor: who.personId,
            onBehalfOf: group.personId,
            after: { tellBy: need.tellBy },
          });
      });
    },

    /** What is kept for groups without e-mail: whom to ring because a room has opened, and who waits. */
    async keptIn(areaId: string): Promise<KeptNeeds> {
      const all = await needsOn(db).keptIn(areaId, today());
      const waiting = all.filter(({ told, toSay }) => !told && toSay === null);
      return {
        toRing: all.filter(({ toSay }) => toSay !== null),
        waiting: await Promise.all(waiting.map(async (one) => ({ ...one, says: await sayOf(one.wish) }))),
      };
    },
    withoutMail: (areaId: string): Promise<WithoutMail[]> => needsOn(db).withoutMail(areaId),
    toRingIn: (areaId: string): Promise<number> => needsOn(db).countToRing(areaId, today()),
    says: (wish: string): Promise<string> => sayOf(wish),

    /** Notes that somebody was told on the telephone. @throws Problem 404, 409 when they were before */
    async rung(who: Who, areaId: string, id: string): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        if ((await needsOn(trx).byId(id))?.areaId !== areaId) throw notFound('saved need');
        if (!(await needsOn(trx).rung(areaId, id))) throw conflict('Somebody has told them already.');
        record({ kind: 'need_rung', areaId, subjectKind: 'need', subjectId: id, actor: who.personId });
      });
    },

    /** Forgets what was kept for a group. @throws Problem 404 */
    async forgetFor(who: Who, areaId: string, id: string): Promise<void> {
      const need = await needsOn(db).byId(id);
      if (!need || need.areaId !== areaId || need.tellBy === 'mail') throw notFound('saved need');
      await inOneTransaction(async ({ trx, record }) => {
        await needsOn(trx).remove(id);
        record({ kind: 'need_ended', areaId, subjectKind: 'need', subjectId: id, actor: who.personId });
      });
    },

    /** Whose a need is, for the table of rights. @throws Problem 404 when there is none */
    async thing(id: string): Promise<{ personId: string }> {
      const need = await needsOn(db).byId(id);
      if (!need) throw notFound('saved need');
      return { personId: need.personId };
    },

    async end(who: Who, id: string): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        await needsOn(trx).remove(id);
        record({ kind: 'need_ended', subjectKind: 'need', subjectId: id, actor: who.personId });
      });
    },

    async atHome(who: Who): Promise<NeedAtHome[]> {
      const needs = (await needsOn(db).ofPerson(who.personId)).filter(isAlive);
      return Promise.all(
        needs.map(async ({ id, wish, endsOn, toldAt }) => ({
          id,
          wish,
          endsOn,
          told: toldAt !== null,
          says: await sayOf(wish),
        })),
      );
    },

    isSaved: async (who: Who, wish: string): Promise<boolean> =>
      (await needsOn(db).ofPerson(who.personId)).some(
        (need) => isAlive(need) && need.toldAt === null && need.wish === wish,
      ),

    /** How many people look for what around an owner's buildings. */
    async unmetNear(owner: { id: string; areaId: string }): Promise<UnmetNeeds> {
      const buildings = await needsOn(db).buildingsOf(owner.id, AROUND.buildings);
      const waiting = await needsOn(db).waitingIn(owner.areaId, today(), AROUND.needs);
      return unmetNeeds(
        waiting.filter(({ point, wish }) => isNear(point, buildings, queryOf(wish).km ?? FINDER.kmUnlessTold)),
      );
    },
  };

  function needOf(
    personId: string,
    wish: Wish,
    submission: string,
  ): Omit<Need, 'known' | 'groupId' | 'tellBy' | 'keptBy'> {
    const { where, dates } = wish;
    const [last] = dates.slice(-1);
    if (!last)
      throw invalid([{ field: 'wish', message: 'Say when you need a room, then we can tell you when one opens.' }]);
    const area = areaOf(where.areas, where.centre);
    if (!area) throw invalid([{ field: 'wish', message: 'There is no area to look in yet.' }]);
    const end = Temporal.PlainDate.from(today()).add({ days: FINDER.needDays }).toString();
    const now = clock().toISOString();
    return {
      id: newId(),
      personId,
      areaId: area.id,
      wish: finderParams(wish.query).toString(),
      point: where.centre,
      coarse: coarseOf(wish),
      createdAt: now,
      endsOn: last < end ? last : end,
      checkedAt: now,
      toldAt: null,
      submission,
    };
  }

  async function sayOf(wish: string): Promise<string> {
    try {
      return wishWords(await finder.wished(queryOf(wish)));
    } catch {
      return 'A wish whose dates are over.';
    }
  }

  function isAlive({ endsOn }: Need): boolean {
    return endsOn >= today();
  }

  function today(): string {
    return dayIn('UTC', clock());
  }
}
export type NeedService = ReturnType<typeof needService>;

/** The area that a point lies in; without a point the only one, or the first. */
function areaOf(areas: readonly Area[], centre: LonLat | null): Area | undefined {
  return areas.find(({ bbox }) => centre && inBox(bbox, centre)) ?? areas[0];
}

const isNear = (point: LonLat | null, buildings: readonly LonLat[], km: number): boolean =>
  point === null || buildings.some((building) => distanceM(point, building) <= km * 1_000);
