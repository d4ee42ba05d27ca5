import { nothing } from 'lit';
import { owedCard } from '../../../client/rooms/arrears/owed-card-part.ts';
import { areaPorts } from '../../ground/areas/area-ports.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import type { Kept } from '../../ground/retention/retention-contract.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Groups } from '../../groups/wing.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import { arrearsKeeper } from './arrears-keeper.ts';
import { arrearsPages } from './arrears-pages.ts';
import { arrearsService } from './arrears-service.ts';
import { moneyCallsOn } from './money-call-store.ts';

type Below = { ground: Ground; groups: Groups };

const KEPT: Kept = {
  kind: 'money_calls',
  days: 730,
  what: 'Notes of calls to groups about money',
  why: 'So that an officer sees what was agreed before',
};

/** Money that groups owe for rooms: who owes it, for how long, whom to ring. */
export function arrearsFeature(kernel: Kernel, { ground: { access, areas }, groups: { groupPorts } }: Below) {
  const { db } = kernel;
  const arrears = arrearsService({
    ...kernel,
    groups: groupPorts,
    leadsOf: (ids) => peoplePorts.leadsOf(db, ids),
    namesOf: (ids) => peoplePorts.namesForOfficers(db, ids),
  });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => arrearsPages({ arrears, access, areas, owners: () => areaPorts.owners(db), sendPage }),
    keeper: arrearsKeeper,
    forgets: [{ kept: KEPT, forget: (before) => moneyCallsOn(db).forget(before) }],
    async onDesk({ area, may }) {
      if (!may('money.list')) return {};
      const totals = await arrears.totals({ scope: { areaId: area.id }, zone: area.timeZone });
      const card = owedCard(totals, `/desk/owed?area=${area.slug}`, true);
      return totals.groups.ring > 0 ? { urgent: card } : { usual: card };
    },
    async onOwnerHome({ owner, may }) {
      if (!may('owner.statement')) return { above: nothing };
      const zone = (await areas.all()).find(({ id }) => id === owner.areaId)?.timeZone ?? 'UTC';
      return {
        above: owedCard(
          await arrears.totals({ scope: { ownerId: owner.id }, zone }),
          `/owners/${owner.id}/owed`,
          false,
        ),
      };
    },
  };
  return { arrears, contribution };
}
