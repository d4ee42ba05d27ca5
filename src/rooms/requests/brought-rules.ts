import type { Mistake } from '../../kernel/problem.ts';
import type { AskForm } from './request-form-contract.ts';

/** What an officer has to say who does something for a group. */
export function broughtMistakes(
  {
    channel,
    received_on: receivedOn,
    read_back: readBack,
    consent,
  }: Pick<AskForm, 'channel' | 'received_on' | 'read_back' | 'consent'>,
  today: string,
): Mistake[] {
  return [
    ...(channel ? [] : [{ field: 'channel', message: 'Say how they got in touch.' }]),
    ...(receivedOn && receivedOn <= today
      ? []
      : [
          {
            field: 'received_on',
            message: receivedOn
              ? 'Enter the day they got in touch: it cannot be after today.'
              : 'Enter the day they got in touch.',
          },
        ]),
    ...(readBack ? [] : [{ field: 'read_back', message: 'Say how they checked what you typed.' }]),
    ...(consent ? [] : [{ field: 'consent', message: 'Confirm that they agree to what you typed.' }]),
  ];
}
