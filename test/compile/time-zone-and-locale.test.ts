import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { byTurns } from "../by-turns.ts";
import { goldenFiles, readGolden } from "../golden/golden-files.ts";
import { isThorough } from "../property-runs.ts";
import { keptBuild } from "../scripts/kept-build.ts";
import { quietYaml } from "../scripts/quiet-yaml.ts";

const built = await keptBuild(resolve("."), "goldens", ["src", "test"], (folder) =>
  bundle(join(folder, "print-goldens.mjs")),
);

async function bundle(outfile: string): Promise<void> {
  await build({
    entryPoints: ["test/compile/print-goldens.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    minifyWhitespace: true,
    external: ["fast-check", "vitest"],
    alias: quietYaml(resolve(".")),
    logLevel: "warning",
  });
}

/** By day the first, where letters have other capitals and days begin early. The tests themselves mostly run in the last. */
const places = byTurns(
  [
    { zone: "Pacific/Kiritimati", locale: "tr_TR.UTF-8", minutesFromUtc: 840, language: "tr-TR" },
    { zone: "America/St_Johns", locale: "ar_EG.UTF-8", minutesFromUtc: -210, language: "ar-EG" },
    { zone: "UTC", locale: "C", minutesFromUtc: 0, language: "en-US" },
  ],
  3,
);

// By day some of them. That nothing but the command line asks for the clock, the zone or the locale is for
// architecture.test.ts to say.
const every = isThorough ? 1 : 24;

/** What the tests themselves run with: see test/vitest.config.ts. */
const budget = process.execArgv.filter((option) => option.startsWith("--interrupt-budget="));

test.each(places)("the bytes are the same in $zone with $locale", (place) => {
  const { zone, locale, minutesFromUtc, language } = place;
  const there = JSON.parse(
    execFileSync(process.execPath, [...budget, join(built, "print-goldens.mjs"), String(every)], {
      encoding: "utf8",
      env: { TZ: zone, LANG: locale, LC_ALL: locale, LANGUAGE: locale },
      maxBuffer: 64 * 1024 * 1024,
    }),
  );
  const files = Object.keys(there.goldens);
  expect(files.length).toBeGreaterThanOrEqual(Math.floor(goldenFiles().length / every));
  // That these are what is printed here is for golden.test.ts to say.
  const golden = Object.fromEntries(files.map((file) => [file, readGolden(file)]));
  expect(there).toEqual({ minutesFromUtc, language, goldens: golden });
});
