import { isObject, ownField, ownInteger, ownObject, ownText } from "../../diagnostics/own-field.ts";
import type { PlainObject } from "../../diagnostics/plain-data.ts";
import { showText, wordText } from "../../diagnostics/show.ts";
import type { ManifestView } from "../views/manifest-view.ts";
import type { Breach, Law, OperatorTarget } from "./law.ts";
import { defineLaw, gateOf, gateWords, isFrom } from "./law.ts";

const GATE = "RayServiceIncrementalUpgrade";
const INCREMENTAL = "NewClusterWithIncrementalUpgrade";
const PATH = ["spec", "upgradeStrategy"];
const OPTIONS = [...PATH, "clusterUpgradeOptions"];

/**
 * Service upgrade
 *
 * upgradeStrategy.type of a RayService is one that the release knows. The incremental one needs its feature gate, without
 * which it acts like None, and autoscaling and options that fit each other.
 *
 * See ValidateRayServiceSpec and ValidateClusterUpgradeOptions in ray-operator/controllers/ray/utils/validation.go, v1.3.0,
 * v1.5.0 and v1.7.0.
 */
export const serviceUpgrade: Law = defineLaw({
  code: "service-upgrade",
  kinds: ["RayService"],
  since: "1.3",
  gate: GATE,
  *check(view, target) {
    const strategy = ownObject(view.spec, "upgradeStrategy");
    const type = ownField(strategy, "type");
    if (type === undefined) return;
    const types = ["NewCluster", "None", ...(isFrom(target, "1.5") ? [INCREMENTAL] : [])];
    if (!types.includes(wordText(type))) {
      yield {
        path: [...PATH, "type"],
        message: `The upgrade strategy of a RayService is one of ${types.join(", ")}, not ${showText(wordText(type))}.`,
        consequence: "The operator refuses that.",
        hint: "Write NewCluster, or leave it out.",
      };
    } else if (type === INCREMENTAL) {
      yield* incremental(view, strategy, target);
    }
  },
});

function* incremental(
  view: ManifestView,
  strategy: PlainObject,
  target: OperatorTarget,
): Iterable<Breach> {
  const gate = gateOf(target, GATE);
  if (!gate.isOn) {
    yield {
      path: [...PATH, "type"],
      message: `${INCREMENTAL} needs ${gateWords(GATE, gate)}.`,
      consequence: "Without it, changes to the cluster are ignored, as with None.",
      hint: `Start the operator with --feature-gates=${GATE}=true, or write NewCluster.`,
      severity: "warning",
    };
  }
  if (!gate.isOn && gate.isKnown) return;
  const severity = gate.isOn ? "error" : "warning";
  for (const breach of [...prerequisites(view, strategy), ...percents(strategy, target)]) {
    const consequence = gate.isOn
      ? "The operator refuses that."
      : "With the gate on, the operator refuses that.";
    yield { consequence, severity, ...breach };
  }
}

function* prerequisites({ cluster }: ManifestView, strategy: PlainObject): Iterable<Breach> {
  if (cluster !== undefined && !cluster.autoscales) {
    yield {
      path: [...cluster.path, "enableInTreeAutoscaling"],
      message: `${INCREMENTAL} needs autoscaling.`,
      hint: "Write enableInTreeAutoscaling: true.",
    };
  }
  const options = ownField(strategy, "clusterUpgradeOptions");
  if (!isObject(options)) {
    const hint = "Write stepSizePercent, intervalSeconds and gatewayClassName.";
    yield { path: OPTIONS, message: `${INCREMENTAL} needs clusterUpgradeOptions.`, hint };
    return;
  }
  if ((ownInteger(options, "intervalSeconds") ?? 0) <= 0) {
    const message = "intervalSeconds is not greater than 0.";
    yield { path: [...OPTIONS, "intervalSeconds"], message, hint: "Write 1 or more." };
  }
  if ((ownText(options, "gatewayClassName") ?? "") === "") {
    const message = "There is no gatewayClassName.";
    const hint = "Name a GatewayClass of the cluster.";
    yield { path: [...OPTIONS, "gatewayClassName"], message, hint };
  }
}

function* percents(strategy: PlainObject, target: OperatorTarget): Iterable<Breach> {
  const options = ownField(strategy, "clusterUpgradeOptions");
  if (!isObject(options)) return;
  const surge = ownInteger(options, "maxSurgePercent") ?? 100;
  const step = ownInteger(options, "stepSizePercent") ?? -1;
  for (const [field, percent] of [
    ["maxSurgePercent", surge],
    ["stepSizePercent", step],
  ] as const) {
    if (percent >= 0 && percent <= 100) continue;
    const message = `${field} is not between 0 and 100.`;
    yield { path: [...OPTIONS, field], message, hint: "Write a percentage." };
  }
  if (step <= surge) return;
  yield {
    path: [...OPTIONS, "stepSizePercent"],
    message: `stepSizePercent (${step}) is greater than maxSurgePercent (${surge}).`,
    hint: `Write ${surge} or less.`,
    related: [{ path: [...OPTIONS, "maxSurgePercent"], message: `maxSurgePercent is ${surge}` }],
    ...(isFrom(target, "1.7")
      ? {}
      : { severity: "warning", consequence: "KubeRay 1.7 and later refuse that." }),
  };
}
