import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { atTheEnd } from './the-end.ts';

type PageSettings = {
  /** Of the viewport, in CSS pixels. */
  width?: number;
  height?: number;
  dark?: boolean;
  /** `false` for a visitor whose scripts do not run. */
  javaScript?: boolean;
  /** Pages slide into each other only for who asks for it: a picture between two pages takes no clicks. */
  motion?: boolean;
  forcedColours?: boolean;
};

/** One thing that axe found wrong: which rule, how bad, and where. */
export type AxeFinding = { rule: string; impact: string; help: string; where: string[] };

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCREENSHOTS = 'data/screenshots';

let browser: Promise<Browser> | undefined;

/** A page in a browser context of its own; close it with `page.context().close()`. It is closed at the end anyway. */
export async function aPage({
  width = 1280,
  height = 900,
  dark = false,
  javaScript = true,
  motion = false,
  forcedColours = false,
}: PageSettings = {}): Promise<Page> {
  const context = await (
    await sharedBrowser()
  ).newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javaScript,
    reducedMotion: motion ? 'no-preference' : 'reduce',
    forcedColors: forcedColours ? 'active' : 'none',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

/** Keeps a picture of the whole page in data/screenshots when SCREENSHOTS=1; does nothing otherwise. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env['SCREENSHOTS'] !== '1') return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}

/** What axe finds against WCAG 2.2 AA and its own good practice; an empty list is what a test wants. */
export async function axeFindings(page: Page): Promise<AxeFinding[]> {
  // Through the debugger rather than a script element, so that the page's content security policy stays on.
  await page.evaluate(axeSource());
  const { violations } = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags } }),
    WCAG_22_AA,
  );
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'minor',
    help,
    where: nodes.map(({ html }) => html.slice(0, 200)),
  }));
}

/** What has the focus, as a screen reader would name it: "link Find a place". */
export async function focused(page: Page): Promise<string> {
  const snapshot = await page
    .locator(':focus')
    .first()
    .ariaSnapshot({ timeout: 1_000 })
    .catch(() => '');
  return snapshot.split('\n')[0]?.replace(/^- /, '').replaceAll('"', '').replace(/:.*$/, '').trim() ?? '';
}

/**
 * Presses Tab until the element with this accessible name has the focus.
 * @throws Error that lists every stop on the way when it is never reached.
 */
export async function tabTo(page: Page, name: string | RegExp, atMost = 80): Promise<void> {
  const stops: string[] = [];
  for (let press = 0; press < atMost; press++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (typeof name === 'string' ? stop.includes(name) : name.test(stop)) return;
    stops.push(stop);
  }
  throw new Error(`"${String(name)}" cannot be reached with the Tab key. The stops were:\n  ${stops.join('\n  ')}`);
}

/** Whether the page must be moved sideways to be read. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

declare global {
  interface Window {
    axe: {
      run(
        context: Document,
        options: object,
      ): Promise<{ violations: { id: string; impact: string | null; help: string; nodes: { html: string }[] }[] }>;
    };
  }
}

function sharedBrowser(): Promise<Browser> {
  browser ??= launch().then((started) => {
    atTheEnd(() => started.close());
    return started;
  });
  return browser;
}

async function launch(): Promise<Browser> {
  const dir = await unpacked();
  return playwright.launch({
    executablePath: join(dir, 'chromium'),
    // No sandbox: root has none to offer, and the only pages shown are our own.
    args: [
      '--headless=shell',
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
    ],
    env: { ...process.env, ...environmentFor(dir) },
  });
}

/** Unpacks the browser that the npm package brings, once for each version of it. */
async function unpacked(): Promise<string> {
  const dir = join(tmpdir(), `meantime-chromium-${packageVersion()}`);
  if (existsSync(dir)) return dir;
  const half = `${dir}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  // The package unpacks into the temporary folder, and its shared libraries only where it believes itself in AWS.
  await withEnvironment({ TMPDIR: half, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }, () => chromium.executablePath());
  try {
    renameSync(half, dir);
  } catch {
    // Another run was quicker: its copy is as good as ours.
    rmSync(half, { recursive: true, force: true });
  }
  return dir;
}

/** Lends the browser the libraries and fonts it came with, where the machine has none. */
function environmentFor(dir: string): Record<string, string> {
  const env: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(dir, 'fonts') };
  if (lacksLibraries(join(dir, 'chromium')))
    env['LD_LIBRARY_PATH'] = [join(dir, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return env;
}

function lacksLibraries(program: string): boolean {
  try {
    return execFileSync('ldd', [program], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}

async function withEnvironment<T>(values: Record<string, string>, work: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, values);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(values)) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function packageVersion(): string {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  for (let dir = dirname(main); dir !== dirname(dir); dir = dirname(dir)) {
    const file = join(dir, 'package.json');
    const version: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
    if (typeof version === 'string') return version;
  }
  return 'unknown';
}

let axe: string | undefined;

function axeSource(): string {
  return (axe ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
}
