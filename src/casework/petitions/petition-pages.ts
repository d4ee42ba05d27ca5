import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { newPetitionView } from '../../../client/casework/petitions/new-petition-view.ts';
import { petitionView } from '../../../client/casework/petitions/petition-view.ts';
import { emptyForm, type FormState } from '../../../client/kernel/form-fields.ts';
import type { ActName, Who } from '../../ground/people/role-contract.ts';
import { endpoint, seeOther, type Endpoint, type Shape } from '../../kernel/endpoint.ts';
import { DONE, mistakesOf, PAGE, tellNext, told } from '../../kernel/form-page.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import {
  beginPetitionSchema,
  seenPetitionSchema,
  sponsorSchema,
  turnBackWordingSchema,
  wordingAgainSchema,
} from './petition-contract.ts';
import { onPetition, petitionParams, rightsOn, type PetitionPagesDeps } from './petition-endpoint.ts';

const newQuery = z.object({ asset: z.string().max(36).optional(), group: z.string().max(36).optional() });

/** A petition: beginning one, its page for everybody, and what its group, officers and councillors do there. */
export function petitionPages(deps: PetitionPagesDeps): Endpoint[] {
  const { petitions, access, sendPage, groupsOf } = deps;
  const { own, checking, pages } = petitions;
  const one = { ...onPetition(deps), params: petitionParams } as const;
  const rights = rightsOn(deps);

  async function newPage(req: Request, res: Response, status: number, form: FormState): Promise<void> {
    const { asset, submission } = form.values;
    const place = typeof asset === 'string' && asset !== '' ? await own.lookedAt(asset) : null;
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Gather signatures for a building`,
      description: 'A petition of a group for a building.',
      body: newPetitionView({
        form,
        asset: place ? { id: place.id, name: place.name } : null,
        groups: (await groupsOf(access.signedIn(req))).map(({ id, name }) => ({ id, name })),
        submission: typeof submission === 'string' ? submission : randomUUID(),
      }),
      robots: 'noindex',
    });
  }

  async function show(req: Request, res: Response, id: string, status = 200, form: FormState = emptyForm) {
    const mine = await rights(req, id);
    const kept = await pages.known(id);
    if (kept.openedOn === null && !mine.own && !mine.check) throw notFound('petition');
    const petition = await pages.publicly(id);
    const counts = kept.state === 'verifying' && mine.count;
    await sendPage(req, res, {
      status,
      title: `${status === 200 ? '' : 'Error: '}Petition: ${petition.place}`,
      description: `${petition.group.name} gathers signatures for ${petition.place}: “${petition.wording}”`,
      body: petitionView({
        petition,
        hidden: mine.own || mine.check ? { turnedBackFor: kept.turnedBackFor, reasons: kept.reasons } : null,
        rights: mine,
        leftToDo: counts ? await checking.leftToDo(kept) : [],
        party: partyOf(req, kept),
        form,
        flash: told(req),
      }),
      about: { areaId: petition.area.id },
      ...(status === 200 && kept.openedOn !== null
        ? { canonical: `/petitions/${id}` }
        : { robots: 'noindex' as const }),
    });
  }

  function partyOf(req: Request, { groupId, areaId }: { groupId: string; areaId: string }) {
    const held = (req.who?.rights ?? []).map(({ role, scopeId }) => `${role} ${scopeId}`);
    if (held.some((one) => one.startsWith('group_') && one.endsWith(groupId))) return 'group';
    return held.includes(`democratic_services ${areaId}`) ? 'democratic_services' : null;
  }

  function acting<B extends Shape>(
    of: string,
    act: ActName,
    summary: string,
    body: B,
    done: string,
    run: (who: Who, id: string, given: z.infer<B>) => Promise<unknown>,
  ): Endpoint {
    return endpoint({
      ...one,
      act,
      method: 'post',
      path: `/petitions/:id/${of}`,
      summary,
      reply: DONE,
      body,
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
        seeOther(req, res, `/petitions/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { values, mistakes: mistakesOf(problem), within: of }),
    });
  }

  return [
    endpoint({
      act: 'petition.begin',
      tag: 'petitions',
      method: 'get',
      path: '/petitions/new',
      summary: 'The form to begin a petition for a building',
      reply: PAGE,
      query: newQuery,
      run: ({ req, res, query }) => newPage(req, res, 200, { values: query, mistakes: [] }),
    }),
    endpoint({
      act: 'petition.begin',
      tag: 'petitions',
      method: 'post',
      path: '/petitions',
      summary: 'Begins a petition of a group: its wording is checked before anybody can sign',
      reply: DONE,
      body: beginPetitionSchema,
      async run({ req, res, body }) {
        const who = access.signedIn(req);
        if (!(await groupsOf(who)).some(({ id }) => id === body.group))
          throw invalid([{ field: 'group', message: 'Choose a group that you speak for.' }]);
        const { id, number } = await own.begin(who, body);
        tellNext(req, 'Your petition is on its way. Its wording is checked now: we write to you when it is open.');
        seeOther(req, res, `/petitions/${id}`, { id, number });
      },
      again: ({ req, res, values, problem }) =>
        newPage(req, res, problem.status, { values, mistakes: mistakesOf(problem) }),
    }),
    endpoint({
      ...one,
      act: 'register.read',
      method: 'get',
      path: '/petitions/:id',
      summary: 'A petition: what it asks for, how many have signed, and where it stands',
      reply: PAGE,
      run: ({ req, res, params }) => show(req, res, params.id),
    }),
    endpoint({
      tag: 'petitions',
      params: petitionParams,
      act: 'register.read',
      method: 'get',
      path: '/api/petitions/:id',
      summary: 'The same as data: counts, and nobody’s name',
      reply: { type: 'application/json', description: 'The petition and its counts' },
      async run({ params }) {
        await pages.openedOnly(params.id);
        return pages.publicly(params.id);
      },
    }),
    acting(
      'wording',
      'petition.own',
      'Puts the wording of a petition differently',
      wordingAgainSchema,
      'The wording is checked again now.',
      own.sendAgain,
    ),
    acting(
      'withdraw',
      'petition.own',
      'Takes a petition back',
      seenPetitionSchema,
      'The petition is taken back. Whoever has signed is told.',
      own.withdraw,
    ),
    acting(
      'approve',
      'petition.check',
      'Publishes a petition: its wording is in order',
      seenPetitionSchema,
      'The petition is open.',
      checking.approve,
    ),
    acting(
      'turn-back',
      'petition.check',
      'Turns the wording of a petition back for a listed reason',
      turnBackWordingSchema,
      'The wording is turned back. The group is told why.',
      checking.turnBack,
    ),
    acting(
      'verify',
      'petition.count',
      'Says what the count of signatures came to',
      seenPetitionSchema,
      'The count is out. Whoever has signed is told.',
      checking.verify,
    ),
    acting(
      'sponsor',
      'petition.sponsor',
      'Sponsors a petition in writing',
      sponsorSchema,
      'You sponsor the petition. Thank you.',
      checking.sponsor,
    ),
  ];
}
