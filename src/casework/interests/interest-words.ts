import { shortDateWords } from '../../kernel/day-words.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { DeclineReason, Interest, InterestAct, InterestState } from './interest-contract.ts';
import type { Viewing } from './viewing-contract.ts';

export const DECLINE_WORDS: Record<DeclineReason, string> = {
  in_use: 'It is in use, or a use has been agreed',
  gone: 'It has been sold or let, or is about to be by a signed contract',
  danger: 'Nobody may go in: there is a danger that a report shows',
  not_theirs: 'It does not belong to this owner',
  not_a_use: 'What is asked for is against the law, or for private profit alone',
};

/** What happens if nobody does anything, said beside the day. */
export const INTEREST_SILENCE: Record<InterestState, string> = {
  asked: 'If nobody answers by then, the monitoring officer is asked, and you are told.',
  chased: 'If nobody answers by then, you get what the register shows, and it goes on.',
  answered: 'If no time is offered by then, the monitoring officer is asked, and you are told.',
  viewing_chased: 'If no time is offered by then, you can go on without having seen the place.',
  viewing: 'Whoever has not come by then can register an interest again.',
  seen: 'Then this is closed. What you wrote is kept with it.',
  unseen: 'Then this is closed.',
  declined: '',
  closed: '',
  withdrawn: '',
};

export const INTEREST_HISTORY: Record<InterestAct, string> = {
  answer: 'The place was described: what it is, what it costs to run, what is dangerous.',
  decline: 'It was said why this is not possible.',
  chase: 'Nobody answered in time. The monitoring officer is asked.',
  answer_by_register: 'Nobody answered in time. What the register shows stands as the answer.',
  offer: 'Times to see the place are offered.',
  chase_viewing: 'No time to see the place was offered in time. The monitoring officer is asked.',
  leave_unseen: 'No time to see the place was offered. It can be asked for without.',
  lose_times: 'No time to see the place is left. Others are to be offered.',
  see: 'The place has been seen.',
  close: 'Closed.',
  withdraw: 'Taken back.',
};

/** “Wednesday 16 December 2026”, with the hours: one line wherever a time stands. */
export const timeWords = ({ day, begins, ends }: Pick<Viewing, 'day' | 'begins' | 'ends'>): string =>
  `${shortDateWords(day)}, ${begins} to ${ends}`;

/** What the register shows of a place, as the answer that nobody gave. */
export function registerAnswer(asset: PublicAsset | null): Pick<Interest, 'facts' | 'costs' | 'hazards'> {
  const floor = asset?.floorAreaM2 ?? null;
  const land = asset?.landAreaM2 ?? null;
  const facts = [
    asset?.description,
    floor === null ? null : `Floor area: ${Math.round(floor)} m².`,
    land === null ? null : `Land: ${Math.round(land)} m².`,
    asset && asset.features.length > 0 ? `Features: ${asset.features.join(', ')}.` : null,
  ].filter((line): line is string => typeof line === 'string' && line !== '');
  const costs = (asset?.costs ?? []).map(
    ({ label, annualPence }) =>
      `${label}: ${annualPence === null ? 'not known' : `£${(annualPence / 100).toLocaleString('en-GB')} a year`}`,
  );
  const hazards = asset?.hazards ?? [];
  return {
    facts: facts.length > 0 ? facts.join('\n') : 'The register says nothing more than what its page shows.',
    costs: costs.length > 0 ? costs.join('\n') : 'Its owner has given no figures.',
    hazards:
      hazards.length > 0
        ? hazards.join('\n')
        : 'Nothing is noted. That does not mean that nothing is dangerous: do not go in without somebody who knows the place.',
  };
}
