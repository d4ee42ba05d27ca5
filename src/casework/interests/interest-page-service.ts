import type { Thing, Who } from '../../ground/people/role-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { dayOf } from '../../kernel/day-contract.ts';
import { publicHistory } from '../../kernel/facts.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Interest } from './interest-contract.ts';
import type { InterestDeps } from './interest-deps.ts';
import { ahead, dueOf } from './interest-due-rules.ts';
import type { InterestPage, MyPlace, OwnersTime, ViewingPage } from './interest-page-contract.ts';
import { interestStanding } from './interest-standing-words.ts';
import type { InterestSteps } from './interest-steps.ts';
import { interestsOn } from './interest-store.ts';
import { INTEREST_TABLE } from './interest-table.ts';
import { viewingCalendar } from './viewing-calendar-text.ts';
import { viewingsOn } from './viewing-store.ts';

type Deps = InterestDeps & { steps: InterestSteps };
type May = (act: 'interest.own' | 'interest.answer' | 'viewing.offer', thing: Thing) => boolean;
const MOST_LINES = 100;

/** An interest as its page shows it: to whoever is interested, to the owner and to officers. */
export function interestPages(deps: Deps) {
  const { db, clock, areas, shown, people, groups, steps, draftsFor, baseUrl, mailFrom } = deps;
  return { thing, viewingThing, placeThing, page, viewingPage, calendar };

  /** What an act to an interest is done to. @throws Problem 404 */
  async function thing(id: string): Promise<Thing> {
    const { areaId, ownerId, assetId, personId } = await known(id);
    return { areaId, ownerId, assetId, personId };
  }

  /** What an act to a time is done to. @throws Problem 404 */
  async function viewingThing(id: string): Promise<Thing> {
    const viewing = await viewingsOn(db).byId(id);
    if (!viewing) throw notFound('time');
    return placeThing(viewing);
  }

  async function placeThing({ areaId, assetId }: { areaId: string; assetId: string }): Promise<Thing> {
    return { areaId, assetId, ownerId: (await shown(db, assetId))?.owner.id ?? null };
  }

  async function page(id: string, who: Who, may: May): Promise<InterestPage> {
    const interest = await known(id);
    const area = await areas.byId(db, interest.areaId);
    if (!area) throw notFound('interest');
    const { assetId, groupId, personId } = interest;
    const of: Thing = await thing(id);
    const isAsker = who.personId === personId;
    const rights = {
      own: may('interest.own', of),
      answer: may('interest.answer', of),
      offer: may('viewing.offer', of),
    };
    const asset = (await shown(db, assetId)) ?? null;
    const today = dayIn(area.timeZone, clock());
    const all = await timesOf(assetId);
    const places = await viewingsOn(db).placesOfInterest(id);
    const own = all.filter(({ viewing }) => places.some(({ viewingId }) => viewingId === viewing.id)).at(-1);
    const mine: MyPlace | null = own
      ? {
          ...own.viewing,
          people: places.find(({ viewingId }) => viewingId === own.viewing.id)?.people ?? 1,
          over: own.viewing.day < today,
        }
      : null;
    const came = places.every((one) => one.came !== false);
    const [group] = groupId === null ? [] : await groups.byIds(db, [groupId]);
    const last = rights.answer ? await interestsOn(db).answeredFor(assetId) : undefined;
    const history = await publicHistory(db, 'interest', id, MOST_LINES);
    return {
      interest,
      area: { id: area.id, slug: area.slug, name: area.name },
      place: asset && { id: asset.id, name: asset.name, redacted: asset.redacted },
      group: group ? (group.publicName ?? group.name) : interest.groupName,
      who:
        isAsker || personId === null
          ? null
          : { name: (await people.namesForOfficers(db, [personId])).get(personId) ?? '' },
      standing: interestStanding(
        interest,
        INTEREST_TABLE[interest.state],
        mine?.state === 'offered' && !mine.over ? mine : null,
      ),
      howDue: dueOf(interest.state, interest.countedFrom, await steps.countingFor(db, interest)),
      today,
      isAsker,
      may: rights,
      times: ahead(
        all.map(({ viewing }) => viewing),
        today,
      ).flatMap((one) => all.filter(({ viewing }) => viewing === one).map(asShown)),
      mine,
      hasSeen: interest.state === 'seen' || (mine !== null && mine.state === 'offered' && mine.day <= today && came),
      ownersTimes: rights.offer
        ? all.map((one): OwnersTime => ({ ...asShown(one), state: one.viewing.state, people: one.people }))
        : [],
      lastAnswer: last ?? null,
      drafts: isAsker && interest.note !== '' ? await draftsFor(who, assetId) : [],
      history: history.map(({ at, on, text }) => ({ on: on ?? dayOf(at, area.timeZone), text })),
    };
  }

  /** A time, for whoever opens up. @throws Problem 404 */
  async function viewingPage(id: string, mayOffer: boolean): Promise<ViewingPage> {
    const viewing = await viewingsOn(db).byId(id);
    const area = viewing && (await areas.byId(db, viewing.areaId));
    if (!viewing || !area) throw notFound('time');
    const asset = await shown(db, viewing.assetId);
    const coming: ViewingPage['coming'][number][] = [];
    for (const { id: place, interestId, people: many, came } of await viewingsOn(db).placesOf([id])) {
      const interest = await interestsOn(db).byId(interestId);
      const names = await people.namesForOfficers(db, interest?.personId ? [interest.personId] : []);
      const name = names.get(interest?.personId ?? '') ?? 'Somebody';
      coming.push({ id: place, name, people: many, came, number: interest?.number ?? '' });
    }
    return {
      viewing,
      area: { id: area.id, slug: area.slug },
      place: asset ? { id: asset.id, name: asset.name } : null,
      today: dayIn(area.timeZone, clock()),
      mayOffer,
      coming,
    };
  }

  /** The time in which they have a place, as a calendar file. @throws Problem 404 for whoever has none */
  async function calendar(id: string): Promise<string> {
    const interest = await known(id);
    const area = await areas.byId(db, interest.areaId);
    const places = await viewingsOn(db).placesOfInterest(id);
    const viewing = (await viewingsOn(db).of(interest.assetId))
      .filter((one) => places.some(({ viewingId }) => viewingId === one.id))
      .at(-1);
    if (!viewing || !area) throw notFound('time');
    const place = (await shown(db, interest.assetId))?.name ?? 'a place';
    const about = {
      place,
      zone: area.timeZone,
      url: `${baseUrl}/interests/${id}`,
      over: viewing.state === 'cancelled',
    };
    return viewingCalendar(viewing, about, { baseUrl, mailFrom, now: clock() });
  }

  async function known(id: string): Promise<Interest> {
    const interest = await interestsOn(db).byId(id);
    if (!interest) throw notFound('interest');
    return interest;
  }

  async function timesOf(assetId: string) {
    const all = await viewingsOn(db).of(assetId);
    const held = await viewingsOn(db).placesOf(all.map(({ id }) => id));
    return all.map((viewing) => ({
      viewing,
      people: held.filter(({ viewingId }) => viewingId === viewing.id).reduce((sum, one) => sum + one.people, 0),
    }));
  }
}

const asShown = ({ viewing, people }: { viewing: ViewingPage['viewing']; people: number }) => {
  const { id, day, begins, ends, places } = viewing;
  return { id, day, begins, ends, places, free: Math.max(0, places - people) };
};
