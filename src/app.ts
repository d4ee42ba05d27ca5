import type { ServerResponse } from 'node:http';
import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { rightsDay } from './ground/people/access-ports.ts';
import { ACTS } from './ground/people/role-contract.ts';
import { visitorOf } from './ground/people/visitor-rules.ts';
import { actNamed, guardBy, hiddenFromStrangers, recogniseWho } from './ground/people/who-endpoint.ts';
import { isOneClickUnsubscribe } from './ground/notifications/unsubscribe-pages.ts';
import type {} from './kernel/foot-slot.ts';
import { readBundle } from './kernel/bundle.ts';
import type { Config } from './kernel/config.ts';
import type { Endpoint } from './kernel/endpoint.ts';
import { errorHandler, nothingHere } from './kernel/errors.ts';
import { healthPage } from './kernel/health.ts';
import { requestLog } from './kernel/logging.ts';
import { noNul } from './kernel/no-nul.ts';
import { openApi } from './kernel/openapi.ts';
import { pageSender, type SendPage } from './kernel/page.ts';
import { routerOf } from './kernel/router.ts';
import { sameOriginOnly } from './kernel/same-origin.ts';
import { sessions } from './kernel/session.ts';
import { unbelievedProxy } from './kernel/trust-proxy.ts';
import { leadThrough } from './kernel/way-in.ts';
import { gathered } from './kernel/wing.ts';
import { openToScripts } from './register/open-data/cors-endpoint.ts';
import type { Services } from './services.ts';

export { makeServices, type Services } from './services.ts';

/** Forms and JSON larger than this are refused; files have limits of their own. */
const LARGEST_FORM = '1mb';

/** The web application. @param bundleDir where the built client is */
export function makeApp(services: Services, bundleDir: string): Express {
  const { config, logger, db, clock, sessionStore, house } = services;
  const { baseUrl } = config;
  const bundle = readBundle(bundleDir);
  const sendPage = pageSender({
    bundle,
    baseUrl,
    visitor: ({ who }) => visitorOf(who),
    foot: gathered(house, 'onFoot'),
  });
  const endpoints = endpointsOf(services, sendPage);
  for (const { act } of endpoints) actNamed(act);

  const app = express();
  app.set('trust proxy', config.trustProxy);
  app.disable('x-powered-by');
  app.use(requestLog(logger));
  app.use(unbelievedProxy(config.trustProxy, (line) => logger.warn(line)));
  app.use(security(config));
  app.use(compression());
  app.use('/public', staticFiles(bundleDir));
  app.use(healthPage(db));
  app.use(openToScripts);
  app.use(readyToAnswer(gathered(house, 'beforeAnswers')));
  app.use(sameOriginOnly(isOneClickUnsubscribe));
  app.use(sessions(sessionStore, config.sessionSecret, baseUrl.startsWith('https:')));
  app.use(recogniseWho(services.people.who));
  app.use(
    express.json({ limit: LARGEST_FORM }),
    express.urlencoded({ extended: false, limit: LARGEST_FORM, parameterLimit: 2_000 }),
  );
  app.use(noNul);
  app.use(
    routerOf(
      endpoints.map(hiddenFromStrangers),
      guardBy(() => rightsDay(clock)),
      { clock, sendPage },
    ),
  );
  for (const pages of gathered(house, 'publicPages')) app.use(...pages({ sendPage, house, bundle }));
  app.get('/api/openapi.json', (_req, res) => void res.json(openApi(aboutApi(baseUrl), endpoints)));
  app.use(nothingHere);
  app.use(leadThrough({ db, clock, sendPage }));
  app.use(errorHandler(sendPage));
  return app;
}

/** What the description of the API says beside the endpoints themselves. */
const aboutApi = (serverUrl: string) => ({
  title: 'Meantime',
  description: 'The public register of land, buildings and rooms, and everything that can be done with it.',
  serverUrl,
  needsSignIn: (act: string): boolean => !(ACTS[actNamed(act)].who as readonly string[]).includes('anyone'),
});

/** Every endpoint with an act of its own: what the table of rights is tested against. */
export function endpointsOf({ house }: Pick<Services, 'house'>, sendPage: SendPage): Endpoint[] {
  return gathered(house, 'endpoints').flatMap((endpoints) => endpoints({ sendPage, house }));
}

/** Nobody is answered before what must be so is so. */
function readyToAnswer(all: readonly (() => Promise<void>)[]): express.RequestHandler {
  return async (_req, _res, next) => {
    for (const ready of all) await ready();
    next();
  };
}

function staticFiles(bundleDir: string): express.RequestHandler {
  return express.static(bundleDir, {
    immutable: true,
    maxAge: '1y',
    index: false,
    fallthrough: false,
    setHeaders: asWorker,
  });
}

/** The worker that keeps tonight's list may answer for that page only, and a new one goes at once. */
function asWorker(res: ServerResponse, path: string): void {
  if (path.endsWith('tonight-worker.js'))
    res.setHeader('Service-Worker-Allowed', '/tonight').setHeader('Cache-Control', 'no-cache');
}

function security({ production, baseUrl, tiles }: Config): express.RequestHandler {
  const https = production && baseUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      directives: {
        'img-src': [
          "'self'",
          'data:',
          'blob:',
          tiles.url.replace(/\{s\}/, '*').replace(/^(https?:\/\/[^/]+).*$/, '$1'),
        ],
        'style-src': ["'self'"],
        'font-src': ["'self'"],
        'upgrade-insecure-requests': https ? [] : null,
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}
