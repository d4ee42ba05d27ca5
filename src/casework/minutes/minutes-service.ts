import { latestDay } from '../../ground/areas/area-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import { dueRows } from '../../kernel/due-rows.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import type { Correction, CorrectionAnswer, Minutes, NewCorrection } from './minutes-contract.ts';
import type { MinutesDeps } from './minutes-deps.ts';
import type { MinutesFactKind } from './minutes-facts.ts';
import { minutesOn } from './minutes-store.ts';

type Doing = { proposal: Proposal; minutes: Minutes; today: Day; actor: string };

/**
 * The minutes of a hearing (casework reference, second part, section 4): a draft, corrections by those who took part, the final text with
 * what has changed. Where nobody writes the draft, what was recorded is the draft; where nobody answers a correction, it stands beside the
 * text.
 */
export function minutesKept(deps: MinutesDeps) {
  const { db, clock, newId, onError, inOneTransaction, areas, locked, correctedBy, speakerByKey } = deps;
  return {
    /** Publishes the draft, or changes it while it can be corrected. @throws Problem 404, 409 where somebody else has changed it, or it is final */
    write: (who: Who, id: string, { said, was }: { said: string; was?: string | undefined }): Promise<void> =>
      doing(id, who.personId, async (unit, scene) => {
        const { minutes } = scene;
        if (minutes.state === 'final') throw conflict('The minutes are final. They do not change any more.');
        if (said === minutes.said) return;
        if (minutes.state === 'awaited') return draft(unit, scene, said, who.personId);
        if (was !== undefined && was !== minutes.said)
          throw conflict('Somebody else has changed the draft in the meantime. Look at it again.');
        await minutesOn(unit.trx).change({ ...minutes, said });
        record(unit, scene, 'minutes_changed', { before: minutes.said, after: said });
      }),

    /** Of somebody who spoke, by the link in their mail. The same sending twice is once. @throws Problem 404, 409 */
    async correctByKey(key: string, given: NewCorrection): Promise<string> {
      const { id, proposalId, personId } = await speakerByKey(key);
      await correct(proposalId, given, {
        part: 'speaker',
        speakerId: id,
        personId: null,
        actor: personId ?? 'link from a mail',
      });
      return proposalId;
    },

    /** Of the group, the owner, or somebody of the panel. @throws Problem 404, 409 */
    correct: (who: Who, part: Correction['part'], id: string, given: NewCorrection): Promise<void> =>
      correct(id, given, { part, speakerId: null, personId: who.personId, actor: who.personId }),

    /** Says what came of a correction; once. @throws Problem 404, 409 */
    answer: (who: Who, id: string, { correction: of, taken, reply }: CorrectionAnswer): Promise<void> =>
      doing(id, who.personId, async (unit, scene) => {
        mustBeDraft(scene.minutes);
        const correction = (await minutesOn(unit.trx).corrections(scene.minutes.id)).find((one) => one.id === of);
        if (!correction) throw notFound('correction');
        const state = taken === 'yes' ? 'taken' : 'not_taken';
        if (correction.state !== 'open') throw conflict('This correction has its answer already.');
        await minutesOn(unit.trx).answer({ ...correction, state, reply });
        record(unit, scene, 'minutes_correction_answered', { after: { correction: of, state } });
      }),

    /** What the clock does: a draft where nobody wrote one, and final minutes when the days for corrections are over. @returns how many */
    runDue: dueRows({
      today: async () => latestDay(await areas.all(), clock()),
      dueBefore: (day, after, limit) => minutesOn(db).due(day, after, limit),
      takeOn: (id) => inOneTransaction((unit) => takeOn(unit, id)),
      onError,
    }),
  };

  /** Two at once do it once: the second waits for the proposal, and finds a later day. */
  async function takeOn(unit: UnitOfWork, id: string): Promise<number> {
    const found = await minutesOn(unit.trx).byId(id);
    if (!found) return 0;
    const { proposal, today } = await locked(unit, found.proposalId);
    const minutes = await minutesOn(unit.trx).byId(id);
    if (!minutes?.dueOn || minutes.dueOn >= today) return 0;
    const scene = { proposal, minutes, today, actor: 'system' };
    if (minutes.state === 'awaited') await draft(unit, scene, '', null);
    else {
      await minutesOn(unit.trx).change({ ...minutes, state: 'final', dueOn: null, finalOn: today });
      record(unit, scene, 'minutes_final', { publicText: 'The minutes of the hearing are final.' });
    }
    return 1;
  }

  async function draft(unit: UnitOfWork, scene: Doing, said: string, draftedBy: string | null): Promise<void> {
    const { proposal, minutes, today } = scene;
    const dueOn = await correctedBy(unit.trx, proposal, today);
    await minutesOn(unit.trx).change({ ...minutes, state: 'draft', said, dueOn, draftedOn: today, draftedBy });
    record(unit, scene, 'minutes_drafted', {
      reason: `It can be corrected until the end of ${dateWords(dueOn)}.`,
      publicText: `The draft of the minutes is there. Whoever took part can correct it until ${dateWords(dueOn)}.`,
    });
  }

  async function correct(
    id: string,
    { words, submission = newId() }: NewCorrection,
    { actor, ...by }: Pick<Correction, 'part' | 'speakerId' | 'personId'> & { actor: string },
  ): Promise<void> {
    await doing(id, actor, async (unit, scene) => {
      const { minutes, today } = scene;
      mustBeDraft(minutes);
      const all = await minutesOn(unit.trx).corrections(minutes.id);
      if (all.some((one) => one.submission === submission)) return;
      const correction = { id: newId(), minutesId: minutes.id, ...by, words, state: 'open' as const, reply: '' };
      await minutesOn(unit.trx).correct({ ...correction, sentOn: today, submission });
      record(unit, scene, 'minutes_correction_sent', { after: { correction: correction.id } });
    });
  }

  /** @throws Problem 404 where no hearing was held */
  async function doing(
    id: string,
    actor: string,
    act: (unit: UnitOfWork, scene: Doing) => Promise<void>,
  ): Promise<void> {
    await inOneTransaction(async (unit) => {
      const { proposal, today } = await locked(unit, id);
      const minutes = await minutesOn(unit.trx).of(id);
      if (!minutes) throw notFound('minutes');
      await act(unit, { proposal, minutes, today, actor });
    });
  }
}

type Said = { reason?: string; before?: unknown; after?: unknown; publicText?: string };
function record(unit: UnitOfWork, { proposal, actor }: Doing, kind: MinutesFactKind, said: Said): void {
  unit.record({ kind, areaId: proposal.areaId, subjectKind: 'proposal', subjectId: proposal.id, actor, ...said });
}

/** @throws Problem 409 */
function mustBeDraft({ state }: Minutes): void {
  if (state === 'awaited') throw conflict('There is no draft of the minutes yet.');
  if (state === 'final') throw conflict('The minutes are final. They do not change any more.');
}
