import type { PassportPage } from './passport-contract.ts';
import { dayWords } from '../groups/day-words.ts';
import type { BenefitTest } from './test-contract.ts';

/** Where a passport is: a heading, whose turn it is, and what happens next. */
export type StandingWords = { title: string; turn: string; next: string };

/** Said to the group; nothing here is another's business. */
export function standingWords(page: PassportPage): StandingWords {
  const { open, standing, next } = page;
  if (open) return openWords(page, open);
  if (standing.state === 'passed' && next !== 'improve') {
    return {
      title: `Passed: good until ${dayWords(standing.validUntil ?? '')}`,
      turn: next === 'renew' ? 'You can renew it now.' : 'You need do nothing.',
      next:
        next === 'renew'
          ? 'Renew it before it ends, and you go on without a break.'
          : `You can ask for any room in ${page.area.name}. From ${dayWords(page.renewFrom ?? '')} on you can renew it; we remind you.`,
    };
  }
  return closedWords(page);
}

function openWords({ scored, gates }: PassportPage, { state, dueOn, improvesId }: BenefitTest): StandingWords {
  const by = dueOn ? `We aim to have a result by ${dayWords(dueOn)}.` : '';
  if (state === 'draft')
    return {
      title: improvesId ? 'Your improved answers are not sent yet' : 'Your answers are not sent yet',
      turn: 'It is your turn.',
      next: 'Finish them and send them. Nobody sees them before you do.',
    };
  if (state === 'scoring')
    return {
      title: 'Two people score your answers',
      turn: 'It is the scorers’ turn. You need do nothing.',
      next: `${scored === 0 ? 'Nobody has scored yet.' : 'One of the two has scored.'} They do it apart from each other. ${by}`,
    };
  if (state === 'settling')
    return {
      title: 'The two scorers compare their marks',
      turn: 'It is the scorers’ turn. You need do nothing.',
      next: `Both have scored. Where they differ they come to one mark and write down why. ${by}`,
    };
  const yours = gates.filter(({ gate, answer, read }) => read && gate.stage === 'D' && answer !== 'yes');
  if (yours.length > 0)
    return {
      title: 'Last checks',
      turn: 'It is your turn.',
      next: `The marks stand. Before the result your group needs a deputy who is 18 or over: ${yours.map(({ gate }) => gate.note['en'] ?? '').join(' ')} An officer helps you to find one, if you like.`,
    };
  return {
    title: 'Last checks',
    turn: 'It is an officer’s turn. You need do nothing.',
    next: `The marks stand. An officer checks what must hold besides, and publishes the result. ${by}`,
  };
}

function closedWords({ standing, next, last, area }: PassportPage): StandingWords {
  if (next === 'improve' && last?.improveBy)
    return {
      title: 'Nearly',
      turn: 'It is your turn.',
      next: `Improve your answers once, until ${dayWords(last.improveBy)}. The result below says what would be enough, and an officer helps you.`,
    };
  if (standing.state === 'none')
    return {
      title: 'Your group has no passport yet',
      turn: 'It is your turn.',
      next: 'Answer five questions in your own words. It takes about twenty minutes, and you can stop and go on later.',
    };
  if (standing.state === 'ended')
    return {
      title: 'Your passport has ended',
      turn: 'It is your turn.',
      next: `Answer the questions again, and you can ask for any room in ${area.name}.`,
    };
  return {
    title: standing.state === 'nearly' ? 'Nearly' : 'Not yet',
    turn: 'It is your turn, when something is new.',
    next: 'The result below says what would have changed it. When something is new, answer again and say what. An officer helps you with it.',
  };
}

/** What of trial dates goes for a group that has not passed: while it is scored, and after a result; null where nothing does. */
export function trialDatesWords({
  trialDates,
  open,
  standing,
}: Pick<PassportPage, 'trialDates' | 'open' | 'standing'>): string | null {
  if (trialDates === 0 || standing.state === 'passed') return null;
  const many = trialDates === 1 ? 'one trial date' : `${trialDates} trial dates`;
  if (open && open.state !== 'draft')
    return `While your answers are being scored your group may have up to ${many} in rooms that are let at once, without asking anybody. They stay booked, whatever the result is. Your group’s page says how many it has.`;
  if (standing.state === 'nearly' || standing.state === 'not_yet')
    return `Trial dates that your group has had stay booked. For others, ask the owner, who may say yes all the same${open ? '' : `; while new answers are being scored you may have up to ${many} in all`}.`;
  return `As soon as your answers are sent, and while they are being scored, your group may have up to ${many} in rooms that are let at once.`;
}
