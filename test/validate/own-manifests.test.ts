import { expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { validateManifests } from "../../src/validate/validate-manifests.ts";
import { printYaml } from "../../src/yaml/print.ts";
import { byTurns } from "../by-turns.ts";
import { cases } from "../golden/cases.ts";
import { mainReleases } from "../kuberay/tested-releases.ts";

// What compile writes, its own judge finds nothing in: not a warning, on any release.

/** A request whose field needs a gate that is off gets a warning of its own. */
const GATES = "AllAlpha=true,AllBeta=true";
const valid = await cases("valid");

test.each(valid)("validate finds nothing in what compile makes of $name", (entry) => {
  let judged = 0;
  // The newest release has most to be found; by day the others by turns.
  const turn = valid.indexOf(entry);
  const releases = new Set([...mainReleases.slice(-1), ...byTurns(mainReleases, 6, turn)]);
  const found = [...releases].flatMap((release) => {
    const result = compile(entry.request, entry.settings, { kuberayVersion: release });
    // A label or an annotation that only other releases read is one that compile warns of itself.
    if (!result.ok || result.diagnostics.some(({ code }) => code === "key-without-effect"))
      return [];
    const text = { file: "out.yaml", text: printYaml(result.manifest) };
    const options = { kuberayVersion: release, featureGates: GATES };
    const { ok, manifests, diagnostics } = validateManifests(text, options);
    expect(ok).toBe(true);
    judged += manifests;
    return diagnostics.map(({ code, path }) => `${release}: ${code} at ${formatPath(path)}`);
  });
  expect(found).toEqual([]);
  expect(judged).toBeGreaterThan(0);
});
