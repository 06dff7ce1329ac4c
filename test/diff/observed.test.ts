import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { PlainObject } from "../../src/diagnostics/plain-data.ts";
import { byTurns } from "../by-turns.ts";
import type { PatchOperation } from "../kuberay/laws/apply-patch.ts";
import { applyPatch } from "../kuberay/laws/apply-patch.ts";
import { memory } from "../memory.ts";
import { needs } from "../needs.ts";
import { isThorough } from "../property-runs.ts";
import { compared } from "./compared.ts";

/** What real operators and a real API server did with changes. */
const FOLDER = "../shared/reference/observed";
const observations = needs(FOLDER);

interface Observed {
  readonly kuberay: string;
  readonly feature_gates: string;
  readonly bases: Readonly<Record<string, PlainObject>>;
  readonly changes: readonly {
    readonly id: string;
    readonly base: string;
    readonly patch: readonly PatchOperation[];
    readonly observed: {
      readonly api_server: string;
      readonly effects: readonly string[];
      readonly warnings?: readonly string[];
      readonly late_warnings?: readonly string[];
    };
  }[];
}

const files = [
  "observed-v1.1.1.json",
  "observed-v1.4.2.json",
  "observed-v1.6.2.json",
  "observed-v1.7.0.json",
  "observed-v1.7.0-gates.json",
];

/** Changes of which something else is foretold than was seen, on purpose; reviewed one by one. */
const reviewed: Readonly<Record<string, string>> = {
  "group-duplicate-name": "pods came and went without end, though their number was the same",
  "port-renamed":
    "nobody needs to reconnect: the port is the same, and a Service is made by numbers",
  "hosts-2": "a second Service, for workers alone, is no other address",
  "workers-to-delete": "the named pod was deleted and another one made",
  "as-workers-to-delete": "the named pod was deleted and another one made",
  "as-service-account": "no manifest says whether an account exists",
  "priority-class-missing": "no manifest says whether a priority class exists",
  "label-kueue": "Kueue was not there to refuse it",
};

/** The API server refused sound labels of a template once, in one release, and took them with gates on. */
const refusedByAccident = ["tmpl-label-worker", "tmpl-annot-head", "tmpl-label-head"];

observations.test.each(files)(`what was seen is foretold: %s${observations.skipped}`, (file) => {
  const seen = read(file);
  const wrong: string[] = [];
  let right = 0;
  for (const change of seen.changes) {
    const { id, observed } = change;
    const { effect, changes } = foretold(file, seen, change);
    const [first = "none"] = observed.effects;
    const isAccident = refusedByAccident.includes(id) && first === "rejected";
    if (effect === first) right++;
    else if (reviewed[id] === undefined && !isAccident) {
      const told = changes.map(({ path, effect: each, reason }) => `${path} ${each}: ${reason}`);
      wrong.push(`${id}: seen ${observed.effects.join(", ")}, foretold ${effect}: ${told[0]}`);
    }
  }
  expect(wrong).toEqual([]);
  // Of a third of them the few that were reviewed are a larger share.
  expect(right / seen.changes.length).toBeGreaterThanOrEqual(isThorough ? 0.95 : 0.9);
});

observations.test.each(files)(`no refusal is false: %s${observations.skipped}`, (file) => {
  const seen = read(file);
  const falsely = seen.changes.filter(
    (change) =>
      foretold(file, seen, change).effect === "rejected" &&
      !change.observed.effects.includes("rejected"),
  );
  expect(falsely.map(({ id }) => id).filter((id) => reviewed[id] === undefined)).toEqual([]);
});

observations.test.each(files)(
  `a template that can no longer make pods says so: %s${observations.skipped}`,
  (file) => {
    const seen = read(file);
    const silent: string[] = [];
    for (const change of seen.changes) {
      const { warnings = [], late_warnings = [] } = change.observed;
      const isInvalid = [...warnings, ...late_warnings].some((event) =>
        /Pod "[^"]*" is invalid: /.test(event),
      );
      if (!isInvalid) continue;
      const { changes, pod_refusals } = foretold(file, seen, change);
      const isTold = changes.some(({ reason }) => /No new pod of .* can be created: /.test(reason));
      if (!isTold || pod_refusals.length === 0) silent.push(change.id);
    }
    expect(silent).toEqual([]);
  },
);

/** By day every third change, others for the next release. */
function read(file: string): Observed {
  const seen: Observed = JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8"));
  return { ...seen, changes: byTurns(seen.changes, 3, files.indexOf(file)) };
}

const known = memory<ReturnType<typeof compared>>();

/** What the comparison says of a change; three tests ask for it. */
function foretold(file: string, seen: Observed, change: Observed["changes"][number]) {
  return known(`${file} ${change.id}`, () => compare(seen, change));
}

function compare(seen: Observed, { base, patch }: Observed["changes"][number]) {
  const old = seen.bases[base] ?? {};
  const featureGates = seen.feature_gates === "default" ? "" : "AllAlpha=true";
  return compared(old, applyPatch(old, patch), { kuberayVersion: seen.kuberay, featureGates });
}
