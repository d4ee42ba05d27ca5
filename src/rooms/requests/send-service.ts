import { invalid, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Audience } from '../spaces/space-contract.ts';
import type { RequestAsking } from './asking-steps.ts';
import type { RequestCompeting } from './competing-steps.ts';
import type { RequestContests } from './contest-steps.ts';
import type { RequestHolding } from './holding-steps.ts';
import type { RequestOfferService } from './offer-service.ts';
import { ASKED_STATES, isTestedFor, type MissingPart } from './request-contract.ts';
import type { RequestCore } from './request-deps.ts';
import { instantGranting } from './instant-steps.ts';
import { incompleteMail } from './request-mail-words.ts';
import {
  currentOf,
  keep,
  movedOn,
  note,
  stateAfter,
  waitingOf,
  type Actor,
  type RequestScenes,
  type Scene,
} from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';
import { requestChecks } from './sendable-steps.ts';
import { sentTelling } from './sent-telling.ts';

type Deps = RequestCore & {
  scenes: RequestScenes;
  holding: RequestHolding;
  telling: RequestTelling;
  asking: RequestAsking;
  competing: RequestCompeting;
  contests: RequestContests;
  offers: RequestOfferService;
};

/** Sending a request, and asking owners one after the other. */
export function requestSendService(deps: Deps) {
  const { clock, rooms, groups, caseNumber, scenes, holding, telling, asking, competing, contests, offers } = deps;
  const { lacks, missingIn, refuseHopeless } = requestChecks(deps);
  const grantAtOnce = instantGranting(competing, contests);
  const { tellAsked, tellDeputy } = sentTelling(deps);
  return {
    /**
     * Sends a request off. With a second person there it is complete and its owner is asked, whatever the test says; otherwise it
     * waits for that person. Sending twice is sending once.
     * @param agrees from the lead, for a room that is had at once: then it is taken and signed for in the same breath
     */
    send: (actor: Actor, id: string, { agrees }: { agrees?: 'yes' | undefined } = {}): Promise<Scene> =>
      scenes.inTurn(id, async (before) => {
        if (before.request.state !== 'draft') return before;
        await refuseHopeless(before);
        const receivedOn = before.request.channel === 'online' ? before.today : before.request.receivedOn;
        const scene = await keep(before, {
          receivedOn,
          caseNumber: await caseNumber(before.unit.trx, before.area, { kind: 'room_request', id }),
          terms: await rooms.terms(before.unit.trx, before.request.areaId, receivedOn),
        });
        const missing = await missingIn(scene);
        note(scene, 'room_requested', actor, {
          after: { rooms: scene.options.map(({ spaceId }) => spaceId), receivedOn, missing },
          leadId: await leadOf(scene),
        });
        if (missing.length > 0) return waitFor(scene, missing);
        const sent = await completeIn(scene, receivedOn);
        return agrees && sent.request.state === 'offered' && actor.personId === (await leadOf(sent))
          ? offers.takeIn(sent, actor)
          : sent;
      }),

    lacks,

    /** Whether a request that waits has what it lacked. Only a look. */
    isChanged: async (id: string): Promise<boolean> => (await lacks(id)).length === 0,

    /**
     * Looks whether a request that waited has everything now. @returns whether it went on
     */
    goOn: (id: string): Promise<boolean> =>
      scenes.inTurn(id, async (scene) => {
        if (scene.request.state !== 'incomplete' || (await missingIn(scene)).length > 0) return false;
        await completeIn(scene, scene.today);
        return true;
      }),

    /**
     * Other prices go for the request from now on (casework reference 9.3, C2). An owner who was asked at the first price is asked
     * anew, and the dates stay held.
     */
    changeAudience: (actor: Actor, id: string, audience: Audience): Promise<Scene> =>
      scenes.inTurn(id, async (before) => {
        const { state, wish } = before.request;
        if (!['draft', 'incomplete', ...ASKED_STATES].includes(state)) throw movedOn();
        if (state !== 'draft' && isTestedFor(audience) && !isTestedFor(wish.audience)) throw movedOn();
        const scene = await keep(before, { wish: { ...wish, audience } });
        if (state === 'draft' || audience === wish.audience) return scene;
        note(scene, 'room_audience_changed', actor, {
          before: wish.audience,
          after: { audience },
          leadId: await leadOf(scene),
        });
        return state === 'incomplete' ? scene : askedAnew(scene);
      }),

    /** Leaves a silent owner, or goes on after a room was added. What was held is given up. */
    askNextRoom: (actor: Actor, id: string): Promise<Scene> =>
      scenes.inTurn(id, async (before) => {
        const { request, options } = before;
        if (![...ASKED_STATES, 'with_broker'].includes(request.state)) throw movedOn();
        if (waitingOf(options).length === 0)
          throw invalid([{ field: 'space', message: 'Add a room to the list first.' }]);
        const current = currentOf(options);
        if (request.state === 'asked' && current?.askedOn === before.today)
          throw invalid([
            {
              field: '',
              message: 'The owner was asked today only. Give them until tomorrow, or take the request back.',
            },
          ]);
        const scene = current ? await passOver(before, current.id, actor) : before;
        const { scene: after } = await asking.askNext(scene);
        return after;
      }),
  };

  async function passOver(scene: Scene, optionId: string, actor: Actor): Promise<Scene> {
    const option = scene.options.find(({ id }) => id === optionId);
    if (!option) throw notFound('room');
    await holding.claimRooms(scene.unit, scene.options, scene.now);
    await holding.letGo(scene.unit, option, 'withdrawn');
    const after = await keep(scene, {}, { ...option, state: 'passed_over' });
    note(after, 'room_passed_over', actor, {
      after: { optionId, spaceId: option.spaceId },
      leadId: await leadOf(scene),
    });
    await competing.decideRoom(after, option);
    return after;
  }

  /** Everything is there: the clock starts, and the first room that can be had is asked for. */
  async function completeIn(before: Scene, completeOn: Day): Promise<Scene> {
    const scene = await keep(before, {
      state: stateAfter(before, 'complete'),
      completeOn,
      completeAt: clock().toISOString(),
      missing: [],
    });
    note(scene, 'room_request_complete', { personId: 'system', brought: null }, { after: { completeOn } });
    const asked = await asking.askNext(scene);
    const after = await grantAtOnce(asked.scene);
    if (after === asked.scene) await tellAsked(asked);
    return after;
  }

  /** Gives up the room in hand and asks for it again, as the request is wished for now. */
  async function askedAnew(before: Scene): Promise<Scene> {
    const option = currentOf(before.options);
    if (!option) throw notFound('room');
    await holding.claimRooms(before.unit, before.options, before.now);
    await holding.letGo(before.unit, option, 'withdrawn');
    const scene = await keep(before, { completeOn: before.today }, { ...option, ...NOT_ASKED });
    const asked = await asking.askNext(scene);
    await tellAsked(asked);
    return asked.scene;
  }

  async function waitFor(before: Scene, missing: MissingPart[]): Promise<Scene> {
    const state = stateAfter(before, 'send');
    const scene = await keep(before, {
      state,
      missing,
      dueOn: before.request.startsOn > before.today ? before.request.startsOn : before.request.endsOn,
    });
    const [first] = scene.options;
    if (!first) throw notFound('room');
    await telling.toGroup(scene, incompleteMail(await telling.about(scene, first), missing));
    await tellDeputy(scene);
    return scene;
  }

  async function leadOf({ unit, group }: Scene): Promise<string | null> {
    return (await groups.people(unit.trx, group.id)).find(({ role }) => role === 'group_lead')?.personId ?? null;
  }
}
/** A room as it is before its owner is asked. */
const NOT_ASKED = {
  state: 'waiting',
  askedOn: null,
  dueOn: null,
  warnedAt: null,
  asked: null,
  bookingId: null,
} as const;

export type RequestSendService = ReturnType<typeof requestSendService>;
