import type { UnitOfWork } from '../../kernel/facts.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Stretch } from '../../kernel/recurrence-contract.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import { heldStretch } from '../bookings/claim-contract.ts';
import type { RequestAsking } from './asking-steps.ts';
import { earlier, overlap, whoGoesFirst, type Contender, type Rival } from './competition-rules.ts';
import type { RoomOption, RoomRequest } from './request-contract.ts';
import type { RequestCore } from './request-deps.ts';
import type { RequestHolding } from './holding-steps.ts';
import { goneMail, outbidMail } from './request-mail-words.ts';
import type { Offer, OfferIn } from './offering-steps.ts';
import { optionsOn } from './option-store.ts';
import { suits, whyNoDefault } from './request-rules.ts';
import { CLOCK, keep, note, type RequestScenes, type Scene } from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';
import { outcomeForOwnerMail } from './owner-mail-words.ts';

type Deps = RequestCore & {
  scenes: RequestScenes;
  holding: RequestHolding;
  telling: RequestTelling;
  asking: RequestAsking;
  offerIn: OfferIn;
};
/** A request that wants some of the same dates, with all around it. */
export type Contestant = Rival & { scene: Scene; option: RoomOption; byDefault: boolean };

/** Several requests for the same dates: who is offered them, and what becomes of the others. */
export function requestCompeting({ rooms, bookings, passportOf, scenes, holding, telling, asking, offerIn }: Deps) {
  return { grant, decideRoom, contestFor };

  /**
   * Offers the dates that one request has asked for, to it or to the one that goes first. All of it happens at once: holds change
   * hands, whoever loses is told, and its next room is asked.
   * @returns the request that was offered the room; null when none could be
   */
  async function grant(scene: Scene, option: RoomOption, offer: Offer): Promise<Scene | null> {
    await decideRoom(scene, option);
    await holding.claimRooms(
      scene.unit,
      (await contestFor(scene, option)).map((one) => one.option),
      scene.now,
    );
    let able = (await contestFor(scene, option)).filter((one) => offer.how !== 'silent' || one.byDefault);
    for (let wanted = found(able, option); wanted; wanted = found(able, option)) {
      const first = whoGoesFirst(wanted, able);
      const placed = await makeWay(first, able);
      const offered =
        placed &&
        (await offerIn(placed.scene, placed.option, { ...offer, pence: first === wanted ? offer.pence : null }));
      await decideRoom(scene, option);
      if (offered && first === wanted) return offered;
      if (offered) return afterAnother(offered, option, offer);
      able = able.filter((one) => one !== first);
    }
    return null;
  }

  /** Another request went first. Whoever takes any dates that are left may still have those. */
  async function afterAnother(first: Scene, option: RoomOption, offer: Offer): Promise<Scene> {
    await tellOwnerWhy(first, option, offer);
    const left = await optionsOn(first.unit.trx).byId(option.id);
    if (left?.state === 'asked') await grant(await scenes.ofOption(first.unit, left), left, offer);
    return first;
  }

  /** Takes the held time of others away from whoever goes first, and gives it to them. */
  async function makeWay(
    first: Contestant,
    all: readonly Contestant[],
  ): Promise<Pick<Contestant, 'scene' | 'option'> | null> {
    for (const { option, scene } of all.filter(
      (one) => one !== first && one.option.bookingId !== null && overlap(one.held, first.held),
    )) {
      await holding.letGo(scene.unit, option, 'declined');
      await optionsOn(scene.unit.trx).save({ ...option, bookingId: null });
    }
    if (first.option.bookingId !== null) return first;
    const scene = await scenes.ofOption(first.scene.unit, first.option);
    return stand(scene, first.option);
  }

  /** Holds the dates of a request that held none, if nothing is in the way any more. */
  async function stand(scene: Scene, option: RoomOption): Promise<Pick<Contestant, 'scene' | 'option'> | null> {
    const look = await rooms.look(scene.unit.trx, scene.request, option.spaceId);
    if (look instanceof Problem || !suits(look, scene.request.wish) || look.contested.length > 0) return null;
    const bookingId = await holding.hold(scene, look, holding.holdUntil(scene, option.dueOn ?? scene.today));
    const held = { ...option, bookingId, asked: await asking.askedOf(scene, option, look) };
    return { scene: await keep(scene, {}, held), option: held };
  }

  /**
   * Puts in order those who wait for a room without holding it: whoever was complete first holds what is free now, and whoever can
   * no longer get what they want goes on to their next room.
   */
  async function decideRoom(
    { unit, now }: Pick<Scene, 'unit' | 'now'>,
    { spaceId }: Pick<RoomOption, 'spaceId'>,
  ): Promise<void> {
    const spaces = await reach(unit, [spaceId]);
    const asked = await optionsOn(unit.trx).askedSharing(leavesIn(spaces));
    await holding.claimRooms(unit, asked, now);
    const waiting: Waiting[] = [];
    for (const one of asked) {
      const option = await holding.letGoOfRunOut(unit, one, now);
      const lostAs = option === one ? 'outbid' : 'gone';
      if (option.bookingId === null)
        waiting.push(waitingFor(option, (await scenes.ofOption(unit, option)).request, lostAs));
    }
    for (const { option, lostAs } of waiting.toSorted(earlier)) {
      const scene = await scenes.ofOption(unit, option);
      const look = await rooms.look(unit.trx, scene.request, option.spaceId);
      if (look instanceof Problem || !suits(look, scene.request.wish)) await lose(scene, option, lostAs);
      else if (look.contested.length === 0) await stand(scene, option);
    }
  }

  async function lose(before: Scene, option: RoomOption, as: Waiting['lostAs']): Promise<void> {
    const scene = await keep(before, {}, { ...option, state: as });
    note(scene, as === 'outbid' ? 'room_outbid' : 'room_gone', CLOCK, {
      after: { optionId: option.id, spaceId: option.spaceId },
    });
    const about = await telling.about(scene, option);
    const { scene: after, next } = await asking.askNext(scene);
    await telling.toGroup(after, as === 'outbid' ? outbidMail(about, next) : goneMail(about, next));
  }

  /** Everybody who waits for an answer and wants some of the same time, directly or through others. Changes nothing. */
  async function contestFor(
    { unit }: Pick<Scene, 'unit'>,
    { spaceId }: Pick<RoomOption, 'spaceId'>,
  ): Promise<Contestant[]> {
    let spaces = await reach(unit, [spaceId]);
    for (let size = 0; size !== spaces.size;) {
      size = spaces.size;
      const asked = await optionsOn(unit.trx).askedSharing(leavesIn(spaces));
      spaces = await reach(unit, [...spaces.keys(), ...asked.map((one) => one.spaceId)]);
    }
    const asked = await optionsOn(unit.trx).askedSharing(leavesIn(spaces));
    const found: Contestant[] = [];
    for (const option of asked) found.push(...(await contestant(unit, option, spaces)));
    return found;
  }

  async function contestant(
    unit: UnitOfWork,
    option: RoomOption,
    spaces: ReadonlyMap<string, BookableSpace>,
  ): Promise<Contestant[]> {
    const [scene, space] = [await scenes.ofOption(unit, option), spaces.get(option.spaceId)];
    const dates = space ? await datesOf(scene, option) : [];
    if (!space || dates.length === 0) return [];
    const passport = await passportOf(unit.trx, scene.request.groupId, scene.today);
    const onDueDay = await passportOf(unit.trx, scene.request.groupId, option.dueOn ?? scene.today);
    return [
      {
        optionId: option.id,
        scene,
        option,
        benefit: passport.state === 'passed' ? passport : { points: null, possible: null },
        completeOn: scene.request.completeOn ?? '',
        completeAt: scene.request.completeAt ?? '',
        held: { leaves: space.leaves, stretches: dates.map((date) => heldStretch(space, date)) },
        byDefault:
          scene.request.state === 'asked' && option.asked !== null && whyNoDefault(option.asked, onDueDay).length === 0,
      },
    ];
  }

  async function datesOf(scene: Scene, { bookingId, spaceId }: RoomOption): Promise<readonly Stretch[]> {
    if (bookingId !== null)
      return (await bookings.datesOf(scene.unit.trx, bookingId)).filter(({ state }) => state === 'planned');
    const look = await rooms.look(scene.unit.trx, scene.request, spaceId);
    return look instanceof Problem ? [] : look.dates;
  }

  async function reach({ trx }: UnitOfWork, spaceIds: readonly string[]): Promise<Map<string, BookableSpace>> {
    return new Map((await rooms.spaces.bookable(trx, [...new Set(spaceIds)])).map((space) => [space.id, space]));
  }

  async function tellOwnerWhy(first: Scene, wanted: RoomOption, { how, actor }: Offer): Promise<void> {
    note(first, 'room_goes_first', actor, { after: { insteadOf: wanted.requestId } });
    const option = first.options.find(({ state }) => state === 'offered' || state === 'default_offered');
    if (how === 'said_yes' && option)
      await telling.toOwner(first, option, outcomeForOwnerMail(await telling.about(first, option), 'goes_first'));
  }
}
export type RequestCompeting = ReturnType<typeof requestCompeting>;

/** `lostAs`: what it is where it can no longer get its dates. Whoever held them until the hold ran out lost them to time, not to a better result. */
type Waiting = Contender & { option: RoomOption; lostAs: 'outbid' | 'gone' };
const waitingFor = (
  option: RoomOption,
  { completeOn, completeAt }: RoomRequest,
  lostAs: Waiting['lostAs'],
): Waiting => ({
  option,
  lostAs,
  optionId: option.id,
  benefit: { points: null, possible: null },
  completeOn: completeOn ?? '',
  completeAt: completeAt ?? '',
});
const found = (all: readonly Contestant[], { id }: RoomOption): Contestant | undefined =>
  all.find(({ optionId }) => optionId === id);
const leavesIn = (spaces: ReadonlyMap<string, BookableSpace>): number[] => [
  ...new Set([...spaces.values()].flatMap(({ leaves }) => leaves)),
];
