import { Problem } from '../../kernel/problem.ts';
import type { RequestAsking } from './asking-steps.ts';
import { comparing, type Compared } from './comparing-steps.ts';
import { earlier, inTurn, overlap, whoGoesFirst, type Complete } from './competition-rules.ts';
import { leavesIn, type Contest, type Contestant, type RequestContests } from './contest-steps.ts';
import type { RoomOption, RoomRequest } from './request-contract.ts';
import type { RequestCore } from './request-deps.ts';
import type { RequestHolding } from './holding-steps.ts';
import { goneMail, outbidMail } from './request-mail-words.ts';
import type { Offer, OfferIn } from './offering-steps.ts';
import { optionsOn } from './option-store.ts';
import { suits } from './request-rules.ts';
import { CLOCK, keep, note, type RequestScenes, type Scene } from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';
import { goesFirstMail } from './owner-mail-words.ts';
import type { Comparison } from './rival-contract.ts';
import { whyWords } from './rival-words.ts';

type Deps = RequestCore & {
  scenes: RequestScenes;
  holding: RequestHolding;
  telling: RequestTelling;
  asking: RequestAsking;
  offerIn: OfferIn;
  contests: RequestContests;
};
/** What each of several requests is told of why it stands behind another, by its room. */
type Said = ReadonlyMap<string, Comparison>;

/** Several requests for the same dates: who is offered them, and what becomes of the others. */
export function requestCompeting({ newId, rooms, scenes, holding, telling, asking, offerIn, contests }: Deps) {
  const { contestFor, reach } = contests;
  return { grant, decideRoom };

  /**
   * Offers the dates that one request has asked for, to it or to the one that goes first. All of it happens at once: holds change
   * hands, whoever loses is told, and its next room is asked.
   * @returns the request that was offered the room; null when none could be
   */
  async function grant(scene: Scene, option: RoomOption, offer: Offer): Promise<Scene | null> {
    await decideRoom(scene, option);
    const before = await contestFor(scene, option);
    await holding.claimRooms(
      scene.unit,
      before.all.map((one) => one.option),
      scene.now,
    );
    let contest = await contestFor(scene, option);
    let able = contest.all.filter((one) => offer.how !== 'silent' || one.byDefault);
    for (let wanted = found(able, option); wanted; wanted = found(able, option)) {
      const first = whoGoesFirst(wanted, able, contest.tie);
      const compared = comparing(newId, first, contest, able);
      const behind = contest.all.filter((one) => !able.includes(one) && isBefore(first, one, contest));
      const placed = await makeWay(first, [...able, ...behind]);
      const offered = placed && (await offerTo(placed, first === wanted ? offer : { ...offer, pence: null }, compared));
      if (offered) compared.record();
      for (const room of new Map([option, first.option].map((one) => [one.spaceId, one])).values())
        await decideRoom(scene, room, offered ? compared.ofOthers : undefined);
      if (offered && first === wanted) return offered;
      if (offered) return afterAnother(offered, option, offer, compared);
      // Whoever could not have them after all is no rival.
      able = able.filter((one) => one !== first);
      contest = { ...contest, all: contest.all.filter((one) => one !== first) };
    }
    return null;
  }

  async function offerTo({ scene, option }: Placed, offer: Offer, { ofFirst }: Compared): Promise<Scene | null> {
    const { owner } = await telling.about(scene, option);
    const why = ofFirst.flatMap((one) => whyWords(one, owner, 'group'));
    return offerIn(scene, option, { ...offer, why: [...new Set(why)] });
  }

  /** Another request went first. Whoever takes any dates that are left may still have those. */
  async function afterAnother(first: Scene, option: RoomOption, offer: Offer, compared: Compared): Promise<Scene> {
    await tellOwnerWhy(first, option, offer, compared);
    const left = await optionsOn(first.unit.trx).byId(option.id);
    if (left?.state === 'asked') await grant(await scenes.ofOption(first.unit, left), left, offer);
    return first;
  }

  /** Takes the held time of others away for whoever goes first, and gives it to them. An owner’s silence takes none from who stands before. */
  async function makeWay(first: Contestant, all: readonly Contestant[]): Promise<Placed | null> {
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
  async function stand(scene: Scene, option: RoomOption): Promise<Placed | null> {
    const look = await rooms.look(scene.unit.trx, scene.request, option.spaceId);
    if (look instanceof Problem || !suits(look, scene.request.wish) || look.contested.length > 0) return null;
    const bookingId = await holding.hold(scene, look, holding.holdUntil(scene, option.dueOn ?? scene.today));
    const held = { ...option, bookingId, asked: await asking.askedOf(scene, option, look) };
    return { scene: await keep(scene, {}, held), option: held };
  }

  /**
   * Puts in order those who wait for a room without holding it: whoever was complete first holds what is free now, and whoever can
   * no longer get what they want goes on to their next room.
   * @param said why each stands behind another, where that has just been decided: whoever loses its dates without that lost them to something else
   */
  async function decideRoom(
    { unit, now }: Pick<Scene, 'unit' | 'now'>,
    { spaceId }: Pick<RoomOption, 'spaceId'>,
    said: Said = new Map(),
  ): Promise<void> {
    const spaces = await reach(unit, [spaceId]);
    const asked = await optionsOn(unit.trx).askedSharing(leavesIn(spaces));
    await holding.claimRooms(unit, asked, now);
    const waiting: Waiting[] = [];
    for (const one of asked) {
      const option = await holding.letGoOfRunOut(unit, one, now);
      const to = option === one ? said.get(option.id) : undefined;
      if (option.bookingId === null)
        waiting.push(waitingFor(option, (await scenes.ofOption(unit, option)).request, to));
    }
    for (const { option, to } of waiting.toSorted(earlier)) {
      const scene = await scenes.ofOption(unit, option);
      const look = await rooms.look(unit.trx, scene.request, option.spaceId);
      if (look instanceof Problem || !suits(look, scene.request.wish)) await lose(scene, option, to);
      else if (look.contested.length === 0) await stand(scene, option);
    }
  }

  async function lose(before: Scene, option: RoomOption, to: Comparison | undefined): Promise<void> {
    const scene = await keep(before, {}, { ...option, state: to ? 'outbid' : 'gone' });
    note(scene, to ? 'room_outbid' : 'room_gone', CLOCK, { after: { optionId: option.id, spaceId: option.spaceId } });
    const about = await telling.about(scene, option);
    const { scene: after, next } = await asking.askNext(scene);
    const why = to ? whyWords(to, about.owner, 'group') : [];
    await telling.toGroup(after, to ? outbidMail(about, why, next) : goneMail(about, next));
  }

  async function tellOwnerWhy(
    first: Scene,
    wanted: RoomOption,
    { how, actor }: Offer,
    { ofFirst }: Compared,
  ): Promise<void> {
    note(first, 'room_goes_first', actor, { after: { insteadOf: wanted.requestId } });
    const option = first.options.find(({ state }) => state === 'offered' || state === 'default_offered');
    if (how !== 'said_yes' || !option) return;
    const about = await telling.about(first, option);
    const why = ofFirst.flatMap((one) => whyWords(one, about.owner, 'other'));
    await telling.toOwner(first, option, goesFirstMail(about, [...new Set(why)]));
  }
}
export type RequestCompeting = ReturnType<typeof requestCompeting>;

type Placed = Pick<Contestant, 'scene' | 'option'>;
/** `to`: why it stands behind another. Whoever held its dates until the hold ran out lost them to time, not to a better result. */
type Waiting = Complete & { option: RoomOption; to: Comparison | undefined };
const waitingFor = (
  option: RoomOption,
  { completeOn, completeAt }: RoomRequest,
  to: Comparison | undefined,
): Waiting => ({ option, to, optionId: option.id, completeOn: completeOn ?? '', completeAt: completeAt ?? '' });
const isBefore = (one: Contestant, other: Contestant, { all, tie }: Contest): boolean => {
  const order = inTurn(all, tie);
  return order.indexOf(one) < order.indexOf(other);
};
const found = (all: readonly Contestant[], { id }: RoomOption): Contestant | undefined =>
  all.find(({ optionId }) => optionId === id);
