import { together } from '../kernel/reactions.ts';
import { areaReactions } from './areas/area-facts.ts';
import { contactReactions } from './contacts/contact-facts.ts';
import { peopleReactions } from './people/people-facts.ts';
import { retentionReactions } from './retention/retention-facts.ts';

/** What follows from facts about areas, contacts, people and what was forgotten. */
export const groundReactions = together(areaReactions, contactReactions, peopleReactions, retentionReactions);
