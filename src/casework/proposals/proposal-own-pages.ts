import { z } from 'zod';
import { endpoint, seeOther, type Endpoint } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, PAGE, tellNext } from '../../kernel/form-page.ts';
import { PHOTO_CACHE, sendPhoto } from '../../kernel/photo-reply.ts';
import { uploadIn } from '../../kernel/upload.ts';
import { MOST_PHOTO_BYTES } from '../../register/assets/photo-contract.ts';
import { withdrawSchema } from './proposal-contract.ts';
import { ofProposal, proposalParams, type ProposalPagesDeps } from './proposal-endpoint.ts';
import { proposalShape } from './proposal-schema-contract.ts';
import type { ShowProposal } from './proposal-page.ts';
import { signPhotoSchema } from './sign-photo-contract.ts';

/** A proposal for everybody to read, and what its group does with it once it is sent. */
export function proposalOwnPages(deps: ProposalPagesDeps, show: ShowProposal): Endpoint[] {
  const { proposals, access, files } = deps;
  const { own, pages } = proposals;
  const open = { act: 'register.read', tag: 'proposals', params: proposalParams, method: 'get' } as const;
  const mine = { ...ofProposal(proposals), act: 'proposal.own', method: 'post', reply: DONE } as const;
  return [
    endpoint({
      ...open,
      path: '/proposals/:id',
      summary: 'A proposal: where it stands, whose turn it is, what silence does, and all that has happened',
      reply: PAGE,
      async run({ req, res, params }) {
        // A draft is its group’s alone: its own page is where it is written.
        const draft = req.who !== null && (await pages.isDraft(params.id));
        if (draft && access.may(req.who, 'proposal.own', await pages.thing(params.id)))
          return seeOther(req, res, `/proposals/${params.id}/write`);
        await show(req, res, params.id);
      },
    }),
    endpoint({
      ...open,
      path: '/p/:number',
      params: z.object({ number: z.string().max(20) }),
      summary: 'The same by its number: an address that is short enough to be typed from a sign',
      reply: PAGE,
      run: async ({ req, res, params }) => seeOther(req, res, `/proposals/${await pages.idOf(params.number)}`),
    }),
    endpoint({
      ...open,
      path: '/api/proposals/:id',
      summary: 'The same as data',
      reply: { type: 'application/json', schema: proposalShape, description: 'The proposal, as everybody may read it' },
      run: async ({ res, params }) => void res.json(await pages.publicly(params.id)),
    }),
    endpoint({
      ...open,
      path: '/proposals/:id/photos/:photoId/:width.webp',
      summary: 'A photo that shows the sign in its place',
      params: z.object({ id: idSchema, photoId: idSchema, width: z.string() }),
      reply: { type: 'image/webp', description: 'The photo' },
      async run({ res, params }) {
        await pages.photo(params.id, params.photoId);
        await sendPhoto(res, files, { id: params.photoId, width: params.width }, PHOTO_CACHE.everybody);
      },
    }),
    endpoint({
      ...mine,
      path: '/proposals/:id/withdraw',
      summary: 'Takes a proposal back; a draft is dropped',
      body: withdrawSchema,
      async run({ req, res, params, body }) {
        const { groupId, state } = await own.withdraw(access.signedIn(req), params.id, body);
        tellNext(req, state === 'dropped' ? 'The draft is gone.' : 'The proposal is taken back.');
        seeOther(req, res, state === 'dropped' ? `/groups/${groupId}` : `/proposals/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of: 'withdraw', form: { values, mistakes: mistakesOf(problem) } }),
    }),
    endpoint({
      ...mine,
      path: '/proposals/:id/sign-photo',
      summary: 'Adds a photo that shows the sign in its place; with the first, comments begin',
      body: signPhotoSchema,
      upload: { field: 'photo', mostBytes: MOST_PHOTO_BYTES },
      async run({ req, res, params, body }) {
        await own.addSignPhoto(access.signedIn(req), params.id, uploadIn(req), body);
        tellNext(req, 'Thank you. Everybody can see on this page now that the sign is up.');
        seeOther(req, res, `/proposals/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, {
          of: 'sign-photo',
          form: {
            values,
            mistakes: mistakesOf(problem).map((mistake) =>
              mistake.field === '' ? { ...mistake, field: 'photo' } : mistake,
            ),
          },
        }),
    }),
  ];
}
