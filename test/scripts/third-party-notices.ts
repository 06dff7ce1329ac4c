import { readdirSync, readFileSync } from "node:fs";
import type { Metafile } from "esbuild";

/** A package whose code is part of a bundle. */
interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The text of its licence, as the package ships it. */
  readonly text: string;
}

/** The licences of all packages whose code went into a bundle, as their licences ask for it. */
export function thirdPartyNotices(metafile: Metafile): string {
  const opening =
    "The command line, cli.cjs and the folder cli, contains code of the packages below. Their licences follow.";
  const notices = bundledPackages(metafile).map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text.trim()}`,
  );
  return `${[opening, ...notices].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** By name. A package without a licence or its text is an error: it must not be shipped. */
function bundledPackages(metafile: Metafile): readonly BundledPackage[] {
  const names = Object.keys(metafile.inputs).flatMap((input) => {
    const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
    return name === undefined ? [] : [name];
  });
  return [...new Set(names)].sort().map(packageOf);
}

function packageOf(name: string): BundledPackage {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (typeof license !== "string" || file === undefined) {
    throw new Error(`${name} is bundled and has no licence.`);
  }
  const text = readFileSync(`${folder}/${file}`, "utf8");
  return { name, version, licence: license, text };
}
