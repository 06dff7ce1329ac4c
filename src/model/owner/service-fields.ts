import type { Loose } from "../loose.ts";
import type { ServiceConfig, ServiceUpgrade, ServiceUpgradeType } from "../request/service.ts";
import { given, yamlTextOf } from "./job-fields.ts";

/** What a RayService's spec says beside its cluster. */
export interface RayServiceFields {
  readonly serveConfigV2?: string;
  readonly upgradeStrategy?: RayServiceUpgradeStrategy;
  readonly rayClusterDeletionDelaySeconds?: number;
  readonly excludeHeadPodFromServeSvc?: boolean;
  readonly suspend?: boolean;
}

/** What happens when the cluster changes. */
export interface RayServiceUpgradeStrategy {
  readonly type?: ServiceUpgradeType;
  readonly clusterUpgradeOptions?: ClusterUpgradeOptions;
}

/** How an incremental upgrade goes: percentages and seconds. */
export interface ClusterUpgradeOptions {
  readonly maxSurgePercent?: number;
  readonly stepSizePercent?: number;
  readonly intervalSeconds?: number;
  readonly gatewayClassName?: string;
}

/** A service of a request as fields of a RayService's spec. Fresh objects throughout. */
export function serviceFields(service: Loose<ServiceConfig>): RayServiceFields {
  return {
    ...given("serveConfigV2", yamlTextOf(service.serve_config)),
    ...given("upgradeStrategy", upgradeStrategy(service.upgrade)),
    ...given("rayClusterDeletionDelaySeconds", service.deletion_delay_seconds),
    ...given("excludeHeadPodFromServeSvc", service.exclude_head_from_serving),
    ...given("suspend", service.suspend),
  };
}

/** Whether the options of an incremental upgrade are given, or some of them. */
export function hasUpgradeOptions(upgrade: Loose<ServiceUpgrade> | null | undefined): boolean {
  return Object.keys(upgradeOptions(upgrade ?? {})).length > 0;
}

function upgradeStrategy(
  upgrade: Loose<ServiceUpgrade> | null | undefined,
): RayServiceUpgradeStrategy | undefined {
  if (upgrade == null) return undefined;
  const options = upgradeOptions(upgrade);
  const result: RayServiceUpgradeStrategy = {
    ...given("type", upgrade.type),
    ...(hasUpgradeOptions(upgrade) ? { clusterUpgradeOptions: options } : {}),
  };
  return Object.keys(result).length === 0 ? undefined : result;
}

function upgradeOptions(upgrade: Loose<ServiceUpgrade>): ClusterUpgradeOptions {
  return {
    ...given("maxSurgePercent", upgrade.max_surge_percent),
    ...given("stepSizePercent", upgrade.step_size_percent),
    ...given("intervalSeconds", upgrade.interval_seconds),
    ...given("gatewayClassName", upgrade.gateway_class),
  };
}
