import { readdirSync } from "node:fs";
import { manifestFixture, manifestReport } from "../docs/manifest-report.ts";
import type { Golden } from "./goldens.ts";

/** Manifests that each have one mistake, to the report of it. */
export function manifestGoldens(): readonly Golden[] {
  return readdirSync("fixtures/manifests")
    .sort()
    .map((name) => ({
      file: `manifests/${name}.txt`,
      print: () => manifestReport(manifestFixture(name)),
    }));
}
