import { z } from 'zod';
import type { Area } from '../../ground/areas/area-contract.ts';
import { idSchema } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { CasePlace } from '../../ground/cases/case-contract.ts';
import type { Access, Who } from '../../ground/people/role-contract.ts';
import type { BenefitTestServices } from './benefit-services.ts';
import type { Db } from '../../kernel/database.ts';
import type { Part } from '../../kernel/wing.ts';
import type { CaseSubject } from './test-contract.ts';

/** What the pages of the benefit test need. */
export type BenefitPagesDeps = {
  benefitTests: BenefitTestServices;
  areas: { all(): Promise<Area[]> };
  access: Access;
  sendPage: SendPage;
  /** Where a case is read; null for none, and for whoever may not know of it. */
  about(subject: CaseSubject | null, who: Who): Promise<CasePlace | null>;
  /** Why the result of a case must not be published yet. */
  whyNot(subject: CaseSubject | null, on?: Db): Promise<string[]>;
  /** What stands beside the answers of a case for those who score it. */
  beside(subject: CaseSubject | null): Promise<Part[]>;
  groups: {
    /** What a group belongs to; nothing for one that is not there. */
    thing(id: string): Promise<{ groupId?: string; areaId?: string }>;
    /** For whom an officer does something: the group's lead. */
    lead(id: string): Promise<{ personId: string } | undefined>;
  };
};

export const groupParams = z.object({ id: idSchema });
export const questionParams = z.object({ id: idSchema, question: z.string().max(12).catch('none') });
export const evidenceParams = z.object({ id: idSchema, evidence: idSchema });

export const thingOfGroup =
  ({ groups }: Pick<BenefitPagesDeps, 'groups'>) =>
  ({ params }: { params: { id: string } }) =>
    groups.thing(params.id);
