import type { Endpoint } from '../../kernel/endpoint.ts';
import type { ActingOnProposal } from '../proposals/proposal-act-slot.ts';
import {
  adjournSchema,
  askHearingSchema,
  callSchema,
  cancelSchema,
  concludeSchema,
  holdSchema,
  moveSchema,
} from './hearing-contract.ts';
import type { HearingServices } from './hearing-services.ts';
import { wayCameSchema } from './way-service.ts';

/** What is done about a hearing, form by form. */
export function hearingEndpoints(hearings: HearingServices, acting: ActingOnProposal): Endpoint[] {
  return [
    acting({
      of: 'ask-hearing',
      act: 'hearing.ask',
      summary: 'Asks for a public hearing about land, with a reason',
      body: askHearingSchema,
      done: 'It is heard in public before its marks count. Everybody is told.',
      run: hearings.ask,
    }),
    acting({
      of: 'call-hearing',
      act: 'hearing.call',
      summary: 'Calls the public hearing; its page is there with its notice',
      body: callSchema,
      done: 'The hearing is called. Everybody is told.',
      run: hearings.call,
    }),
    acting({
      of: 'move-hearing',
      act: 'hearing.call',
      summary: 'Changes day or room of a hearing; notice is counted anew',
      body: moveSchema,
      done: 'Changed. Everybody is told.',
      run: hearings.move,
    }),
    acting({
      of: 'cancel-hearing',
      act: 'hearing.call',
      summary: 'Cancels a hearing; another one is to be called',
      body: cancelSchema,
      done: 'Cancelled. Everybody is told.',
      run: hearings.cancel,
    }),
    acting({
      of: 'adjourn-hearing',
      act: 'hearing.call',
      summary: 'Adjourns a hearing to another day, once',
      body: adjournSchema,
      done: 'Adjourned. Everybody is told.',
      run: hearings.adjourn,
    }),
    acting({
      of: 'hold-hearing',
      act: 'hearing.call',
      summary: 'Says that the hearing was held, and who was there',
      body: holdSchema,
      done: 'Noted. The panel publishes the result.',
      run: hearings.hold,
    }),
    acting({
      of: 'record-way',
      act: 'hearing.call',
      summary: 'Says what came of another way to be heard',
      body: wayCameSchema,
      done: 'Noted. Everybody can read it.',
      run: hearings.record,
    }),
    acting({
      of: 'conclude-hearing',
      act: 'hearing.conclude',
      summary: 'Publishes the panel’s result: marks stand, or change with a reason each',
      body: concludeSchema,
      done: 'Published. Group and owner are told.',
      run: hearings.conclude,
    }),
  ];
}
