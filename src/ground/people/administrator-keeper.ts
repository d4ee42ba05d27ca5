import type { Db } from '../../kernel/database.ts';
import { peoplePorts } from './people-ports.ts';
import type { PersonalDataKeeper } from './personal-data-slot.ts';
import { othersWith } from './personal-data-store.ts';

type Deps = { today(): string; areas(db: Db): Promise<{ id: string; name: string }[]> };

/** An area that nobody looks after any more could give nobody a right again. */
export function administratorKeeper({ today, areas }: Deps): PersonalDataKeeper {
  return {
    async holdsFor(db, { id }) {
      const ids = await peoplePorts.idsHeld(db, id, ['area_administrator'], 'area');
      const others = await othersWith(db, id, 'area_administrator', ids, today());
      const alone = (await areas(db)).filter((area) => ids.includes(area.id) && !others.has(area.id));
      return alone.map(({ name }) => `You are the last administrator of ${name}. Make somebody else one first.`);
    },
  };
}
