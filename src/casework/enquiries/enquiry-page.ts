import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { enquiryView } from '../../../client/casework/enquiries/enquiry-view.ts';
import type { AgainForm } from '../../../client/casework/enquiries/enquiry-view-data.ts';
import { told } from '../../kernel/form-page.ts';
import type { EnquiryPagesDeps } from './enquiry-endpoint.ts';
import { mapAround } from './enquiry-map-page.ts';

/** Makes the function that shows a question: to everybody, to whoever asked, to whoever looks. */
export function enquiryPageOf({ enquiries, areas, access, sendPage, tiles }: EnquiryPagesDeps) {
  return async (
    req: Request,
    res: Response,
    id: string,
    status = 200,
    again: AgainForm | null = null,
  ): Promise<void> => {
    const data = await enquiries.pages.forViewer(id, req.who, (act, thing) => access.may(req.who, act, thing));
    const { enquiry } = data;
    const around = (await areas.all()).filter((area) => area.id === enquiry.area.id);
    const sent = again?.form.values['submission'];
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Whose is this? ${enquiry.place}`,
      description: `${enquiry.place}: whose it is, where we have looked, and what comes next.`,
      body: enquiryView({
        ...data,
        flash: told(req),
        again,
        map: enquiry.point ? mapAround(around, tiles, enquiry.point) : null,
        submission: typeof sent === 'string' ? sent : randomUUID(),
      }),
      about: { areaId: enquiry.area.id },
      ...(status === 200 ? { canonical: `/enquiries/${id}` } : { robots: 'noindex' as const }),
    });
  };
}
