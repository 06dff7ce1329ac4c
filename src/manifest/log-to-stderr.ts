import type { EnvironmentVariable } from "./ray-cluster.ts";
import type { Origin } from "./trace.ts";
import { byRule } from "./trace.ts";

/** Makes Ray's processes log to the container, where people look for logs. */
export function logToStderr(): EnvironmentVariable {
  return { name: "RAY_LOG_TO_STDERR", value: "1" };
}

export function logOrigin(): Origin {
  return byRule("Makes Ray's processes log to the container.");
}
