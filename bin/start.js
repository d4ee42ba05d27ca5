// What `npm start` does: builds from source where the packages for it are here, says what it is doing, and starts the server in this process.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const server = new URL('../dist/src/server.js', import.meta.url);

if (canBuild()) build();
else if (existsSync(server))
  console.log('Starting what was built before: the packages to build with are not installed here.');
else
  end(
    'There is nothing built here, and the packages to build with are missing. Where NODE_ENV is "production" npm leaves them out: run "npm ci --include=dev", then start again.',
  );
process.chdir(root);
await import(server.href);

function canBuild() {
  const require = createRequire(import.meta.url);
  try {
    return require.resolve('vite/package.json') !== '';
  } catch {
    return false;
  }
}

function build() {
  console.log('Building …');
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
