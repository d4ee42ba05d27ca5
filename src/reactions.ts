import { caseworkReactions } from './casework/reactions.ts';
import type { MailService } from './ground/notifications/mail-service.ts';
import { groundReactions } from './ground/reactions.ts';
import { groupsReactions } from './groups/reactions.ts';
import { together, type Reactions, type ReactTo } from './kernel/reactions.ts';
import type { BeforeWriting } from './kernel/wing.ts';
import { registerReactions } from './register/reactions.ts';
import { roomReactions } from './rooms/reactions.ts';

/**
 * What follows from every kind of fact. A kind that no feature has a row for does not compile here: somebody must say what follows
 * from it, or that nothing does (docs/decisions/0019-consequences-follow-facts.md).
 */
export function reactionsOfTheHouse(before: BeforeWriting, below: { mails: MailService }): ReactTo {
  const all: Reactions = together(
    groundReactions,
    registerReactions,
    groupsReactions,
    roomReactions(before, below),
    caseworkReactions(before, below),
  );
  return (kind) => all[kind];
}
