import type { Endpoint } from '../../kernel/endpoint.ts';
import { closingPages } from './closing-pages.ts';
import { deskAssistPages } from './desk-assist-pages.ts';
import { deskGroupPages } from './desk-group-pages.ts';
import { documentAddingPages } from './document-adding-pages.ts';
import { documentPages } from './document-pages.ts';
import type { GroupPagesDeps } from './group-endpoint.ts';
import { groupFormPages } from './group-form-pages.ts';
import { groupPages } from './group-pages.ts';
import { invitationPages } from './invitation-pages.ts';
import { leadPages } from './lead-pages.ts';
import { letterPages } from './letter-pages.ts';
import { membershipPages } from './membership-pages.ts';

/** Every endpoint of groups. Fixed addresses come before those with an id in the same place. */
export function groupEndpoints(deps: GroupPagesDeps): Endpoint[] {
  return [
    ...groupFormPages(deps),
    ...groupPages(deps),
    ...invitationPages(deps),
    ...membershipPages(deps),
    ...leadPages(deps),
    ...documentAddingPages(deps),
    ...documentPages(deps),
    ...deskGroupPages(deps),
    ...deskAssistPages(deps),
    ...letterPages(deps),
    ...closingPages(deps),
  ];
}
