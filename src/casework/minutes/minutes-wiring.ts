import { minutesActs, minutesPart } from '../../../client/casework/minutes/minutes-part.ts';
import type { Ground } from '../../ground/wing.ts';
import { caseTestPorts } from '../../groups/benefit-test/case-test-ports.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Contribution, Kernel, Showing } from '../../kernel/wing.ts';
import { dueOn } from '../clocks/clock-rules.ts';
import { commentPorts } from '../comments/comment-ports.ts';
import { hearingsOn } from '../hearings/hearing-store.ts';
import { hearingPaper } from '../papers/hearing-papers-text.ts';
import { minutesPaper } from '../papers/minutes-text.ts';
import type { ActingOnProposal } from '../proposals/proposal-act-slot.ts';
import type { PublicProposal } from '../proposals/proposal-page-contract.ts';
import type { ProposalServices } from '../proposals/proposal-services.ts';
import type {} from '../proposals/proposal-slot.ts';
import { proposalsOn } from '../proposals/proposal-store.ts';
import { speakersOn } from '../speaking/speaker-store.ts';
import type { SpeakingServices } from '../speaking/speaking-services.ts';
import { minutesAtHome } from './minutes-home-wiring.ts';
import { minutesKeeper } from './minutes-keeper.ts';
import { minutesEndpoints } from './minutes-act-pages.ts';
import { minutesPages } from './minutes-pages.ts';
import { hearingFacts, minutesFacts, type HearingScene } from './minutes-scene.ts';
import { minutesKept } from './minutes-service.ts';
import { minutesOn } from './minutes-store.ts';

type Below = {
  ground: Pick<Ground, 'areas'>;
  proposals: ProposalServices;
  speaking: SpeakingServices;
  actOnProposal(showing: Showing): ActingOnProposal;
};
const LOOK_MS = 60_000;

/** Papers and minutes of public hearings. */
export function minutesFeature(kernel: Kernel, { ground: { areas }, proposals, speaking, actOnProposal }: Below) {
  const { db, config, onError } = kernel;
  const { steps } = proposals;
  const tests = caseTestPorts(kernel);
  const { byKey: speakerByKey } = speaking.registering;
  const minutes = minutesKept({
    ...kernel,
    areas,
    locked: (unit, id) => steps.locked(unit, id),
    async correctedBy(on, proposal, from) {
      const { terms, daysOff } = await steps.countingFor(on, proposal);
      return dueOn(from, terms.hearing_corrections_wd, 'working_days', daysOff);
    },
    speakerByKey,
  });
  const contribution: Contribution = {
    endpoints: (showing) => [
      ...minutesEndpoints(minutes, actOnProposal(showing), async (id) => await proposals.pages.sentThing(id)),
      ...minutesPages({
        ...{ minutes, speakerByKey, onError, sendPage: showing.sendPage },
        proposals: proposals.pages,
        papersOf: async (proposal) => hearingPaper(hearingFacts(await sceneOf(proposal))),
        async minutesOf(proposal) {
          const kept = await minutesOn(db).of(proposal.id);
          if (!kept || kept.state === 'awaited') throw notFound('minutes');
          const corrections = await minutesOn(db).corrections(kept.id);
          return minutesPaper(minutesFacts(await sceneOf(proposal), kept, corrections));
        },
        keptOf: async (id) => (await minutesOn(db).of(id)) ?? null,
      }),
    ],
    jobs: [{ name: 'minutes of hearings', everyMs: LOOK_MS, run: goOn }],
    keeper: minutesKeeper,
    atHome: (who) => minutesAtHome({ db, placeOf }, who),
    async onProposalPage(shown) {
      const { hearing, id } = shown.proposal;
      if (hearing === 'none' || !(await hearingsOn(db).of(id)).some(({ state }) => state !== 'cancelled')) return {};
      const kept = hearing === 'held' ? ((await minutesOn(db).of(id)) ?? null) : null;
      const may = { write: shown.may('minutes.write'), correct: shown.may('minutes.correct') };
      const open =
        kept?.state === 'draft' && may.write
          ? (await minutesOn(db).corrections(kept.id)).filter(({ state }) => state === 'open')
          : [];
      const data = { shown, minutes: kept, open, may };
      return { told: minutesPart(data), act: minutesActs(data) };
    },
  };
  return { minutes, contribution };

  async function goOn(): Promise<string> {
    return `Minutes of hearings taken on by the clock: ${await minutes.runDue()}.`;
  }

  async function placeOf(id: string): Promise<string> {
    return (await proposals.pages.titled(id)).place;
  }

  /** @throws Problem 404 where no hearing was called */
  async function sceneOf(proposal: PublicProposal): Promise<HearingScene> {
    const { id } = proposal;
    const [hearing, kept] = [(await hearingsOn(db).of(id)).at(-1), await proposalsOn(db).byId(id)];
    if (!hearing || !kept || hearing.state === 'cancelled') throw notFound('hearing');
    return {
      ...{ proposal, hearing, baseUrl: config.baseUrl },
      ways: await hearingsOn(db).ways(hearing.id),
      result: await tests.resultOf(db, { kind: 'proposal', id }),
      comments: await commentPorts.counts(db, id),
      speakers: await speakersOn(db).registered(id),
      sideMinutes: (await steps.countingFor(db, kept)).terms.hearing_side_minutes,
    };
  }
}
