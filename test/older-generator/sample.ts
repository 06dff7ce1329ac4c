import { readFileSync } from "node:fs";
import { compile } from "../../src/compile.ts";
import type { CompileResult } from "../../src/compile-documents.ts";
import { parseVersion } from "../../src/kuberay/version.ts";
import type { ComparedCluster } from "./tolerated.ts";

/** What an older generator was asked, and what it made of it: a manifest or its first error. */
export interface Sample {
  readonly request: {
    readonly name: string;
    readonly image: string;
    readonly ray_version: string;
    readonly kuberay_version: string;
    readonly service_account: string | null;
    readonly config: unknown;
    readonly ray: unknown;
  };
  readonly manifest: {
    readonly spec: { readonly enableInTreeAutoscaling: boolean };
  } | null;
  readonly error: { readonly type: string; readonly message: string } | null;
}

export function readSamples(file: string): readonly Sample[] {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The same request, put to the compiler. */
export function compileSample({ request }: Sample): CompileResult {
  const { name, image, ray_version, config, kuberay_version, ray, service_account } = request;
  const worker = { service_account: { name: service_account } };
  const [given, settings]: readonly unknown[] = [
    { name, image, ray_version, config },
    { kuberay_version, ray, worker },
  ];
  return compile(given, settings);
}

export function clusterOf({ request, manifest }: Sample): ComparedCluster {
  const kuberay = parseVersion(request.kuberay_version);
  if (kuberay === undefined) throw new Error(`${request.kuberay_version} is no version.`);
  return { kuberay, scales: manifest?.spec.enableInTreeAutoscaling === true };
}
