import type { ServerResponse } from 'node:http';
import compression from 'compression';
import express, { type Express, type Request } from 'express';
import helmet from 'helmet';
import type { Visitor } from '../client/kernel/shell-view.ts';
import { accessOn } from './app-access.ts';
import { benefitTestPages } from './app-benefit-test.ts';
import { deskEndpoints, RIGHTS_ZONE } from './app-desk.ts';
import { finderEndpoints } from './app-finder.ts';
import { hireEndpoints } from './app-hires.ts';
import { homeOf, homePathOf } from './app-home.ts';
import { requestEndpoints } from './app-requests.ts';
import { daysOfAreas } from './app-room-retention.ts';
import { runningEndpoints } from './app-running.ts';
import { roomImportEndpoints } from './app-room-import.ts';
import { spaceEndpoints } from './app-spaces.ts';
import { areaApi } from './ground/areas/area-api.ts';
import { assetApi } from './register/assets/asset-api.ts';
import { filterParams } from './register/assets/asset-filter.ts';
import { mapOf } from './register/assets/asset-map-data.ts';
import { assetPages } from './register/assets/asset-pages.ts';
import { photoPages } from './register/assets/photo-pages.ts';
import { calendarPages } from './rooms/calendars/calendar-pages.ts';
import { compactPages } from './groups/compact/compact-pages.ts';
import { bookingApi } from './rooms/bookings/booking-api.ts';
import { bookingPages } from './rooms/bookings/booking-pages.ts';
import { statementPages } from './rooms/ledger/statement-pages.ts';
import { groupEndpoints } from './groups/groups/all-group-pages.ts';
import { homePages } from './front/home/home-pages.ts';
import { readBundle } from './kernel/bundle.ts';
import { dayIn } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import type { Endpoint } from './kernel/endpoint.ts';
import { errorHandler, nothingHere } from './kernel/errors.ts';
import { healthPage } from './kernel/health.ts';
import { requestLog } from './kernel/logging.ts';
import { noNul } from './kernel/no-nul.ts';
import { openApi } from './kernel/openapi.ts';
import { pageSender } from './kernel/page.ts';
import { routerOf } from './kernel/router.ts';
import { sameOriginOnly } from './kernel/same-origin.ts';
import { sessions } from './kernel/session.ts';
import { unbelievedProxy } from './kernel/trust-proxy.ts';
import { leadThrough } from './kernel/way-in.ts';
import { outboxPages } from './ground/notifications/outbox-pages.ts';
import { isOneClickUnsubscribe, unsubscribePages } from './ground/notifications/unsubscribe-pages.ts';
import { assetJsonLd } from './register/open-data/asset-json-ld.ts';
import { openToScripts } from './register/open-data/cors.ts';
import { openDataEndpoints } from './register/open-data/open-data-api.ts';
import { openDataPages } from './register/open-data/open-data-pages.ts';
import { accountPages } from './ground/people/account-pages.ts';
import { passkeyPages } from './ground/people/passkey-pages.ts';
import { peoplePages } from './ground/people/people-pages.ts';
import { ACTS } from './ground/people/role-contract.ts';
import { signInPages } from './ground/people/sign-in-pages.ts';
import { actNamed, guardBy, hiddenFromStrangers, recogniseWho } from './ground/people/who.ts';
import { DEMONSTRATION_PEOPLE } from './ground/people/demonstration-people.ts';
import type { Services } from './services.ts';

export { makeServices, type Services } from './services.ts';

/** Forms and JSON larger than this are refused; files have limits of their own. */
const LARGEST_FORM = '1mb';

/** The web application. @param bundleDir where the built client is */
export function makeApp(services: Services, bundleDir: string): Express {
  const { config, logger, db, areas, assets, photos, spaces, clock, sessionStore } = services;
  const { tiles, demo, baseUrl } = config;
  const bundle = readBundle(bundleDir);
  const sendPage = pageSender({ bundle, baseUrl, visitor });
  const endpoints = endpointsOf(services, sendPage);
  for (const { act } of endpoints) actNamed(act);

  const app = express();
  app.set('trust proxy', config.trustProxy);
  app.disable('x-powered-by');
  app.use(requestLog(logger));
  app.use(unbelievedProxy(config.trustProxy, (line) => logger.warn(line)));
  app.use(security(config));
  app.use(compression());
  app.use(
    '/public',
    express.static(bundleDir, {
      immutable: true,
      maxAge: '1y',
      index: false,
      fallthrough: false,
      setHeaders: asWorker,
    }),
  );
  app.use(healthPage(db));
  app.use(openToScripts);
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
      guardBy(() => dayIn(RIGHTS_ZONE, clock())),
      { clock, sendPage },
    ),
  );
  app.use(
    photoPages({
      photos,
      mayShow: async (id) => (await assets.photoIsPublic(id)) || services.spaceShowing.photoIsPublic(id),
    }),
  );
  app.use(
    homePages({
      areas: areas.all,
      assets,
      sendPage,
      demo,
      keptDays: () => daysOfAreas(services),
      map: (shown) => mapOf({ areas: shown, areaSlug: undefined, params: new URLSearchParams(), tiles }),
    }),
  );
  app.use(
    openDataPages({
      assets,
      rooms: spaces,
      areas,
      sendPage,
      baseUrl,
      bundle,
      map: (shown, filter, place) =>
        mapOf({
          areas: shown,
          areaSlug: filter.area,
          params: filterParams(filter),
          tiles,
          box: filter.bbox,
          place,
          km: filter.km,
        }),
    }),
  );
  app.use(
    assetPages({
      assets,
      spacesIn: spaces.inAsset,
      jsonLd: (asset) => assetJsonLd(asset, baseUrl),
      sendPage,
      clock,
      tiles,
    }),
  );
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
export function endpointsOf(services: Services, sendPage: ReturnType<typeof pageSender>): Endpoint[] {
  const { config, areas, assets, clock, people, db, signIn, passkeys, account, sessionStore, mails, groups, bookings } =
    services;
  const access = accessOn(() => dayIn(RIGHTS_ZONE, clock()));
  const showsOutbox = config.demo && !config.smtpUrl;
  return [
    ...openDataEndpoints({ assets, areas, sendPage, baseUrl: config.baseUrl, clock }),
    ...assetApi({ assets }),
    ...areaApi({ areas }),
    ...signInPages({
      signIn,
      sendPage,
      clock,
      homePath: homePathOf(services),
      demo: showsOutbox ? DEMONSTRATION_PEOPLE : [],
    }),
    ...peoplePages({ people, sessions: sessionStore, sendPage, home: homeOf(services) }),
    ...groupEndpoints({
      groups,
      areas,
      access,
      sendPage,
      roomsOf: (id) => services.requests.lists.ofGroups([id]),
      waitedFor: (id) => services.requests.waiting.ofGroups([id]),
    }),
    ...benefitTestPages(services, access, sendPage),
    ...accountPages({ account, signIn, sessions: sessionStore, clock, sendPage }),
    ...passkeyPages({ passkeys, db, clock, sendPage }),
    ...unsubscribePages({ mails, sendPage }),
    ...calendarPages({ calendars: services.calendars, access, sendPage }),
    ...compactPages({ compact: services.compact, areas, access, sendPage }),
    ...bookingApi({ bookings, access, clock, sendPage }),
    ...bookingPages({ bookings, access, clock, sendPage }),
    ...hireEndpoints(services, access, sendPage),
    ...statementPages({
      statements: services.statements,
      bookingThing: bookings.thing,
      groupThing: groups.thing,
      sendPage,
    }),
    ...finderEndpoints(services, access, sendPage),
    ...requestEndpoints(services, access, sendPage),
    ...spaceEndpoints(services, access, sendPage),
    ...roomImportEndpoints(services, access, sendPage),
    ...deskEndpoints(services, access, sendPage),
    ...runningEndpoints(services, access, sendPage),
    ...(showsOutbox ? outboxPages({ mails, sendPage }) : []),
  ];
}

/** The worker that keeps tonight's list may answer for that page only, and a new one goes at once. */
function asWorker(res: ServerResponse, path: string): void {
  if (path.endsWith('tonight-worker.js'))
    res.setHeader('Service-Worker-Allowed', '/tonight').setHeader('Cache-Control', 'no-cache');
}

/** Links in the header for somebody who is signed in. */
function visitor({ who }: Request): Visitor | null {
  if (!who) return null;
  const officer = who.rights.some(
    ({ scope, role }) => scope === 'area' && (ACTS['desk.open'].who as readonly string[]).includes(role),
  );
  const opens =
    !officer &&
    who.rights.some(
      ({ role, scope }) => scope !== 'area' && (ACTS['space.check_in'].who as readonly string[]).includes(role),
    );
  const owned = officer
    ? undefined
    : who.rights.find(({ scope, role }) => scope === 'owner' && role === 'owner_representative');
  return {
    name: who.name,
    links: [
      { href: '/my', label: 'My page' },
      ...(officer ? [{ href: '/desk', label: 'Desk' }] : []),
      ...(owned ? [{ href: `/owners/${owned.scopeId}`, label: 'Your places' }] : []),
      ...(opens && !owned ? [{ href: '/tonight', label: 'Tonight' }] : []),
    ],
  };
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
