// Builds the package: dist/**/*.js and *.d.ts are the library, dist/cli.cjs is the command line.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { bundleCommandLine } from "./bundle-command-line.ts";

rmSync("dist", { recursive: true, force: true });
execFileSync("node_modules/.bin/tsc", ["-p", "src/tsconfig.json"], { stdio: "inherit" });
await bundleCommandLine(".", "dist/cli.cjs");
