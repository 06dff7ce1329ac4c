import type { PlainObject } from "../../../src/diagnostics/plain-data.ts";
import { container } from "../../diff/manifests.ts";
import type { LawRow } from "./law-row.ts";
import { cron, job, service, spec } from "./manifests.ts";

const named = (name: string) => ({ metadata: { name } });
const selected = { "ray.io/cluster": "shared" };
const onSelected = (changes: PlainObject = {}) =>
  job({
    rayClusterSpec: null,
    shutdownAfterJobFinishes: null,
    clusterSelector: selected,
    ...changes,
  });
const submitter = (pod: PlainObject) => ({ submitterPodTemplate: { spec: pod } });
const headOf = (podSpec: PlainObject) => spec({ headGroupSpec: { template: { spec: podSpec } } });
const scaling = spec({ enableInTreeAutoscaling: true });
const rules = (...deletionRules: readonly PlainObject[]) => ({
  shutdownAfterJobFinishes: null,
  deletionStrategy: { deletionRules },
});
const rule = (policy: string, condition: PlainObject) => ({ policy, condition });
const succeeded = { jobStatus: "SUCCEEDED" };
const legacy = (policy: string, changes: PlainObject = {}) =>
  job({
    shutdownAfterJobFinishes: null,
    deletionStrategy: { onSuccess: { policy }, onFailure: { policy } },
    ...changes,
  });
const RULES = "spec.deletionStrategy.deletionRules";
const OPTIONS = "spec.upgradeStrategy.clusterUpgradeOptions";
const options = { stepSizePercent: 10, intervalSeconds: 5, gatewayClassName: "istio" };
const incremental = (clusterUpgradeOptions: PlainObject | null, rayClusterConfig = scaling) =>
  service({
    upgradeStrategy: { type: "NewClusterWithIncrementalUpgrade", clusterUpgradeOptions },
    rayClusterConfig,
  });
const ON = " RayServiceIncrementalUpgrade=true";
const scheduled = (schedule: string, changes: PlainObject = {}) => cron({ schedule, ...changes });
const CRON = " RayCronJob=true";
/** A name of a zone that has 94 characters and so many more. */
const zone = (more: number) =>
  [..."abc"].map((letter) => letter.repeat(31).slice(0, letter === "a" ? 31 : 30)).join("/") +
  `/${"d".repeat(more)}`;

export const ownerLawRows: readonly LawRow[] = [
  [
    "owner-name",
    job({}, named("a".repeat(48))),
    { "1.3.2": ["warning metadata.name"], "1.4.0": ["error metadata.name"] },
  ],
  [
    "owner-name",
    job({}, named("a".repeat(47))),
    { "1.3.2": ["warning metadata.name"], "1.4.0": [] },
  ],
  ["owner-name", job({}, named("a".repeat(46))), { "1.3.2": [] }],
  ["owner-name", job({}, named("1a")), { "1.3.2": [], "1.4.0": ["error metadata.name"] }],
  [
    "owner-name",
    service({}, named("a".repeat(41))),
    { "1.3.2": ["warning metadata.name"], "1.4.0": [] },
  ],
  ["owner-name", service({}, named("a".repeat(40))), { "1.3.2": [] }],
  ["owner-name", service({}, named("a".repeat(48))), { "1.4.0": ["error metadata.name"] }],
  [
    "owner-name",
    cron({}, named("a".repeat(37))),
    { "1.6.2": [], "1.7.0": ["error metadata.name"] },
  ],
  ["owner-name", cron({}, named("a".repeat(36))), { "1.7.0": [] }],
  ["owner-name", cron({}, named("a".repeat(42))), { "1.6.2": ["warning metadata.name"] }],
  [
    "owner-name",
    cron({}, named("1a")),
    { "1.6.2": ["warning metadata.name"], "1.7.0": ["warning metadata.name"] },
  ],

  [
    "job-cluster",
    job({ rayClusterSpec: null }),
    { "0.6.0": ["error spec.rayClusterSpec"], "1.7.0": ["error spec.rayClusterSpec"] },
  ],
  ["job-cluster", job(), { "1.7.0": [] }],
  ["job-cluster", onSelected(), { "1.7.0": [] }],
  [
    "job-cluster",
    onSelected({ clusterSelector: { a: "b" } }),
    { "1.7.0": ["error spec.clusterSelector"] },
  ],
  [
    "job-cluster",
    onSelected({ clusterSelector: { "ray.io/cluster": "" } }),
    { "1.7.0": ["error spec.clusterSelector"] },
  ],
  [
    "job-cluster",
    onSelected({ submissionMode: "SidecarMode" }),
    { "1.4.2": [], "1.5.0": ["error spec.submissionMode"] },
  ],
  [
    "job-cluster",
    onSelected({ backoffLimit: 1 }),
    {
      "1.1.1": [],
      "1.2.0": ["warning spec.backoffLimit"],
      "1.5.2": ["warning spec.backoffLimit"],
      "1.6.0": ["error spec.backoffLimit"],
      "1.7.0": ["error spec.backoffLimit"],
    },
  ],
  ["job-cluster", onSelected({ backoffLimit: 0 }), { "1.7.0": [] }],
  ["job-cluster", job({ backoffLimit: 1 }), { "1.7.0": [] }],
  [
    "job-cluster",
    onSelected({ shutdownAfterJobFinishes: true }),
    { "0.6.0": ["warning spec.shutdownAfterJobFinishes"], "1.0.0": [] },
  ],
  [
    "job-cluster",
    onSelected({ metadata: { a: "b" } }),
    {
      "0.5.2": [],
      "0.6.0": ["error spec.metadata"],
      "1.4.2": ["error spec.metadata"],
      "1.5.0": ["warning spec.metadata"],
      "1.6.2": ["warning spec.metadata"],
      "1.7.0": [],
    },
  ],
  [
    "job-cluster",
    onSelected({ metadata: { a: "b" }, submissionMode: "HTTPMode" }),
    { "1.4.2": [] },
  ],

  ["job-suspension", job({ suspend: true }), { "1.7.0": [] }],
  [
    "job-suspension",
    job({ suspend: true, shutdownAfterJobFinishes: false }),
    { "1.0.0": [], "1.1.0": ["error spec.suspend"] },
  ],
  ["job-suspension", job({ suspend: false, shutdownAfterJobFinishes: false }), { "1.7.0": [] }],
  [
    "job-suspension",
    onSelected({ suspend: true, shutdownAfterJobFinishes: true }),
    { "1.0.0": [], "1.1.0": ["error spec.suspend"] },
  ],

  [
    "job-lifetime",
    job({ ttlSecondsAfterFinished: -1 }),
    { "1.3.2": [], "1.4.0": ["error spec.ttlSecondsAfterFinished"] },
  ],
  ["job-lifetime", job({ ttlSecondsAfterFinished: 1 }), { "1.4.0": [] }],
  [
    "job-lifetime",
    job({ ttlSecondsAfterFinished: 1, shutdownAfterJobFinishes: false }),
    { "1.3.2": [], "1.4.0": ["error spec.ttlSecondsAfterFinished"] },
  ],
  [
    "job-lifetime",
    job({ ttlSecondsAfterFinished: 0, shutdownAfterJobFinishes: false }),
    { "1.7.0": [] },
  ],
  [
    "job-lifetime",
    job({ activeDeadlineSeconds: 0 }),
    { "1.0.0": [], "1.1.0": ["error spec.activeDeadlineSeconds"] },
  ],
  [
    "job-lifetime",
    job({ activeDeadlineSeconds: 1, backoffLimit: 0, preRunningDeadlineSeconds: 1 }),
    { "1.7.0": [] },
  ],
  [
    "job-lifetime",
    job({ backoffLimit: -1 }),
    { "1.1.1": [], "1.2.0": ["error spec.backoffLimit"] },
  ],
  [
    "job-lifetime",
    job({ preRunningDeadlineSeconds: 0 }),
    { "1.5.2": [], "1.6.0": ["error spec.preRunningDeadlineSeconds"] },
  ],
  [
    "job-lifetime",
    cron({ jobTemplate: { activeDeadlineSeconds: 0 } }),
    { "1.6.0": ["error spec.jobTemplate.activeDeadlineSeconds"] },
  ],

  [
    "submission-mode",
    job({ submissionMode: "httpMode" }),
    { "1.0.0": [], "1.1.0": ["warning spec.submissionMode"] },
  ],
  ["submission-mode", job({ submissionMode: "HTTPMode" }), { "1.1.0": [] }],
  ["submission-mode", job({ submissionMode: "" }), { "1.1.0": [] }],
  [
    "submission-mode",
    job({ submissionMode: "UserMode" }),
    {
      "1.2.1": ["warning spec.submissionMode"],
      "1.2.2": [],
      "1.3.0": ["warning spec.submissionMode"],
    },
  ],
  [
    "submission-mode",
    job({ submissionMode: "InteractiveMode" }),
    { "1.2.2": ["warning spec.submissionMode"], "1.3.0": [] },
  ],
  [
    "submission-mode",
    job({ submissionMode: "SidecarMode" }),
    { "1.4.2": ["warning spec.submissionMode"], "1.5.0": [] },
  ],
  [
    "submission-mode",
    job({ submissionMode: "InteractiveMode", backoffLimit: 1 }),
    { "1.3.2": [], "1.4.0": ["error spec.backoffLimit"] },
  ],
  ["submission-mode", job({ submissionMode: "InteractiveMode", backoffLimit: 0 }), { "1.4.0": [] }],
  ["submission-mode", job({ submissionMode: "HTTPMode", backoffLimit: 1 }), { "1.4.0": [] }],
  [
    "submission-mode",
    job({ submissionMode: "SidecarMode", submitterPodTemplate: {}, submitterConfig: {} }),
    {
      "1.4.2": ["warning spec.submissionMode"],
      "1.5.0": ["error spec.submitterPodTemplate", "error spec.submitterConfig"],
    },
  ],
  [
    "submission-mode",
    job({ submissionMode: "SidecarMode", rayClusterSpec: headOf({ restartPolicy: "Always" }) }),
    { "1.5.0": ["error spec.rayClusterSpec.headGroupSpec.template.spec.restartPolicy"] },
  ],
  [
    "submission-mode",
    job({ submissionMode: "SidecarMode", rayClusterSpec: headOf({ restartPolicy: "Never" }) }),
    { "1.5.0": [] },
  ],
  [
    "submission-mode",
    job({
      submissionMode: "SidecarMode",
      rayClusterSpec: headOf({
        containers: [container("ray-head"), container("ray-job-submitter")],
      }),
    }),
    { "1.5.0": ["error spec.rayClusterSpec.headGroupSpec.template.spec.containers[1].name"] },
  ],

  [
    "submitter-template",
    job(submitter({ containers: [container("a")] })),
    { "0.5.2": [], "0.6.0": ["error spec.submitterPodTemplate.spec.restartPolicy"] },
  ],
  [
    "submitter-template",
    job(submitter({ containers: [container("a")], restartPolicy: "Never" })),
    { "1.7.0": [] },
  ],
  [
    "submitter-template",
    job(submitter({ containers: [container("a")], restartPolicy: "OnFailure" })),
    { "1.7.0": [] },
  ],
  [
    "submitter-template",
    job(submitter({ containers: [container("a")], restartPolicy: "Always" })),
    { "1.7.0": ["error spec.submitterPodTemplate.spec.restartPolicy"] },
  ],
  [
    "submitter-template",
    job(submitter({ restartPolicy: "Never" })),
    { "1.7.0": ["error spec.submitterPodTemplate.spec.containers"] },
  ],
  ["submitter-template", job({ ...submitter({}), submissionMode: "HTTPMode" }), { "1.7.0": [] }],

  ...["K8sJobMode", "HTTPMode", "SidecarMode"].map(
    (submissionMode): LawRow => [
      "entrypoint",
      job({ submissionMode, entrypoint: " " }),
      { "1.7.0": ["error spec.entrypoint"] },
    ],
  ),
  ["entrypoint", job({ submissionMode: "InteractiveMode", entrypoint: null }), { "1.7.0": [] }],
  [
    "entrypoint",
    job({ entrypoint: null, ...submitter({ containers: [container("a", { command: ["run"] })] }) }),
    { "1.7.0": [] },
  ],
  [
    "entrypoint",
    job({ entrypoint: null, ...submitter({ containers: [container("a")] }) }),
    { "1.7.0": ["error spec.entrypoint"] },
  ],
  ...["a && b", "a || b", "a; b", "a | b", "a $B", "a\nb", "a `b`", 'a "$B"'].map(
    (entrypoint): LawRow => [
      "entrypoint",
      job({ entrypoint }),
      { "1.2.2": [], "1.3.0": ["warning spec.entrypoint"] },
    ],
  ),
  ...["python a.py\npython b.py", 'echo \\"a; b\\"', 'python -c "$HOME"'].map(
    (entrypoint): LawRow => [
      "entrypoint",
      job({ entrypoint }),
      { "1.2.2": [], "1.3.0": ["warning spec.entrypoint"] },
    ],
  ),
  ["entrypoint", job({ entrypoint: "a && b", submissionMode: "HTTPMode" }), { "1.7.0": [] }],
  ...[
    "bash -c 'a && $B'",
    "python a.py\n",
    'python -c "a; b\nc"',
    "python a.py \\\n  --epochs 3\n",
    "python a.py --name a\\;b",
    'python -c "print(\\"a;b\\")"',
    'python -c "print(\\$HOME)"',
  ].map((entrypoint): LawRow => ["entrypoint", job({ entrypoint }), { "1.7.0": [] }]),

  ...["{gpu: 1}", '{"gpu": 1', '{"gpu": "1"}', "[1]", "'{\"gpu\": 1}'", "gpu=1"].map(
    (entrypointResources): LawRow => [
      "entrypoint",
      job({ entrypointResources }),
      { "1.0.0": ["warning spec.entrypointResources"] },
    ],
  ),
  ...["", '{"gpu": 1, "node:10.0.0.1": 0.001}', "{}"].map(
    (entrypointResources): LawRow => ["entrypoint", job({ entrypointResources }), { "1.7.0": [] }],
  ),
  [
    "entrypoint",
    job({ entrypointResources: "gpu", submissionMode: "InteractiveMode" }),
    { "1.7.0": [] },
  ],

  [
    "runtime-environment",
    job({ runtimeEnvYAML: "pip: [a" }),
    { "1.0.0": [], "1.1.0": ["error spec.runtimeEnvYAML"] },
  ],
  [
    "runtime-environment",
    job({ runtimeEnvYAML: "- a" }),
    { "1.1.0": ["error spec.runtimeEnvYAML"] },
  ],
  ["runtime-environment", job({ runtimeEnvYAML: "pip: [a]\n" }), { "1.1.0": [] }],
  ["runtime-environment", job({ runtimeEnvYAML: "" }), { "1.1.0": [] }],

  [
    "deletion-strategy",
    job({ deletionPolicy: "DeleteSelf" }),
    {
      "1.2.2": [],
      "1.3.0": ["error spec.deletionPolicy"],
      "1.3.0 RayJobDeletionPolicy=true": [],
      "1.4.2": ["error spec.deletionPolicy"],
      "1.5.0": [],
    },
  ],
  [
    "deletion-strategy",
    onSelected({ deletionPolicy: "DeleteCluster" }),
    {
      "1.4.2 RayJobDeletionPolicy=true": ["error spec.deletionPolicy"],
      "1.4.2 RayJobDeletionPolicy=false": ["error spec.deletionPolicy"],
    },
  ],
  [
    "deletion-strategy",
    job(rules(rule("DeleteSelf", succeeded))),
    {
      "1.4.2": [],
      "1.5.0": ["error spec.deletionStrategy"],
      "1.5.0 RayJobDeletionPolicy=true": [],
      "1.6.0": [],
      "1.6.0 RayJobDeletionPolicy=false": ["error spec.deletionStrategy"],
    },
  ],
  [
    "deletion-strategy",
    job({ deletionStrategy: {} }),
    { "1.6.0": ["error spec.deletionStrategy"] },
  ],
  [
    "deletion-strategy",
    job({ ...rules(rule("DeleteSelf", succeeded)), shutdownAfterJobFinishes: true }),
    { "1.6.0": [`error ${RULES}`] },
  ],
  [
    "deletion-strategy",
    job({
      shutdownAfterJobFinishes: null,
      deletionStrategy: { onSuccess: {}, deletionRules: [rule("DeleteSelf", succeeded)] },
    }),
    { "1.6.0": [`error ${RULES}`] },
  ],
  [
    "deletion-strategy",
    job(rules(rule("DeleteSelf", {}))),
    { "1.5.2 RayJobDeletionPolicy=true": [], "1.6.0": [`error ${RULES}[0].condition`] },
  ],
  [
    "deletion-strategy",
    job(rules(rule("DeleteSelf", { ...succeeded, jobDeploymentStatus: "Failed" }))),
    { "1.6.0": [`error ${RULES}[0].condition`] },
  ],
  [
    "deletion-strategy",
    job(rules(rule("DeleteSelf", { ...succeeded, ttlSeconds: -1 }))),
    { "1.6.0": [`error ${RULES}[0].condition.ttlSeconds`] },
  ],
  [
    "deletion-strategy",
    onSelected(
      rules(
        rule("DeleteCluster", succeeded),
        rule("DeleteWorkers", succeeded),
        rule("DeleteSelf", succeeded),
        rule("DeleteNone", succeeded),
      ),
    ),
    { "1.6.0": [`error ${RULES}[0].policy`, `error ${RULES}[1].policy`] },
  ],
  [
    "deletion-strategy",
    job({
      ...rules(rule("DeleteWorkers", succeeded), rule("DeleteCluster", succeeded)),
      rayClusterSpec: scaling,
    }),
    { "1.6.0": [`error ${RULES}[0].policy`] },
  ],
  ["deletion-strategy", job(rules(rule("DeleteWorkers", succeeded))), { "1.6.0": [] }],
  [
    "deletion-strategy",
    job(
      rules(
        rule("DeleteSelf", succeeded),
        rule("DeleteSelf", { jobStatus: "FAILED" }),
        rule("DeleteSelf", succeeded),
      ),
    ),
    { "1.6.0": [`error ${RULES}[2]`] },
  ],
  [
    "deletion-strategy",
    job(
      rules(
        rule("DeleteSelf", { ...succeeded, ttlSeconds: 5 }),
        rule("DeleteCluster", { ...succeeded, ttlSeconds: 6 }),
        rule("DeleteWorkers", { ...succeeded, ttlSeconds: 7 }),
        rule("DeleteSelf", { jobDeploymentStatus: "Failed", ttlSeconds: 1 }),
      ),
    ),
    {
      "1.6.0": [`error ${RULES}[1].condition.ttlSeconds`, `error ${RULES}[0].condition.ttlSeconds`],
    },
  ],
  [
    "deletion-strategy",
    job(
      rules(
        rule("DeleteSelf", { ...succeeded, ttlSeconds: 5 }),
        rule("DeleteCluster", { ...succeeded, ttlSeconds: 5 }),
      ),
    ),
    { "1.6.0": [] },
  ],
  ["deletion-strategy", legacy("DeleteWorkers"), { "1.6.0": [] }],
  [
    "deletion-strategy",
    onSelected({
      deletionStrategy: {
        onSuccess: { policy: "DeleteCluster" },
        onFailure: { policy: "DeleteWorkers" },
      },
    }),
    {
      "1.6.0": [
        "error spec.deletionStrategy.onSuccess.policy",
        "error spec.deletionStrategy.onFailure.policy",
      ],
    },
  ],
  [
    "deletion-strategy",
    onSelected({
      deletionStrategy: {
        onSuccess: { policy: "DeleteSelf" },
        onFailure: { policy: "DeleteNone" },
      },
    }),
    { "1.6.0": [] },
  ],
  [
    "deletion-strategy",
    job({ deletionPolicy: "DeleteCluster", rayClusterSpec: scaling }),
    { "1.4.2 RayJobDeletionPolicy=true": [] },
  ],
  ["deletion-strategy", legacy("DeleteSelf"), { "1.6.0": [] }],
  [
    "deletion-strategy",
    legacy("DeleteNone", { shutdownAfterJobFinishes: true }),
    {
      "1.6.0": [
        "error spec.deletionStrategy.onSuccess.policy",
        "error spec.deletionStrategy.onFailure.policy",
      ],
    },
  ],
  [
    "deletion-strategy",
    legacy("DeleteWorkers", { rayClusterSpec: scaling }),
    {
      "1.6.0": [
        "error spec.deletionStrategy.onSuccess.policy",
        "error spec.deletionStrategy.onFailure.policy",
      ],
    },
  ],
  // The API server says the first, so that it is told once.
  [
    "deletion-strategy",
    job({ deletionStrategy: { deletionRules: [] } }),
    { "1.6.0": ["error spec.deletionStrategy.deletionRules"] },
  ],
  [
    "deletion-strategy",
    job({ deletionStrategy: {} }),
    { "1.6.0": ["error spec.deletionStrategy"] },
  ],
  [
    "deletion-strategy",
    job({ deletionStrategy: { onSuccess: { policy: "DeleteSelf" } } }),
    { "1.6.0": ["error spec.deletionStrategy.onFailure"] },
  ],

  [
    "service-settings",
    service({
      rayClusterConfig: spec({ headGroupSpec: { headService: { metadata: { name: "a" } } } }),
    }),
    {
      "1.2.2": [],
      "1.3.0": ["error spec.rayClusterConfig.headGroupSpec.headService.metadata.name"],
    },
  ],
  [
    "service-settings",
    service({
      rayClusterConfig: spec({ headGroupSpec: { headService: { metadata: { name: "" } } } }),
    }),
    { "1.3.0": [] },
  ],
  [
    "service-settings",
    service({ rayClusterConfig: null }),
    { "0.4.0": ["error spec.rayClusterConfig"], "1.3.2": ["error spec.rayClusterConfig"] },
  ],
  [
    "service-settings",
    service({ rayClusterDeletionDelaySeconds: -1 }),
    { "1.4.2": [], "1.5.0": ["error spec.rayClusterDeletionDelaySeconds"] },
  ],
  ["service-settings", service({ rayClusterDeletionDelaySeconds: 0 }), { "1.5.0": [] }],
  ...(
    [
      ["5m", true],
      ["1h30m", true],
      ["90", true],
      ["0.5s", true],
      ["", true],
      ["0", false],
      ["-5m", false],
      ["-1", false],
      ["five", false],
      ["5", true],
      ["5 m", false],
      ["m", false],
    ] as const
  ).map(
    ([timeout, isSound]): LawRow => [
      "service-settings",
      service({}, { metadata: { annotations: { "ray.io/initializing-timeout": timeout } } }),
      {
        "1.4.2": [],
        "1.5.0": isSound ? [] : ['error metadata.annotations["ray.io/initializing-timeout"]'],
      },
    ],
  ),

  [
    "service-upgrade",
    service({ upgradeStrategy: { type: "Rolling" } }),
    { "1.2.2": [], "1.3.0": ["error spec.upgradeStrategy.type"] },
  ],
  ["service-upgrade", service({ upgradeStrategy: { type: "None" } }), { "1.3.0": [] }],
  ["service-upgrade", service({ upgradeStrategy: { type: "NewCluster" } }), { "1.3.0": [] }],
  ["service-upgrade", service({ upgradeStrategy: {} }), { "1.3.0": [] }],
  [
    "service-upgrade",
    incremental(options),
    {
      "1.4.2": ["error spec.upgradeStrategy.type"],
      "1.5.0": ["warning spec.upgradeStrategy.type"],
      [`1.5.0${ON}`]: [],
      "1.6.2": ["warning spec.upgradeStrategy.type"],
      "1.7.0": [],
      "1.7.0 RayServiceIncrementalUpgrade=false": ["warning spec.upgradeStrategy.type"],
    },
  ],
  [
    "service-upgrade",
    incremental(options, spec()),
    {
      [`1.5.0${ON}`]: ["error spec.rayClusterConfig.enableInTreeAutoscaling"],
      "1.5.0": [
        "warning spec.upgradeStrategy.type",
        "warning spec.rayClusterConfig.enableInTreeAutoscaling",
      ],
      "1.7.0": ["error spec.rayClusterConfig.enableInTreeAutoscaling"],
      "1.7.0 RayServiceIncrementalUpgrade=false": ["warning spec.upgradeStrategy.type"],
    },
  ],
  ["service-upgrade", incremental(null), { "1.7.0": [`error ${OPTIONS}`] }],
  [
    "service-upgrade",
    incremental({}),
    {
      "1.7.0": [
        `error ${OPTIONS}.intervalSeconds`,
        `error ${OPTIONS}.gatewayClassName`,
        `error ${OPTIONS}.stepSizePercent`,
      ],
    },
  ],
  [
    "service-upgrade",
    incremental({ ...options, intervalSeconds: 0 }),
    { "1.7.0": [`error ${OPTIONS}.intervalSeconds`] },
  ],
  [
    "service-upgrade",
    incremental({ ...options, stepSizePercent: 100, maxSurgePercent: 100 }),
    { "1.7.0": [] },
  ],
  [
    "service-upgrade",
    incremental({ ...options, stepSizePercent: 0, maxSurgePercent: 0 }),
    { "1.7.0": [] },
  ],
  [
    "service-upgrade",
    incremental({ ...options, maxSurgePercent: 101 }),
    { "1.7.0": [`error ${OPTIONS}.maxSurgePercent`] },
  ],
  [
    "service-upgrade",
    incremental({ ...options, stepSizePercent: -1 }),
    { "1.7.0": [`error ${OPTIONS}.stepSizePercent`] },
  ],
  [
    "service-upgrade",
    incremental({ ...options, stepSizePercent: 11, maxSurgePercent: 10 }),
    {
      [`1.6.2${ON}`]: [`warning ${OPTIONS}.stepSizePercent`],
      "1.7.0": [`error ${OPTIONS}.stepSizePercent`],
    },
  ],

  [
    "serve-config",
    service({ serveConfigV2: "applications:\n  - name: a\n" }),
    { "1.0.0": [], "1.1.0": ["warning spec.serveConfigV2"] },
  ],
  [
    "serve-config",
    service({ serveConfigV2: null }),
    {
      "0.5.2": ["warning spec.serveConfig"],
      "0.6.0": ["warning spec.serveConfigV2"],
      "1.0.0": ["warning spec.serveConfigV2"],
      "1.1.0": ["warning spec.serveConfigV2"],
    },
  ],
  ["serve-config", service({ serveConfigV2: " " }), { "1.1.0": ["warning spec.serveConfigV2"] }],
  ["serve-config", service({ serveConfigV2: "a: [" }), { "1.1.0": ["warning spec.serveConfigV2"] }],
  [
    "serve-config",
    service({ serveConfigV2: "import_path: a:b" }),
    { "1.0.0": [], "1.1.0": ["warning spec.serveConfigV2"] },
  ],
  ["serve-config", service({ serveConfigV2: "applications: []" }), { "1.1.0": [] }],
  ["serve-config", service({ serveConfigV2: "a" }), { "1.1.0": ["warning spec.serveConfigV2"] }],
  [
    "serve-config",
    service({ serveConfig: {} }),
    {
      "0.5.2": [],
      "0.6.0": ["error spec.serveConfigV2"],
      "1.0.0": ["error spec.serveConfigV2"],
      "1.1.0": [],
    },
  ],
  ["serve-config", service(), { "0.6.0": [], "1.7.0": [] }],

  ...(
    [
      [[{ name: "dashboard" }], { "0.5.2": [], "0.6.0": ["port"], "1.7.0": ["port"] }],
      [[{ name: "dashboard" }, { name: "serve" }], { "0.6.0": [] }],
      [[{ name: "serve-a" }], { "1.5.2": ["port"], "1.6.0": [] }],
      [[], { "1.7.0": [] }],
    ] as const
  ).map(
    ([ports, found]): LawRow => [
      "serve-port",
      service({ rayClusterConfig: headOf({ containers: [container("ray-head", { ports })] }) }),
      Object.fromEntries(
        Object.entries(found).map(([release, expected]) => [
          release,
          expected.map(
            () => "error spec.rayClusterConfig.headGroupSpec.template.spec.containers[0].ports",
          ),
        ]),
      ),
    ],
  ),
  [
    "serve-port",
    service({
      serveService: {},
      rayClusterConfig: headOf({ containers: [container("ray-head", { ports: [{ name: "a" }] })] }),
    }),
    { "1.7.0": [] },
  ],

  [
    "cron-job",
    cron(),
    {
      "1.5.2": [],
      "1.6.0": ["warning kind"],
      "1.6.0 RayCronJob=false": ["error kind"],
      [`1.6.0${CRON}`]: [],
      "1.7.0": ["warning kind"],
    },
  ],
  ...[
    "* * * * *",
    "*/5 0-6 1,15 jan-mar mon",
    "@hourly",
    "@every 1h30m",
    "0 3 ? * sun",
    "59 23 31 12 6",
  ].map((schedule): LawRow => ["cron-job", scheduled(schedule), { [`1.7.0${CRON}`]: [] }]),
  ...[
    "",
    "* * * *",
    "* * * * * *",
    "60 * * * *",
    "1/2/3 * * * *",
    "*/a * * * *",
    "a-5 * * * *",
    "5-a * * * *",
    "1,60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "* * * 13 *",
    "* * * * 7",
    "@sometimes",
    "@every",
    "@every five",
    "5-1 * * * *",
    "*/0 * * * *",
    "a * * * *",
    "1-2-3 * * * *",
  ].map(
    (schedule): LawRow => [
      "cron-job",
      scheduled(schedule),
      { [`1.6.0${CRON}`]: ["error spec.schedule"], [`1.7.0${CRON}`]: ["error spec.schedule"] },
    ],
  ),
  [
    "cron-job",
    scheduled("CRON_TZ=Europe/Berlin 0 3 * * *"),
    { [`1.6.2${CRON}`]: ["warning spec.schedule"], [`1.7.0${CRON}`]: ["error spec.schedule"] },
  ],
  [
    "cron-job",
    cron({ timeZone: "" }),
    { [`1.6.2${CRON}`]: [], [`1.7.0${CRON}`]: ["error spec.timeZone"] },
  ],
  ["cron-job", cron({ timeZone: "Europe/Berlin" }), { [`1.7.0${CRON}`]: [] }],
  ["cron-job", cron({ timeZone: "../etc/passwd" }), { [`1.7.0${CRON}`]: ["error spec.timeZone"] }],
  [
    "cron-job",
    cron({ suspend: true }),
    { [`1.6.2${CRON}`]: [], [`1.7.0${CRON}`]: ["warning spec.suspend"] },
  ],

  [
    "suspended-cluster",
    job({ rayClusterSpec: spec({ suspend: true }) }),
    { "1.0.0": [], "1.1.0": ["error spec.rayClusterSpec.suspend"] },
  ],
  ["suspended-cluster", service({ rayClusterConfig: spec({ suspend: true }) }), { "1.7.0": [] }],
  ["suspended-cluster", job(), { "1.7.0": [] }],

  [
    "contradictory-status",
    job({}, { status: { jobDeploymentStatus: "Waiting" } }),
    {
      "1.2.1": [],
      "1.2.2": ["error status.jobDeploymentStatus"],
      "1.7.0": ["error status.jobDeploymentStatus"],
    },
  ],
  [
    "contradictory-status",
    job({ submissionMode: "InteractiveMode" }, { status: { jobDeploymentStatus: "Waiting" } }),
    { "1.2.2": ["error status.jobDeploymentStatus"], "1.3.0": [] },
  ],
  [
    "contradictory-status",
    job({ submissionMode: "UserMode" }, { status: { jobDeploymentStatus: "Waiting" } }),
    { "1.2.2": [] },
  ],
  [
    "contradictory-status",
    job({}, { status: { jobDeploymentStatus: "Running" } }),
    { "1.7.0": [] },
  ],
  ["cron-job", cron({ schedule: null }), { [`1.7.0${CRON}`]: ["error spec.schedule"] }],
  ["cron-job", scheduled("@every 0"), { [`1.7.0${CRON}`]: [] }],
  ["cron-job", scheduled("@every 90"), { [`1.7.0${CRON}`]: ["error spec.schedule"] }],
  [
    "cron-job",
    scheduled(` ${"0,".repeat(495)}0 * * *`),
    { [`1.7.0${CRON}`]: ["error spec.schedule"] },
  ],
  ["cron-job", scheduled(` ${"0,".repeat(495)}0 * * * *`), { [`1.7.0${CRON}`]: [] }],
  [
    "cron-job",
    scheduled(`${"0,".repeat(496)}0 * * * *`),
    { [`1.7.0${CRON}`]: ["error spec.schedule"] },
  ],
  ["cron-job", cron({ timeZone: zone(5) }), { [`1.7.0${CRON}`]: [] }],
  ["cron-job", cron({ timeZone: zone(6) }), { [`1.7.0${CRON}`]: ["error spec.timeZone"] }],
  ["deprecated-api-version", cron({}, { apiVersion: "ray.io/v1alpha1" }), { "1.7.0": [] }],
  [
    "deletion-strategy",
    job(rules({ condition: succeeded }, { condition: succeeded })),
    { "1.6.0": [`error ${RULES}[1]`] },
  ],
  [
    "deletion-strategy",
    job(
      rules(
        rule("DeleteWorkers", { ...succeeded, ttlSeconds: 1 }),
        rule("DeleteCluster", succeeded),
      ),
    ),
    { "1.6.0": [`error ${RULES}[1].condition.ttlSeconds`] },
  ],
  [
    "deletion-strategy",
    job(
      rules(
        rule("DeleteSelf", { jobDeploymentStatus: "Failed" }),
        rule("DeleteSelf", { jobDeploymentStatus: "Complete" }),
        rule("DeleteSelf", { jobDeploymentStatus: "Failed" }),
      ),
    ),
    { "1.6.0": [`error ${RULES}[2]`] },
  ],
  [
    "deletion-strategy",
    job(rules(rule("DeleteSelf", { ...succeeded, ttlSeconds: -1 }))),
    {
      "1.5.0": ["error spec.deletionStrategy", `error ${RULES}[0].condition.ttlSeconds`],
      "1.5.0 RayJobDeletionPolicy=false": ["error spec.deletionStrategy"],
    },
  ],
  [
    "deletion-strategy",
    job({
      ...rules(rule("DeleteSelf", succeeded)),
      deletionStrategy: {
        deletionRules: [rule("DeleteSelf", succeeded)],
        onFailure: { policy: "DeleteSelf" },
      },
    }),
    { "1.6.0": [`error ${RULES}`] },
  ],
  [
    "entrypoint",
    job({
      submissionMode: "HTTPMode",
      entrypoint: null,
      submitterPodTemplate: { spec: { containers: [{ name: "a", command: ["b"] }] } },
    }),
    { "1.7.0": ["error spec.entrypoint"] },
  ],
  [
    "job-cluster",
    job({ clusterSelector: selected, metadata: { a: "b" }, shutdownAfterJobFinishes: null }),
    { "1.4.2": [] },
  ],
  [
    "cron-job",
    scheduled(
      "0 0 1-31 jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,DEC sun,mon,tue,wed,thu,fri,sat",
    ),
    { [`1.7.0${CRON}`]: [] },
  ],
  ["cron-job", scheduled("0 0 * jan-1 sun-0"), { [`1.7.0${CRON}`]: [] }],
  ["cron-job", scheduled("0 0 * 2-jan *"), { [`1.7.0${CRON}`]: ["error spec.schedule"] }],
  ["cron-job", scheduled("0 0 * * 1-sun"), { [`1.7.0${CRON}`]: ["error spec.schedule"] }],
  ...["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"].map(
    (word): LawRow => ["cron-job", scheduled(word), { [`1.7.0${CRON}`]: [] }],
  ),
  ["cron-job", scheduled("59/1 23-23 ?/2 */12 0,,6"), { [`1.7.0${CRON}`]: [] }],
  ["serve-config", service({ serveConfigV2: null, serveConfig: {} }), { "1.0.0": [] }],
  ["service-upgrade", incremental({ ...options, intervalSeconds: 1 }), { [`1.5.0${ON}`]: [] }],
  [
    "service-upgrade",
    incremental({ ...options, intervalSeconds: 0 }),
    { [`1.5.0${ON}`]: [`error ${OPTIONS}.intervalSeconds`] },
  ],
];
