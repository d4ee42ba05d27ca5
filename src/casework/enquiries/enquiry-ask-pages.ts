import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { askCheckView } from '../../../client/casework/enquiries/ask-check-view.ts';
import { askView } from '../../../client/casework/enquiries/ask-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import type { Clock } from '../../kernel/clock.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import type { Problem } from '../../kernel/problem.ts';
import { askSchema, type Ask } from './enquiry-contract.ts';
import { pickMapOf } from './enquiry-map-page.ts';
import type { EnquiryPagesDeps } from './enquiry-endpoint.ts';
import { OutsideEveryArea } from './enquiry-place-service.ts';
import { WHOSE_IS_THIS } from './enquiry-words.ts';

type Deps = EnquiryPagesDeps & { clock: Clock };
const addressSchema = askSchema.pick({ asset: true, near: true, lon: true, lat: true, place: true });

/** Asking whose a place is: choosing it, checking, sending. Nothing is kept before it is sent. */
export function enquiryAskPages({ enquiries, areas, access, sendPage, tiles, contact }: Deps): Endpoint[] {
  const { asking, asked } = enquiries;

  async function formPage(
    req: Request,
    res: Response,
    status: number,
    form: FormState,
    outside = false,
  ): Promise<void> {
    const { asset } = form.values;
    const chosen = typeof asset === 'string' && asset !== '' ? (await asked.asked({ ...NOWHERE, asset })).asset : null;
    const all = await areas.all();
    const [only] = all.length === 1 ? all : [];
    const sent = form.values['submission'];
    await sendPage(req, res, {
      status,
      title: `${form.mistakes.length > 0 && status !== 200 ? 'Error: ' : ''}${WHOSE_IS_THIS}`,
      description:
        'You see a place that nobody looks after. Ask whose it is: somebody finds out, and you see where they looked.',
      body: askView({
        form,
        chosen: chosen && { id: chosen.id, name: chosen.name },
        map: pickMapOf(all, tiles),
        submission: typeof sent === 'string' && sent !== '' ? sent : randomUUID(),
        groups: req.who ? (await asking.groupsOf(req.who)).map(({ id, name }) => ({ id, name })) : [],
        signedIn: req.who !== null,
        contact: only ? await contact(only.id) : null,
        outside,
      }),
      ...(status === 200 ? { canonical: '/enquiries/new' } : { robots: 'noindex' as const }),
    });
  }
  const again = ({ req, res, values, problem }: Again): Promise<void> =>
    formPage(req, res, problem.status, { values, mistakes: mistakesOf(problem) }, problem instanceof OutsideEveryArea);

  async function checkPage(req: Request, res: Response, given: Ask): Promise<void> {
    const { place, open, land, counted } = await asking.look(given);
    const groups = await asking.groupsOf(access.signedIn(req));
    await sendPage(req, res, {
      title: open ? 'Somebody has asked already' : 'Check your answers',
      description: 'Before it is sent.',
      body: askCheckView({
        values: typedOf(given),
        place: place.place,
        ward: place.ward,
        area: place.area.name,
        where: whereWords(place),
        kind: place.kind,
        group: groups.find(({ id }) => id === given.group)?.name ?? (given.group_name || null),
        idea: given.idea,
        asset: place.asset && { id: place.asset.id, name: place.asset.name },
        acknowledgedBy: counted.acknowledged,
        answeredBy: counted.answered,
        open,
        land: land.map(({ id, name, owner, ownership }) => ({
          id,
          name,
          owner: owner.name,
          known: ownership === 'confirmed',
        })),
      }),
      robots: 'noindex',
    });
  }

  const asks = { act: 'enquiry.ask', tag: 'enquiries', method: 'post', body: askSchema } as const;
  return [
    endpoint({
      act: 'register.read',
      tag: 'enquiries',
      method: 'get',
      path: '/enquiries/new',
      summary: 'The form to ask whose a place is',
      reply: PAGE,
      query: addressSchema,
      run: ({ req, res, query }) =>
        formPage(req, res, 200, { ...emptyForm, values: { kind: 'land', ...typedOf(query) } }),
    }),
    endpoint({
      ...asks,
      path: '/enquiries/check',
      summary: 'Shows a question before it is sent, and what is open about the place already',
      reply: PAGE,
      run: ({ req, res, body }) => checkPage(req, res, body),
      again,
    }),
    endpoint({
      ...asks,
      path: '/enquiries/change',
      summary: 'Shows the form again with what was typed',
      reply: PAGE,
      run: ({ req, res, body }) => formPage(req, res, 200, { ...emptyForm, values: typedOf(body) }),
      again,
    }),
    endpoint({
      ...asks,
      path: '/enquiries',
      summary: 'Asks whose a place is; where somebody has asked already, leads to that question',
      reply: DONE,
      async run({ req, res, body }) {
        const { enquiry, alreadyOpen } = await asking.ask(access.signedIn(req), body);
        tellNext(
          req,
          alreadyOpen
            ? `Somebody has asked about this place already, so yours was not sent a second time. You can follow it below.`
            : `Your question has been sent. Its number is ${enquiry.number}; a mail with it is on its way. You can add photos below.`,
        );
        seeOther(req, res, `/enquiries/${enquiry.id}`, { id: enquiry.id, number: enquiry.number, alreadyOpen });
      },
      again,
    }),
  ];
}

type Again = { req: Request; res: Response; values: Record<string, unknown>; problem: Problem };
const NOWHERE = { lon: undefined, lat: undefined, near: '', place: '', kind: 'land' } as const;

/** What was typed, as texts: for showing it again or sending it on. */
const typedOf = (given: Partial<Ask>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]): [string, string][] =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  );

function whereWords({
  precision,
  postcode,
  ward,
}: {
  precision: string;
  postcode: string | null;
  ward: string | null;
}) {
  if (precision === 'exact') return `The point that you marked on the map${ward ? `, in ${ward}` : ''}`;
  if (precision === 'asset') return `On the register${ward ? `, in ${ward}` : ''}`;
  return [postcode, ward].filter((part) => part !== null).join(', ');
}
