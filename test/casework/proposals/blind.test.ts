import { expect } from 'chai';
import { endpointsOf, makeApp } from '../../../src/app.ts';
import type { ActName } from '../../../src/ground/people/role-contract.ts';
import { EXAMPLES, SPECIAL, type Example, type World } from '../../ground/people/role-examples.ts';
import { routesOf } from '../../ground/people/routes.ts';
import { aVisitor, signIn, type Visitor } from '../../ground/people/visitor.ts';
import { commented } from '../comments/a-comment.ts';
import { aDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aServer, bundleDir, type TestServer } from '../../support/server.ts';
import { aVerge, CASE_A, mailsTo, proposalIn, scored, stored, type Verge } from './a-proposal.ts';

/** What differs whenever a page is asked for again. */
const FRESH = /name="submission" value="[^"]*"|nonce-[\w+/=-]+|"(?:requestId|generatedAt)":"[^"]*"/g;
const AT_ONCE = 4;
const NOBODY = '00000000-0000-4000-8000-000000000000';

/**
 * Nothing that the second scorer can reach differs by whether the first has handed in: no mark, word, name, number, order or time, on no
 * page, in no list, export, feed or mail. So everything that can be asked for is asked for before and after, at the same instant.
 */
describe('What the second scorer can find before both are in', function () {
  this.timeout(240_000);
  let verge: Verge;
  let id: string;
  let commentId: string;
  let second: Visitor;
  before(async () => {
    verge = await aVerge(await aDatabase('SQLite'), { serve: aServer });
    id = await proposalIn(verge, 'commenting');
    commentId = (await commented(verge, id)).id;
    const { commentsUntil } = await stored(verge, id);
    verge.clock.goTo(`${found(commentsUntil)}T23:30:00Z`);
    verge.clock.goTo('2027-03-23T08:00:00Z');
    await verge.services.proposals.runDue();
    second = await signIn(verge.services, aVisitor((verge.services as TestServer).url), 'second@example.org');
  });
  after(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });

  it('is the same whether the first has handed in or not, wherever they look', async () => {
    const { testId } = await stored(verge, id);
    const paths = await everything(testId);
    expect(paths).to.include.members([`/desk/tests/${testId}`, `/proposals/${id}`, '/my', '/open-data']);
    expect(paths.length).to.be.greaterThan(150);
    const before = await walk(paths);
    const mails = await mailsTo(verge, 'second@example.org');
    await scored(verge, id, CASE_A, [verge.scorers[0]]);
    expect(differing(before, await walk(paths))).to.deep.equal([]);
    expect(await mailsTo(verge, 'second@example.org')).to.deep.equal(mails);
    // That the walk would have found it: once both are in, what they can see has changed.
    await scored(verge, id, CASE_A, [verge.scorers[1]]);
    const after = await walk(paths);
    const changed = paths.filter((path) => after[`text/html ${path}`] !== before[`text/html ${path}`]);
    expect(changed).to.include.members([`/desk/tests/${testId}`, '/desk/tests?area=testborough', '/my']);
    expect(after[`text/html /desk/tests/${testId}`]).to.include('first');
  });

  /** Where two walks differ, and how. */
  function differing(before: Record<string, string>, after: Record<string, string>): string[] {
    return Object.entries(before).flatMap(([path, was]) => {
      const is = after[path] ?? '';
      const at = [...was].findIndex((sign, n) => sign !== is[n]);
      return was === is
        ? []
        : [
            `${path}: …${was.slice(Math.max(0, at - 80), at + 80)}… became …${is.slice(Math.max(0, at - 80), at + 80)}…`,
          ];
    });
  }

  /** Every address that can be asked for, of this case, its test, group and place. */
  async function everything(testId: string): Promise<string[]> {
    const { services, town, verge: asset, groupId } = verge;
    const known: Partial<World> = { town, asset, groupId, testId, caseTestId: testId, proposalId: id, commentId };
    const world = new Proxy(known, { get: (all, name) => all[name as keyof World] ?? NOBODY }) as World;
    const endpoints = endpointsOf(services, () => Promise.resolve()).filter(({ method }) => method === 'get');
    const named = new Map(endpoints.map((one) => [`GET ${one.path}`, one]));
    const reading = EXAMPLES['register.read'](world);
    const routes = routesOf(makeApp(services, bundleDir())).filter(({ method }) => method === 'get');
    return routes.map(({ name, path }) => {
      const one = named.get(name);
      const example = SPECIAL[name]?.(world) ?? (one ? EXAMPLES[one.act as ActName](world) : reading);
      return addressOf(path, example);
    });
  }

  function addressOf(path: string, { params = {}, query }: Example): string {
    const filled = path.replace(/:(\w+)/g, (_whole, name: string) => params[name] ?? NOBODY);
    const asked = query ?? (path === '/desk' ? { area: 'testborough' } : {});
    return Object.keys(asked).length === 0 ? filled : `${filled}?${new URLSearchParams(asked)}`;
  }

  async function walk(paths: readonly string[]): Promise<Record<string, string>> {
    const seen: Record<string, string> = {};
    const all = paths.flatMap((path) => ['text/html', 'application/json'].map((accept) => ({ path, accept })));
    for (let at = 0; at < all.length; at += AT_ONCE)
      await Promise.all(
        all.slice(at, at + AT_ONCE).map(async ({ path, accept }) => {
          const reply = await second.get(path, { headers: { Accept: accept } });
          const words = Buffer.from(await reply.arrayBuffer()).toString('latin1');
          seen[`${accept} ${path}`] = `${reply.status} ${words.replace(FRESH, '')}`;
        }),
      );
    await verge.services.db('rate_limits').delete();
    return seen;
  }
});
