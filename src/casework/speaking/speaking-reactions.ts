import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { ReactionTable } from '../../kernel/reactions.ts';
import { afterSpeaking } from './floor-rules.ts';
import { speakerKey } from './speaker-key-rules.ts';
import { speakersOn } from './speaker-store.ts';
import type { Speaker } from './speaking-contract.ts';
import type { SpeakingTellingDeps } from './speaking-deps.ts';
import type { SpeakingFactKind } from './speaking-facts.ts';
import { HEARING_TOLD, speakerMail, type SpeakerTold } from './speaking-mail-words.ts';

type Deps = SpeakingTellingDeps & { clock: Clock };

/**
 * What follows from facts about speaking at a hearing, and from those about the hearing for whoever is registered: all are told, with
 * the calendar file as it is then, and nobody keeps the floor when the hearing is over.
 */
export function speakingReactions(deps: Deps) {
  const { clock, secret, baseUrl, proposals, hearingOf, calendarOf, placeOf, emailOf, writeMail, tell } = deps;
  return {
    speaker_registered: [one],
    speaker_withdrawn: [one],
    floor_given: [],
    floor_stopped: [],
    floor_extended: [],
    ...(Object.fromEntries(HEARING_TOLD.map((kind) => [kind, [all]])) as Record<
      (typeof HEARING_TOLD)[number],
      [typeof all]
    >),
    proposal_hearing_held: [close],
    proposal_hearing_adjourned: [all, close],
    hearing_called_off: [all, close],
  } satisfies ReactionTable & Record<SpeakingFactKind, unknown>;

  async function one(unit: UnitOfWork, fact: Fact): Promise<void> {
    const speaker = await speakersOn(unit.trx).byId(fact.subjectId);
    if (speaker) await tellOne(unit, fact, speaker, '');
  }

  async function all(unit: UnitOfWork, fact: Fact): Promise<void> {
    const hearing = await hearingOf(unit.trx, fact.subjectId);
    for (const speaker of await speakersOn(unit.trx).registered(fact.subjectId))
      await tellOne(unit, fact, speaker, hearing?.reason ?? '');
  }

  /** Nobody has the floor any more. */
  async function close({ trx }: UnitOfWork, { subjectId }: Fact): Promise<void> {
    const floor = await speakersOn(trx).floor(subjectId);
    if (!floor || floor.speakerId === null) return;
    const has = await speakersOn(trx).byId(floor.speakerId);
    if (has) await speakersOn(trx).change(afterSpeaking(has, floor, clock()));
    await speakersOn(trx).setFloor({ ...floor, speakerId: null, since: null, version: floor.version + 1 });
  }

  async function tellOne(unit: UnitOfWork, { kind }: Fact, speaker: Speaker, reason: string): Promise<void> {
    const { personId, areaId, proposalId, id } = speaker;
    const proposal = await proposals.byId(unit.trx, proposalId);
    const hearing = (await hearingOf(unit.trx, proposalId)) ?? null;
    if (!proposal) return;
    const text = speakerMail(kind as SpeakerTold, speaker, {
      number: proposal.number,
      place: await placeOf(unit.trx, proposal.assetId),
      url: `${baseUrl}/speakers/${speakerKey(secret, id)}`,
      hearing,
      reason,
    });
    const mail = {
      ...text,
      ...(hearing &&
        hearing.state !== 'held' &&
        speaker.state === 'registered' && { calendar: await calendarOf(unit.trx, hearing, proposal) }),
    };
    const email = (personId === null ? null : await emailOf(unit.trx, personId)) ?? speaker.email;
    // Two who share an address each get their own.
    const because = unit.because === undefined ? undefined : `${unit.because} ${id}`;
    if (email !== null) await writeMail(unit.trx, { to: email, areaId, because, ...mail });
    else if (personId !== null) await tell(unit, { id: null, areaId }, { personId, email }, mail);
  }
}
