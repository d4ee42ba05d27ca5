import { minuteNow, type Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import { hashOf, newToken } from '../../kernel/secrets.ts';
import type { Thing, Who } from '../../ground/people/role-contract.ts';
import type {
  BookedSeries,
  CalendarHome,
  CalendarLink,
  CalendarThing,
  ClosedStretch,
  LinkKind,
  RoomClosedOn,
  Selection,
} from './calendar-contract.ts';
import { calendarLinksOn } from './calendar-link-store.ts';
import { calendarsOn } from './calendar-store.ts';
import { addressIn, calendarText } from '../../kernel/calendar/calendar-text.ts';
import { calendarThingsOn } from './calendar-thing-store.ts';
import { closedDaysOff } from './days-off-rules.ts';
import { closedShown, shownTo, type Reader } from './calendar-words.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  baseUrl: string;
  mailFrom: string;
  /** Somebody with their rights as they are now; null when the account is gone. */
  whoIs(personId: string): Promise<Who | null>;
  mayRead(who: Who, kind: 'group' | 'keeper', thing: Thing): boolean;
  /** Ids of what somebody looks after, by their rights. */
  lookedAfter(who: Who): { spaceIds: string[]; assetIds: string[]; ownerIds: string[]; groupIds: string[] };
  /** Rooms that are let, each with the days off from a day on, as far ahead as it can be booked, on which it stays closed. */
  closedOn(spaceIds: readonly string[], from: Day): Promise<RoomClosedOn[]>;
  /** Whether everybody may see a space. */
  isPublic(spaceId: string): Promise<boolean>;
};
type Found = { name: string; reader: Reader; which: Selection };

const MINUTE_MS = 60_000;
const DAY = 24 * 60;
/** Calendars show so many days back, and all that is booked ahead. */
const DAYS_BACK = 60;
const MOST_LINKS = 30;

/** Calendars for calendar programs: public ones without names, and secret addresses for those who have a right to more. */
export function calendarService({
  db,
  clock,
  newId,
  inOneTransaction,
  baseUrl,
  mailFrom,
  whoIs,
  mayRead,
  lookedAfter,
  closedOn,
  isPublic,
}: Deps) {
  const host = new URL(baseUrl).hostname;
  const store = calendarsOn(db);
  const things = calendarThingsOn(db);
  const addresses = calendarLinksOn(db);

  async function file({ name, reader, which }: Found): Promise<string> {
    const now = minuteNow(clock);
    const from = now - DAYS_BACK * DAY;
    const spaceIds = 'spaceIds' in which ? await things.family(which.spaceIds) : null;
    const all = spaceIds ? { spaceIds } : which;
    const series = await store.dates(all, from);
    // Programs of those who had it are told what is over; strangers never knew.
    const former = reader === 'everybody' ? [] : await store.givenUp(all, now);
    const closed = spaceIds ? [...(await things.closed(spaceIds, from)), ...(await daysOff(which, from))] : [];
    const shown = (some: readonly BookedSeries[]) => some.map((one) => shownTo(reader, one, baseUrl));
    return calendarText({
      name,
      host,
      organizer: addressIn(mailFrom),
      now: clock(),
      series: [...shown(series), ...closed.map((one) => closedShown(reader, one))],
      former: shown(former),
    });
  }

  async function daysOff(which: Selection, from: number): Promise<ClosedStretch[]> {
    const day = new Date(from * MINUTE_MS).toISOString().slice(0, 10);
    return 'spaceIds' in which ? closedDaysOff(await closedOn(which.spaceIds, day)) : [];
  }

  /** What an address shows, if its person still may see it. */
  async function found(
    who: Who,
    { kind, thingId }: Pick<CalendarLink, 'kind' | 'thingId'>,
  ): Promise<Found | undefined> {
    if (kind === 'mine') {
      const { spaceIds, assetIds, ownerIds } = lookedAfter(who);
      const all = [...new Set([...spaceIds, ...(await things.spacesOf(assetIds, ownerIds))])];
      return all.length > 0 ? { name: 'What I look after', reader: 'keeper', which: { spaceIds: all } } : undefined;
    }
    const thing = await thingOf(kind, thingId ?? '');
    if (!thing || !mayRead(who, kind === 'group' ? 'group' : 'keeper', thing)) return undefined;
    if (kind === 'group') return { name: thing.name, reader: 'group', which: { groupId: thingId ?? '' } };
    return {
      name: thing.name,
      reader: 'keeper',
      which: { spaceIds: kind === 'space' ? [thingId ?? ''] : await things.spacesOf([thingId ?? ''], []) },
    };
  }

  const thingOf = (kind: Exclude<LinkKind, 'mine'>, id: string): Promise<CalendarThing | undefined> =>
    kind === 'group' ? things.group(id) : kind === 'space' ? things.space(id) : things.building(id);

  async function choicesOf(who: Who): Promise<CalendarHome['choices']> {
    const { spaceIds, assetIds, ownerIds, groupIds } = lookedAfter(who);
    const named = async (kind: Exclude<LinkKind, 'mine'>, ids: string[]) =>
      Promise.all(ids.map(async (id) => ({ what: `${kind}:${id}`, label: (await thingOf(kind, id))?.name ?? '' })));
    const looksAfter = spaceIds.length + assetIds.length + ownerIds.length > 0;
    return [
      ...(await named('group', groupIds)),
      ...(looksAfter ? [{ what: 'mine', label: 'Everything I look after' }] : []),
      ...(await named('building', assetIds)),
      ...(await named('space', spaceIds)),
    ].filter(({ label }) => label !== '');
  }

  return {
    /** The dates of a space without names, for everybody. @throws Problem 404 for a space that not everybody may see */
    async ofSpace(spaceId: string): Promise<string> {
      const thing = await things.space(spaceId);
      if (!thing || !(await isPublic(spaceId))) throw notFound('room');
      return file({ name: thing.name, reader: 'everybody', which: { spaceIds: [spaceId] } });
    },

    /** The calendar behind a secret address. @throws Problem 404 when there is none, it was ended, or its person may no longer see it */
    async behind(token: string): Promise<string> {
      const link = await addresses.linkBy(hashOf(token));
      const who = link && (await whoIs(link.personId));
      const calendar = link && who ? await found(who, link) : undefined;
      if (!link || !calendar) throw notFound('calendar');
      await addresses.markRead(link.id, clock().toISOString());
      return file(calendar);
    },

    async home(who: Who): Promise<CalendarHome> {
      const choices = await choicesOf(who);
      const links = await addresses.linksOf(who.personId);
      const label = async ({ kind, thingId }: CalendarLink): Promise<string> =>
        kind === 'mine'
          ? 'Everything I look after'
          : ((await thingOf(kind, thingId ?? ''))?.name ?? 'Something that is gone');
      return { choices, links: await Promise.all(links.map(async (link) => ({ ...link, label: await label(link) }))) };
    },

    /** Makes a secret address. It is shown once: only its hash is kept. */
    async make(who: Who, what: string): Promise<string> {
      const [kind, thingId = null] = what.split(':') as [LinkKind, string?];
      if (!(await found(who, { kind, thingId })))
        throw invalid([{ field: 'what', message: 'Choose one of your groups, or what you look after.' }]);
      if ((await addresses.linksOf(who.personId)).length >= MOST_LINKS)
        throw conflict('You have 30 addresses. End one that you no longer use, and make this one then.');
      const token = newToken();
      await inOneTransaction(async ({ trx, record }) => {
        await calendarLinksOn(trx).addLink(
          { id: newId(), personId: who.personId, kind, thingId, createdAt: clock().toISOString(), readAt: null },
          hashOf(token),
        );
        record({
          kind: 'calendar_link_made',
          subjectKind: 'person',
          subjectId: who.personId,
          actor: who.personId,
          after: { kind, thingId },
        });
      });
      return `${baseUrl}/calendars/${token}.ics`;
    },

    async end(who: Who, id: string): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        if (!(await calendarLinksOn(trx).endLink(id, who.personId, clock().toISOString()))) throw notFound('address');
        record({
          kind: 'calendar_link_ended',
          subjectKind: 'person',
          subjectId: who.personId,
          actor: who.personId,
          before: { id },
        });
      });
    },
  };
}
export type CalendarService = ReturnType<typeof calendarService>;
