import { expect, test } from "vitest";
import { autoscalerPullPolicy } from "../../src/kuberay/autoscaler-defaults.ts";
import { isGpuKey } from "../../src/kuberay/gpu-key.ts";
import { hasServiceConditions, saysThatJobsEnded } from "../../src/kuberay/job-status.ts";
import { jobNames } from "../../src/kuberay/owner-names.ts";
import { namesUnnamedPorts, servesMetrics } from "../../src/kuberay/ports.ts";
import type { StartContext } from "../../src/kuberay/start-parameters.ts";
import { startParameter } from "../../src/kuberay/start-parameters.ts";
import { keepsSubmitterPods, takesDeadlines } from "../../src/kuberay/submitter.ts";
import type { Version } from "../../src/kuberay/version.ts";
import { parseVersion } from "../../src/kuberay/version.ts";

/** What a question about a release comes to, on both sides of the boundary; the sources stand at the functions. */
test.each<
  readonly [string, (kuberay: Version) => unknown, string, old: unknown, string, now: unknown]
>([
  [
    "pull policy of the autoscaler",
    autoscalerPullPolicy,
    "0.4.0",
    "Always",
    "0.5.0",
    "IfNotPresent",
  ],
  ["metrics in the head Service", servesMetrics, "0.4.0", false, "0.5.0", true],
  ["names for unnamed ports", namesUnnamedPorts, "0.4.0", false, "0.5.0", true],
  ["pods that submit jobs", keepsSubmitterPods, "0.5.2", false, "0.6.0", true],
  ["deadlines of jobs", takesDeadlines, "1.0.0", false, "1.1.0", true],
  ["jobs that are said to have ended", saysThatJobsEnded, "1.0.0", false, "1.1.0", true],
  ["conditions of services", hasServiceConditions, "1.2.2", false, "1.3.0", true],
  ["slices of a GPU", isSlice, "1.3.2", false, "1.4.0", true],
  ["head Service of a job", namesOf, "1.4.2", {}, "1.5.0", { headService: "a-head-svc" }],
  ["block", started("block"), "0.4.0", undefined, "0.5.0", "true"],
  ["block: false", started("block", "false"), "1.0.0", "false", "1.1.0", "true"],
  ["dashboard-host", started("dashboard-host"), "0.5.0", undefined, "0.5.2", "0.0.0.0"],
  ["agent", started("dashboard-agent-listen-port"), "1.0.0", undefined, "1.1.0", "52365"],
  ["num-cpus of a request", started("num-cpus"), "1.2.2", undefined, "1.3.0", "3"],
])("%s: as the release does it", (_name, ask, before, old, since, now) => {
  expect(ask(version(before))).toEqual(old);
  expect(ask(version(since))).toEqual(now);
});

function isSlice(kuberay: Version): boolean {
  return isGpuKey("nvidia.com/mig-1g.5gb", kuberay);
}

function namesOf(kuberay: Version): unknown {
  return jobNames("a", kuberay);
}

function started(name: string, given?: string): (kuberay: Version) => string | undefined {
  const context: Omit<StartContext, "kuberay"> = {
    role: "head",
    autoscales: false,
    cpus: { limit: undefined, request: 3n },
    gpus: undefined,
    memoryBytes: undefined,
  };
  return (kuberay) => startParameter(name, given, { ...context, kuberay });
}

function version(text: string): Version {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`${text} is no version.`);
  return parsed;
}
