import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { goldenFiles, readGolden } from "../golden/golden-files.ts";
import { isThorough } from "../property-runs.ts";

const FOLDER = "node_modules/.cache/raycluster-compiler";
const SCRIPT = resolve(FOLDER, "print-goldens.mjs");

mkdirSync(FOLDER, { recursive: true });
await build({
  entryPoints: ["test/compile/print-goldens.ts"],
  outfile: SCRIPT,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});

const places = [
  // The tests themselves mostly run here.
  ...(isThorough ? [{ zone: "UTC", locale: "C", minutesFromUtc: 0, language: "en-US" }] : []),
  { zone: "Pacific/Kiritimati", locale: "tr_TR.UTF-8", minutesFromUtc: 840, language: "tr-TR" },
  { zone: "America/St_Johns", locale: "ar_EG.UTF-8", minutesFromUtc: -210, language: "ar-EG" },
];

// By day each place prints some of them, others than the other place. That nothing but the command line asks for the clock, the
// zone or the locale is for architecture.test.ts to say.
const every = isThorough ? 1 : 6;

/** What the tests themselves run with: see test/vitest.config.ts. */
const budget = process.execArgv.filter((option) => option.startsWith("--interrupt-budget="));

test.each(places)("the bytes are the same in $zone with $locale", (place) => {
  const { zone, locale, minutesFromUtc, language } = place;
  const turn = places.indexOf(place) % every;
  const there = JSON.parse(
    execFileSync(process.execPath, [...budget, SCRIPT, String(every), String(turn)], {
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
