import { z } from 'zod';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { Access, ActName, Who } from '../../ground/people/role-contract.ts';
import { endpoint, seeOther, type Endpoint, type Shape } from '../../kernel/endpoint.ts';
import { DONE, idSchema, mistakesOf, tellNext } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { ShowInterest } from './interest-page.ts';
import type { InterestServices } from './interest-services.ts';

/** What the pages of interests need. */
export type InterestPagesDeps = {
  interests: InterestServices;
  areas: { all(): Promise<Area[]> };
  access: Access;
  sendPage: SendPage;
};
export const interestParams = z.object({ id: idSchema });

/** What an act to one interest needs before anything else is read. */
export const ofInterest = ({ pages }: Pick<InterestServices, 'pages'>) => ({
  tag: 'interests',
  params: interestParams,
  thing: ({ params }: { params: { id: string } }) => pages.thing(params.id),
});

type Form<B extends Shape> = {
  /** The last part of its address. */
  of: string;
  act: ActName;
  summary: string;
  body: B;
  done: string;
  run(who: Who, id: string, given: z.infer<B>): Promise<unknown>;
};

/** Makes endpoints of the forms on the page of an interest: each shows it again with what was typed, where something is wrong. */
export const actingOnInterest =
  ({ interests, access }: InterestPagesDeps, show: ShowInterest) =>
  <B extends Shape>({ of, act, summary, body, done, run }: Form<B>): Endpoint =>
    endpoint({
      ...ofInterest(interests),
      act,
      method: 'post',
      path: `/interests/:id/${of}`,
      summary,
      reply: DONE,
      body,
      async run({ req, res, params, body: given }) {
        await run(access.signedIn(req), params.id, given as z.infer<B>);
        tellNext(req, done);
        seeOther(req, res, `/interests/${params.id}`);
      },
      again: ({ req, res, params, values, problem }) =>
        show(req, res, params.id, problem.status, { of, form: { values, mistakes: mistakesOf(problem) } }),
    });
