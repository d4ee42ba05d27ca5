import { bookingOf, type Going } from './story/case-acts.ts';
import { caseThread } from './story/case-thread.ts';
import { enquiryThread } from './story/enquiry-thread.ts';
import { letTimeWork, tickOff } from './story/evenings.ts';
import { groupThread } from './story/group-thread.ts';
import { proposalThread } from './story/proposal-thread.ts';
import { unfold, type Moment } from './story/timeline.ts';
import type { World } from './story/world.ts';
import { marlbeckBookings } from './marlbeck/story/bookings.ts';
import { marlbeckEnquiries } from './marlbeck/story/enquiries.ts';
import { proposalsBegun } from './marlbeck/story/proposals-begun.ts';
import { proposalsDecided } from './marlbeck/story/proposals-decided.ts';
import { proposalsScored } from './marlbeck/story/proposals-scored.ts';
import { marlbeckRequests } from './marlbeck/story/requests.ts';
import { marlbeckGroups } from './marlbeck/story/groups.ts';

/** So many days before the first start the story begins. */
export const STORY_DAYS = 84;
/** Since when something may be due, and since when somebody ticks off who comes: no more than shows, because each day costs time. */
const CLOCKS_DAYS = 45;
const TICKED_OFF_DAYS = 15;
const LETTERS_PRINTED_DAYS = 30;

/** What went on in Marlbeck up to the first start: groups, their tests and papers, rooms and land at every stage, bookings, money. */
export async function tellStory(world: World, firstStart: Date): Promise<void> {
  const goings: Going[] = [];
  const scorers = [await world.staff('scorer1@marlbeck.example'), await world.staff('scorer2@marlbeck.example')];
  const moments = [
    ...Object.entries(marlbeckGroups).flatMap(([name, told]) => groupThread(world, name, told, scorers)),
    ...marlbeckEnquiries.flatMap((told) => enquiryThread(world, told)),
    ...[...proposalsBegun, ...proposalsScored, ...proposalsDecided].flatMap((told) => proposalThread(world, told)),
    ...[...marlbeckBookings, ...marlbeckRequests].flatMap((told) => caseThread(world, told, goings)),
    ...(await everyDay(world, goings)),
  ].filter(({ at }) => at < firstStart);
  await unfold(world.clock, [...moments, { at: firstStart, happens: () => letTimeWork(world) }]);
}

/** Clocks when offices close, and in the evening whoever opens the doors. */
async function everyDay(world: World, goings: readonly Going[]): Promise<Moment[]> {
  const { almanac } = world;
  const caretaker = await world.staff('caretaker@marlbeck.example');
  const missed = async (bookingId: string, date: string): Promise<boolean> => {
    for (const going of goings)
      if (going.told.missed !== undefined && (await bookingOf(world, going)) === bookingId)
        return date >= almanac.daysLater(almanac.today, -7 * going.told.missed);
    return false;
  };
  return Array.from({ length: CLOCKS_DAYS }, (_, days) => {
    const day = almanac.day(days);
    return [
      { at: almanac.at(day, '17:05'), happens: () => closeOfficeHours(world) },
      ...(days < TICKED_OFF_DAYS
        ? [{ at: almanac.at(day, '22:20'), happens: () => tickOff(world, caretaker, missed) }]
        : []),
      ...(days === LETTERS_PRINTED_DAYS
        ? [{ at: almanac.at(almanac.officeDay(day), '11:00'), happens: () => printLetters(world) }]
        : []),
    ];
  }).flat();
}

/** What is due happens, and what was written counts as sent: a certificate says later whether a warning was. */
async function closeOfficeHours(world: World): Promise<void> {
  await letTimeWork(world);
  await world.services.mails.layAside(world.services.db);
}

async function printLetters({ services: { groups }, area, broker }: World): Promise<void> {
  for (const { id } of await groups.letters.inArea({ areaId: area.id, printed: false, after: null, limit: 100 }))
    await groups.letters.markPrinted(broker, id);
}
