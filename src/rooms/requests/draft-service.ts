import { dayIn } from '../../kernel/clock.ts';
import { countAttempt } from '../../kernel/limits.ts';
import { conflict, invalid, notFound, Problem, type Mistake } from '../../kernel/problem.ts';
import type { Recurrence } from '../../kernel/recurrence-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Brought, Place } from '../bookings/booking-contract.ts';
import type { AskForm } from './request-form-contract.ts';
import { ASKED_STATES, type RoomOption, type RoomRequest, type Wish } from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import { optionsOn } from './option-store.ts';
import { keep, movedOn, note, type RequestScenes, type Scene } from './request-scene.ts';
import { requestsOn } from './request-store.ts';
import { wishFrom } from './wish-rules.ts';

type Deps = RequestDeps & { scenes: RequestScenes };
type Asked = Pick<RoomRequest, 'channel' | 'receivedOn' | 'readBack'>;

const NEW_REQUESTS = { name: 'new-room-request', most: 100, minutes: 24 * 60 };

/** Writing down what a group wants, before anybody is asked: kept, changed and thrown away as often as they like. */
export function requestDraftService({ db, clock, newId, inOneTransaction, rooms, groups, areas, scenes }: Deps) {
  return {
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

    /** Puts another room at the end of the list, before the request is sent or while others are asked. */
    async addRoom(actor: string, id: string, spaceId: string): Promise<RoomRequest['state']> {
      const place = await placeOf(spaceId);
      return scenes.inTurn(id, async (scene) => {
        const { request, options } = scene;
        if (!['draft', 'incomplete', 'with_broker', ...ASKED_STATES].includes(request.state)) throw movedOn();
        if (options.some((one) => one.spaceId === spaceId)) return request.state;
        if (place.areaId !== request.areaId)
          throw wrong('space', 'Choose a room of the same area. For another area send a request of its own.');
        if (options.length >= request.terms.most_options)
          throw wrong(
            'space',
            `There are ${request.terms.most_options} rooms on the list, which is as many as a request may name. Take one off first.`,
          );
        await optionsOn(scene.unit.trx).add({
          ...firstOption(request, place),
          rank: Math.max(0, ...options.map(({ rank }) => rank)) + 1,
        });
        const after = await keep(scene, {});
        if (request.state !== 'draft')
          note(after, 'room_added', { personId: actor, brought: null }, { after: { spaceId } });
        return request.state;
      });
    },

    /** Takes a room off the list that nobody has been asked for yet. */
    takeOff: (id: string, optionId: string): Promise<void> =>
      scenes.inTurn(id, async (scene) => {
        const option = scene.options.find((one) => one.id === optionId);
        if (!option) throw notFound('room');
        if (option.state !== 'waiting') throw movedOn();
        if (scene.request.state === 'draft' && scene.options.length === 1)
          throw conflict('This is the only room on the list. Add another first, or throw the request away.');
        await optionsOn(scene.unit.trx).remove(optionId);
      }),

    /** Makes a room the one that is asked next. */
    putFirst: (id: string, optionId: string): Promise<void> =>
      scenes.inTurn(id, async ({ unit, options }) => {
        const chosen = options.find((one) => one.id === optionId);
        if (!chosen || chosen.state !== 'waiting') throw movedOn();
        const others = options.filter(({ state, id: other }) => state === 'waiting' && other !== optionId);
        const ranks = [...others, chosen].map(({ rank }) => rank).toSorted((one, other) => one - other);
        for (const [at, option] of [chosen, ...others].entries())
          await optionsOn(unit.trx).save({ ...option, rank: ranks[at] ?? option.rank });
      }),
  };

  function inDraft(id: string, work: (scene: Scene) => Promise<void>): Promise<void> {
    return scenes.inTurn(id, async (scene) => {
      if (scene.request.state !== 'draft') throw movedOn();
      await work(scene);
    });
  }

  function firstOption({ id: requestId }: RoomRequest, { spaceId, assetId, ownerId }: Place): RoomOption {
    return {
      id: newId(),
      requestId,
      rank: 1,
      spaceId,
      assetId,
      ownerId,
      state: 'waiting',
      askedOn: null,
      dueOn: null,
      warnedAt: null,
      asked: null,
      answeredOn: null,
      answeredBy: null,
      reason: null,
      note: null,
      lapsesOn: null,
      bookingId: null,
    };
  }

  /** @throws Problem 404 */
  async function placeOf(spaceId: string): Promise<Place> {
    const [place] = await rooms.spaces.places(db, [spaceId]);
    if (!place || place.hidden) throw notFound('room');
    return place;
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

/** What an officer has to say who does something for a group. */
export function broughtMistakes(
  {
    channel,
    received_on: receivedOn,
    read_back: readBack,
    consent,
  }: Pick<AskForm, 'channel' | 'received_on' | 'read_back' | 'consent'>,
  today: string,
): Mistake[] {
  return [
    ...(channel ? [] : [{ field: 'channel', message: 'Say how they got in touch.' }]),
    ...(receivedOn && receivedOn <= today
      ? []
      : [
          {
            field: 'received_on',
            message: receivedOn
              ? 'Enter the day they got in touch: it cannot be after today.'
              : 'Enter the day they got in touch.',
          },
        ]),
    ...(readBack ? [] : [{ field: 'read_back', message: 'Say how they checked what you typed.' }]),
    ...(consent ? [] : [{ field: 'consent', message: 'Confirm that they agree to what you typed.' }]),
  ];
}

/** The first and the last day that a rule can give. */
function spanOf(rule: Recurrence): { startsOn: string; endsOn: string } {
  if (rule.kind === 'once') return { startsOn: rule.date, endsOn: rule.date };
  if (rule.kind === 'dates') return { startsOn: rule.dates[0] ?? '', endsOn: rule.dates.at(-1) ?? '' };
  return { startsOn: rule.from, endsOn: rule.until };
}

const wrong = (field: string, message: string): Problem => invalid([{ field, message }]);
