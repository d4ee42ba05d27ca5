import { z } from 'zod';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { Contact } from '../../ground/contacts/contact-contract.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import { idSchema } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { EnquiryServices } from './enquiry-services.ts';

/** What the pages of questions need. */
export type EnquiryPagesDeps = {
  enquiries: EnquiryServices;
  areas: { all(): Promise<Area[]> };
  /** How an area is reached; null where nobody has said. */
  contact(areaId: string): Promise<Contact | null>;
  access: Access;
  sendPage: SendPage;
  files: PhotoFiles;
  tiles: { url: string; attribution: string };
};

export const enquiryParams = z.object({ id: idSchema });

/** What an act to one question needs before anything else is read. */
export const ofEnquiry = ({ pages }: Pick<EnquiryServices, 'pages'>) => ({
  tag: 'enquiries',
  params: enquiryParams,
  thing: ({ params }: { params: { id: string } }) => pages.thing(params.id),
});
