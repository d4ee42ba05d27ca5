import type { Who } from '../../ground/people/role-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import { afterSpeaking, clockOf, whyNotFloor } from './floor-rules.ts';
import { speakersOn } from './speaker-store.ts';
import type { ClockShown, Floor, Speaker, SpeakerShown } from './speaking-contract.ts';
import type { SpeakingDeps } from './speaking-deps.ts';

const SECONDS = 60;
type Scene = { proposal: Proposal; floor: Floor; speakers: readonly Speaker[] };

/** Who has the floor at a hearing, and how much time is left. It stands in the database: a tablet that goes dark loses nothing. */
export function floors({ db, clock, inOneTransaction, locked, proposals, sideMinutes }: Omit<SpeakingDeps, 'newId'>) {
  return {
    /** Gives somebody the floor; whoever had it has spoken. @throws Problem 404, 409 */
    give: (
      who: Who,
      id: string,
      { speaker: speakerId, version }: { speaker: string; version: number },
    ): Promise<void> =>
      move(who, id, version, async (unit, { floor, speakers }) => {
        const next = speakers.find((one) => one.id === speakerId);
        if (!next) throw notFound('registration');
        if (floor.speakerId === speakerId) throw conflict('They have the floor already.');
        await hasSpoken(unit, floor, speakers);
        const now = clock();
        const stopped = { ...floor, speakerId: null, since: null };
        const refused = whyNotFloor(clockOf(stopped, await speakersOn(unit.trx).registered(id), now), next);
        if (refused !== null) throw conflict(refused);
        return {
          kind: 'floor_given',
          floor: { ...stopped, speakerId, since: now.toISOString() },
          after: { side: next.side },
        };
      }),

    /** Stops the clock: whoever had the floor has spoken. Twice is once. @throws Problem 409 */
    stop: (who: Who, id: string, { version }: { version: number }): Promise<void> =>
      move(who, id, version, async (unit, { floor, speakers }) => {
        await hasSpoken(unit, floor, speakers);
        return { kind: 'floor_stopped', floor: { ...floor, speakerId: null, since: null }, after: {} };
      }),

    /** More time, for both sides alike. @throws Problem 409 */
    extend: (who: Who, id: string, { version, minutes }: { version: number; minutes: number }): Promise<void> =>
      move(who, id, version, (_unit, { floor }) =>
        Promise.resolve({
          kind: 'floor_extended',
          floor: { ...floor, sideSeconds: floor.sideSeconds + minutes * SECONDS },
          after: { minutes },
        }),
      ),

    /** @throws Problem 404 */
    async clock(id: string): Promise<ClockShown> {
      const { floor, speakers } = await sceneOf(db, id);
      return clockOf(floor, speakers, clock());
    },

    /** For whoever runs the clock: with names. @throws Problem 404 */
    async shown(
      id: string,
    ): Promise<{ clock: ClockShown; speakers: readonly SpeakerShown[]; speakerId: string | null }> {
      const { floor, speakers } = await sceneOf(db, id);
      const shown = clockOf(floor, speakers, clock());
      return {
        clock: shown,
        speakers: speakers.map((one) => ({ ...one, refused: whyNotFloor(shown, one) })),
        speakerId: floor.speakerId,
      };
    },
  };

  type Moved = { kind: 'floor_given' | 'floor_stopped' | 'floor_extended'; floor: Floor; after: object };
  async function move(
    who: Who,
    id: string,
    version: number,
    decide: (unit: UnitOfWork, scene: Scene) => Promise<Moved>,
  ): Promise<void> {
    await inOneTransaction(async (unit) => {
      const { proposal, today } = await locked(unit, id);
      // A hearing may last beyond midnight: then its clock can still be stopped.
      if (proposal.state !== 'hearing_called' || proposal.hearingOn === null || proposal.hearingOn > today)
        throw conflict('The clock runs from the day of the hearing on.');
      const scene = await sceneOf(unit.trx, id);
      if (scene.floor.version !== version)
        throw conflict('Somebody else has moved the clock in the meantime. Look at it again.');
      const moved = await decide(unit, scene);
      await speakersOn(unit.trx).setFloor({ ...moved.floor, version: version + 1 });
      unit.record({
        kind: moved.kind,
        areaId: proposal.areaId,
        subjectKind: 'proposal',
        subjectId: id,
        actor: who.personId,
        after: moved.after,
      });
    });
  }

  /** @throws Problem 404 */
  async function sceneOf(on: Db, id: string): Promise<Scene> {
    const proposal = await proposals.byId(on, id);
    if (!proposal) throw notFound('proposal');
    const floor = (await speakersOn(on).floor(id)) ?? {
      proposalId: id,
      sideSeconds: (await sideMinutes(on, proposal)) * SECONDS,
      speakerId: null,
      since: null,
      version: 0,
    };
    return { proposal, floor, speakers: await speakersOn(on).registered(id) };
  }

  /** Adds what has run to whoever has the floor. */
  async function hasSpoken({ trx }: UnitOfWork, floor: Floor, speakers: readonly Speaker[]): Promise<void> {
    const has = speakers.find(({ id }) => id === floor.speakerId);
    if (has) await speakersOn(trx).change(afterSpeaking(has, floor, clock()));
  }
}
