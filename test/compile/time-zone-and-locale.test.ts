import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { goldenFiles, readGolden } from "../golden/golden-files.ts";
import { goldens } from "../golden/goldens.ts";
import { isThorough } from "../property-runs.ts";
import { keptBuild } from "../scripts/kept-build.ts";
import { quietYaml } from "../scripts/quiet-yaml.ts";

// That nothing but the command line asks for the clock, the zone or the locale is for architecture.test.ts to say, and what the
// program prints where people speak Turkish for cli/bundled-commands.test.ts.

test("some bytes are the same in another zone", async () => {
  const { TZ } = process.env;
  process.env.TZ = "Pacific/Kiritimati";
  onTestFinished(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });
  expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe(-840);
  const some = (await goldens()).filter((_golden, index) => index % 24 === 0);
  expect(some.length).toBeGreaterThan(20);
  for (const { file, print } of some) expect(await print(), file).toBe(readGolden(file));
});

const places = [
  { zone: "Pacific/Kiritimati", locale: "tr_TR.UTF-8", minutesFromUtc: 840, language: "tr-TR" },
  { zone: "America/St_Johns", locale: "ar_EG.UTF-8", minutesFromUtc: -210, language: "ar-EG" },
  // The tests themselves mostly run here.
  { zone: "UTC", locale: "C", minutesFromUtc: 0, language: "en-US" },
];

/** What the tests themselves run with: see test/vitest.config.ts. */
const budget = process.execArgv.filter((option) => option.startsWith("--interrupt-budget="));

if (isThorough) {
  test.each(places)("all bytes are the same in $zone with $locale", async (place) => {
    const { zone, locale, minutesFromUtc, language } = place;
    const built = await keptBuild(resolve("."), "goldens", ["src", "test"], (folder) =>
      bundle(join(folder, "print-goldens.mjs")),
    );
    const there = JSON.parse(
      execFileSync(process.execPath, [...budget, join(built, "print-goldens.mjs")], {
        encoding: "utf8",
        env: { TZ: zone, LANG: locale, LC_ALL: locale, LANGUAGE: locale },
        maxBuffer: 64 * 1024 * 1024,
      }),
    );
    const files = Object.keys(there.goldens);
    expect(files.length).toBe(goldenFiles().length);
    // That these are what is printed here is for golden.test.ts to say.
    const golden = Object.fromEntries(files.map((file) => [file, readGolden(file)]));
    expect(there).toEqual({ minutesFromUtc, language, goldens: golden });
  });
}

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
