// Builds the package before it is packed: node test/scripts/prepare.mjs
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

// `npm install --global` of a git repository, which pre-commit runs, leaves out what a build needs.
if (!isInstalled("esbuild")) npm("ci", "--ignore-scripts", "--include=dev", "--no-audit");
npm("run", "--silent", "build");

function isInstalled(name) {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

function npm(...argv) {
  // npm hands its own flags down.
  const { npm_config_global: _global, npm_config_location: _location, ...env } = process.env;
  const { status } = spawnSync("npm", argv, {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
