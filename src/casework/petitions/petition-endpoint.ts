import type { Request } from 'express';
import { z } from 'zod';
import type { Contact } from '../../ground/contacts/contact-contract.ts';
import type { Access, Who } from '../../ground/people/role-contract.ts';
import type { Group } from '../../groups/groups/group-contract.ts';
import { idSchema } from '../../kernel/form-page.ts';
import type { Paper } from '../../kernel/paper-contract.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { PetitionServices } from './petition-services.ts';

/** What the pages of petitions need. */
export type PetitionPagesDeps = {
  petitions: PetitionServices;
  access: Access;
  sendPage: SendPage;
  /** Groups for which somebody may ask. */
  groupsOf(who: Who): Promise<Group[]>;
  /** How an area is reached; null where nobody has said. */
  contact(areaId: string): Promise<Contact | null>;
  sheetPaper(id: string): Promise<Paper>;
  onError(error: unknown): void;
};

export const petitionParams = z.object({ id: idSchema });
export const sheetParams = z.object({ id: idSchema, sheet: idSchema });
export const strikeParams = z.object({ id: idSchema, strike: idSchema });
export const signatureParams = z.object({ id: idSchema, signature: idSchema });
export const keyParams = z.object({ key: z.string().max(100) });

/** What an act to one petition needs before anything else is read. */
export const onPetition = ({ petitions }: Pick<PetitionPagesDeps, 'petitions'>) => ({
  tag: 'petitions',
  thing: ({ params }: { params: { id: string } }) => petitions.pages.thing(params.id),
});

/** What somebody may do with a petition. */
export function rightsOn({ petitions, access }: Pick<PetitionPagesDeps, 'petitions' | 'access'>) {
  return async (req: Request, id: string) => {
    const thing = await petitions.pages.thing(id);
    const may = (act: Parameters<Access['may']>[1]): boolean => access.may(req.who, act, thing);
    return {
      own: may('petition.own'),
      check: may('petition.check'),
      enter: may('petition.enter'),
      count: may('petition.count'),
      sponsor: may('petition.sponsor'),
    };
  };
}
