import { migrate } from '../../db/migrate.ts';
import { nameOf, opened, withBuilding } from '../../test/casework/petitions/a-petition.ts';
import { aVerge } from '../../test/casework/proposals/a-proposal.ts';
import type { TestServices } from '../../test/support/server.ts';
import { servicesOn } from '../register/fill.ts';
import type { Home } from '../support/engines.ts';
import { thousands } from '../support/table.ts';

const AT_ONCE = 500;

/** Letters alone: as people’s addresses are, and unlike any other. */
const emailOf = (n: number): string =>
  `${nameOf(n).replace(' ', '.')}.${[...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}@example.org`.toLowerCase();

/** A petition that the product’s own services opened, and copies of signatures with the counts that go with them. */
export async function filledPetition(
  home: Home,
  signatures: number,
): Promise<{ url: string; services: TestServices; id: string }> {
  await home.create('petitions');
  const url = home.url('petitions');
  const { db } = servicesOn(url);
  await migrate(db);
  await db.destroy();
  const today = new Date().toISOString().slice(0, 10);
  const verge = await aVerge(url, {
    day: today,
    serve: (at, settings) =>
      Promise.resolve({
        ...servicesOn(at, settings?.clock),
        errors: [],
        stop: () => Promise.resolve(),
      } as TestServices),
  });
  const { services, town } = verge;
  const closed = await withBuilding(verge);
  const id = await opened(closed);
  const wardId = town.wards.southWest.id;
  const began = Date.now();
  for (let from = 0; from < signatures; from += AT_ONCE)
    await services.db('petition_signatures').insert(
      Array.from({ length: Math.min(AT_ONCE, signatures - from) }, (_, at) => {
        const n = from + at;
        return {
          id: services.newId(),
          petition_id: id,
          area_id: town.area.id,
          name: nameOf(n),
          name_key: `${nameOf(n).toLowerCase()} ${n}`,
          postcode: 'ZZ1 1AA',
          ward_id: wardId,
          basis: 'live',
          age: 'adult',
          email: emailOf(n),
          email_key: emailOf(n),
          seat: 1,
          key_hash: `filled ${n}`,
          channel: 'online',
          standing: 'valid',
          network: `network ${n % 40_000}`,
          created_at: new Date(began - n * 1_000).toISOString(),
          confirmed_at: new Date(began - n * 1_000 - (n % 977) * 313).toISOString(),
        };
      }),
    );
  await services
    .db('petition_counts')
    .insert({ petition_id: id, channel: 'online', ward_id: wardId, standing: 'valid', n: signatures });
  await services.db.raw('analyze');
  console.log(`  ${thousands(signatures)} signatures`);
  return { url, services, id };
}
