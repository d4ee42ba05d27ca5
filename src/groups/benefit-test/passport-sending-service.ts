import { type PassportDeps, type Place, stillDraft } from './passport-draft-service.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { SentAnswers, Brought } from './passport-contract.ts';
import type { BenefitTest } from './test-contract.ts';
import { testsOn } from './test-store.ts';
import { writtenOver } from './answer-form.ts';
import { answerMistakes } from './answer-rules.ts';
import { improvable, needsNews } from './passport-rules.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import type { Db } from '../../kernel/database.ts';
import type { StoredSet } from './criteria-contract.ts';
import { hashOf } from '../../kernel/secrets.ts';
import { receivedMail } from './benefit-mail-words.ts';
import { outsideName } from '../groups/group-contract.ts';
import { type Mistake, Problem, invalid } from '../../kernel/problem.ts';

/** Sends answers in, for a group or by an officer for it: they wait to be scored from then on. The same sending twice is one. */
export async function sendIn(
  deps: PassportDeps,
  unit: UnitOfWork,
  place: Place,
  personId: string,
  sent: SentAnswers,
): Promise<BenefitTest> {
  const { answers, seen, submission, brought } = sent;
  const tests = testsOn(unit.trx);
  const sentBefore =
    submission === undefined
      ? undefined
      : (await tests.passportsOf(place.group.id)).find((run) => run.submission === submission);
  if (sentBefore) return sentBefore;
  const run = await deps.drafts.runIn(unit.trx, place);
  // Sent by the same form a moment ago, while this one waited.
  if (run.state !== 'draft' && submission !== undefined && run.submission === submission) return run;
  const draft = stillDraft(run);
  refuse(writtenOver(draft.answers, answers, seen), 409);
  const completeOn = brought?.receivedOn ?? place.today;
  const { stored, improves, news } = await measuredBy(deps, unit.trx, draft, completeOn);
  const path = stored.set.paths.room;
  refuse(answerMistakes(path, answers, news));
  const complete: BenefitTest = {
    ...draft,
    answers,
    state: 'scoring',
    criteriaId: stored.id,
    improvesId: improves,
    submission: submission ?? null,
    changedAt: deps.clock().toISOString(),
    channel: brought?.channel ?? 'online',
    enteredBy: brought ? personId : null,
    onBehalfOf: brought?.personId ?? null,
    readBack: brought?.readBack ?? null,
    receivedOn: completeOn,
    completeOn,
    dueOn: addWorkingDays(completeOn, path.result_working_days, place.daysOff),
  };
  await tests.change(complete);
  await tellSent(deps, unit, place, personId, complete, stored);
  return complete;
}

/** The rules for answers that are complete on a day: an improvement keeps those of the first run, everything else has those of its day. */
async function measuredBy(
  { criteria }: PassportDeps,
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
  { baseUrl, groups, tell }: PassportDeps,
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
export async function broughtMistakes(
  { people, db }: PassportDeps,
  brought: Brought | null,
  { today }: Place,
): Promise<Mistake[]> {
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
            message: 'We have no postal address for the lead. Read the answers out to them, or add the address first.',
          },
        ]
      : []),
  ];
}

/** @throws Problem with a sentence for each mistake, unless there is none */
export function refuse(mistakes: Mistake[], status: 400 | 409 = 400): void {
  if (mistakes.length === 0) return;
  throw status === 409
    ? new Problem(409, 'This was changed meanwhile', mistakes.map(({ message }) => message).join(' '), mistakes)
    : invalid(mistakes);
}
