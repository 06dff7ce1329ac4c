// Builds the package: dist/**/*.js and *.d.ts are the library, dist/cli.cjs is the command line with what it bundles,
// and dist/THIRD-PARTY-NOTICES.txt has the licences of that.
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { bundleYamlPackage } from "./bundle-yaml-package.ts";
import { bundledCommandLine } from "./bundled-command-line.ts";
import { thirdPartyNotices } from "./third-party-notices.ts";

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync("node_modules/.bin/tsc", ["-p", "src/tsconfig.json"], {
  stdio: "inherit",
});
if (status === 0) {
  await bundleYamlPackage(".", "dist/yaml/yaml-package.js");
  // Made once for the same source: a first run of the tests after it takes the same.
  const metafile = await bundledCommandLine(".", "dist/cli.cjs");
  writeFileSync("dist/THIRD-PARTY-NOTICES.txt", thirdPartyNotices(metafile));
} else {
  process.exitCode = 1;
}
