import { expect } from 'chai';
import type { z } from 'zod';
import {
  assetListReplySchema,
  mapReplySchema,
  publicAssetSchema,
} from '../../../src/register/assets/asset-schema-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aRegister, COUNTS } from './a-register.ts';

type Operation = {
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
  parameters: { name: string }[];
};
type Description = { openapi: string; paths: Record<string, Record<string, Operation>> };

eachDatabase('The description of the API', (open) => {
  let server: TestServer;
  before(async () => {
    server = await aServer(await open());
    await aRegister(server, await aTown(server));
  });
  after(() => server.stop());

  const mistakes = (schema: z.ZodObject, body: unknown): unknown[] =>
    schema.strict().safeParse(body).error?.issues ?? [];

  it('fits what is answered about assets', async () => {
    const { body: list } = await server.get('/api/assets?limit=100&near=ZZ1').expect(200);
    expect(mistakes(assetListReplySchema, list)).to.deep.equal([]);
    for (const { distanceM: _, ...asset } of list.items) expect(mistakes(publicAssetSchema, asset)).to.deep.equal([]);
    expect(
      mistakes(publicAssetSchema, (await server.get(`/api/assets/${list.items[0].id}`).expect(200)).body),
    ).to.deep.equal([]);
    expect(list.items).to.have.lengthOf(COUNTS.all);
    for (const zoom of [5, 22])
      expect(
        mistakes(mapReplySchema, (await server.get(`/api/assets/map?zoom=${zoom}`).expect(200)).body),
      ).to.deep.equal([]);
  });

  it('names every endpoint of open data, with its filters and what it answers', async () => {
    const { body } = (await server.get('/api/openapi.json').expect(200)) as { body: Description };
    expect(body.openapi).to.equal('3.1.0');
    const ours = Object.entries(body.paths).filter(
      ([path]) => path.startsWith('/api/assets') || path.startsWith('/ogc'),
    );
    expect(ours.map(([path]) => path)).to.include.members([
      '/api/assets',
      '/api/assets/map',
      '/api/assets/{id}',
      '/api/assets.csv',
      '/api/assets.geojson',
      '/ogc/collections/{collectionId}/items',
    ]);
    for (const [path, { get }] of ours) {
      for (const [type, { schema }] of Object.entries(get?.responses['200']?.content ?? {}))
        expect(schema, `${path} ${type}`).to.be.an('object');
    }
    expect(body.paths['/api/assets.csv']?.['get']?.parameters.map(({ name }) => name)).to.include.members([
      'kind',
      'state',
      'bbox',
      'min_m2',
    ]);
  });
});
