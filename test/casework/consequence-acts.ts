import { daysAfter } from '../../src/kernel/clock.ts';
import { commentsOn } from '../../src/casework/comments/comment-store.ts';
import { enquiriesOn } from '../../src/casework/enquiries/enquiry-store.ts';
import { decisionsOn } from '../../src/casework/decisions/decision-store.ts';
import { groundsOn } from '../../src/casework/decisions/ground-store.ts';
import { pausesOn } from '../../src/casework/pauses/pause-store.ts';
import { warningsOn } from '../../src/casework/decisions/warning-store.ts';
import { holidayService } from '../../src/ground/areas/holiday-service.ts';
import type { Who } from '../../src/ground/people/role-contract.ts';
import { found } from '../support/domain.ts';
import { CASE_B } from './hearings/a-hearing.ts';
import { HEARING_ACTS } from './hearings/hearing-acts.ts';
import { commented, keyMailedTo, HIDDEN } from './comments/a-comment.ts';
import { A_RECORD, A_SIGNING, aFiling, aPaper, decides, files, JUNCTION } from './decisions/a-decision.ts';
import { RIVAL_ACTS } from './rival-acts.ts';
import {
  CASE_A,
  nextDay,
  onDay,
  resultPublished,
  scored,
  sent,
  signGoesUp,
  stored,
  written,
  type Verge,
} from './proposals/a-proposal.ts';

export type Walk = { verge: Verge; assetId: string; id: string; rival?: Walk };
export type Act = (walk: Walk) => Promise<unknown>;

const begin: Act = async (walk) => (walk.id = await written(walk.verge, { assetId: walk.assetId }));
const send: Act = ({ verge, id }) => sent(verge, id);
const complete: Act = ({ verge: { services, broker }, id }) =>
  services.proposals.checking.complete(broker, id, { seen: 'received' });
const missing: Act = ({ verge: { services, broker }, id }) =>
  services.proposals.checking.askMissing(broker, id, { seen: 'received', missing: 'A plan of the beds.' });
const signUp: Act = ({ verge, id }) => signGoesUp(verge, id);
/** Nobody acts: the day passes. */
const silence: Act = async ({ verge, id }) => onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
const marks =
  (sheet = CASE_A): Act =>
  async ({ verge, id }) => {
    await scored(verge, id, sheet);
    const { path } = await stored(verge, id);
    await resultPublished(verge, id, path === 'building' ? { gate_G8: 'yes' } : {});
  };
const score: Act = ({ verge, id }) => scored(verge, id);
const publish: Act = ({ verge, id }) => resultPublished(verge, id);
const seen = async ({ verge, id }: Walk) => ({ seen: (await stored(verge, id)).state });
const last = async ({ verge, id }: Walk): Promise<string> =>
  found((await pausesOn(verge.services.db).of(id)).at(-1)).id;
const please: Act = async (walk) =>
  walk.verge.services.pauses.askCorrection(walk.verge.broker, walk.id, {
    ...(await seen(walk)),
    reason: 'A day is wrong.',
  });
const answer: Act = async (walk) =>
  walk.verge.services.pauses.answer(walk.verge.lead, walk.id, { pause: await last(walk), answer: 'It is right now.' });
const pause =
  (kind: 'wish' | 'court', by: (verge: Verge) => Who): Act =>
  async (walk) =>
    walk.verge.services.pauses.pause(by(walk.verge), walk.id, kind, { ...(await seen(walk)), reason: 'We are away.' });
const goOn: Act = async (walk) =>
  walk.verge.services.pauses.lift(walk.verge.lead, walk.id, { pause: await last(walk) }, ['wish']);
const stop: Act = async (walk) =>
  walk.verge.services.pauses.stop.ask(walk.verge.decider, walk.id, {
    ...(await seen(walk)),
    code: 'danger',
    reason: 'A gas pipe lies open.',
  });
const confirmStop: Act = async (walk) =>
  walk.verge.services.pauses.stop.confirm(walk.verge.monitor, walk.id, { pause: await last(walk) });
const decide =
  (holds: 'yes' | 'no'): Act =>
  ({ verge, id }) =>
    decides(verge, id, holds);
const takeBack: Act = async (walk) => {
  const { verge, id } = walk;
  const ground = found((await groundsOn(verge.services.db).of(id)).find(({ state }) => state === 'waiting')).id;
  return verge.services.decisions.owner.takeBack(verge.owner, id, { ...(await seen(walk)), ground });
};
const callIn =
  (nth: 0 | 1): Act =>
  async (walk) =>
    walk.verge.services.decisions.callingIn.callIn(walk.verge.councillors[nth], walk.id, {
      ...(await seen(walk)),
      reason: 'The pavement is narrow.',
    });
const hear =
  (stands: 'yes' | 'no'): Act =>
  ({ verge: { services, chair }, id }) =>
    services.decisions.callingIn.hear(chair, id, {
      ...A_RECORD,
      seen: 'called_in',
      stands,
      ...(stands === 'no' && { ground: 'R3' as const }),
    });
const askReview: Act = ({ verge: { services, lead }, id }) =>
  services.decisions.reviewing.askReview(lead, id, { seen: 'refused', reason: 'It is wrong.' });
const review =
  (grants: 'yes' | 'no', by: (verge: Verge) => Who, reviewer = ''): Act =>
  async (walk) =>
    walk.verge.services.decisions.reviewing.review(by(walk.verge), walk.id, {
      ...A_RECORD,
      ...(await seen(walk)),
      grants,
      reviewer,
    });
const comment: Act = ({ verge, id }) => commented(verge, id);
const commentId = async ({ verge, id }: Walk): Promise<string> =>
  found((await commentsOn(verge.services.db).publicOf(id, { limit: 10, skip: 0 }))[0]).id;

const reply: Act = async (walk) =>
  walk.verge.services.comments.looking.reply(walk.verge.lead, walk.id, await commentId(walk), 'The beds are low.');
const redact: Act = async (walk) =>
  walk.verge.services.comments.looking.redact(walk.verge.broker, walk.id, await commentId(walk), {
    shown: 'The sightline at the corner [left out].',
    because: 'a name',
  });
const reject: Act = async (walk) =>
  walk.verge.services.comments.looking.reject(walk.verge.broker, walk.id, await commentId(walk), {
    reason: 'names_person',
    because: '',
  });
const sendAgain: Act = async ({ verge }) =>
  verge.services.comments.making.sendAgain(await keyMailedTo(verge, HIDDEN.email), 'The sightline must stay clear.');
const answerComments: Act = async (walk) =>
  walk.verge.services.comments.answering.answer(walk.verge.broker, walk.id, {
    comments: [await commentId(walk)],
    outcome: 'changed',
    words: 'The beds are lower now.',
    submission: undefined,
  });
const correctAnswer: Act = async (walk) =>
  walk.verge.services.comments.answering.correct(walk.verge.broker, walk.id, await commentId(walk), {
    outcome: 'not_followed',
    words: 'The beds stay: the sightline is clear anyway.',
  });
const extend: Act = ({ verge: { services, owner }, id }) =>
  services.decisions.owner.extend(owner, id, { seen: 'window', days: 30, reason: 'A survey is under way.' });
const warn: Act = async ({ verge, id }) => {
  const planned = (await warningsOn(verge.services.db).of(id)).find(({ state }) => state === 'planned');
  verge.clock.goTo(`${found(planned).warnOn}T08:00:00Z`);
  return verge.services.decisions.warnings.runDue();
};
const sign: Act = async (walk) =>
  walk.verge.services.decisions.signing.sign(walk.verge.decider, walk.id, { ...A_SIGNING, ...(await seen(walk)) });
const correct: Act = async ({ verge: { services, decider }, id }) =>
  services.decisions.signing.correct(decider, id, {
    decision: found((await decisionsOn(services.db).of(id))[0]).id,
    words: 'The year is 2028.',
    substance: 'no',
    submission: undefined,
  });
const holiday: Act = async ({ verge: { services, town, clock } }) =>
  holidayService({ clock: clock.now, inOneTransaction: services.inOneTransaction }).take([
    {
      calendar: 'england-and-wales',
      days: [...(await services.areas.bankHolidays(town.area.id)), '2027-03-10'],
      years: ['2027'],
    },
  ]);
const withdraw: Act = async (walk) =>
  walk.verge.services.proposals.own.withdraw(walk.verge.lead, walk.id, { ...(await seen(walk)), reason: '' });
const junction: Act = ({ verge, id }) => files(verge, id, { ...JUNCTION, other_from: '2027-09-01' });
const danger = { ground: 'R3', author: 'A gas engineer', dated: '2027-03-01' };
const file: Act = ({ verge, id }) => files(verge, id, danger);
const proveFiled: Act = async (walk) => {
  const { decidedOn } = await stored(walk.verge, walk.id);
  const filed = aFiling({ ...(await seen(walk)), received_on: decidedOn });
  return walk.verge.services.decisions.filing.proveFiled(walk.verge.owner, walk.id, filed, aPaper());
};
const agree: Act = ({ verge: { services, owner }, id }) =>
  services.decisions.owner.agree(owner, id, { seen: 'received' });
const courtStands: Act = async (walk) => {
  const { pausedUntil } = await stored(walk.verge, walk.id);
  await onDay(walk.verge, daysAfter(found(pausedUntil), -1));
  return walk.verge.services.pauses.courtStands(walk.verge.broker, walk.id, { pause: await last(walk) });
};
const courtLifted: Act = async (walk) =>
  walk.verge.services.pauses.lift(walk.verge.decider, walk.id, { pause: await last(walk) }, ['court']);
const pauseEnds: Act = async ({ verge, id }) => onDay(verge, nextDay(found((await stored(verge, id)).pausedUntil)));
const enquiry = async ({ verge, id }: Walk) => {
  return found(await enquiriesOn(verge.services.db).byId(found((await stored(verge, id)).enquiryId)));
};
const acknowledged = async (walk: Walk) => {
  const { services, broker } = walk.verge;
  const { id, state } = await enquiry(walk);
  await services.enquiries.finding.acknowledge(broker, id, { seen: state });
  return { id, seen: (await enquiry(walk)).state };
};
const ownerFound: Act = async (walk) => {
  const { services, broker, town } = walk.verge;
  const { id, seen: state } = await acknowledged(walk);
  return services.enquiries.finding.answer(broker, id, {
    seen: state,
    owner: town.owner.id,
    outside_kind: 'company',
    outside_owner: '',
    outcome: '',
    name: '',
    there: 'unknown',
  });
};
const ownerMissing: Act = async (walk) => {
  const { services, broker } = walk.verge;
  const { id, seen: state } = await acknowledged(walk);
  await services.enquiries.finding.park(broker, id, { seen: state, outcome: 'Nobody.' });
  return services.enquiries.finding.close(broker, id, { seen: 'parked', outcome: 'Ask the railway.' });
};
const NEARLY = CASE_A.replace('USE4', 'USE0');

/** What is done in the walks, by its name there. */
export const ACTS = {
  ...RIVAL_ACTS,
  ...HEARING_ACTS,
  ...{ begin, send, complete, missing, signUp, silence, withdraw, holiday, ownerFound, ownerMissing },
  ...{ please, answer, goOn, courtStands, courtLifted, pauseEnds, stop, confirmStop },
  ...{ comment, reply, redact, reject, sendAgain, answerComments, correctAnswer },
  ...{ agree, extend, warn, file, takeBack, junction, proveFiled, askReview, sign, correct },
  pass: marks(),
  score,
  publish,
  nearly: marks(NEARLY),
  nearlyBuilding: marks(CASE_B.replace('FIN2', 'FIN1')),
  wish: pause('wish', ({ lead }) => lead),
  court: pause('court', ({ monitor }) => monitor),
  accept: decide('yes'),
  turnBack: decide('no'),
  callIn: callIn(0),
  callInToo: callIn(1),
  uphold: hear('yes'),
  overturn: hear('no'),
  reviewYes: review('yes', ({ reviewer }) => reviewer),
  externalNo: review('no', ({ monitor }) => monitor, 'A. Judge, the county'),
} satisfies Record<string, Act>;
export type ActName = keyof typeof ACTS;
