import { z } from 'zod';
import type { ClosureReason } from '../bookings/closure-contract.ts';
import type { CalendarDate, CalendarSeries } from '../../kernel/calendar/calendar-series-contract.ts';
import type { ClockTime, Day, Recurrence, Stretch } from '../../kernel/recurrence-contract.ts';

/** A booking with its room, its dates and the words that calendars may need of it; which of them are shown depends on who reads. */
export type BookedSeries = {
  id: string;
  version: number;
  zone: string;
  recurrence: Recurrence;
  from: string;
  to: string;
  state: string;
  space: string;
  building: string;
  group: string;
  groupOutside: string | null;
  publicLabel: string;
  people: number;
  layout: string | null;
  namedByDate: boolean;
  dates: BookedDate[];
};
/** A date with its room, and whether it is none of those that the rule makes. */
export type BookedDate = Omit<CalendarDate, 'elsewhere'> & { space: string; building: string; added: boolean };

/** A stretch in which a building is closed, or one room of it. */
export type ClosedStretch = Stretch & {
  id: string;
  zone: string;
  building: string;
  space: string | null;
  reason: ClosureReason;
  publicText: string | null;
};
/** A room that is let, with the days off on which it stays closed though it would open otherwise. */
export type RoomClosedOn = {
  spaceId: string;
  space: string;
  assetId: string;
  building: string;
  zone: string;
  closedOn: readonly Day[];
};
/** What somebody may ask a calendar of, with all it belongs to. */
export type CalendarThing = {
  name: string;
  areaId: string;
  ownerId?: string;
  assetId?: string;
  spaceId?: string;
  groupId?: string;
};
export type Selection = { groupId: string } | { spaceIds: readonly string[] } | { bookingId: string };
/** The rule of a series before it changed, and ids of the dates that the change has made or moved. */
export type FormerRule = Pick<CalendarSeries, 'recurrence' | 'from' | 'to'> & { wished: readonly string[] };
/** A date as it was in calendars before something happened to it. */
export type FormerDate = { id: string; date: Day; from: ClockTime; to: ClockTime; spaceId: string };

export const LINK_KINDS = ['group', 'building', 'space', 'mine'] as const;
/** Whose dates a secret address shows: a group's, a building's, a space's, or those of all that somebody looks after. */
export type LinkKind = (typeof LINK_KINDS)[number];
export type CalendarLink = {
  id: string;
  personId: string;
  kind: LinkKind;
  thingId: string | null;
  createdAt: string;
  readAt: string | null;
};

/** What an address is asked for: `group:ID`, `building:ID`, `space:ID`, or `mine` for all that somebody looks after. */
export const newLinkSchema = z.object({
  what: z
    .string('Choose whose dates you want.')
    .regex(/^(mine|(group|building|space):[0-9a-f]{8}-[0-9a-f-]{27})$/, 'Choose whose dates you want.'),
});
/** Somebody's own choices for a calendar, and the addresses they have made. */
export type CalendarHome = { choices: { what: string; label: string }[]; links: (CalendarLink & { label: string })[] };
