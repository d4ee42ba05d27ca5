import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { newInterestView } from '../../../client/casework/interests/new-interest-view.ts';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { noteSchema, registerSchema, seenSchema, useNoteSchema } from './interest-contract.ts';
import { actingOnInterest, ofInterest, type InterestPagesDeps } from './interest-endpoint.ts';
import type { ShowInterest } from './interest-page.ts';
import { takeSchema } from './viewing-contract.ts';

const newQuery = z.object({ asset: z.string().max(36).optional() });

/** Registering an interest, and what whoever is interested does with it. */
export function interestOwnPages(deps: InterestPagesDeps, show: ShowInterest): Endpoint[] {
  const { interests, access, sendPage } = deps;
  const { registering, own, pages } = interests;
  const acting = actingOnInterest(deps, show);

  async function newPage(req: Request, res: Response, status: number, form: FormState): Promise<void> {
    const { asset, submission } = form.values;
    const place = await registering.lookedAt(typeof asset === 'string' ? asset : '');
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Register an interest`,
      description: 'To be told of a place, and to see it.',
      body: newInterestView({
        form,
        place,
        forOthers: access.may(req.who, 'interest.assist', { areaId: place.areaId }) ? place.areaSlug : null,
        groups: (await registering.groupsOf(access.signedIn(req))).map(({ id, name }) => ({ id, name })),
        submission: typeof submission === 'string' ? submission : randomUUID(),
      }),
      robots: 'noindex',
    });
  }

  return [
    endpoint({
      act: 'interest.register',
      tag: 'interests',
      method: 'get',
      path: '/interests/new',
      summary: 'The form for an interest in a place',
      reply: PAGE,
      query: newQuery,
      run: ({ req, res, query }) => newPage(req, res, 200, { values: query, mistakes: [] }),
    }),
    endpoint({
      act: 'interest.register',
      tag: 'interests',
      method: 'post',
      path: '/interests',
      summary: 'Registers an interest in a place, or opens the one that they have',
      reply: DONE,
      body: registerSchema,
      async run({ req, res, body }) {
        const { id, number } = await registering.register(access.signedIn(req), body);
        tellNext(req, `We have your interest. Its number is ${number}: say it when you ring us.`);
        seeOther(req, res, `/interests/${id}`, { id, number });
      },
      again: ({ req, res, values, problem }) =>
        newPage(req, res, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...ofInterest(interests),
      act: 'interest.read',
      method: 'get',
      path: '/interests/:id',
      summary: 'An interest in a place: where it stands, the answer, times to see it',
      reply: PAGE,
      run: ({ req, res, params }) => show(req, res, params.id),
    }),
    endpoint({
      ...ofInterest(interests),
      act: 'interest.own',
      method: 'get',
      path: '/interests/:id/viewing.ics',
      summary: 'The time in which they have a place, for a calendar: it says where to come',
      reply: { type: 'text/calendar', description: 'A calendar file' },
      async run({ res, params }) {
        const file = await pages.calendar(params.id);
        res.set('Content-Disposition', 'attachment; filename="viewing.ics"').set('Cache-Control', 'private, no-store');
        res.type('text/calendar').send(file);
      },
    }),
    acting({
      of: 'take',
      act: 'interest.own',
      summary: 'Takes a place in a time to see it; one in another is given back',
      body: takeSchema,
      done: 'You have a place. Where to come stands below, and in the mail that we sent you.',
      run: own.take,
    }),
    acting({
      of: 'give-back',
      act: 'interest.own',
      summary: 'Gives a place in a time back',
      body: z.object({}),
      done: 'Your place is free for somebody else.',
      run: (who, id) => own.giveBack(who, id),
    }),
    acting({
      of: 'note',
      act: 'interest.own',
      summary: 'Keeps what they saw there',
      body: noteSchema,
      done: 'Kept.',
      run: (who, id, { note }) => own.note(who, id, note),
    }),
    acting({
      of: 'use-note',
      act: 'interest.own',
      summary: 'Shows an answer of their proposal by what they saw',
      body: useNoteSchema,
      done: 'It stands as evidence in your proposal now.',
      run: own.useNote,
    }),
    acting({
      of: 'finish',
      act: 'interest.own',
      summary: 'Closes an interest, because they go on or have seen enough',
      body: seenSchema,
      done: 'Closed.',
      run: (who, id, { seen }) => own.finish(who, id, seen),
    }),
    acting({
      of: 'withdraw',
      act: 'interest.own',
      summary: 'Takes an interest back',
      body: seenSchema,
      done: 'Taken back.',
      run: (who, id, { seen }) => own.withdraw(who, id, seen),
    }),
  ];
}
