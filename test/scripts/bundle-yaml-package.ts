import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { quietYaml } from "./quiet-yaml.ts";

/** The library brings along what it uses of the `yaml` package, so that it reads no environment on any runtime. */
export async function bundleYamlPackage(root: string, outfile: string): Promise<void> {
  const license = readFileSync(`${root}/node_modules/yaml/LICENSE`, "utf8").trimEnd();
  await build({
    entryPoints: [`${root}/src/yaml/yaml-package.ts`],
    outfile,
    bundle: true,
    platform: "neutral",
    target: "es2023",
    format: "esm",
    alias: quietYaml(root),
    banner: {
      js: `/*!\n * The yaml package (https://eemeli.org/yaml):\n *\n${commented(license)}\n */`,
    },
    logLevel: "warning",
  });
}

function commented(text: string): string {
  return text
    .split("\n")
    .map((line) => ` * ${line}`.trimEnd())
    .join("\n");
}
