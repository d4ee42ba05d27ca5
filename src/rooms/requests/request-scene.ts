import { minuteNow } from '../../kernel/clock.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { Group } from '../../groups/groups/group-contract.ts';
import { together } from '../../kernel/database.ts';
import type { NewFact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Brought } from '../bookings/booking-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import type { RequestFactKind } from './request-facts.ts';
import { CURRENT_OPTIONS, type Move, type RoomOption, type RoomRequest } from './request-contract.ts';
import { optionsOn } from './option-store.ts';
import { after } from './request-rules.ts';
import { requestsOn } from './request-store.ts';

/** A request that a transaction has its turn on, with everything around it. */
export type Scene = {
  unit: UnitOfWork;
  request: RoomRequest;
  options: RoomOption[];
  group: Group;
  area: Area;
  today: Day;
  /** Of the day, where the room is. */ minute: number;
  now: number;
  daysOff: DaysOff;
};
/** Who does something: somebody, or what runs by itself; and how it came in, when an officer does it for a group. */
export type Actor = { personId: string; brought: Brought | null };
const MINUTE_MS = 60_000;
export const CLOCK: Actor = { personId: 'system', brought: null };

type Looking = Pick<RequestDeps, 'clock' | 'rooms' | 'groups'>;

/** Opening a request to move it: one at a time in each area, because requests of one area meet in the same rooms. */
export function requestScenes(deps: Looking & Pick<RequestDeps, 'db' | 'inOneTransaction'>) {
  const { db, inOneTransaction } = deps;
  const sceneOf = requestSceneMaker(deps);
  return { inTurn, sceneOf, ofOption };

  /** @throws Problem 404 */
  async function inTurn<T>(requestId: string, work: (scene: Scene) => Promise<T>): Promise<T> {
    const areaId = (await requestsOn(db).byId(requestId))?.areaId;
    if (areaId === undefined) throw notFound('request');
    return inOneTransaction(async (unit) => {
      await requestsOn(unit.trx).takeTurn(areaId);
      const request = await requestsOn(unit.trx).byId(requestId);
      if (!request) throw notFound('request');
      return work(await sceneOf(unit, request));
    });
  }

  async function ofOption(unit: UnitOfWork, option: RoomOption): Promise<Scene> {
    const request = await requestsOn(unit.trx).byId(option.requestId);
    if (!request) throw notFound('request');
    return sceneOf(unit, request);
  }
}
export type RequestScenes = ReturnType<typeof requestScenes>;

/** Everything around a request, as a transaction sees it. `known` are its rooms, where it is new. */
export function requestSceneMaker({ clock, rooms, groups }: Looking) {
  return async function sceneOf(unit: UnitOfWork, request: RoomRequest, known?: RoomOption[]): Promise<Scene> {
    const [group, area, options] = await together(unit.trx, () => [
      groups.byId(unit.trx, request.groupId),
      rooms.areas.byId(unit.trx, request.areaId),
      known ? Promise.resolve(known) : optionsOn(unit.trx).of(request.id),
    ]);
    if (!group || !area) throw notFound('request');
    const { today, minute, daysOff } = await rooms.momentIn(unit.trx, area);
    return {
      unit,
      request,
      options,
      group,
      area,
      today,
      minute,
      now: minuteNow(clock),
      daysOff,
    };
  };
}

/** Saves what changed of a request and of one of its rooms. */
export async function keep(scene: Scene, changed: Partial<RoomRequest>, option?: RoomOption): Promise<Scene> {
  const request = { ...scene.request, ...changed, changedAt: new Date(scene.now * MINUTE_MS).toISOString() };
  await requestsOn(scene.unit.trx).save(request);
  if (option) await optionsOn(scene.unit.trx).save(option);
  return {
    ...scene,
    request: { ...request, version: request.version + 1 },
    options: scene.options.map((one) => (one.id === option?.id ? option : one)),
  };
}

/** The state that a move leads to. @throws Problem 409 where it is not open any more */
export function stateAfter({ request }: Pick<Scene, 'request'>, move: Move): RoomRequest['state'] {
  const state = after(request.state, move);
  if (state === null) throw movedOn();
  return state;
}

/** Puts something on the record of a request. Purposes, names and notes are not in it. */
export function note(
  { unit, request, group }: Scene,
  kind: RequestFactKind,
  actor: Actor,
  more: Partial<Pick<NewFact, 'after' | 'reason' | 'before'>> & { leadId?: string | null } = {},
): void {
  const { leadId = null, ...said } = more;
  unit.record({
    kind,
    areaId: request.areaId,
    subjectKind: 'room_request',
    subjectId: request.id,
    actor: actor.personId,
    onBehalfOf: actor.brought ? leadId : null,
    channel: actor.brought?.channel ?? null,
    ...said,
    after: {
      groupId: group.id,
      ...(said.after as object | undefined),
      ...(actor.brought && { receivedOn: actor.brought.receivedOn, readBack: actor.brought.readBack }),
    },
  });
}

/** The room that is in somebody's hands: asked, offered or taken. */
export const currentOf = (options: readonly RoomOption[]): RoomOption | undefined =>
  options.find(({ state }) => CURRENT_OPTIONS.includes(state));
export const waitingOf = (options: readonly RoomOption[]): RoomOption[] =>
  options.filter(({ state }) => state === 'waiting');

export const movedOn = () =>
  conflict('This request has moved on since you opened the page. Open it again to see how it stands.');
