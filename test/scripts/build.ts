// Builds the package: dist/**/*.js and *.d.ts are the library, dist/cli.cjs is the command line.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { bundleCommandLine } from "./bundle-command-line.ts";
import { bundleYamlPackage } from "./bundle-yaml-package.ts";

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync("node_modules/.bin/tsc", ["-p", "src/tsconfig.json"], {
  stdio: "inherit",
});
if (status === 0) {
  await bundleYamlPackage(".", "dist/yaml/yaml-package.js");
  await bundleCommandLine(".", "dist/cli.cjs");
} else {
  process.exitCode = 1;
}
