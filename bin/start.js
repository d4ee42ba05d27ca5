// What `npm start` does: builds from source where the packages for it are here, says what it is doing, and starts the server in this process.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const server = new URL('../dist/src/server.js', import.meta.url);

if (hasCompiler()) build();
else if (existsSync(server))
  console.log('Starting what was built before: the packages to build with are not installed here.');
else
  end(
    'There is nothing built here, and the packages to build with are missing. Where NODE_ENV is "production" npm leaves them out: run "npm ci --include=dev", then start again.',
  );
process.chdir(root);
await import(server.href);

function hasCompiler() {
  const require = createRequire(import.meta.url);
  return ['vite/package.json', 'typescript/package.json'].every((name) => {
    try {
      return require.resolve(name) !== '';
    } catch {
      return false;
    }
  });
}

function build() {
  console.log('Building, about a minute on a slow machine …');
  const began = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) end('It could not be built; what is wrong stands above. Nothing was started.');
  console.log(`Built in ${Math.round((Date.now() - began) / 1000)} seconds.`);
}

function end(message) {
  console.error(message);
  process.exit(1);
}
