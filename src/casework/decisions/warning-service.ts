import { dateWords } from '../../kernel/day-words.ts';
import { daysAfter } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { latestDay } from '../../ground/areas/area-contract.ts';
import { dueRows } from '../../kernel/due-rows.ts';
import type { DecisionDeps } from './decision-deps.ts';
import type { WarningTold } from './warning-contract.ts';
import { warningsOn } from './warning-store.ts';

/** Warnings that silence will grant: given on their days, each once, and told with what became of its mails. */
export function warnings(deps: DecisionDeps) {
  const { steps } = deps;
  return {
    /** @returns how many were given */
    runDue: dueRows({
      today: async () => latestDay(await deps.areas.all(deps.db), deps.clock()),
      dueBefore: (day, after, limit) => warningsOn(deps.db).due(daysAfter(day, 1), after, limit),
      takeOn: (id) => deps.inOneTransaction((unit) => warn(unit, id)),
      onError: deps.onError,
    }),
  };

  /** Two at once give it once: the second waits for the proposal, and finds it given. */
  async function warn(unit: UnitOfWork, id: string): Promise<number> {
    const { proposal, today } = await steps.locked(unit, id);
    const { state, dueOn, areaId } = proposal;
    const store = warningsOn(unit.trx);
    const due = (await store.of(id)).filter((one) => one.state === 'planned' && one.warnOn <= today);
    const last = due.at(-1);
    if (!last || state !== 'window' || last.dueOn !== dueOn) return 0;
    await store.mark(
      due.slice(0, -1).map((one) => one.id),
      'missed',
      null,
    );
    await store.mark([last.id], 'sent', today);
    unit.record({
      kind: 'proposal_warned',
      areaId,
      subjectKind: 'proposal',
      subjectId: id,
      actor: 'system',
      after: { warningId: last.id },
      publicText: `The owner is warned: silence says yes at the end of ${dateWords(last.dueOn)}.`,
    });
    return 1;
  }
}

/** All warnings of a case that were given or are to come, and whether the mail server took them. */
export async function warningsTold(
  db: Db,
  proposalId: string,
  mailStates: DecisionDeps['mailStates'],
): Promise<WarningTold[]> {
  const mails = await warningsOn(db).mailsOf(proposalId);
  const states = await mailStates(
    db,
    mails.flatMap(({ mailKey }) => mailKey ?? []),
  );
  return (await warningsOn(db).of(proposalId))
    .filter(({ state }) => state !== 'overtaken')
    .map(({ id, dueOn, daysBefore, warnOn, state, sentOn }) => ({
      ...{ dueOn, daysBefore, warnOn, state, sentOn },
      mails: mails
        .filter(({ warningId }) => warningId === id)
        .map(({ toRole, mailKey }) => {
          const went = mailKey === null ? undefined : states.get(mailKey);
          return {
            toRole,
            letter: mailKey === null,
            waiting: went === 'waiting',
            taken: went === 'sent' ? true : went === 'failed' ? false : null,
          };
        }),
    }));
}
