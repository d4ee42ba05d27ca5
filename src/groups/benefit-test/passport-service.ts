import { outsideName } from '../groups/group-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid, Problem, type Mistake } from '../../kernel/problem.ts';
import { hashOf } from '../../kernel/secrets.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { writtenOver } from './answer-form.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import { receivedMail } from './benefit-mail-words.ts';
import type { StoredSet } from './criteria-contract.ts';
import type { CriteriaService } from './criteria-service.ts';
import type { Brought, SentAnswers } from './passport-contract.ts';
import { stillDraft, type PassportDrafts, type Place } from './passport-drafts.ts';
import { answerMistakes, improvable, lengthMistakes, needsNews, standingOn } from './passport-rules.ts';
import { testsOn } from './test-store.ts';
import type { BenefitTest, PassportStanding, TestState } from './test-contract.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'inOneTransaction' | 'groups' | 'people' | 'tell' | 'baseUrl'> & {
  criteria: CriteriaService;
  drafts: PassportDrafts;
};

const WAITING: readonly TestState[] = ['scoring', 'settling', 'deciding'];

/** The room passport: five questions, once a year, good for every room of the area. */
export function passportService({
  db,
  clock,
  inOneTransaction,
  groups,
  people,
  tell,
  baseUrl,
  criteria,
  drafts,
}: Deps) {
  return {
    sendIn,

    /** How a group stands on a day, for whoever lets it book. @param on the transaction in hand, if there is one */
    async passportOf(groupId: string, day: string, on: Db = db): Promise<PassportStanding> {
      return standingOn(await testsOn(on).passportsOf(groupId), day);
    },

    /** Keeps answers that are not finished. */
    async save(groupId: string, { answers, seen }: Pick<SentAnswers, 'answers' | 'seen'>): Promise<BenefitTest> {
      refuse(lengthMistakes(answers));
      const place = await drafts.placeOf(groupId);
      return inOneTransaction(async ({ trx }) => {
        const draft = await drafts.draftIn(trx, place);
        refuse(writtenOver(draft.answers, answers, seen), 409);
        const saved = { ...draft, answers, changedAt: clock().toISOString() };
        await testsOn(trx).change(saved);
        return saved;
      });
    },

    /** Hands answers in to be scored. The same sending twice is one. */
    async send(who: Who, groupId: string, sent: SentAnswers): Promise<BenefitTest> {
      const place = await drafts.placeOf(groupId);
      refuse(await broughtMistakes(sent.brought, place));
      return inOneTransaction((unit) => sendIn(unit, place, who.personId, sent));
    },

    /** Takes back what waits to be scored. */
    async withdraw(who: Who, groupId: string): Promise<void> {
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
    },
  };

  async function sendIn(unit: UnitOfWork, place: Place, personId: string, sent: SentAnswers): Promise<BenefitTest> {
    const { answers, seen, submission, brought } = sent;
    const tests = testsOn(unit.trx);
    const sentBefore =
      submission === undefined
        ? undefined
        : (await tests.passportsOf(place.group.id)).find((run) => run.submission === submission);
    if (sentBefore) return sentBefore;
    const run = await drafts.runIn(unit.trx, place);
    // Sent by the same form a moment ago, while this one waited.
    if (run.state !== 'draft' && submission !== undefined && run.submission === submission) return run;
    const draft = stillDraft(run);
    refuse(writtenOver(draft.answers, answers, seen), 409);
    const completeOn = brought?.receivedOn ?? place.today;
    const { stored, improves, news } = await measuredBy(unit.trx, draft, completeOn);
    const path = stored.set.paths.room;
    refuse(answerMistakes(path, answers, news));
    const complete: BenefitTest = {
      ...draft,
      answers,
      state: 'scoring',
      criteriaId: stored.id,
      improvesId: improves,
      submission: submission ?? null,
      changedAt: clock().toISOString(),
      channel: brought?.channel ?? 'online',
      enteredBy: brought ? personId : null,
      onBehalfOf: brought?.personId ?? null,
      readBack: brought?.readBack ?? null,
      receivedOn: completeOn,
      completeOn,
      dueOn: addWorkingDays(completeOn, path.result_working_days, place.daysOff),
    };
    await tests.change(complete);
    await tellSent(unit, place, personId, complete, stored);
    return complete;
  }

  /** The rules for answers that are complete on a day: an improvement keeps those of the first run, everything else has those of its day. */
  async function measuredBy(
    trx: Db,
    draft: BenefitTest,
    completeOn: string,
  ): Promise<{ stored: StoredSet; improves: string | null; news: 'asked' | 'not_asked' }> {
    const runs = await testsOn(trx).passportsOf(draft.groupId);
    const improved = improvable(runs, completeOn);
    if (improved?.criteriaId && improved.id === draft.improvesId)
      return { stored: await criteria.byId(improved.criteriaId, trx), improves: improved.id, news: 'not_asked' };
    return {
      stored: await criteria.pinned(trx, draft.areaId, completeOn),
      improves: null,
      news: needsNews(runs, completeOn) ? 'asked' : 'not_asked',
    };
  }

  /** The answers themselves stay out of the record: they are the group's, and may say much about people. */
  async function tellSent(
    unit: UnitOfWork,
    { group }: Place,
    personId: string,
    test: BenefitTest,
    { set }: StoredSet,
  ): Promise<void> {
    unit.record({
      kind: 'passport_sent',
      areaId: group.areaId,
      subjectKind: 'group',
      subjectId: group.id,
      actor: personId,
      onBehalfOf: test.onBehalfOf,
      channel: test.channel,
      after: {
        testId: test.id,
        receivedOn: test.receivedOn,
        criteria: set.version,
        improves: test.improvesId,
        answersSha256: hashOf(JSON.stringify(test.answers)),
      },
    });
    const mail = receivedMail(outsideName(group), test, set.paths.room, `${baseUrl}/groups/${group.id}/passport`);
    for (const person of (await groups.people(unit.trx, group.id)).filter(({ role }) => role !== 'group_member'))
      await tell(unit, group, person, mail);
  }

  /** What only shows when the day and the person are known. */
  async function broughtMistakes(brought: Brought | null, { today }: Place): Promise<Mistake[]> {
    if (!brought) return [];
    const person = brought.readBack === 'letter' ? await people.byId(db, brought.personId) : undefined;
    return [
      ...(brought.receivedOn > today
        ? [{ field: 'received_on', message: 'Enter the day they got in touch: it cannot be after today.' }]
        : []),
      ...(person && person.email === null && !person.postalAddress
        ? [
            {
              field: 'read_back',
              message:
                'We have no postal address for the lead. Read the answers out to them, or add the address first.',
            },
          ]
        : []),
    ];
  }
}
export type PassportService = ReturnType<typeof passportService>;

/** @throws Problem with a sentence for each mistake, unless there is none */
function refuse(mistakes: Mistake[], status: 400 | 409 = 400): void {
  if (mistakes.length === 0) return;
  throw status === 409
    ? new Problem(409, 'This was changed meanwhile', mistakes.map(({ message }) => message).join(' '), mistakes)
    : invalid(mistakes);
}
