import { daysAfter } from '../../../src/kernel/clock.ts';
import { isWorkingDay } from '../../../src/kernel/working-days.ts';
import { commented } from '../comments/a-comment.ts';
import type { Act, Walk } from '../consequence-acts.ts';
import { A_RECORD } from '../decisions/a-decision.ts';
import { minutesOn } from '../../../src/casework/minutes/minutes-store.ts';
import { found } from '../../support/domain.ts';
import { keyMailedTo, registered } from '../speaking/a-speaker.ts';
import { aPerson, onDay, stored } from '../proposals/a-proposal.ts';
import { called, held, hearingOf } from './a-hearing.ts';

/** A third person answers for the group, as a building asks for. */
const third: Act = ({ verge: { services, groupId } }) =>
  aPerson(services, 'third@example.org', [['group_deputy', 'group', groupId]]);
/** The last day on which it may be held. */
const call: Act = async ({ verge, id }) => called(verge, id, { day: (await stored(verge, id)).dueOn });
const there = async ({ verge, id }: Walk) => {
  const { day, begins, venue, access, online } = await hearingOf(verge, id);
  return { day, begins, venue, access, online, seen: 'hearing_called' as const };
};
const move: Act = async (walk) =>
  walk.verge.services.hearings.move(walk.verge.clerk, walk.id, {
    ...(await there(walk)),
    venue: 'Corn exchange',
    reason: 'The boiler has failed.',
  });
const cancel: Act = ({ verge: { services, clerk }, id }) =>
  services.hearings.cancel(clerk, id, { seen: 'hearing_called', reason: 'The room is flooded.' });
const hearingComes: Act = async ({ verge, id }) => onDay(verge, (await hearingOf(verge, id)).day);
const adjourn: Act = async ({ verge, id }) => {
  const { day, begins } = await hearingOf(verge, id);
  const daysOff = await verge.services.areas.daysOff(verge.town.area.id);
  let next = daysAfter(day, 1);
  while (!isWorkingDay(next, daysOff)) next = daysAfter(next, 1);
  const given = { seen: 'hearing_called' as const, day: next, begins, reason: 'It grew late.' };
  return verge.services.hearings.adjourn(verge.clerk, id, given);
};
const conclude: Act = async ({ verge, id }) =>
  verge.services.hearings.conclude(verge.chair, id, { seen: (await stored(verge, id)).state });
const askHearing: Act = async ({ verge, id }) =>
  verge.services.hearings.ask(verge.councillors[0], id, {
    seen: (await stored(verge, id)).state,
    reason: 'The street is divided.',
  });
/** As many as the area asks for. */
const tenObject: Act = async ({ verge, id }) => {
  for (let one = 0; one < 10; one += 1)
    await commented(verge, id, { email: `objector${one}@example.org`, stance: 'against' });
};
const recordWay: Act = ({ verge: { services, clerk }, id }) =>
  services.hearings.record(clerk, id, { kind: 'paper', came: 'Twelve slips: nine for it.' });
const officer =
  (yes: 'yes' | 'no'): Act =>
  ({ verge: { services, decider }, id }) =>
    services.decisions.officer.decide(decider, id, { ...A_RECORD, seen: 'deciding', yes });

const speak: Act = async ({ verge, id }) => void (await registered(verge, id, { email: 'speaker@example.org' }));
const keyOf = ({ verge }: Walk): Promise<string> => keyMailedTo(verge, 'speaker@example.org');
const unspeak: Act = async (walk) => walk.verge.services.speaking.registering.withdraw(await keyOf(walk));
const speakAgain: Act = async (walk) => walk.verge.services.speaking.registering.confirm(await keyOf(walk));
const giveFloor: Act = async ({ verge, id }) => {
  const { floors } = verge.services.speaking;
  const { clock, speakers } = await floors.shown(id);
  return floors.give(verge.clerk, id, { version: clock.version, speaker: found(speakers[0]).id });
};
const stopFloor: Act = async ({ verge, id }) => {
  const { floors } = verge.services.speaking;
  return floors.stop(verge.clerk, id, await floors.clock(id));
};
const moreTime: Act = async ({ verge, id }) => {
  const { floors } = verge.services.speaking;
  return floors.extend(verge.clerk, id, { ...(await floors.clock(id)), minutes: 5 });
};

const agreeBeforeHearing: Act = ({ verge: { services, owner }, id }) =>
  services.decisions.owner.agree(owner, id, { seen: 'hearing_called' });

const minutesOf = async ({ verge, id }: Walk) => found(await minutesOn(verge.services.db).of(id));
const writeMinutes =
  (said: string): Act =>
  async (walk) =>
    walk.verge.services.minutes.write(walk.verge.clerk, walk.id, { said, was: (await minutesOf(walk)).said });
const correctMinutes: Act = ({ verge: { services, owner }, id }) =>
  services.minutes.correct(owner, 'owner', id, { words: 'It was half past nine, not ten.' });
const answerCorrection: Act = async (walk) => {
  const { id: minutesId } = await minutesOf(walk);
  const [correction] = await minutesOn(walk.verge.services.db).corrections(minutesId);
  const answer = { correction: found(correction).id, taken: 'yes' as const, reply: 'It says half past nine now.' };
  return walk.verge.services.minutes.answer(walk.verge.clerk, walk.id, answer);
};
/** The days for corrections are over. */
const minutesFinal: Act = async ({ verge }) => void (await verge.services.minutes.runDue());

/** What is done about hearings and buildings in the walks, by its name there. */
export const HEARING_ACTS = {
  ...{ third, call, move, cancel, hearingComes, adjourn, conclude, askHearing, tenObject, recordWay },
  ...{ correctMinutes, answerCorrection, minutesFinal },
  draftMinutes: writeMinutes('Closing at half past nine was asked for.'),
  changeMinutes: writeMinutes('Closing at half past nine was asked for, and agreed.'),
  ...{ agreeBeforeHearing, speak, unspeak, speakAgain, giveFloor, stopFloor, moreTime },
  hold: ({ verge, id }: Walk) => held(verge, id),
  officerYes: officer('yes'),
  officerNo: officer('no'),
};
