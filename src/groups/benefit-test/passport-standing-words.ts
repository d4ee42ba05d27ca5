import type { PassportPage } from './passport-contract.ts';
import { dayWords } from '../groups/day-words.ts';
import type { PassportStep } from './passport-step-contract.ts';

/** A heading, and what else the group has to know; whose turn it is, what is next and by when stand beside it. */
export type StandingWords = { title: string; more: string };

const WORDS: Record<PassportStep, (page: PassportPage) => StandingWords> = {
  finish: ({ open }) => ({
    title: open?.improvesId ? 'Your improved answers are not sent yet' : 'Your answers are not sent yet',
    more: 'Nobody sees them before you send them.',
  }),
  score: ({ scored }) => ({
    title: 'Two people score your answers',
    more: scored === 0 ? 'Nobody has scored yet.' : 'One of the two has scored.',
  }),
  settle: () => ({
    title: 'The two scorers compare their marks',
    more: 'Both have scored. Where they differ they come to one mark and write down why.',
  }),
  decide: () => ({
    title: 'Last checks',
    more: 'The marks stand. An officer checks what must hold besides, and publishes the result.',
  }),
  name_deputy: ({ gates }) => ({
    title: 'Last checks',
    more: `The marks stand. ${gates.flatMap(({ gate, answer, read }) => (read && gate.stage === 'D' && answer !== 'yes' ? [gate.note['en'] ?? ''] : [])).join(' ')} An officer helps you to find one, if you like.`,
  }),
  improve: () => ({
    title: 'Nearly',
    more: 'The result below says what would be enough, and an officer helps you.',
  }),
  begin: () => ({
    title: 'Your group has no passport yet',
    more: 'You answer in your own words. It takes about twenty minutes, and you can stop and go on later.',
  }),
  begin_again: ({ area }) => ({
    title: 'Your passport has ended',
    more: `Answer the questions again, and you can ask for any room in ${area.name}.`,
  }),
  news: ({ standing }) => ({
    title: standing.state === 'nearly' ? 'Nearly' : 'Not yet',
    more: 'The result below says what would have changed it. When something is new, answer again and say what. An officer helps you with it.',
  }),
  renew: ({ standing }) => ({
    title: passedWords(standing),
    more: 'Renew it before it ends, and you go on without a break.',
  }),
  passed: ({ standing, area, renewFrom }) => ({
    title: passedWords(standing),
    more: `You can ask for any room in ${area.name}. From ${dayWords(renewFrom ?? '')} on you can renew it; we remind you.`,
  }),
};

const passedWords = ({ validUntil }: PassportPage['standing']): string =>
  `Passed: good until ${dayWords(validUntil ?? '')}`;

/** Said to the group; nothing here is another's business. */
export const standingWords = (page: PassportPage, kind: PassportStep): StandingWords => WORDS[kind](page);

/** What of trial dates goes for a group that has not passed: while it is scored, and after a result; null where nothing does. */
export function trialDatesWords({
  trialDates,
  open,
  standing,
}: Pick<PassportPage, 'trialDates' | 'open'> & { standing: Pick<PassportPage['standing'], 'state'> }): string | null {
  if (trialDates === 0 || standing.state === 'passed') return null;
  const many = trialDates === 1 ? 'one trial date' : `${trialDates} trial dates`;
  if (open && open.state !== 'draft')
    return `While your answers are being scored your group may have up to ${many} in rooms that are let at once, without asking anybody. They stay booked, whatever the result is. Your group’s page says how many it has.`;
  if (standing.state === 'nearly' || standing.state === 'not_yet')
    return `Trial dates that your group has had stay booked. For others, ask the owner, who may say yes all the same${open ? '' : `; while new answers are being scored you may have up to ${many} in all`}.`;
  return `As soon as your answers are sent, and while they are being scored, your group may have up to ${many} in rooms that are let at once.`;
}
