import type { Request, Response } from 'express';
import type { z } from 'zod';
import { ownerLetterView } from '../../../client/casework/enquiries/letter-view.ts';
import { reachSentence } from '../../ground/contacts/contact-words.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { endpoint, seeOther, type Endpoint, type Shape } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import {
  closeSchema,
  disproveSchema,
  introduceSchema,
  ownerSchema,
  parkSchema,
  placeWordsSchema,
  seenSchema,
  sourceSchema,
} from './enquiry-contract.ts';
import { ofEnquiry, type EnquiryPagesDeps } from './enquiry-endpoint.ts';
import { enquiryPageOf } from './enquiry-page.ts';

/** What whoever looks for an owner does with a question. Each act shows the page again with what was typed, where something is wrong. */
export function enquiryFindingPages(deps: EnquiryPagesDeps): Endpoint[] {
  const { enquiries, access, sendPage, contact } = deps;
  const { finding, pages } = enquiries;
  const show = enquiryPageOf(deps);

  type Acting<B extends Shape> = {
    /** The last part of the address, and the name of the form. */
    of: string;
    summary: string;
    body: B;
    act?: 'enquiry.look' | 'enquiry.disprove';
    done: string;
    run(who: Who, id: string, body: z.infer<B>): Promise<unknown>;
  };
  const acting = <B extends Shape>({ of, summary, body, act = 'enquiry.look', done, run }: Acting<B>): Endpoint =>
    endpoint({
      ...ofEnquiry(enquiries),
      act,
      method: 'post',
      path: `/enquiries/:id/${of}`,
      summary,
      reply: DONE,
      body: body,
      async run({
        req,
        res,
        params,
        body: given,
      }: {
        req: Request;
        res: Response;
        params: { id: string };
        body: unknown;
      }) {
        await run(access.signedIn(req), params.id, given as z.infer<B>);
        tellNext(req, done);
        seeOther(req, res, `/enquiries/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of, form: { values, mistakes: mistakesOf(problem) } }),
    });

  return [
    acting({
      of: 'acknowledge',
      summary: 'Says that a question has arrived, and begins to look',
      body: seenSchema,
      done: 'Whoever asked is told that you are looking.',
      run: finding.acknowledge,
    }),
    acting({
      of: 'sources',
      summary: 'Notes a source that was looked into, with what came of it',
      body: sourceSchema,
      done: 'Noted.',
      run: finding.note,
    }),
    acting({
      of: 'owner',
      summary: 'Says whose a place is',
      body: ownerSchema,
      done: 'Whoever asked is told, and the register has learned it where it can.',
      run: finding.answer,
    }),
    acting({
      of: 'park',
      summary: 'Says that nobody was found: the question rests, and is looked at again',
      body: parkSchema,
      done: 'The question rests until its day.',
      run: finding.park,
    }),
    acting({
      of: 'close',
      summary: 'Closes a question with advice',
      body: closeSchema,
      done: 'The question is closed, and whoever asked is told.',
      run: finding.close,
    }),
    acting({
      of: 'look-again',
      summary: 'Looks again before its day',
      body: seenSchema,
      done: 'You are looking again.',
      run: finding.lookAgain,
    }),
    acting({
      of: 'introduce',
      summary: 'Says that the letter to an owner outside the compact has gone',
      body: introduceSchema,
      done: 'Whoever asked is told that the letter has gone.',
      run: finding.introduce,
    }),
    acting({
      of: 'disprove',
      act: 'enquiry.disprove',
      summary: 'Shows that a place is not the owner’s that counts as theirs',
      body: disproveSchema,
      done: 'Noted. It is looked at again.',
      run: finding.disprove,
    }),
    acting({
      of: 'place',
      summary: 'Puts the words for a place right',
      body: placeWordsSchema,
      done: 'Saved.',
      run: (who, id, { place }) => finding.reword(who, id, place),
    }),
    endpoint({
      ...ofEnquiry(enquiries),
      act: 'enquiry.look',
      method: 'get',
      path: '/enquiries/:id/letter',
      summary: 'The letter to an owner outside the compact, to print',
      reply: PAGE,
      async run({ req, res, params }) {
        const { enquiry, hidden, today } = await pages.forViewer(params.id, req.who, (act, thing) =>
          access.may(req.who, act, thing),
        );
        if (!hidden || hidden.consent === '') throw notFound('letter');
        const area = await contact(enquiry.area.id);
        await sendPage(req, res, {
          title: `Letter about ${enquiry.place}`,
          description: 'A letter to print.',
          body: ownerLetterView({
            id: enquiry.id,
            number: enquiry.number,
            area: enquiry.area.name,
            place: enquiry.asset || enquiry.kind === 'land' ? enquiry.place : hidden.exactPlace,
            owner: hidden.outsideOwner ?? enquiry.owner?.words ?? null,
            consent: hidden.consent,
            reach: area && reachSentence(area),
            today,
          }),
          robots: 'noindex',
        });
      },
    }),
  ];
}
