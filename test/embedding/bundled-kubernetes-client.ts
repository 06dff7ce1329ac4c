import { createHash } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { fingerprint } from "../scripts/kept-build.ts";

const FOLDER = "node_modules/.cache/raycluster-compiler";
/** This very file, which says how the client is bundled. */
const SCRIPT = "test/embedding/bundled-kubernetes-client.ts";

/**
 * The client that documented programs use, as one module with what some code imports of it, kept for other runs: from its
 * more than a thousand files it takes each process half a second to load. In CommonJS, whose names Node looks for in the
 * text before it runs it, this one file would still take it a third of a second. Returns the path.
 */
export async function bundledKubernetesClient(code: string): Promise<string> {
  const names = namesIn(code).join(", ");
  const hash = createHash("sha256").update(fingerprint(".", ["package-lock.json", SCRIPT]));
  const key = hash.update(names).digest("hex").slice(0, 16);
  const kept = resolve(FOLDER, `kubernetes-client-${key}.mjs`);
  if (existsSync(kept)) return kept;
  // Nobody finds half a file.
  const written = `${kept}.${process.pid}`;
  await build({
    stdin: {
      contents: `export { ${names} } from "@kubernetes/client-node";`,
      resolveDir: process.cwd(),
    },
    outfile: written,
    bundle: true,
    platform: "node",
    format: "esm",
    minifyWhitespace: true,
    // What it consists of requires modules of Node.
    banner: {
      js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`,
    },
    logLevel: "error",
  });
  if (existsSync(kept)) rmSync(written);
  else renameSync(written, kept);
  return kept;
}

/** The values that are imported of the client; types are gone when the code runs. */
function namesIn(code: string): readonly string[] {
  const imports = code.matchAll(/^import \{([^}]*)\} from "@kubernetes\/client-node";$/gm);
  const names = [...imports].flatMap(([, list = ""]) => list.split(","));
  return [...new Set(names.map((name) => name.trim()))].filter(Boolean).sort();
}
