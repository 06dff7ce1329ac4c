import type { PlainData } from "../diagnostics/plain-data.ts";
import { plainObject } from "./plain-object.ts";

/**
 * A volume that names no source is an empty directory; anything else stays as it is.
 * Source: SetDefaults_Volume in Kubernetes' pkg/apis/core/v1/defaults.go.
 */
export function withImpliedSource(typeName: string, data: PlainData): PlainData {
  const volume = typeName === "Volume" ? plainObject(data) : undefined;
  if (volume === undefined) return data;
  const hasSource = Object.keys(volume).some((key) => key !== "name" && volume[key] !== null);
  return hasSource ? data : { ...volume, emptyDir: {} };
}
