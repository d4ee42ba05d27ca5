import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  contactDeskView,
  contactFormView,
  type ContactLine,
} from '../../../client/ground/contacts/contact-desk-view.ts';
import { contactView } from '../../../client/ground/contacts/contact-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import { notFound } from '../../kernel/problem.ts';
import { areaInAddress, areaNamed, type Area } from '../areas/area-contract.ts';
import type { Access, Thing } from '../people/role-contract.ts';
import { CONTACT_KINDS, contactSchema, type ContactSubject, type KnownContact } from './contact-contract.ts';
import type { ContactService } from './contact-service.ts';
import { missingOf, reachSentence, waysToReach } from './contact-words.ts';

type Deps = { contacts: ContactService; areas: { all(): Promise<Area[]> }; access: Access; sendPage: SendPage };

const areaQuery = z.object({ area: areaInAddress });
const subjectParams = z.object({ kind: z.enum(CONTACT_KINDS).catch('owner'), id: idSchema });

/** Whom to ring: for everybody to read, and for officers and owners to fill in. */
export function contactPages({ contacts, areas, access, sendPage }: Deps): Endpoint[] {
  const areaOf = async (slug: string): Promise<Area> => {
    const area = areaNamed(await areas.all(), slug);
    if (!area) throw notFound('area');
    return area;
  };
  const ofSubject = {
    act: 'contact.keep',
    tag: 'contacts',
    params: subjectParams,
    thing: async ({ params }: { params: z.infer<typeof subjectParams> }) =>
      thingOf(await contacts.subject(params.kind, params.id)),
  };

  async function formPage(
    req: Request,
    res: Response,
    subject: ContactSubject,
    status: number,
    form: FormState,
  ): Promise<void> {
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}How people reach ${subject.name}`,
      description: 'Telephone, address, hours, and how to pay.',
      body: contactFormView(subject, form, await backOf(req, subject)),
      robots: 'noindex',
    });
  }

  /** Officers come from the list of their area, an owner's people from the owner's home. */
  async function backOf(req: Request, { kind, id, areaId }: ContactSubject): Promise<string> {
    if (kind === 'owner' && !access.may(req.who, 'contact.keep', { areaId })) return `/owners/${id}`;
    return `/desk/contacts?area=${(await areas.all()).find((area) => area.id === areaId)?.slug ?? ''}`;
  }

  return [
    endpoint({
      act: 'register.read',
      tag: 'contacts',
      method: 'get',
      path: '/contact',
      summary: 'Whom to ring, write to or visit',
      reply: PAGE,
      async run({ req, res }) {
        const all = await Promise.all(
          (await areas.all()).map(async (area) => ({
            name: area.name,
            known: (await contacts.inArea(area)).filter(({ contact }) => waysToReach(contact) !== null),
          })),
        );
        const reached = all.filter(({ known }) => known.length > 0);
        await sendPage(req, res, {
          title: 'Contact',
          description: 'Whom to ring, write to or visit.',
          body: contactView(reached),
          canonical: '/contact',
        });
      },
    }),
    endpoint({
      act: 'contact.keep',
      tag: 'contacts',
      query: areaQuery,
      thing: async ({ query }) => ({ areaId: (await areaOf(query.area)).id }),
      method: 'get',
      path: '/desk/contacts',
      summary: 'Who in an area can be reached, and who not yet',
      reply: PAGE,
      async run({ req, res, query }) {
        const area = await areaOf(query.area);
        const lines = (await contacts.inArea(area)).map(lineOf);
        const body = contactDeskView({ area, lines, done: told(req) });
        const title = `Contacts of ${area.name}`;
        await sendPage(req, res, { title, description: 'Who can be reached.', body, robots: 'noindex' });
      },
    }),
    endpoint({
      ...ofSubject,
      method: 'get',
      path: '/desk/contacts/:kind/:id',
      summary: 'The form for how an area or an owner is reached',
      reply: PAGE,
      async run({ req, res, params }) {
        const subject = await contacts.subject(params.kind, params.id);
        const contact = await contacts.of(subject.id);
        await formPage(req, res, subject, 200, { values: contact, mistakes: [] });
      },
    }),
    endpoint({
      ...ofSubject,
      method: 'post',
      path: '/desk/contacts/:kind/:id',
      summary: 'Says how an area or an owner is reached',
      reply: DONE,
      body: contactSchema,
      async run({ req, res, params, body }) {
        const subject = await contacts.subject(params.kind, params.id);
        await contacts.save(subject, body, access.signedIn(req).personId);
        tellNext(req, `Saved: pages and mails now say how people reach ${subject.name}.`);
        seeOther(req, res, await backOf(req, subject));
      },
      again: async ({ req, res, params, values, problem }) =>
        formPage(req, res, await contacts.subject(params.kind, params.id), problem.status, {
          values,
          mistakes: mistakesOf(problem),
        }),
    }),
  ];
}

const thingOf = ({ kind, id, areaId }: ContactSubject): Thing =>
  kind === 'owner' ? { ownerId: id, areaId } : { areaId };

const lineOf = ({ subject, contact }: KnownContact): ContactLine => ({
  subject,
  known: reachSentence(contact, ''),
  missing: missingOf(subject.kind, contact),
});
