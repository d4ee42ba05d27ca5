import type { EnquiryAct } from './enquiry-contract.ts';
import { ADVICE } from './enquiry-words.ts';

/** What a sentence may tell of. */
export type Told = { owner: string | null; outcome: string; byClock: boolean };

/** What everybody reads of an act in the history of a question. No person is named. */
export const HISTORY_WORDS: Record<EnquiryAct, (told: Told) => string> = {
  acknowledge: ({ byClock }) =>
    byClock
      ? 'Nobody said that the question had arrived, so the clock did. We are looking.'
      : 'A broker has said that the question has arrived, and is looking.',
  confirm: ({ owner, outcome }) => `Found: it belongs to ${owner ?? 'a public body'}.${after(outcome)}`,
  outside: ({ owner, outcome }) =>
    `Found: it belongs to ${owner ?? 'somebody'}, who has not joined the compact.${after(outcome)}`,
  park: ({ outcome, byClock }) =>
    byClock
      ? 'Nobody has said whose it is, and no record names anybody. The question rests and is looked at again.'
      : `Nobody was found. The question rests and is looked at again.${after(outcome)}`,
  escalate: () => 'The broker has not said whose it is in time. The monitoring officer has taken over.',
  presume: ({ owner }) =>
    `Nobody has said whose it is in time. ${owner ?? 'The body on the record'} is on the record for it, and counts as its owner.`,
  disprove: ({ owner, outcome }) => `${owner ?? 'The body'} is not the owner.${after(outcome)} We are looking again.`,
  let_stand: ({ owner }) => `Nobody has shown otherwise: it stands that it belongs to ${owner ?? 'this body'}.`,
  consent: () => 'Whoever asked would like us to write to the owner.',
  decline: () => `Whoever asked wants no letter to the owner. ${ADVICE.outside}`,
  introduce: () => 'We have written to the owner.',
  lapse: () => `Nobody sent the letter to the owner in time. ${ADVICE.lapsed}`,
  look_again: ({ byClock }) => `We are looking again${byClock ? ', because its day has come' : ''}.`,
  close: ({ outcome }) => `Closed.${after(outcome)}`,
  withdraw: () => 'Whoever asked has taken the question back.',
};

const after = (outcome: string): string => (outcome === '' ? '' : ` ${outcome}`);
