import { z } from 'zod';
import { idSchema as id } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { ClosingService } from './closing-service.ts';
import type { Contribution } from '../../kernel/wing.ts';
import type {} from './group-slot.ts';
import type { GroupServices } from './group-services.ts';

/** What the pages of groups need. */
export type GroupPagesDeps = {
  /** What others show on a group's page. */
  parts: readonly NonNullable<Contribution['onGroupPage']>[];
  stands: readonly NonNullable<Contribution['groupStands']>[];
  closing: ClosingService;
  groups: GroupServices;
  areas: { all(): Promise<Area[]> };
  access: Access;
  sendPage: SendPage;
};

export { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';

export const groupParams = z.object({ id });
export const documentParams = z.object({ id, document: id });
export const personParams = z.object({ id, person: id });
export const invitationParams = z.object({ id, invitation: id });
