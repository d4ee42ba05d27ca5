import type { NewMail } from '../../ground/notifications/mail-contract.ts';
import type { Person } from '../../ground/people/person-contract.ts';
import type { Scope } from '../../ground/people/role-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Interest } from './interest-contract.ts';
import type { InterestSteppingDeps } from './interest-deps.ts';
import { ahead } from './interest-due-rules.ts';
import type { InterestFactKind } from './interest-facts.ts';
import {
  interestMail,
  placeMail,
  type InterestAudience,
  type InterestTold,
  type PlaceFactKind,
} from './interest-mail-words.ts';
import { interestStanding, standingSentence } from './interest-standing-words.ts';
import { interestsOn } from './interest-store.ts';
import { INTEREST_TABLE } from './interest-table.ts';
import { INTEREST_SILENCE, timeWords } from './interest-words.ts';
import { viewingCalendar } from './viewing-calendar-text.ts';
import type { Viewing, ViewingPlace } from './viewing-contract.ts';
import { viewingsOn } from './viewing-store.ts';

type To = { personId: string; email: string | null };
type Holder = To & { role: string };
export type InterestTellingDeps = InterestSteppingDeps & {
  baseUrl: string;
  mailFrom: string;
  people: {
    byIds(db: Db, ids: readonly string[]): Promise<Person[]>;
    holders(db: Db, scope: Scope, ids: string[]): Promise<Holder[]>;
  };
  /** By mail, or by a letter for an officer to print. */
  tell(unit: UnitOfWork, of: { id: null; areaId: string }, to: To, mail: Omit<NewMail, 'to'>): Promise<void>;
};

/** Tells everybody whom it concerns what has happened. It reads how things stand by id, so it may run twice. */
export function interestTelling(deps: InterestTellingDeps) {
  const { baseUrl, mailFrom, clock, people, tell, shown, areas } = deps;
  const READERS: Record<InterestAudience, (db: Db, interest: Interest) => Promise<To[]>> = {
    asker,
    async owner(db, { ownerId, assetId, areaId }) {
      const held = [
        ...(ownerId === null ? [] : await people.holders(db, 'owner', [ownerId])),
        ...(await people.holders(db, 'asset', [assetId])),
      ].filter(({ role }) => role === 'owner_representative');
      return held.length > 0 ? onceEach(held) : inArea(db, areaId, ['broker', 'area_administrator']);
    },
    // Where an area has named none, those who could name one are told.
    officers: (db, { areaId }) => inArea(db, areaId, ['monitoring_officer', 'area_administrator']),
  };
  const SIDES = { asker: 'asker', owner: 'owner', officers: 'monitoring_officer' } as const;

  return {
    /** About an interest, for one kind of reader. */
    async ofInterest(unit: UnitOfWork, fact: Fact, kind: InterestFactKind, audience: InterestAudience): Promise<void> {
      const interest = await interestsOn(unit.trx).byId(fact.subjectId);
      if (!interest) return;
      const mail = interestMail(kind, audience, await toldOf(unit.trx, interest, SIDES[audience]));
      if (!mail) return;
      for (const to of await READERS[audience](unit.trx, interest))
        await tell(unit, { id: null, areaId: interest.areaId }, to, mail);
    },
    /** About a time, for everybody who has a place in it. */
    async ofViewing(unit: UnitOfWork, fact: Fact, kind: PlaceFactKind): Promise<void> {
      const viewing = await viewingsOn(unit.trx).byId(fact.subjectId);
      if (!viewing) return;
      for (const place of await viewingsOn(unit.trx).placesOf([viewing.id])) await toHolder(unit, kind, viewing, place);
    },
    /** About a place in it, for whoever has or had it. */
    async ofPlace(unit: UnitOfWork, fact: Fact, kind: PlaceFactKind): Promise<void> {
      const place = await viewingsOn(unit.trx).placeById(fact.subjectId);
      const viewing = place && (await viewingsOn(unit.trx).byId(place.viewingId));
      if (place && viewing) await toHolder(unit, kind, viewing, place);
    },
  };

  async function toHolder(unit: UnitOfWork, kind: PlaceFactKind, viewing: Viewing, place: ViewingPlace): Promise<void> {
    const interest = await interestsOn(unit.trx).byId(place.interestId);
    const area = await areas.byId(unit.trx, viewing.areaId);
    if (!interest || !area) return;
    const live = viewing.state === 'offered' && place.state === 'confirmed';
    const told = await toldOf(unit.trx, interest, 'asker', live ? viewing : null);
    const { meeting, reason } = viewing;
    const mail = placeMail(kind, { ...told, meeting, reason, time: timeWords(viewing), people: place.people });
    const over = viewing.state === 'cancelled' || place.state === 'given_back';
    const calendar = viewingCalendar(
      viewing,
      { place: told.place, zone: area.timeZone, url: told.url, over },
      { baseUrl, mailFrom, now: clock() },
    );
    for (const to of await asker(unit.trx, interest))
      await tell(unit, { id: null, areaId: viewing.areaId }, to, { ...mail, calendar });
  }

  async function asker(db: Db, { personId }: Interest): Promise<To[]> {
    const found = personId === null ? [] : await people.byIds(db, [personId]);
    return found.filter(({ deletedAt }) => deletedAt === null).map(({ id, email }) => ({ personId: id, email }));
  }

  async function inArea(db: Db, areaId: string, roles: readonly [string, string]): Promise<To[]> {
    const held = await people.holders(db, 'area', [areaId]);
    const first = held.filter(({ role }) => role === roles[0]);
    return onceEach(first.length > 0 ? first : held.filter(({ role }) => role === roles[1]));
  }

  async function toldOf(
    db: Db,
    interest: Interest,
    reader: (typeof SIDES)[InterestAudience],
    time: Viewing | null = null,
  ): Promise<InterestTold> {
    const { id, number, idea, facts, costs, hazards, outcome, state, assetId } = interest;
    const today = interest.endedOn ?? interest.stateOn;
    const times = state === 'viewing' ? ahead(await viewingsOn(db).of(assetId), today) : [];
    const standing = interestStanding(interest, INTEREST_TABLE[state], time);
    return {
      number,
      place: (await shown(db, assetId))?.name ?? 'A place that has left the register',
      idea,
      facts,
      costs,
      hazards,
      outcome,
      times: times.map(timeWords),
      standing: [standingSentence(standing, reader), reader === 'asker' && time === null ? INTEREST_SILENCE[state] : '']
        .join(' ')
        .trim(),
      url: `${baseUrl}/interests/${id}`,
    };
  }
}

const onceEach = (all: readonly Holder[]): To[] => [
  ...new Map(all.map(({ personId, email }) => [personId, { personId, email }])).values(),
];
