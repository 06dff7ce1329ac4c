import type { Path } from "../diagnostics/path.ts";
import type { Rule, RuleFinding } from "./rule.ts";
import { defineRule } from "./rule.ts";
import { clusterOptions } from "./subjects.ts";

/**
 * GCS storage contradiction
 *
 * gcs_fault_tolerance has a Redis address where the backend is redis, and a storage with either a claim or a size where it is
 * rocksdb.
 *
 * See ValidateRayClusterSpec in ray-operator/controllers/ray/utils/validation.go, v1.7.0
 */
export const gcsStorageContradiction: Rule = defineRule({
  code: "gcs-storage-contradiction",
  about: clusterOptions,
  check({ options }) {
    const tolerance = options.gcs_fault_tolerance;
    if (tolerance == null) return [];
    const path = ["gcs_fault_tolerance"];
    const finding = (field: Path, message: string, hint: string): RuleFinding => ({
      document: "request",
      path: [...path, ...field],
      message,
      hint,
    });
    if (tolerance.backend !== "rocksdb") {
      const findings: RuleFinding[] = [];
      if (tolerance.redis_address == null) {
        const hint = "Add redis_address, such as redis:6379.";
        findings.push(finding(["redis_address"], "The backend redis needs a redis_address.", hint));
      }
      if (tolerance.storage != null) {
        const message = "storage is only for the backend rocksdb.";
        findings.push(finding(["storage"], message, "Remove storage, or set backend to rocksdb."));
      }
      return findings;
    }
    const foreign = REDIS_FIELDS.filter((field) => tolerance[field] != null).map((field) =>
      finding([field], `${field} is only for the backend redis.`, `Remove ${field}.`),
    );
    const { claim, size_gb: size } = tolerance.storage ?? {};
    if ((claim == null) !== (size == null)) return foreign;
    const message = "The backend rocksdb needs a storage with either a claim or a size_gb.";
    return [
      ...foreign,
      finding(
        tolerance.storage == null ? ["storage"] : ["storage", "claim"],
        message,
        "Write storage: {claim: NAME} or storage: {size_gb: 10}.",
      ),
    ];
  },
});

const REDIS_FIELDS = Object.freeze([
  "redis_address",
  "redis_username",
  "redis_password",
  "external_storage_namespace",
] as const);
