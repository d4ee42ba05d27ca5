import type { ExplainedResult } from '../../groups/benefit-test/benefit-contract.ts';
import { standsText } from '../../groups/benefit-test/result-words.ts';
import type { Hearing, OfferedWay } from '../hearings/hearing-contract.ts';
import { WAY_WORDS } from '../hearings/hearing-words.ts';
import type { HearingFacts, MinutesFacts } from '../papers/hearing-papers-contract.ts';
import type { PublicProposal } from '../proposals/proposal-page-contract.ts';
import type { Speaker, TimedSide } from '../speaking/speaking-contract.ts';
import { SIDE_WORDS } from '../speaking/speaking-words.ts';
import type { Correction, Minutes } from './minutes-contract.ts';
import { PART_WORDS } from './minutes-words.ts';

/** All that papers of a hearing are made of. */
export type HearingScene = {
  proposal: PublicProposal;
  hearing: Hearing;
  ways: readonly OfferedWay[];
  result: ExplainedResult | null;
  comments: HearingFacts['comments'];
  speakers: readonly Speaker[];
  sideMinutes: number;
  baseUrl: string;
};

/** The facts of a hearing, as its papers tell of them. */
export function hearingFacts(scene: HearingScene): HearingFacts {
  const { proposal, hearing, ways, result, comments, sideMinutes, baseUrl } = scene;
  const changed = new Map((result?.heard?.changes ?? []).map(({ id, from }) => [id, from]));
  return {
    number: proposal.number,
    areaName: proposal.area.name,
    placeName: proposal.place,
    groupName: proposal.group.name,
    owner: proposal.owner?.name ?? 'Not known',
    use: proposal.use,
    from: proposal.starts,
    until: proposal.ends,
    url: `${baseUrl}/proposals/${proposal.id}`,
    day: hearing.day,
    hearing,
    sideMinutes,
    ways: ways.map(({ kind, words, came }) => ({ name: WAY_WORDS[kind].name, words, came })),
    marks: (result?.lines ?? []).map(({ id, question, mark, anchor }) => ({
      question,
      mark: changed.get(id) ?? mark,
      says: anchor,
    })),
    comments,
  };
}

/** The facts of minutes: those of the hearing, with all that was recorded at it and since. */
export function minutesFacts(
  scene: HearingScene,
  { state, dueOn, said, draftedBy, draftedOn }: Minutes,
  corrections: readonly Correction[],
): MinutesFacts {
  const { hearing, result, speakers } = scene;
  const spoke = speakers.filter(({ seconds }) => seconds !== null);
  const time = (side: TimedSide): number =>
    spoke.filter((one) => one.side === side).reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
  const heard = result?.heard;
  const changes = new Map((heard?.changes ?? []).map((one) => [one.id, one]));
  return {
    ...hearingFacts(scene),
    final: state === 'final',
    correctedBy: state === 'draft' ? dueOn : null,
    said,
    byClock: draftedOn !== null && draftedBy === null,
    inRoom: hearing.inRoom,
    onlineCount: hearing.onlineCount,
    spokeFor: hearing.spokeFor,
    spokeAgainst: hearing.spokeAgainst,
    interests: hearing.interests,
    time: spoke.length === 0 ? null : { for: time('for'), against: time('against') },
    statements: spoke
      .filter(({ manner }) => manner === 'statement')
      .map(({ side, statement }) => ({ side: SIDE_WORDS[side].name, words: statement })),
    findings: heard
      ? (result?.lines ?? []).map(({ id, question, mark }) => ({
          question,
          mark,
          was: changes.get(id)?.from ?? mark,
          reason: changes.get(id)?.reason ?? '',
        }))
      : [],
    outcome: heard && result ? standsText(result).join(' ') : null,
    corrections: corrections.map(({ part, words, state: came, reply, sentOn }) => ({
      who: PART_WORDS[part],
      ...{ words, reply, state: came, on: sentOn },
    })),
  };
}
