import type { Endpoint } from '../../kernel/endpoint.ts';
import type { ActingOnProposal } from '../proposals/proposal-act-slot.ts';
import { answerSchema, correctSchema, onePauseSchema, pauseSchema, stopSchema } from './pause-contract.ts';
import type { PauseServices } from './pause-services.ts';

/** What somebody does with the clock of a case, form by form. */
export function pauseEndpoints({ pauses, acting }: { pauses: PauseServices; acting: ActingOnProposal }): Endpoint[] {
  const STANDS = 'The clock stands still. Everybody concerned is told why, and what it does to the day.';
  const GOES_ON = 'The clock goes on. Everybody concerned is told.';
  return [
    acting({
      of: 'please-correct',
      act: 'pause.ask',
      summary:
        'Asks a group to correct something in its papers: the clock stands still for the first time that it is asked',
      body: correctSchema,
      done: 'The group is asked to correct it.',
      run: pauses.askCorrection,
    }),
    acting({
      of: 'corrected',
      act: 'pause.own',
      summary: 'Says what a group has corrected: the clock goes on',
      body: answerSchema,
      done: 'Thank you. Everybody reads what was corrected.',
      run: pauses.answer,
    }),
    acting({
      of: 'pause',
      act: 'pause.own',
      summary: 'Lets the clock stand still because the group wishes it',
      body: pauseSchema,
      done: STANDS,
      run: (who, id, given) => pauses.pause(who, id, 'wish', given),
    }),
    acting({
      of: 'go-on',
      act: 'pause.own',
      summary: 'Lets the clock go on that stood still because the group wished it',
      body: onePauseSchema,
      done: GOES_ON,
      run: (who, id, given) => pauses.lift(who, id, given, ['wish']),
    }),
    acting({
      of: 'advert',
      act: 'pause.ask',
      summary: 'Lets the clock stand still for an advert that the law asks for',
      body: pauseSchema,
      done: STANDS,
      run: (who, id, given) => pauses.pause(who, id, 'advert', given),
    }),
    acting({
      of: 'advert-over',
      act: 'pause.ask',
      summary: 'Says that the time of an advert is over: the clock goes on',
      body: onePauseSchema,
      done: GOES_ON,
      run: (who, id, given) => pauses.lift(who, id, given, ['advert']),
    }),
    acting({
      of: 'court-order',
      act: 'pause.court',
      summary: 'Lets the clock stand still for the order of a court',
      body: pauseSchema,
      done: STANDS,
      run: (who, id, given) => pauses.pause(who, id, 'court', given),
    }),
    acting({
      of: 'court-order-stands',
      act: 'pause.court',
      summary: 'Says that the order of a court was looked at and still stands',
      body: onePauseSchema,
      done: 'Noted. Everybody concerned is told until when the clock stands still now.',
      run: pauses.courtStands,
    }),
    acting({
      of: 'court-order-lifted',
      act: 'pause.court',
      summary: 'Says that the order of a court is lifted: the clock goes on',
      body: onePauseSchema,
      done: GOES_ON,
      run: (who, id, given) => pauses.lift(who, id, given, ['court']),
    }),
    acting({
      of: 'stop',
      act: 'pause.stop',
      summary: 'Asks for an emergency stop; it needs decision officer and monitoring officer',
      body: stopSchema,
      done: 'The other officer is asked to agree. Nothing stands still before that.',
      run: pauses.stop.ask,
    }),
    acting({
      of: 'confirm-stop',
      act: 'pause.stop',
      summary: 'Agrees to an emergency stop as the second person: the case is stopped',
      body: onePauseSchema,
      done: 'The case is stopped. Everybody concerned is told.',
      run: pauses.stop.confirm,
    }),
    acting({
      of: 'lift-stop',
      act: 'pause.stop',
      summary: 'Lifts an emergency stop: the clock goes on',
      body: onePauseSchema,
      done: GOES_ON,
      run: (who, id, given) => pauses.lift(who, id, given, ['emergency']),
    }),
  ];
}
