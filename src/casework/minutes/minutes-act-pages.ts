import type { Endpoint } from '../../kernel/endpoint.ts';
import type { ActingOnProposal } from '../proposals/proposal-act-slot.ts';
import { answerCorrectionSchema, correctionSchema, minutesSchema } from './minutes-contract.ts';
import type { minutesKept } from './minutes-service.ts';
import { partOf } from './minutes-part-rules.ts';

/** What is done about minutes on the page of a proposal, form by form. */
export function minutesEndpoints(
  minutes: ReturnType<typeof minutesKept>,
  acting: ActingOnProposal,
  thingOf: (id: string) => Promise<Parameters<typeof partOf>[1]>,
): Endpoint[] {
  return [
    acting({
      of: 'write-minutes',
      act: 'minutes.write',
      summary: 'Publishes the draft of the minutes, or changes it while it can be corrected',
      body: minutesSchema,
      done: 'The draft is there. Everybody who took part is told.',
      run: minutes.write,
    }),
    acting({
      of: 'correct-minutes',
      act: 'minutes.correct',
      summary: 'Corrects the draft of the minutes',
      body: correctionSchema,
      done: 'Thank you. The minutes say what came of it when they are final.',
      run: async (who, id, given) => minutes.correct(who, partOf(who, await thingOf(id)), id, given),
    }),
    acting({
      of: 'answer-correction',
      act: 'minutes.write',
      summary: 'Says what came of a correction',
      body: answerCorrectionSchema,
      done: 'Noted. It stands in the minutes.',
      run: minutes.answer,
    }),
  ];
}
