import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { writtenOver } from './answer-form.ts';
import type { SentAnswers } from './passport-contract.ts';
import type { Place, PassportDeps } from './passport-draft-service.ts';
import { standingOn } from './passport-rules.ts';
import { testsOn } from './test-store.ts';
import type { BenefitTest, TestState } from './test-contract.ts';
import { sendIn, broughtMistakes, refuse } from './passport-sending-service.ts';
import { lengthMistakes } from './answer-rules.ts';
import type { PassportStanding } from './passport-standing-contract.ts';

const WAITING: readonly TestState[] = ['scoring', 'settling', 'deciding'];

/** The room passport: five questions, once a year, good for every room of the area. */
export function passportService(deps: PassportDeps) {
  const { db, drafts, inOneTransaction } = deps;
  return {
    sendIn: (unit: UnitOfWork, place: Place, personId: string, sent: SentAnswers) =>
      sendIn(deps, unit, place, personId, sent),

    /** How a group stands on a day, for whoever lets it book. @param on the transaction in hand, if there is one */
    async passportOf(groupId: string, day: string, on: Db = db): Promise<PassportStanding> {
      return standingOn(await testsOn(on).passportsOf(groupId), day);
    },

    save: (groupId: string, given: Pick<SentAnswers, 'answers' | 'seen'>) => saveAnswers(deps, groupId, given),

    /** Hands answers in to be scored. The same sending twice is one. */
    async send(who: Who, groupId: string, sent: SentAnswers): Promise<BenefitTest> {
      const place = await drafts.placeOf(groupId);
      refuse(await broughtMistakes(deps, sent.brought, place));
      return inOneTransaction((unit) => sendIn(deps, unit, place, who.personId, sent));
    },

    withdraw: (who: Who, groupId: string) => withdrawAnswers(deps, who, groupId),
  };
}

/** Takes back what waits to be scored. */
async function withdrawAnswers(
  { drafts, inOneTransaction, clock }: PassportDeps,
  who: Who,
  groupId: string,
): Promise<void> {
  const { group } = await drafts.placeOf(groupId);
  await inOneTransaction(async ({ trx, record }) => {
    const open = await testsOn(trx).openPassportOf(groupId);
    const test = open && (await testsOn(trx).lock(open.id));
    if (!test || !WAITING.includes(test.state))
      throw conflict('Nothing of this group waits to be scored. Look at the page of its passport.');
    await testsOn(trx).change({ ...test, state: 'withdrawn', changedAt: clock().toISOString() });
    record({
      kind: 'passport_withdrawn',
      areaId: group.areaId,
      subjectKind: 'group',
      subjectId: groupId,
      actor: who.personId,
      after: { testId: test.id },
    });
  });
}

/** Keeps answers that are not finished. */
async function saveAnswers(
  { drafts, inOneTransaction, clock }: PassportDeps,
  groupId: string,
  { answers, seen }: Pick<SentAnswers, 'answers' | 'seen'>,
): Promise<BenefitTest> {
  refuse(lengthMistakes(answers));
  const place = await drafts.placeOf(groupId);
  return inOneTransaction(async ({ trx }) => {
    const draft = await drafts.draftIn(trx, place);
    refuse(writtenOver(draft.answers, answers, seen), 409);
    const saved = { ...draft, answers, changedAt: clock().toISOString() };
    await testsOn(trx).change(saved);
    return saved;
  });
}
