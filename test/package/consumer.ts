import type {
  CompileResult,
  Diagnostic,
  DiagnosticCode,
  Plan,
  RayClusterRequest,
  RayManifest,
} from "raycluster-compiler";
import { compile, requestSchema, toYaml } from "raycluster-compiler";

const request: RayClusterRequest = {
  name: "train",
  image: "registry.example.com/train:1.2",
  ray_version: "2.52.0",
  config: { n_nodes: 2, node_config: { cpu: 4, memory_gb: 16 } },
};

const result: CompileResult = compile(request, {}, { strict: true });
if (result.ok) {
  const manifest: RayManifest = result.manifest;
  const plan: Plan = result.plan;
  const text: string = toYaml(manifest) + (plan.addresses?.client ?? "");
  void text;
} else {
  const codes: readonly DiagnosticCode[] = result.diagnostics.map(
    (diagnostic: Diagnostic) => diagnostic.code,
  );
  void codes;
}

const validated = requestSchema["~standard"].validate(request);
if (validated.issues === undefined) {
  const value: RayClusterRequest = validated.value;
  void value;
}
