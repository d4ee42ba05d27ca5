import { join } from 'node:path';
import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { areaApi } from './areas/area-api.ts';
import { areaService, wardFinder } from './areas/area-service.ts';
import { areasOn } from './areas/area-store.ts';
import { assetApi } from './assets/asset-api.ts';
import { assetPages } from './assets/asset-pages.ts';
import type { AreaLookup } from './assets/asset-publisher.ts';
import { assetRegister } from './assets/asset-register.ts';
import { assetService } from './assets/asset-service.ts';
import { photoPages } from './assets/photo-pages.ts';
import { registerIndex } from './assets/register-index.ts';
import { registerSync } from './assets/register-sync.ts';
import { homePages } from './home/home-pages.ts';
import { readBundle } from './kernel/bundle.ts';
import { clockFrom } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import { openDatabase, type Database } from './kernel/database.ts';
import { routerOf } from './kernel/endpoint.ts';
import { errorHandler, nothingHere } from './kernel/errors.ts';
import { unitsOfWork } from './kernel/facts.ts';
import { healthPage } from './kernel/health.ts';
import { newId } from './kernel/ids.ts';
import { importDeps } from './app-imports.ts';
import { importService } from './imports/import-service.ts';
import { makeLogger, requestLog, type Logger } from './kernel/logging.ts';
import { openApi } from './kernel/openapi.ts';
import { pageSender } from './kernel/page.ts';
import { photoFiles } from './kernel/photo-files.ts';
import { mapOf } from './assets/asset-map-data.ts';
import { spacesOn } from './spaces/space-store.ts';

/** How soon a change made by another process shows here, in milliseconds. */
const LOOK_FOR_CHANGES_MS = 1_000;

/** Everything that is not about HTTP: the command line and the tests use it too. */
export function makeServices(config: Config, logger: Logger = makeLogger(config.logLevel), db: Database = openDatabase(config.databaseUrl)) {
  const clock = clockFrom(config.startAt);
  const onError = (error: unknown): void => logger.error({ err: error }, 'work after a commit failed');
  const index = registerIndex();
  const sync = registerSync({ db, index, everyMs: LOOK_FOR_CHANGES_MS, onError });
  const inOneTransaction = unitsOfWork({ db, clock, newId, onError, listeners: [() => sync.refresh()] });
  const areas = areaService({ db, inOneTransaction, newId });
  const assets = assetService({ db, index, areas });
  const register = assetRegister({ lookup, clock, newId });
  const imports = importService(importDeps({ db, inOneTransaction, areas, register, clock, newId }));
  const photos = photoFiles(join(config.dataDir, 'photos'));
  const spaces = spacesOn(db);
  return { config, logger, db, clock, newId, inOneTransaction, index, sync, areas, assets, register, imports, photos, spaces };
}
export type Services = ReturnType<typeof makeServices>;

/** The web application. @param bundleDir where the built client is */
export function makeApp(services: Services, bundleDir: string): Express {
  const { config, logger, db, areas, assets, photos, spaces } = services;
  const sendPage = pageSender({ bundle: readBundle(bundleDir), baseUrl: config.baseUrl });
  const { tiles, demo } = config;
  const endpoints = [...assetApi({ assets }), ...areaApi({ areas })];
  const app = express();
  app.set('trust proxy', 1);
  app.disable('x-powered-by');
  app.use(requestLog(logger));
  app.use(security(config));
  app.use(compression());
  app.use('/public', express.static(bundleDir, { immutable: true, maxAge: '1y', index: false, fallthrough: false }));
  app.use(express.static(join(bundleDir, 'icons'), { maxAge: '1d', index: false }));
  app.use(healthPage(db));
  app.use(routerOf(endpoints));
  app.use(photoPages({ photos, mayShow: assets.photoIsPublic }));
  app.use(homePages({ areas: areas.all, assets, sendPage, demo, map: (shown) => mapOf({ areas: shown, areaSlug: undefined, params: new URLSearchParams(), tiles }) }));
  app.use(assetPages({ assets, spacesIn: spaces.inAsset, jsonLd: () => ({}), sendPage, clock: services.clock, tiles }));
  app.get('/api/openapi.json', (_req, res) => void res.json(openApi('Meantime', 'The public register of land, buildings and rooms.', config.baseUrl, endpoints)));
  app.use(nothingHere);
  app.use(errorHandler(sendPage));
  return app;
}

/** What the register asks of the areas, inside the register's own transaction. */
const lookup: AreaLookup = {
  wards: async (trx, areaId) => wardFinder(await areasOn(trx).wards(areaId)),
  districts: async (trx, areaId) => new Map((await areasOn(trx).districtsOf(areaId)).map(({ district, ...point }) => [district, point])),
  postcodes: async (trx, areaId, postcodes) => new Map((await areasOn(trx).postcodesOf(areaId, postcodes)).map((one) => [one.postcode, one])),
};

function security({ production, baseUrl, tiles }: Config): express.RequestHandler {
  const https = production && baseUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      directives: {
        'img-src': ["'self'", 'data:', 'blob:', tiles.url.replace(/\{s\}/, '*').replace(/^(https?:\/\/[^/]+).*$/, '$1')],
        'style-src': ["'self'"],
        'font-src': ["'self'"],
        'upgrade-insecure-requests': https ? [] : null,
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}
