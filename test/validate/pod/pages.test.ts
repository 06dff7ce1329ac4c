import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Finding } from "../../../src/diagnostics/diagnostic.ts";
import { ownField, ownList, ownObject } from "../../../src/diagnostics/own-field.ts";
import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { checkClusterPods } from "../../../src/validate/pod/check-cluster-pods.ts";
import { checkPodTemplate } from "../../../src/validate/pod/check-pod-template.ts";
import { podLaws } from "../../../src/validate/pod/registry.ts";

const codes = podLaws.map(({ code }) => ({ code }));

test.each(codes)("what the page of $code cures is cured", ({ code }) => {
  const page = readFileSync(`docs/diagnostics/${code}.md`, "utf8");
  expect(judge(snippet(page, "Cure"), code).map((item) => item.code)).toEqual([]);
});

function snippet(page: string, title: string): PlainObject {
  const [, yaml = ""] = new RegExp(`\n## ${title}\n\n\`\`\`yaml\n([^]*?)\`\`\``).exec(page) ?? [];
  return parse(yaml);
}

/** A template, the spec of a cluster, or that of a RayJob. */
function judge(data: PlainObject, code: string): readonly Finding[] {
  const context = {
    kuberay: { major: 1, minor: 7, patch: 0 },
    clusterName: "train",
    ...(code === "pod-security-level" ? { podSecurity: "restricted" as const } : {}),
  };
  if (ownField(data, "submitterPodTemplate") !== undefined) {
    const template = ownObject(data, "submitterPodTemplate");
    return checkPodTemplate(template, { ...context, role: "submitter", path: [] });
  }
  if (ownField(data, "headGroupSpec") ?? ownField(data, "workerGroupSpecs")) {
    return checkClusterPods(data, ["spec"], context);
  }
  const spec = ownObject(data, "spec");
  const containers = ownList(spec, "containers");
  const sound = { name: "ray-worker", image: "registry.example.com/ray:2.52.0" };
  const complete = containers.length > 0 ? spec : { ...spec, containers: [sound] };
  return checkPodTemplate({ ...data, spec: complete }, { ...context, role: "worker", path: [] });
}
