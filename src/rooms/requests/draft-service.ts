import type { Who } from '../../ground/people/role-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { countAttempt } from '../../kernel/limits.ts';
import { invalid, notFound, Problem } from '../../kernel/problem.ts';
import type { Brought, Place } from '../bookings/booking-contract.ts';
import { broughtMistakes } from './brought-rules.ts';
import { optionsOn } from './option-store.ts';
import type { RoomRequest, Wish } from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import type { AskForm } from './request-form-contract.ts';
import { keep, movedOn, type RequestScenes, type Scene } from './request-scene.ts';
import { requestsOn } from './request-store.ts';
import { requestRoomList } from './room-list-service.ts';
import { spanOf, wishFrom } from './wish-rules.ts';

type Deps = RequestDeps & { scenes: RequestScenes };
type Asked = Pick<RoomRequest, 'channel' | 'receivedOn' | 'readBack'>;

const NEW_REQUESTS = { name: 'new-room-request', most: 100, minutes: 24 * 60 };

/** Writing down what a group wants, before anybody is asked: kept, changed and thrown away as often as they like. */
export function requestDraftService(deps: Deps) {
  const { db, clock, newId, inOneTransaction, rooms, groups, areas, scenes } = deps;
  const { placeOf, firstOption, ...roomList } = requestRoomList(deps);
  return {
    ...roomList,
    byId: (id: string) => requestsOn(db).byId(id),
    /** Removes drafts that nobody has touched since an instant, and links for owners that had run out before it. */
    forget: async (before: Date): Promise<number> =>
      (await requestsOn(db).forgetDrafts(before)) + (await optionsOn(db).forgetLinks(before)),

    /** How a request came in that an officer typed; null for one that a group's own people typed. */
    async broughtOf(id: string): Promise<Brought | null> {
      const request = await requestsOn(db).byId(id);
      return request && request.channel !== 'online'
        ? { channel: request.channel, receivedOn: request.receivedOn, readBack: request.readBack ?? '' }
        : null;
    },

    /** Begins a request with its first room. Sending the same form twice makes one. */
    async begin(who: Who, groupId: string, spaceId: string, form: AskForm): Promise<RoomRequest> {
      const submission = form.submission ?? newId();
      const known = await requestsOn(db).bySubmission(who.personId, submission);
      if (known) return known;
      const place = await placeOf(spaceId);
      const asked = await askedBy(who, groupId, form, place);
      const wish = await checkedWish(groupId, form, spaceId, await todayIn(place.areaId));
      await countAttempt(db, clock, NEW_REQUESTS, who.personId);
      const now = clock().toISOString();
      const request: RoomRequest = {
        id: newId(),
        caseNumber: null,
        areaId: place.areaId,
        groupId,
        state: 'draft',
        wish,
        missing: [],
        terms: await rooms.terms(db, place.areaId, asked.receivedOn),
        ...asked,
        completeOn: null,
        completeAt: null,
        dueOn: null,
        ...spanOf(wish.recurrence),
        reason: null,
        submission,
        createdBy: who.personId,
        createdAt: now,
        changedAt: now,
        version: 1,
      };
      return inOneTransaction(async ({ trx }) => {
        if (!(await requestsOn(trx).add(request)))
          return (await requestsOn(trx).bySubmission(who.personId, submission)) ?? request;
        await optionsOn(trx).add(firstOption(request, place));
        return request;
      });
    },

    /** Changes what is wanted, until it is sent. */
    async change(who: Who, id: string, form: AskForm): Promise<void> {
      const before = await requestsOn(db).byId(id);
      const [first] = await optionsOn(db).of(id);
      if (!before || !first) throw notFound('request');
      const asked = await askedBy(who, before.groupId, form, await placeOf(first.spaceId));
      const wish = await checkedWish(before.groupId, form, first.spaceId, await todayIn(before.areaId));
      await inDraft(id, async (scene) => void (await keep(scene, { wish, ...asked, ...spanOf(wish.recurrence) })));
    },

    throwAway: (id: string): Promise<void> => inDraft(id, ({ unit }) => requestsOn(unit.trx).removeDraft(id)),
  };

  function inDraft(id: string, work: (scene: Scene) => Promise<void>): Promise<void> {
    return scenes.inTurn(id, async (scene) => {
      if (scene.request.state !== 'draft') throw movedOn();
      await work(scene);
    });
  }

  async function todayIn(areaId: string): Promise<string> {
    return dayIn((await areas()).find(({ id }) => id === areaId)?.timeZone ?? 'UTC', clock());
  }

  /** A group's own people ask now; an officer says when and how they were asked to. */
  async function askedBy(who: Who, groupId: string, form: AskForm, { areaId }: Place): Promise<Asked> {
    const today = await todayIn(areaId);
    const own = (await groups.people(db, groupId)).some(
      ({ personId, role }) => personId === who.personId && role !== 'group_member',
    );
    if (own) return { channel: 'online', receivedOn: today, readBack: null };
    const mistakes = broughtMistakes(form, today);
    if (mistakes.length > 0) throw invalid(mistakes);
    return {
      channel: form.channel ?? 'phone',
      receivedOn: form.received_on ?? today,
      readBack: form.read_back ?? null,
    };
  }

  /** @throws Problem 400 for what cannot be meant. What cannot be had is shown on the next page, with other rooms */
  async function checkedWish(groupId: string, form: AskForm, spaceId: string, today: string): Promise<Wish> {
    const { wish, mistakes } = wishFrom(form);
    if (!wish) throw invalid(mistakes);
    if (spanOf(wish.recurrence).endsOn < today)
      throw wrong(
        wish.recurrence.kind === 'once' ? 'on' : wish.recurrence.kind === 'dates' ? 'dates' : 'until',
        'That day is over. Enter one from today on.',
      );
    const look = await rooms.look(db, { groupId, wish }, spaceId);
    if (look instanceof Problem && look.status === 400)
      throw invalid(
        look.mistakes.map(({ message }) => ({ field: wish.recurrence.kind === 'dates' ? 'dates' : 'until', message })),
      );
    return wish;
  }
}

const wrong = (field: string, message: string): Problem => invalid([{ field, message }]);
