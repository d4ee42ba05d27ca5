import { Temporal } from 'temporal-polyfill';
import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import { parse } from '../../kernel/endpoint.ts';
import { headOfFacts } from '../../kernel/fact-chain.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import { distanceM, inBox, type LonLat } from '../../kernel/geo.ts';
import type { NewId } from '../../kernel/ids.ts';
import { giveBackLease, takeLease } from '../../kernel/lease.ts';
import { invalid, notFound, Problem } from '../../kernel/problem.ts';
import type { NewNews } from '../../ground/notifications/mail-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Answer } from './answer-contract.ts';
import { FINDER, finderParams, finderSchema, type FinderQuery } from './finder-contract.ts';
import type { FinderService } from './finder-service.ts';
import type { Need, NeedAtHome, SaveNeed, UnmetNeeds } from './need-contract.ts';
import { openedMail } from './need-mail-words.ts';
import { coarseOf, unmetNeeds } from './need-rules.ts';
import { needsOn } from './need-store.ts';
import { wishWords } from './wish-words.ts';
import type { Wish } from './wish-rules.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  baseUrl: string;
  finder: Pick<FinderService, 'wished' | 'fitting'>;
  writeNews(trx: Db, news: NewNews): Promise<boolean>;
  emailOf(db: Db, personId: string): Promise<string | null>;
};

const LEASE = { name: 'saved needs', ms: 5 * 60_000 };
/** Needs that one round looks at, and the hours after which one is looked at again though nothing has happened: holds run out by themselves. */
const ROUND = { needs: 20, againAfterHours: 24 };
const HOUR_MS = 3_600_000;
/** What an owner's home looks at. */
const AROUND = { buildings: 300, needs: 2_000 };

/** What people look for in vain, kept with their consent until something opens. */
export function needService({ db, clock, newId, inOneTransaction, baseUrl, finder, writeNews, emailOf }: Deps) {
  const holder = newId();

  return {
    /**
     * Keeps a wish; the same wish of the same person is kept once.
     * @throws Problem 400 for a wish without dates, 422 when somebody keeps too many or has no address to write to
     */
    async save(who: Who, { wish: given, submission = newId() }: SaveNeed): Promise<Need> {
      const query = queryOf(given);
      const wish = await finder.wished(query);
      const need = needOf(who, wish, submission);
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
      const { length } = await headOfFacts(db);
      const stored = { ...need, known: fitting, checkedSeq: length };
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

    /**
     * Looks again at needs for which something may have changed, tells what has opened, and ends what is over. Bounded, safe to repeat,
     * one process at a time; each need is told once.
     * @returns how many people were told
     */
    async tellOpened(): Promise<number> {
      if (!(await takeLease(db, clock, LEASE.name, holder, LEASE.ms))) return 0;
      try {
        await needsOn(db).removeEnded(today());
        const { length } = await headOfFacts(db);
        let told = 0;
        for (const need of await needsOn(db).due(
          today(),
          length,
          new Date(clock().getTime() - ROUND.againAfterHours * HOUR_MS),
          ROUND.needs,
        ))
          if (await lookAgain(need, length)) told++;
        return told;
      } finally {
        await giveBackLease(db, LEASE.name, holder);
      }
    },
  };

  function needOf(who: Who, wish: Wish, submission: string): Omit<Need, 'known' | 'checkedSeq'> {
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
      personId: who.personId,
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

  async function lookAgain(need: Need, seq: number): Promise<boolean> {
    const found = await opened(need);
    if (!found) return false;
    if (found.rooms.length === 0) {
      await needsOn(db).checked(need.id, seq, clock());
      return false;
    }
    return inOneTransaction(async ({ trx, record }) => {
      const email = await emailOf(trx, need.personId);
      if (email === null || !(await needsOn(trx).told(need.id, clock()))) return false;
      record({ kind: 'need_told', areaId: need.areaId, subjectKind: 'need', subjectId: need.id, actor: 'system' });
      return writeNews(trx, {
        to: email,
        topic: `room_need:${need.id}`,
        ...openedMail(found.says, found.rooms, `${baseUrl}/spaces?${need.wish}`),
      });
    });
  }

  /** Rooms that fit now and did not when the need was saved; null, and the need ended, when it can no longer be looked for. */
  async function opened(need: Need): Promise<{ says: string; rooms: Answer[] } | null> {
    try {
      const query = queryOf(need.wish);
      const known = new Set(need.known);
      return {
        says: wishWords(await finder.wished(query)),
        rooms: (await finder.fitting(query)).filter(({ id }) => !known.has(id)),
      };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await needsOn(db).remove(need.id);
      return null;
    }
  }

  function sayOf(wish: string): Promise<string> {
    return finder
      .wished(queryOf(wish))
      .then(wishWords)
      .catch(() => 'A wish whose dates are over.');
  }

  function isAlive({ endsOn }: Need): boolean {
    return endsOn >= today();
  }

  function today(): string {
    return dayIn('UTC', clock());
  }
}
export type NeedService = ReturnType<typeof needService>;

/** @throws Problem 400 for what is no address of the finder */
const queryOf = (wish: string): FinderQuery => parse(finderSchema, Object.fromEntries(new URLSearchParams(wish)));

/** The area that a point lies in; without a point the only one, or the first. */
function areaOf(areas: readonly Area[], centre: LonLat | null): Area | undefined {
  return areas.find(({ bbox }) => centre && inBox(bbox, centre)) ?? areas[0];
}

const isNear = (point: LonLat | null, buildings: readonly LonLat[], km: number): boolean =>
  point === null || buildings.some((building) => distanceM(point, building) <= km * 1_000);
