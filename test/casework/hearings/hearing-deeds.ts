import { daysAfter } from '../../../src/kernel/clock.ts';
import { A_RECORD } from '../decisions/a-decision.ts';
import type { Verge } from '../proposals/a-proposal.ts';
import type { Deed } from '../proposals/proposal-deeds.ts';
import { hearingsOn } from '../../../src/casework/hearings/hearing-store.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { called, held } from './a-hearing.ts';
import { registered } from '../speaking/a-speaker.ts';

/** The hearing that is called. @throws Problem where none is */
async function hearingOf({ services }: Verge, id: string) {
  const hearing = await hearingsOn(services.db).called(id);
  if (!hearing) throw new Problem(409, 'No hearing', 'None is called.');
  return hearing;
}
const DAYS = 20;
/** Where a case has no last day: it is refused for its state. */
const SOME_DAY = '2027-01-04';

/** What people do about hearings and buildings, in the walks by chance. */
export const HEARING_DEEDS: readonly Deed[] = [
  {
    act: 'call_hearing',
    by: 'democratic_services',
    done: (verge, { id, dueOn }, pick) =>
      called(verge, id, { day: daysAfter(dueOn ?? SOME_DAY, pick(2) === 0 ? 0 : -pick(DAYS)) }),
  },
  {
    act: 'move_hearing',
    by: 'democratic_services',
    async done(verge, { id, state: seen }, pick) {
      const { day, begins, access, online } = await hearingOf(verge, id);
      const given = { begins, access, online, seen, venue: `Room ${pick(9)}`, reason: 'The boiler has failed.' };
      return verge.services.hearings.move(verge.clerk, id, {
        ...given,
        day: pick(2) === 0 ? day : daysAfter(day, pick(9)),
      });
    },
  },
  {
    act: 'cancel_hearing',
    by: 'democratic_services',
    done: ({ services, clerk }, { id, state: seen }) =>
      services.hearings.cancel(clerk, id, { seen, reason: 'The room is flooded.' }),
  },
  {
    act: 'adjourn',
    by: 'hearing_chair',
    async done(verge, { id, state: seen }, pick) {
      const { day, begins } = await hearingOf(verge, id);
      const given = { seen, begins, day: daysAfter(day, 1 + pick(9)), reason: 'It grew late.' };
      return verge.services.hearings.adjourn(verge.chair, id, given);
    },
  },
  { act: 'hold', by: 'democratic_services', done: (verge, { id }) => held(verge, id) },
  {
    act: 'score',
    by: 'ward_councillor',
    done: ({ services, councillors }, { id, state: seen }) =>
      services.hearings.ask(councillors[0], id, { seen, reason: 'The street is divided.' }),
  },
  {
    act: 'score',
    by: 'group_lead',
    async done(verge, { id }, pick) {
      await registered(verge, id, { email: `speaker${pick(1_000_000)}@example.org` });
    },
  },
  {
    act: 'pass',
    by: 'hearing_chair',
    done: ({ services, chair }, { id, state: seen }) => services.hearings.conclude(chair, id, { seen }),
  },
  {
    act: 'decide_yes',
    by: 'decision_officer',
    done: ({ services, decider }, { id, state: seen }) =>
      services.decisions.officer.decide(decider, id, { ...A_RECORD, seen, yes: 'yes' }),
  },
  {
    act: 'decide_no',
    by: 'decision_officer',
    done: ({ services, decider }, { id, state: seen }) =>
      services.decisions.officer.decide(decider, id, { ...A_RECORD, seen, yes: 'no' }),
  },
];
