import { chmodSync, readFileSync } from "node:fs";
import { build } from "esbuild";

/**
 * Bundles the command line into one executable file. CommonJS, since that starts faster than a module,
 * and not minified, since that does not. ajv stays outside: it is loaded only where a schema is checked.
 */
export async function bundleCommandLine(root: string, outfile: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  await build({
    entryPoints: [`${root}/src/cli/main.ts`],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "cjs",
    external: ["ajv"],
    define: { RAYCLUSTER_VERSION: JSON.stringify(version) },
    logLevel: "warning",
  });
  chmodSync(outfile, 0o755);
}
