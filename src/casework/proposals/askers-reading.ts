import { outsideName } from '../../groups/groups/group-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { togetherName } from '../partners/partner-words.ts';
import type { Proposal } from './proposal-contract.ts';
import type { ProposalDeps } from './proposal-deps.ts';

/** Who asks, by proposal: the group that leads, with those that ask together with it. Two queries, however many there are. */
export function askersReading({
  groups,
  partners,
}: Pick<ProposalDeps, 'partners'> & { groups: Pick<ProposalDeps['groups'], 'byIds'> }) {
  return async (
    db: Db,
    proposals: readonly Pick<Proposal, 'id' | 'groupId'>[],
  ): Promise<ReadonlyMap<string, string>> => {
    const joined = await partners.joined(
      db,
      proposals.map(({ id }) => id),
    );
    const named = await groups.byIds(db, [...new Set([...proposals, ...joined].map(({ groupId }) => groupId))]);
    const names = new Map(named.map((one) => [one.id, outsideName(one)]));
    return new Map(
      proposals.map(({ id, groupId }) => {
        const others = joined.flatMap((one) => (one.proposalId === id ? (names.get(one.groupId) ?? []) : []));
        return [id, togetherName(names.get(groupId) ?? 'A group', others)];
      }),
    );
  };
}
