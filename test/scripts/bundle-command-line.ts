import { chmodSync, readFileSync } from "node:fs";
import type { Metafile, Plugin } from "esbuild";
import { build } from "esbuild";
import { quietYaml } from "./quiet-yaml.ts";

/**
 * Bundles the command line into one executable file. CommonJS, since that starts faster than a module,
 * and not minified, since that does not. ajv stays outside: it is loaded only where a schema is checked.
 * Returns what went into it.
 */
export async function bundleCommandLine(root: string, outfile: string): Promise<Metafile> {
  const { version } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  const { metafile } = await build({
    entryPoints: [`${root}/src/cli/main.ts`],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "cjs",
    external: ["ajv"],
    define: { RAYCLUSTER_VERSION: JSON.stringify(version), "import.meta.url": "bundleUrl" },
    banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [withoutCompiledSchemas],
    alias: quietYaml(root),
    metafile: true,
    logLevel: "warning",
  });
  chmodSync(outfile, 0o755);
  return metafile;
}

/** Compiling schemas takes longer than a command line has use for: see src/model/compiled-schema.ts. */
const withoutCompiledSchemas: Plugin = {
  name: "without-compiled-schemas",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]model[\\/]compiled-schema\.ts$/ }, () => ({
      contents: "export const compiledSchema = (schema) => schema;",
    }));
  },
};
