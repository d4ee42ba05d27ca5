import { z } from 'zod';

/** How somebody got in touch. The clocks of every channel run alike: from the day they did. */
export const CHANNELS = ['online', 'phone', 'paper', 'in_person'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_WORDS: Record<Channel, string> = {
  online: 'Online',
  phone: 'By telephone',
  paper: 'On paper',
  in_person: 'In person',
};
export const READ_BACK_WORDS = {
  aloud: 'Read out to them',
  shown: 'They saw the screen',
  letter: 'A copy goes to them by post',
} as const;

/**
 * What an officer notes when doing something for somebody else (GOV.UK service manual, assisted digital):
 * who asked, how, when, and that they agreed to what was typed.
 */
export const assistedSchema = z.object({
  channel: z.enum(['phone', 'paper', 'in_person'], 'Say how they got in touch.'),
  received_on: z.iso.date('Enter the day they got in touch, as year-month-day.'),
  read_back: z.enum(['aloud', 'shown', 'letter'], 'Say how they checked what you typed.'),
  consent: z.literal('yes', 'Confirm that they agree.'),
});
