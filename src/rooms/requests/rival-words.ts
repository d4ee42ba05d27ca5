import { percentWords } from '../../groups/benefit-test/result-words.ts';
import type { Comparison, Side } from './rival-contract.ts';

/** Who reads it: the group itself, or somebody else about it. */
export type Reader = 'group' | 'other';

/** @param viewer who looks at a request */
export const readerOf = (viewer: 'group' | 'owner' | 'officer'): Reader => (viewer === 'group' ? 'group' : 'other');

const WHO: Record<Reader, { me: string; mine: string }> = {
  group: { me: 'your group', mine: 'yours' },
  other: { me: 'this group', mine: 'this group’s' },
};
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "12 hours", "1 hour 30 minutes", "none" */
export function hoursWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [hours === 1 ? '1 hour' : `${hours} hours`] : []),
    ...(rest > 0 ? [rest === 1 ? '1 minute' : `${rest} minutes`] : []),
  ];
  return parts.join(' ') || 'none';
}

/** Why one of two requests for the same dates went first, with the numbers. @param owner whose rooms the hours were in */
export function whyWords(compared: Comparison, owner: string, reader: Reader): string[] {
  const { me, mine } = WHO[reader];
  const [who, whose] = compared.first ? [me, 'the other group'] : ['the other group', me];
  const goes = `So ${who} goes first.`;
  switch (compared.why) {
    case 'passed':
      return [
        `${capital(who)} has passed the benefit test, and ${whose} has not. What a pass buys is to go before another group. ${goes}`,
      ];
    case 'benefit':
      return [...benefitWords(compared, me, mine), goes];
    case 'fewer_hours':
      return [
        equalWords(compared, me),
        `${capital(who)} has had fewer hours in rooms of ${owner} in the last 12 months: ${compared.first ? `${hoursWords(compared.mine.minutes)} to the other’s ${hoursWords(compared.theirs.minutes)}` : `${hoursWords(compared.theirs.minutes)} to ${mine} of ${hoursWords(compared.mine.minutes)}`}. ${goes}`,
      ];
    case 'draw':
      return [
        equalWords(compared, me),
        `Both have had the same hours in rooms of ${owner} in the last 12 months: ${hoursWords(compared.mine.minutes)}. So a draw that anybody can check puts ${who} first.`,
      ];
    case 'earlier':
      return [`${capital(me)} asked for the same dates twice. Its request that was complete first goes first.`];
    case 'silence':
      return [
        `${capital(owner)} did not answer in time. For ${who} that was an offer, and for ${whose} it was none. ${goes}`,
      ];
  }
}

function benefitWords({ mine, theirs, best, tie, first }: Comparison, me: string, whoseIsMine: string): string[] {
  const gap = tie === 1 ? 'one point' : `${tie} points`;
  const results = `On the questions about benefit the other group has ${inHundred(theirs)} points of 100, ${me} ${inHundred(mine)}.`;
  const better = first ? mine : theirs;
  const isBest = best !== null && better.benefit !== null && inHundred({ benefit: best }) === inHundred(better);
  if (tie === 0) return [results];
  return isBest
    ? [`${results} Results less than ${gap} below the best count as equally good; here it is more.`]
    : [
        `${results} The best of those who want these dates has ${inHundred({ benefit: best })}. Results less than ${gap} below the best count as equally good: ${first ? `${whoseIsMine} is among them, the other’s is not` : `the other’s is among them, ${whoseIsMine} is not`}.`,
      ];
}

function equalWords({ mine, theirs }: Comparison, me: string): string {
  if (mine.benefit === null) return 'Neither group has passed the benefit test.';
  return `Both are as good for people here: on the questions about benefit the other group has ${inHundred(theirs)} points of 100, ${me} ${inHundred(mine)}.`;
}

const inHundred = ({ benefit }: Pick<Side, 'benefit'>): string => (benefit === null ? 'no' : percentWords(benefit));

/** How it is decided, for whoever asks for dates that another wants too. */
export const HOW_RIVALS =
  'A group that has passed the benefit test goes before one that has not. Then the questions about benefit decide; where both are as good, whoever has had fewer hours in this owner’s rooms in the last 12 months; then a draw that anybody can check.';

const IN_SHORT: Record<Comparison['why'], string> = {
  passed: 'one of the two has passed the benefit test',
  benefit: 'by the questions about benefit',
  fewer_hours: 'both are as good, and it has had fewer hours in this owner’s rooms',
  draw: 'both are equal, and a draw decided',
  earlier: 'it was complete first',
  silence: 'silence of the owner was an offer for it alone',
};
/** For a line of the history. */
export const whyInShort = (why: unknown): string => IN_SHORT[why as Comparison['why']] ?? 'by the benefit test';
