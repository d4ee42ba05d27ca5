import { dayWords } from '../groups/day-words.ts';
import type { ExplainedResult, GateAnswer, Outcome, Rise } from './benefit-contract.ts';

export const OUTCOME_WORDS: Record<Outcome, string> = { pass: 'Passed', nearly: 'Nearly', not_yet: 'Not yet' };
export const GATE_ANSWER_WORDS: Record<GateAnswer, string> = {
  yes: 'Yes',
  not_yet: 'Not yet',
  no: 'No',
  not_needed: 'Not needed',
};

const OUTCOME_SENTENCES: Record<Outcome, string> = {
  pass: 'The test is passed.',
  nearly: 'The test is nearly passed.',
  not_yet: 'The test is not passed yet.',
};

/** "79.0": a percentage with one decimal, half up, for showing only. */
export function percentWords({ points, possible }: { points: number; possible: number }): string {
  return (Math.floor((points * 2_000 + possible) / (2 * possible)) / 10).toFixed(1);
}

/** The note of a gate that nobody had answered when the time was up. */
export const NOBODY_CHECKED = 'Nobody checked this in time.';

/** The result in sentences: what it is, why, and what would have changed it. What can be done with it is for the page or the letter. */
export function resultText(result: ExplainedResult): string[] {
  const { lead, items } = changeText(result);
  return [
    ...standsText(result),
    ...lead,
    ...items.map((item) => `${item}.`),
    `It was scored by ${result.sheets === 1 ? 'one person' : 'two people'}, by version ${result.version} of the test.`,
  ];
}

/** What a result is, and why. */
export function standsText(result: ExplainedResult): string[] {
  const { outcome, points, possible, passMark } = result;
  return [
    `${OUTCOME_SENTENCES[outcome]} It has ${points} of ${possible} points, which is ${percentWords(result)}%. The pass mark is ${passMark.toFixed(1)}%.`,
    ...minimaText(result),
    ...result.gates
      .filter(({ answer }) => answer === 'no')
      .map(({ question, note }) => `What stops it: “${question}” is answered with no. ${note ?? ''}`.trim()),
    ...provisionalText(result),
  ];
}

/** That a result was published because its time was up, and on what it rests. */
function provisionalText({ provisional, sheets, lowered = [], lines, gates }: ExplainedResult): string[] {
  if (!provisional) return [];
  const open = lines.filter(({ id }) => lowered.includes(id)).map(({ question }) => `“${question}”`);
  return [
    'This result is provisional: it was published because its time was up.',
    ...(sheets === 1 ? ['Only one of two people had scored it by then. These marks stand.'] : []),
    ...(open.length > 0
      ? [`The two who scored it had not come to one mark by then on ${open.join(' and ')}. The lower mark stands.`]
      : []),
    ...(gates.some(({ note }) => note === NOBODY_CHECKED)
      ? ['What nobody had checked by then does not count against it.']
      : []),
  ];
}

/** What would have changed a result: a sentence, and what it goes on to list. */
export function changeText({ changes, lines, outcome }: ExplainedResult): { lead: string[]; items: string[] } {
  const words = ({ id, from, to }: Rise): string =>
    `“${lines.find((one) => one.id === id)?.question ?? id}” with ${to} instead of ${from}`;
  const [single, together] = [changes.single.map(words), changes.together.map(words)];
  if (outcome === 'pass' || single.length + together.length === 0) return { lead: [], items: [] };
  if (single.length === 1) return { lead: [`What would have changed this: ${single.join('')}.`], items: [] };
  if (single.length > 1) return { lead: ['What would have changed this: any one of these.'], items: single };
  return { lead: ['No single mark would have changed this. These together would:'], items: together };
}

function minimaText({ failedMinima, lines }: ExplainedResult): string[] {
  return lines
    .filter(({ id }) => failedMinima.includes(id))
    .map(({ question, mark, min }) => `“${question}” has the mark ${mark}, and needs ${min} at least.`);
}

/** What can be done about a result, and until when. @param reach how to reach an officer, as the end of a sentence; null where that is not known */
export function afterResult(
  { reviewBy, improveBy, validUntil, outcome }: ExplainedResult,
  reach: string | null,
): string[] {
  const helped = reach ? ` An officer helps you: ${reach}.` : '';
  const how = reach ? `: ${reach},` : '';
  return [
    ...(outcome === 'pass' && validUntil
      ? [`It is good for every room in the area until ${dayWords(validUntil)}.`]
      : []),
    ...(improveBy ? [`You can improve your answers once, until ${dayWords(improveBy)}.${helped}`] : []),
    ...(reviewBy
      ? [
          `Do you think that this is wrong? Ask for a review by ${dayWords(reviewBy)}${how} and say why. Other people than those who scored look at it again.`,
        ]
      : []),
  ];
}
