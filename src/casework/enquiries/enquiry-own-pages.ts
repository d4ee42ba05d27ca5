import { z } from 'zod';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { PHOTO_CACHE, sendPhoto } from '../../kernel/photo-reply.ts';
import { uploadIn } from '../../kernel/upload.ts';
import { MOST_PHOTO_BYTES } from '../../register/assets/photo-contract.ts';
import { consentSchema, photoSchema, seenSchema } from './enquiry-contract.ts';
import { enquiryParams, ofEnquiry, type EnquiryPagesDeps } from './enquiry-endpoint.ts';
import { enquiryPageOf } from './enquiry-page.ts';
import { enquiryShape } from './enquiry-schema-contract.ts';

/** A question for everybody to read and follow, and what whoever asked does with it. */
export function enquiryOwnPages(deps: EnquiryPagesDeps): Endpoint[] {
  const { enquiries, access, files } = deps;
  const { own, asking, pages } = enquiries;
  const show = enquiryPageOf(deps);
  const one = { tag: 'enquiries', params: enquiryParams } as const;
  const mine = { ...ofEnquiry(enquiries), act: 'enquiry.own', method: 'post', reply: DONE } as const;
  const here = (id: string): string => `/enquiries/${id}`;

  return [
    endpoint({
      ...one,
      act: 'register.read',
      method: 'get',
      path: '/enquiries/:id',
      summary: 'A question whose a place is: where it stands, where was looked, what came of it',
      reply: PAGE,
      run: ({ req, res, params }) => show(req, res, params.id),
    }),
    endpoint({
      ...one,
      act: 'register.read',
      method: 'get',
      path: '/api/enquiries/:id',
      summary: 'The same as data',
      reply: { type: 'application/json', schema: enquiryShape, description: 'The question, as everybody may read it' },
      run: async ({ res, params }) => void res.json(await pages.publicly(params.id)),
    }),
    endpoint({
      ...one,
      act: 'enquiry.ask',
      method: 'post',
      path: '/enquiries/:id/follow',
      summary: 'Follows a question that somebody else asked: its news comes by mail',
      reply: DONE,
      async run({ req, res, params }) {
        await asking.follow(access.signedIn(req), params.id);
        tellNext(req, 'You follow this question now, and get its news by mail.');
        seeOther(req, res, here(params.id));
      },
      again: ({ req, res, params, problem }) =>
        show(req, res, params.id, problem.status, {
          of: 'follow',
          form: { values: {}, mistakes: mistakesOf(problem) },
        }),
    }),
    endpoint({
      ...one,
      act: 'enquiry.ask',
      method: 'post',
      path: '/enquiries/:id/unfollow',
      summary: 'Stops following a question',
      reply: DONE,
      async run({ req, res, params }) {
        await asking.unfollow(access.signedIn(req), params.id);
        tellNext(req, 'You do not follow this question any more.');
        seeOther(req, res, here(params.id));
      },
    }),
    endpoint({
      ...mine,
      path: '/enquiries/:id/consent',
      summary: 'Says whether we may write to an owner outside the compact, and what may be passed on',
      body: consentSchema,
      async run({ req, res, params, body }) {
        await own.answerConsent(access.signedIn(req), params.id, body);
        tellNext(req, body.may_write === 'yes' ? 'Thank you. We write to the owner.' : 'The question is closed.');
        seeOther(req, res, here(params.id));
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of: 'consent', form: { values, mistakes: mistakesOf(problem) } }),
    }),
    endpoint({
      ...mine,
      path: '/enquiries/:id/withdraw',
      summary: 'Takes a question back',
      body: seenSchema,
      async run({ req, res, params, body }) {
        await own.withdraw(access.signedIn(req), params.id, body);
        tellNext(req, 'The question is taken back.');
        seeOther(req, res, here(params.id));
      },
      again: ({ req, res, params, problem }) =>
        show(req, res, params.id, problem.status, {
          of: 'withdraw',
          form: { values: {}, mistakes: mistakesOf(problem) },
        }),
    }),
    endpoint({
      ...mine,
      path: '/enquiries/:id/close-own',
      summary: 'Closes a question after the letter, because whoever asked goes on with the owner alone',
      body: seenSchema,
      async run({ req, res, params, body }) {
        await own.closeOwn(access.signedIn(req), params.id, body);
        tellNext(req, 'The question is closed.');
        seeOther(req, res, here(params.id));
      },
      again: ({ req, res, params, problem }) =>
        show(req, res, params.id, problem.status, {
          of: 'close-own',
          form: { values: {}, mistakes: mistakesOf(problem) },
        }),
    }),
    endpoint({
      ...mine,
      path: '/enquiries/:id/photos',
      summary: 'Adds a photo of the place, for officers',
      body: photoSchema,
      upload: { field: 'photo', mostBytes: MOST_PHOTO_BYTES },
      async run({ req, res, params, body }) {
        await own.addPhoto(access.signedIn(req), params.id, uploadIn(req), body);
        tellNext(req, 'The photo is there. Only officers and you see it.');
        seeOther(req, res, here(params.id));
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, {
          of: 'photos',
          form: {
            values,
            mistakes: mistakesOf(problem).map((mistake) =>
              mistake.field === '' ? { ...mistake, field: 'photo' } : mistake,
            ),
          },
        }),
    }),
    endpoint({
      ...ofEnquiry(enquiries),
      act: 'enquiry.read',
      method: 'get',
      path: '/enquiries/:id/photos/:photoId/:width.webp',
      summary: 'A photo of the place, for officers and whoever asked',
      params: z.object({ id: idSchema, photoId: idSchema, width: z.string() }),
      reply: { type: 'image/webp', description: 'The photo' },
      async run({ res, params }) {
        await pages.photo(params.id, params.photoId);
        await sendPhoto(res, files, { id: params.photoId, width: params.width }, PHOTO_CACHE.thisPerson);
      },
    }),
  ];
}
