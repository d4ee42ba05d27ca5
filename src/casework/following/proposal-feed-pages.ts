import type { Response } from 'express';
import { z } from 'zod';
import { areaInAddress, areaNamed, type Area } from '../../ground/areas/area-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { idSchema } from '../../kernel/form-page.ts';
import { notFound } from '../../kernel/problem.ts';
import type { ProposalLine, PublicProposal } from '../proposals/proposal-page-contract.ts';
import type { NewsLine } from './follower-contract.ts';

type Entry = { id: string; title: string; updated: string; href: string; summary: string };
type Feed = { title: string; subtitle: string; self: string; alternate: string; entries: Entry[] };
export type FeedDeps = {
  db: Db;
  baseUrl: string;
  areas: { all(): Promise<Area[]> };
  publicly(id: string): Promise<PublicProposal>;
  /** Proposals of an area that were sent, those that are open first. */
  linesOf(area: Area): Promise<ProposalLine[]>;
  history(db: Db, proposalId: string): Promise<readonly NewsLine[]>;
  /** Of some proposals together, the newest first. */
  historyOf(db: Db, proposalIds: readonly string[]): Promise<readonly (NewsLine & { proposalId: string })[]>;
  /** Answers with a feed that readers may keep for a while. */
  send(res: Response, feed: Feed): void;
};
const ATOM = { type: 'application/atom+xml', description: 'An Atom feed (RFC 4287)' };

/** Atom feeds of what happens to one proposal, and to all of an area. Following so needs no account and no address. */
export function proposalFeedPages({
  db,
  baseUrl,
  areas,
  publicly,
  linesOf,
  history,
  historyOf,
  send,
}: FeedDeps): Endpoint[] {
  const open = { act: 'register.read', tag: 'proposals', method: 'get', reply: ATOM } as const;
  return [
    endpoint({
      ...open,
      path: '/proposals/:id/feed.atom',
      summary: 'What happens to a proposal, as a feed',
      params: z.object({ id: idSchema }),
      async run({ res, params }) {
        const { id, place, group } = await publicly(params.id);
        const page = `${baseUrl}/proposals/${id}`;
        send(res, {
          title: `${place}: asked for by ${group.name}`,
          subtitle: `What happens to the proposal for ${place}`,
          self: `${page}/feed.atom`,
          alternate: page,
          entries: (await history(db, id)).map((line) => entryOf(page, line, line.text)),
        });
      },
    }),
    endpoint({
      ...open,
      path: '/proposals.atom',
      summary: 'What happens to proposals of an area, as a feed',
      query: z.object({ area: areaInAddress }),
      async run({ res, query }) {
        const area = areaNamed(await areas.all(), query.area);
        if (!area) throw notFound('area');
        const lines = new Map((await linesOf(area)).map((line) => [line.id, line]));
        send(res, {
          title: `Proposals for places in ${area.name}`,
          subtitle: `What happens to groups’ proposals in ${area.name}`,
          self: `${baseUrl}/proposals.atom?area=${area.slug}`,
          alternate: `${baseUrl}/assets?area=${area.slug}`,
          entries: (await historyOf(db, [...lines.keys()])).map((line) => {
            const { place, group } = lines.get(line.proposalId) ?? { place: '', group: '' };
            return entryOf(`${baseUrl}/proposals/${line.proposalId}`, line, `${place}, asked for by ${group}`);
          }),
        });
      },
    }),
  ];
}

const entryOf = (href: string, { at, kind, text }: NewsLine, title: string): Entry => ({
  id: `${href}#${kind}-${at}`,
  title,
  updated: at,
  href,
  summary: text,
});
