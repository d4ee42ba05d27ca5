import { dayWords } from '../groups/day-words.ts';
import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { ExplainedResult } from './benefit-contract.ts';
import { textIn, type PathRules } from './criteria-contract.ts';
import { afterResult, OUTCOME_WORDS, percentWords, resultText } from './result-words.ts';
import { trialDatesWords } from './passport-standing-words.ts';
import type { BenefitTest } from './test-contract.ts';

/** `group` is the name for outside: a group's own name may say too much on a lock screen. */
export function receivedMail(
  group: string,
  test: Pick<BenefitTest, 'answers' | 'channel' | 'receivedOn' | 'dueOn'>,
  path: Pick<PathRules, 'criteria' | 'gates'>,
  url: string,
): MailText {
  const { criteria, gates } = test.answers;
  const written = path.gates.filter(({ id }) => gates[id]).flatMap(({ id, asks }) => [textIn(asks), gates[id] ?? '']);
  return {
    kind: 'passport_received',
    subject: `${group}: we have your answers for the room passport`,
    paragraphs: [
      `Your answers reached us on ${dayWords(test.receivedOn ?? '')}. Two people now score them, apart from each other. You need do nothing. We aim to have a result by ${dayWords(test.dueOn ?? '')}.`,
      // Whoever wrote them online has them on the page; in a mail they would say more about people than they need to.
      ...(test.channel === 'online'
        ? []
        : [
            'This is what we have from you.',
            ...path.criteria.flatMap(({ id, text }) => [textIn(text), criteria[id] ?? '']),
            ...written,
          ]),
    ],
    action: { label: 'See how it stands', url },
  };
}

/** @param trialDates how many trial dates the area lets a group have while its test is being scored */
export function resultMail(group: string, result: ExplainedResult, url: string, trialDates: number): MailText {
  const state = result.outcome === 'pass' ? 'passed' : 'not_yet';
  const trials = trialDatesWords({ trialDates, open: null, standing: { state } });
  return {
    kind: 'passport_result',
    subject: `${group}: room passport – ${OUTCOME_WORDS[result.outcome].toLowerCase()}, ${percentWords(result)}%`,
    paragraphs: [
      ...resultText(result),
      ...afterResult(result, null),
      ...(trials === null ? [] : [trials]),
      'Question by question:',
      ...result.lines.map(
        ({ question, mark, anchor, points, possible, reasons }) =>
          `${question} Mark ${mark} of 4 (${anchor}), ${points} of ${possible} points. ${reasons.join(' ')}`,
      ),
    ],
    talk: 'An officer helps you with it, and writes down what you say.',
    action: { label: 'See the result', url },
  };
}

export const endingMail = (group: string, validUntil: string, url: string): MailText => ({
  kind: 'passport_ending',
  subject: `${group}: your room passport ends on ${dayWords(validUntil)}`,
  paragraphs: [
    `The room passport of ${group} is good until ${dayWords(validUntil)}. Renew it before then, and you can go on booking without a break. What you wrote last time is there already: change what is no longer right.`,
  ],
  action: { label: 'Renew the passport', url },
});

/** To the first scorer, when the second's marks lie far from theirs. */
export const differMail = (group: string, url: string): MailText => ({
  kind: 'test_differs',
  subject: `Benefit test: marks differ for ${group}`,
  paragraphs: [
    `Both of you have scored ${group}. On some questions your marks lie far apart. Please look at both, talk to each other, and write down how you come to one mark.`,
  ],
  action: { label: 'Look at the marks', url },
});
