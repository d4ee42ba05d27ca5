import { nothingFollows } from '../../kernel/reactions.ts';

/** Secret addresses of calendars. A calendar is read anew each time it is asked for. */
export const calendarReactions = nothingFollows('calendar_link_made', 'calendar_link_ended');

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof calendarReactions, true> {}
}
