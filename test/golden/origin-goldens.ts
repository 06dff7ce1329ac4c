import { compileDocuments } from "../../src/compile-documents.ts";
import type { Path } from "../../src/diagnostics/path.ts";
import { formatPath } from "../../src/diagnostics/path.ts";
import { collectOrigins } from "../../src/manifest/origins.ts";
import type { Origin } from "../../src/manifest/trace.ts";
import { mergePodTemplates } from "../../src/validate/overlays/merge-pod-templates.ts";
import type { Case } from "./cases.ts";
import { cases } from "./cases.ts";
import type { Golden } from "./goldens.ts";

/** Cases whose origins are kept: together they have every field of a manifest. */
const TRACED: readonly string[] = [
  "accelerators",
  "auth-token",
  "autoscaler-options",
  "autoscaler-options--kuberay-1.1.1",
  "autoscaling-of-fixed-groups",
  "cpu-head-gpu-groups",
  "gcs-fault-tolerance--kuberay-1.2.2",
  "gcs-fault-tolerance--kuberay-1.6.0",
  "gcs-rocksdb",
  "gcs-rocksdb-claim",
  "head-service",
  "head-service--kuberay-0.4.0",
  "job",
  "job-on-selected-cluster",
  "job-scheduled",
  "job-submitter",
  "job-suspended",
  "job-template",
  "keys-for-users",
  "kuberay-0.4.0--ray-2.52.0--autoscaling",
  "named-groups",
  "named-groups--kuberay-1.4.2",
  "network-policy-and-tls",
  "pod-templates",
  "requests-below-limits",
  "scaling-and-fixed-groups",
  "service",
  "service-incremental",
  "service-suspended",
  "tolerations-and-selectors",
  "tpu-slices",
  "upgrade-strategy",
  "volumes-and-env",
  "without-autoscaling",
];

/** Where the values of manifests come from, from the outside in; what says the same as the value around it is left out. */
export async function originGoldens(): Promise<readonly Golden[]> {
  const traced = (await cases("valid")).filter(({ name }) => TRACED.includes(name));
  return traced.map((entry) => ({
    file: `origins/${entry.name}.txt`,
    print: () => originsOf(entry),
  }));
}

function originsOf({ name, request, settings, options }: Case): string {
  const trace = collectOrigins();
  const result = compileDocuments(request, settings, Object(options), { trace, mergePodTemplates });
  if (!result.ok) throw new Error(`fixtures/valid/${name} does not compile.`);
  const { manifest } = result;
  const lines: string[] = [];
  const visit = (value: unknown, path: Path, around: string) => {
    const origin = trace.originOf(manifest, path);
    const told = origin === undefined ? around : show(origin);
    if (told !== around) lines.push(`${formatPath(path)}\n${told}`);
    if (typeof value !== "object" || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      visit(member, [...path, Array.isArray(value) ? Number(key) : key], told);
    }
  };
  visit(manifest, [], "");
  return lines.join("");
}

function show({ inputs, reason }: Origin): string {
  const sources = inputs.map(({ document, path }) => `  ${document}: ${formatPath(path)}\n`);
  return [...sources, ...(reason === undefined ? [] : [`  ${reason}\n`])].join("");
}
