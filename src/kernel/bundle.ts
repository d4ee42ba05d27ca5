import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type ManifestEntry = { file: string; css?: string[]; assets?: string[] };

/** The built client: addresses of the files that every page loads. */
export type Bundle = { scripts: string[]; styles: string[]; preloadFonts: string[] };

const ENTRY = 'client/main.ts';

/** @throws Error that says to run the build when there is none. */
export function readBundle(dir: string): Bundle {
  const manifest = readManifest(dir);
  const entry = manifest[ENTRY];
  if (!entry) throw new Error(`The built client in ${dir} has no ${ENTRY}. Run "npm run build".`);
  const url = (file: string): string => `/public/${file}`;
  const fonts = Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => /latin-wght-normal.*\.woff2$/.test(file) && !file.includes('-ext-'));
  return { scripts: [url(entry.file)], styles: (entry.css ?? []).map(url), preloadFonts: fonts.map(url) };
}

function readManifest(dir: string): Record<string, ManifestEntry> {
  try {
    return JSON.parse(readFileSync(join(dir, '.vite', 'manifest.json'), 'utf8'));
  } catch {
    throw new Error(`There is no built client in ${dir}. Run "npm run build" first.`);
  }
}
