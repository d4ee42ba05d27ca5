import { assistedGroupService } from './assisted-group-service.ts';
import { documentRetention } from './document-retention.ts';
import { documentService } from './document-service.ts';
import type { GroupDeps } from './group-deps.ts';
import { groupPageService } from './group-page-service.ts';
import { groupPost } from './group-telling.ts';
import { groupService } from './group-service.ts';
import { invitationService } from './invitation-service.ts';
import { letterService } from './letter-service.ts';
import { membershipService } from './membership-service.ts';
import { reminderService } from './reminder-service.ts';

/** Everything that can be done with groups, one service a kind of work. */
export function groupServices(deps: GroupDeps) {
  const all = { ...deps, post: groupPost(deps) };
  return {
    ...groupService(deps),
    ...reminderService(all),
    ...groupPageService(deps),
    ...documentRetention(deps),
    assisted: assistedGroupService(all),
    invitations: invitationService(deps),
    membership: membershipService(all),
    documents: documentService(all),
    letters: letterService(deps),
  };
}
export type GroupServices = ReturnType<typeof groupServices>;
