import type { Who } from '../../ground/people/role-contract.ts';
import type { Role } from '../../ground/people/role-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { daysAfter } from '../../kernel/clock.ts';
import { conflict } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import type { CasePause } from './pause-contract.ts';
import type { PauseDeps } from './pause-deps.ts';
import type { PauseFactKind } from './pause-facts.ts';
import type { PauseKind } from './pause-kind-contract.ts';
import { isStanding } from './pause-rules.ts';
import { pausesOn } from './pause-store.ts';
import { PAUSE_TABLE } from './pause-table.ts';
import { movedWords } from './pause-words.ts';

/** As what somebody begins or ends a pause. @throws Problem 409 where the table does not have it */
export function moverIn(
  { rolesOn }: Pick<PauseDeps, 'rolesOn'>,
  who: Pick<Who, 'rights'>,
  proposal: Proposal,
  roles: readonly Role[],
): Role {
  const as = rolesOn(who, proposal).find((role) => roles.includes(role));
  if (!as) throw conflict('This is for somebody else to do. Look at the page again: it says who.');
  return as;
}

/** @throws Problem 409 in a state that knows no such pause */
export function mustKnow(kind: PauseKind, { state }: Pick<Proposal, 'state'>): void {
  if (!PAUSE_TABLE[kind].states.includes(state))
    throw conflict('Where this case stands, the clock does not stand still for that. Look at the page again.');
}

/** What stood still before ends: a pause that weighs more comes over it from today on. */
export async function overtake(unit: UnitOfWork, all: readonly CasePause[], today: Day, by: string): Promise<void> {
  const standing = all.find(isStanding);
  if (standing)
    await pausesOn(unit.trx).change({ ...standing, endedOn: daysAfter(today, -1), ended: 'overtaken', endedBy: by });
}

/** Writes down what became of the clock: the day before and the day now, for the mails and for everybody. */
export function tellClock(
  unit: UnitOfWork,
  kind: PauseFactKind,
  {
    before,
    now,
    actor,
    reason,
    words,
  }: { before: Proposal; now: Proposal; actor: string; reason: string; words: string },
): void {
  const stands = now.pausedBy !== null;
  const moved = before.dueOn && now.dueOn ? movedWords(before.dueOn, now.dueOn, stands) : '';
  unit.record({
    kind,
    areaId: now.areaId,
    subjectKind: 'proposal',
    subjectId: now.id,
    actor,
    reason: reason === '' ? null : reason,
    before: { dueOn: before.dueOn },
    after: { dueOn: now.dueOn, pausedUntil: now.pausedUntil },
    publicText: [words, moved].filter((part) => part !== '').join(' '),
  });
}
