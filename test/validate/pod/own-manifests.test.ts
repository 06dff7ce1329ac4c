import { expect, test } from "vitest";
import { compile } from "../../../src/compile.ts";
import { formatPath } from "../../../src/diagnostics/path.ts";
import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { isPlainObject } from "../../../src/diagnostics/plain-data.ts";
import { parseVersion } from "../../../src/kuberay/version.ts";
import { checkClusterPods } from "../../../src/validate/pod/check-cluster-pods.ts";
import { cases } from "../../golden/cases.ts";

const RELEASES = [
  "0.4.0",
  "0.5.0",
  "0.6.0",
  "1.0.0",
  "1.1.1",
  "1.2.2",
  "1.3.2",
  "1.4.2",
  "1.6.2",
  "1.7.0",
];
const valid = await cases("valid");

test.each(valid)(
  "nothing is wrong with the pods of $name, on any release",
  ({ request, settings }) => {
    let judged = 0;
    const found = RELEASES.flatMap((release) => {
      const kuberay = parseVersion(release);
      const result = compile(request, settings, { kuberayVersion: release });
      if (kuberay === undefined || !result.ok) return [];
      judged++;
      const manifest = plain(result.manifest);
      const clusterName = result.manifest.metadata.name;
      const findings = checkClusterPods(manifest.spec, ["spec"], { kuberay, clusterName });
      return findings.map(({ code, path }) => `${release}: ${code} at ${formatPath(path)}`);
    });
    expect(found).toEqual([]);
    expect(judged).toBe(RELEASES.length);
  },
);

function plain(manifest: object): PlainObject {
  const data: PlainObject = JSON.parse(JSON.stringify(manifest));
  if (!isPlainObject(data)) throw new Error("A manifest is an object.");
  return data;
}
