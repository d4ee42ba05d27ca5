import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { productSources, violations } from './support/architecture.ts';
import { CLIENT_ROLES, SERVER_ROLES } from './support/file-roles.ts';

/** A small sound product: each planted file goes against one rule and nothing else. */
const SOUND: [string, string][] = [
  [
    'src/app.ts',
    `import { roomService } from './groups/rooms/room-service.ts'; import { keyStore } from './groups/keys/key-store.ts';`,
  ],
  ['src/kernel/page.ts', `import { shell } from '../../client/kernel/shell-view.ts'; import express from 'express';`],
  ['src/kernel/database.ts', `import knex from 'knex'; export const isSqlite = 1;`],
  ['src/groups/rooms/room-contract.ts', `import { z } from 'zod';`],
  [
    'src/groups/rooms/room-rules.ts',
    `import type { Room } from './room-contract.ts'; import type { Key } from '../keys/key-contract.ts';`,
  ],
  [
    'src/groups/rooms/room-store.ts',
    `import type { Knex } from 'knex'; import { Room } from './room-contract.ts'; export const all = (db) => db('rooms');`,
  ],
  [
    'src/groups/rooms/room-service.ts',
    `import { all } from './room-store.ts'; import { may } from './room-rules.ts'; import { KEY_WORDS } from '../keys/key-words.ts';`,
  ],
  ['src/groups/rooms/room-api.ts', `import { roomService } from './room-service.ts';`],
  [
    'src/groups/rooms/room-pages.ts',
    `import { roomService } from './room-service.ts'; import { roomView } from '../../../client/groups/rooms/room-view.ts';`,
  ],
  ['src/groups/keys/key-contract.ts', ''],
  ['src/groups/keys/key-words.ts', ''],
  ['src/groups/keys/key-store.ts', ''],
  ['src/register/assets/asset-store.ts', `export const one = (db) => db('assets');`],
  ['src/register/assets/asset-register-service.ts', `import { one } from './asset-store.ts';`],
  ['client/kernel/shell-view.ts', `import { html } from 'lit';`],
  ['client/groups/rooms/room-view.ts', `import { Room } from '../../../src/groups/rooms/room-contract.ts';`],
];

const MORE_SOUND: [string, string][] = [
  [
    'src/groups/rooms/room-slot.ts',
    `import type { Room } from './room-contract.ts'; import type { Part } from '../../kernel/wing.ts';`,
  ],
  [
    'src/groups/rooms/room-wiring.ts',
    `import { keyStore } from '../keys/key-store.ts'; import { roomView } from '../../../client/groups/rooms/room-view.ts'; import { roomService } from './room-service.ts';`,
  ],
  [
    'src/groups/wing.ts',
    `import { roomFeature } from './rooms/room-wiring.ts'; import type { Ground } from '../ground/wing.ts';`,
  ],
  ['src/ground/wing.ts', ''],
  ['src/kernel/wing.ts', `import type { Endpoint } from './endpoint.ts';`],
];

const PLANTED: [title: string, path: string, source: string, says: RegExp][] = [
  [
    'the kernel imports a feature',
    'src/kernel/clock.ts',
    `import { Room } from '../rooms/room-contract.ts';`,
    /the kernel knows nothing of ours/,
  ],
  [
    'a feature imports another feature’s service',
    'src/groups/keys/key-service.ts',
    `import { roomService } from '../rooms/room-service.ts';`,
    /state the need in Deps/,
  ],
  [
    'a feature imports another feature’s store',
    'src/groups/keys/key-service.ts',
    `import type { all } from '../rooms/room-store.ts';`,
    /state the need in Deps/,
  ],
  [
    'a feature imports another feature’s rules while re-exporting them',
    'src/groups/keys/key-more-service.ts',
    `export { may } from '../rooms/room-rules.ts';`,
    /state the need in Deps/,
  ],
  [
    'a feature loads another feature on demand',
    'src/groups/keys/key-more-service.ts',
    `export const late = () => import('../rooms/room-service.ts');`,
    /state the need in Deps/,
  ],
  [
    'a wing leans on one above it',
    'src/groups/keys/extra-words.ts',
    `import type { Space } from '../../rooms/spaces/space-contract.ts';`,
    /a wing leans on those below it/,
  ],
  [
    'a wing leans on the one beside it',
    'src/casework/cases/case-words.ts',
    `import type { Space } from '../../rooms/spaces/space-contract.ts';`,
    /a wing leans on those below it/,
  ],
  [
    'a view leans on a wing above it',
    'client/groups/rooms/more-view.ts',
    `import { spaceView } from '../../rooms/spaces/space-view.ts';`,
    /a wing leans on those below it/,
  ],
  [
    'bookings know of what rests on them',
    'src/rooms/bookings/extra-words.ts',
    `import { REQUEST_STATE_WORDS } from '../requests/request-words.ts';`,
    /rest on those named before them/,
  ],
  [
    'a feature imports the wiring',
    'src/groups/keys/key-service.ts',
    `import { makeApp } from '../../app.ts';`,
    /wire the whole together/,
  ],
  [
    'the client imports a service',
    'client/groups/rooms/room-list-view.ts',
    `import { roomService } from '../../../src/groups/rooms/room-service.ts';`,
    /the client sees only itself/,
  ],
  [
    'a service shows a view',
    'src/groups/keys/key-service.ts',
    `import { roomView } from '../../../client/groups/rooms/room-view.ts';`,
    /show views/,
  ],
  [
    'a contract imports rules',
    'src/groups/rooms/extra-contract.ts',
    `import { may } from './room-rules.ts';`,
    /a contract rests on contracts/,
  ],
  [
    'rules import a store',
    'src/groups/rooms/extra-rules.ts',
    `import { all } from './room-store.ts';`,
    /rules rest on contracts/,
  ],
  [
    'a store imports its service',
    'src/groups/keys/extra-store.ts',
    `import { keyService } from './key-service.ts';`,
    /a store knows nothing/,
  ],
  [
    'a service imports its endpoints',
    'src/groups/keys/key-service.ts',
    `import { keyApi } from './key-api.ts';`,
    /a service knows nothing of HTTP/,
  ],
  [
    'endpoints import a store',
    'src/groups/rooms/extra-api.ts',
    `import { all } from './room-store.ts';`,
    /ask the service/,
  ],
  [
    'a public reader imports the true records',
    'src/register/assets/asset-service.ts',
    `import { one } from './asset-store.ts';`,
    /the true record of an asset/,
  ],
  ['a service imports Knex', 'src/groups/keys/key-service.ts', `import type { Knex } from 'knex';`, /know Knex/],
  [
    'a service queries',
    'src/groups/keys/key-service.ts',
    `export const all = (db) => db('keys').select();`,
    /only stores know columns/,
  ],
  [
    'another store reads the table of true records',
    'src/groups/keys/extra-store.ts',
    `export const all = (db) => db('assets').select();`,
    /only asset-store\.ts does/,
  ],
  [
    'a store joins the table of true records',
    'src/groups/keys/extra-store.ts',
    'export const all = (db) => db.raw(`select 1 from keys join assets on 1 = 1`);',
    /only asset-store\.ts does/,
  ],
  [
    'a store tells the engines apart',
    'src/groups/keys/extra-store.ts',
    `import { isSqlite } from '../../kernel/database.ts';`,
    /tells the engines apart/,
  ],
  [
    'a feature sees a whole wing',
    'src/groups/keys/key-service.ts',
    `import type { Ground } from '../../ground/wing.ts';`,
    /only wings and wirings see/,
  ],
  [
    'a feature imports the wiring of another',
    'src/groups/keys/key-more-service.ts',
    `import { roomFeature } from '../rooms/room-wiring.ts';`,
    /contracts, words, filters and slots/,
  ],
  [
    'a wiring reaches into a wing above',
    'src/groups/keys/key-wiring.ts',
    `import { spacesOn } from '../../rooms/spaces/space-store.ts';`,
    /a wing leans on those below it/,
  ],
  [
    'a wing lists a feature of a wing above',
    'src/ground/wing.ts',
    `import { roomFeature } from '../groups/rooms/room-wiring.ts';`,
    /a wing leans on those below it/,
  ],
  [
    'the kernel knows a wing',
    'src/kernel/job.ts',
    `import type { Ground } from '../ground/wing.ts';`,
    /the kernel knows nothing of ours/,
  ],
  [
    'a slot rests on a store',
    'src/groups/keys/key-slot.ts',
    `import { all } from './key-store.ts';`,
    /a slot rests on contracts and the kernel/,
  ],
  [
    'the browser sees a slot',
    'client/groups/rooms/other-view.ts',
    `import type {} from '../../../src/groups/rooms/room-slot.ts';`,
    /the client sees only itself/,
  ],
  ['a file does not say what it is', 'src/groups/keys/key-helpers.ts', '', /key-helpers\.ts does not say what it is/],
  [
    'a file of the client does not say what it is',
    'client/groups/rooms/room-list.ts',
    '',
    /room-list\.ts does not say what it is/,
  ],
  [
    'imports go round in a circle',
    'src/groups/rooms/room-contract.ts',
    `import type { Other } from './other-contract.ts';`,
    /room-contract\.ts → src\/groups\/rooms\/other-contract\.ts → src\/groups\/rooms\/room-contract\.ts: imports go round/,
  ],
];

describe('The architecture', () => {
  it('is kept by every file of the product', () => {
    expect(violations(productSources()).join('\n')).to.equal('');
  });

  it('looks at all the code there is', () => {
    const paths = [...productSources().keys()];
    expect(paths).to.include.members([
      'src/app.ts',
      'src/kernel/facts.ts',
      'src/register/assets/asset-redaction-rules.ts',
      'client/kernel/shell-view.ts',
      'db/migrate.ts',
    ]);
  });

  it('names the roles of files as docs/glossary.md does', () => {
    const rows = Object.entries({ ...SERVER_ROLES, ...CLIENT_ROLES });
    const glossary = readFileSync('docs/glossary.md', 'utf8').split('## What a file is')[1] ?? '';
    const told = [...glossary.matchAll(/^\| `-(\w+)` \|/gm)].map(([, role]) => role);
    expect(new Set(told)).to.deep.equal(new Set(rows.map(([role]) => role)));
    for (const [role, means] of [...Object.entries(SERVER_ROLES), ...Object.entries(CLIENT_ROLES)])
      expect(glossary).to.include(`| \`-${role}\` | ${means} |`);
  });

  it('has nothing against a sound product', () => {
    expect(violations(new Map([...SOUND, ...MORE_SOUND])).join('\n')).to.equal('');
  });

  for (const [title, path, source, says] of PLANTED) {
    it(`is broken when ${title}`, () => {
      const circle: [string, string][] = says.source.includes('other-contract')
        ? [['src/groups/rooms/other-contract.ts', `import type { Room } from './room-contract.ts';`]]
        : [];
      const found = violations(new Map([...SOUND, ...MORE_SOUND, ...circle, [path, source]]));
      expect(found).to.have.lengthOf(1);
      expect(found[0]).to.match(says);
    });
  }
});
