import { dateWords } from '../../kernel/day-words.ts';
import type { Ruling } from './decision-contract.ts';
import type { WarningTold } from './warning-contract.ts';

export const RULING_WORDS: Record<Ruling, string> = {
  granted: 'The grant, signed',
  refused: 'Refused',
  upheld: 'Heard: the grant stands',
  overturned: 'Heard: the grant falls',
  review_granted: 'The review grants it',
  review_confirmed: 'The review confirms the refusal',
};

const TO = { owner_representative: 'the owner', decision_officer: 'the decision officer' } as const;

/** A warning in a sentence: when, to whom, and whether the mail server took it. */
export function warningWords({ warnOn, dueOn, state, sentOn, mails }: WarningTold): string {
  const before = `that silence says yes at the end of ${dateWords(dueOn)}`;
  if (state === 'planned') return `${dateWords(warnOn)}: to be told ${before}.`;
  if (state !== 'sent' || sentOn === null)
    return `${dateWords(warnOn)}: nobody was told ${before}. Our system did not run on that day.`;
  const each = mails.map(({ toRole, taken, letter, waiting }) => {
    const how = letter
      ? 'by letter'
      : waiting
        ? 'the mail waits to be sent'
        : taken === null
          ? 'nothing is known any more of the mail'
          : taken
            ? 'the mail server took it'
            : 'the mail server refused it';
    return `${TO[toRole]} (${how})`;
  });
  return `${dateWords(sentOn)}: ${each.length > 0 ? `told ${each.join(', ')}` : 'there was nobody to tell'} ${before}.`;
}
